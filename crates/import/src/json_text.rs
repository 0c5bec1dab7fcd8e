//! JSON from text and to text, where no parser of the browser's is at hand and a library
//! would cost more than all the rest.

use std::fmt;
use std::fmt::Write as _;

use super::json::Json;

/// How deep lists and objects may nest.
const DEPTH: usize = 128;

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonFault {
    /// What is wrong there, as the end of "the file is not JSON: …".
    pub reason: &'static str,
    /// The line, counted from 1.
    pub line: usize,
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl Json {
    /// Parses a JSON text (RFC 8259). A surrogate without its other half is read as U+FFFD.
    ///
    /// # Errors
    /// When the text is not JSON, or nests too deep.
    pub fn parse(text: &str) -> Result<Self, JsonFault> {
        let mut parser = Parser {
            text: text.strip_prefix('\u{FEFF}').unwrap_or(text),
            at: 0,
        };
        let parsed = parser.document();
        parsed.map_err(|reason| {
            let before = parser.text.get(..parser.at).unwrap_or(parser.text);
            JsonFault {
                reason,
                line: 1 + before.matches('\n').count(),
            }
        })
    }

    /// The value as JSON in one line.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// The value as JSON for people: a line an item, short lists and objects in one.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(0));
        out.push('\n');
        out
    }

    /// An object of those of the fields that have a value; what is `Null` is left out.
    #[must_use]
    pub fn object<const N: usize>(fields: [(&str, Json); N]) -> Self {
        let fields = fields.into_iter().filter(|(_, value)| *value != Self::Null);
        Self::Object(
            fields
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    }

    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn write(&self, out: &mut String, indent: Option<usize>) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            // JSON has no word for what is not a number.
            Self::Number(number) if !number.is_finite() => out.push_str("null"),
            Self::Number(number) => {
                let _ = write!(out, "{number}");
            }
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                let items = items.iter().map(|item| (None, item));
                write_items(items, '[', ']', indent.filter(|_| !self.is_short()), out);
            }
            Self::Object(fields) => {
                let items = fields
                    .iter()
                    .map(|(name, item)| (Some(name.as_str()), item));
                write_items(items, '{', '}', indent.filter(|_| !self.is_short()), out);
            }
        }
    }

    /// Whether it is read more easily in one line.
    fn is_short(&self) -> bool {
        fn plain(value: &Json) -> Option<usize> {
            match value {
                Json::List(_) | Json::Object(_) => None,
                Json::Text(text) => Some(text.len() + 2),
                _ => Some(8),
            }
        }
        let length: Option<usize> = match self {
            Self::List(items) => items.iter().map(plain).sum(),
            Self::Object(fields) => fields
                .iter()
                .map(|(name, value)| plain(value).map(|length| length + name.len() + 4))
                .sum(),
            _ => Some(0),
        };
        length.is_some_and(|length| length <= 96)
    }
}

fn write_items<'j>(
    items: impl Iterator<Item = (Option<&'j str>, &'j Json)>,
    open: char,
    close: char,
    indent: Option<usize>,
    out: &mut String,
) {
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    };
    out.push(open);
    let mut first = true;
    for (name, item) in items {
        if !first {
            out.push(',');
        }
        first = false;
        if let Some(depth) = indent {
            line(out, depth + 1);
        }
        if let Some(name) = name {
            write_text(name, out);
            out.push(':');
            if indent.is_some() {
                out.push(' ');
            }
        }
        item.write(out, indent.map(|depth| depth + 1));
    }
    if let (Some(depth), false) = (indent, first) {
        line(out, depth);
    }
    out.push(close);
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

type Parsed<T> = Result<T, &'static str>;

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn document(&mut self) -> Parsed<Json> {
        let value = self.value(DEPTH)?;
        match self.peek() {
            None => Ok(value),
            Some(_) => Err("something follows after its end"),
        }
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn value(&mut self, depth: usize) -> Parsed<Json> {
        let depth = depth.checked_sub(1).ok_or("it nests too deep")?;
        match self.peek().ok_or("it ends too early")? {
            b'{' => {
                let mut fields = Vec::new();
                self.items(b'}', |parser| {
                    if parser.peek() != Some(b'"') {
                        return Err("a name between quotation marks is missing");
                    }
                    let name = parser.string()?;
                    if parser.peek() != Some(b':') {
                        return Err("a colon is missing");
                    }
                    parser.at += 1;
                    fields.push((name, parser.value(depth)?));
                    Ok(())
                })?;
                Ok(Json::Object(fields))
            }
            b'[' => {
                let mut items = Vec::new();
                self.items(b']', |parser| {
                    items.push(parser.value(depth)?);
                    Ok(())
                })?;
                Ok(Json::List(items))
            }
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let known = [
                    ("null", Json::Null),
                    ("true", Json::Bool(true)),
                    ("false", Json::Bool(false)),
                ];
                let rest = self.rest();
                let found = known.into_iter().find(|(word, _)| rest.starts_with(word));
                let (word, value) = found.ok_or("a value is missing")?;
                self.at += word.len();
                Ok(value)
            }
        }
    }

    fn items(&mut self, close: u8, mut item: impl FnMut(&mut Self) -> Parsed<()>) -> Parsed<()> {
        self.at += 1;
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(());
        }
        loop {
            item(self)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(byte) if byte == close => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err("a comma is missing, or the end of a list or an object"),
            }
        }
    }

    fn number(&mut self) -> Parsed<Json> {
        let bytes = self.rest().as_bytes();
        let digits = |from: usize| {
            let rest = bytes.get(from..).unwrap_or_default();
            rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
        };
        let mut end = usize::from(bytes.first() == Some(&b'-'));
        let whole = digits(end);
        if whole == 0 || (whole > 1 && bytes.get(end) == Some(&b'0')) {
            return Err("a number is not written as one");
        }
        end += whole;
        if bytes.get(end) == Some(&b'.') {
            let after = digits(end + 1);
            if after == 0 {
                return Err("a number ends with its point");
            }
            end += 1 + after;
        }
        if let Some(b'e' | b'E') = bytes.get(end) {
            end += 1;
            if let Some(b'+' | b'-') = bytes.get(end) {
                end += 1;
            }
            let exponent = digits(end);
            if exponent == 0 {
                return Err("a number ends with its exponent missing");
            }
            end += exponent;
        }
        let number = self.rest().get(..end).and_then(|text| text.parse().ok());
        self.at += end;
        number
            .map(Json::Number)
            .ok_or("a number is not written as one")
    }

    fn string(&mut self) -> Parsed<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(|c| c == '"' || c == '\\' || c < ' ');
            let plain = plain.ok_or("a text has no closing quotation mark")?;
            out.push_str(rest.get(..plain).unwrap_or_default());
            let mark = rest.as_bytes().get(plain).copied();
            self.at += plain;
            match mark {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let c = self.escape()?;
                    out.push(c);
                }
                _ => return Err("a text holds a line break or a control character"),
            }
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let c = match self.rest().as_bytes().first() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let unit = self.code_unit()?;
                return Ok(self.code_point(unit));
            }
            _ => return Err("an escape is not known"),
        };
        self.at += 1;
        Ok(c)
    }

    /// Reads `uXXXX`.
    fn code_unit(&mut self) -> Parsed<u32> {
        let digits = self.rest().get(1..5).unwrap_or_default();
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let unit = u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal);
        let unit = unit.ok_or("an escape has not four hexadecimal digits")?;
        self.at += 5;
        Ok(unit)
    }

    fn code_point(&mut self, unit: u32) -> char {
        if (0xD800..0xDC00).contains(&unit) && self.rest().starts_with("\\u") {
            let before = self.at;
            self.at += 1;
            match self.code_unit() {
                Ok(low @ 0xDC00..0xE000) => {
                    let code = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                    return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                }
                _ => self.at = before,
            }
        }
        char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_are_read_and_written() {
        for (text, expected) in [
            ("null", Some("null")),
            (" [1, -2.5e3, true] ", Some("[1,-2500,true]")),
            (r#"{"a":{"b":[]},"a":""}"#, Some(r#"{"a":{"b":[]},"a":""}"#)),
            (
                r#""\u00e9\ud834\udd1e\n\ud800x""#,
                Some("\"é𝄞\\n\u{FFFD}x\""),
            ),
            ("\u{FEFF}7", Some("7")),
            ("", None),
            ("01", None),
            ("1.", None),
            ("[1,]", None),
            ("{a:1}", None),
            ("\"a\nb\"", None),
            ("\"\\x\"", None),
            ("\"\\u+123\"", None),
            ("1 2", None),
            ("nul", None),
        ] {
            let read = Json::parse(text).ok().map(|value| value.to_text());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_fault_names_its_line() {
        let fault = Json::parse("{\n\"a\": 1,\n}").unwrap_err();
        assert_eq!(fault.line, 3);
        assert!(fault.to_string().contains("name"), "{fault}");
    }

    #[test]
    fn nesting_ends_somewhere() {
        for depth in [100_000, 129] {
            assert!(Json::parse(&"[".repeat(depth)).is_err());
            assert!(Json::parse(&"{\"a\":".repeat(depth)).is_err());
        }
        let fits = format!("{}{}", "[".repeat(127), "]".repeat(127));
        assert!(Json::parse(&fits).is_ok());
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::Bool),
            (-1e9..1e9).prop_map(Json::Number),
            any::<i32>().prop_map(|number| Json::Number(f64::from(number))),
            any::<String>().prop_map(Json::Text),
        ];
        leaf.prop_recursive(4, 24, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
                proptest::collection::vec((any::<String>(), inner), 0..6).prop_map(Json::Object),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(value in any_json()) {
            prop_assert_eq!(Json::parse(&value.to_text()), Ok(value.clone()));
            prop_assert_eq!(Json::parse(&value.to_lines()), Ok(value));
        }

        #[test]
        fn a_library_agrees(text in "[\\[\\]{}:,\"\\\\unrtx0-9eE+.\\- -]{0,30}") {
            let ours = Json::parse(&text);
            let theirs: Result<serde_json::Value, _> = serde_json::from_str(&text);
            // The library refuses numbers past its largest and lone surrogates.
            if let Ok(theirs) = theirs {
                prop_assert_eq!(ours, Ok(Json::from(&theirs)));
            }
        }
    }
}
