//! Reads and writes JSON values. Reading fields never fails.

use serde::Serialize;
use serde_json::Value;

use super::diagnostic::{DataProblem, Diagnostics, Expected, FieldProblem};

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonFault {
    /// The reason.
    pub reason: JsonReason,
    /// The line, counted from 1.
    pub line: usize,
}

/// What is wrong with a text that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub enum JsonReason {
    /// A string has no closing quotation mark.
    OpenText,
    /// The text ends too early.
    End,
    /// A colon is missing.
    NoColon,
    /// A comma or a closing bracket is missing.
    NoComma,
    /// A value is missing.
    NoValue,
    /// A list or an object ends in a comma.
    TrailingComma,
    /// More text follows after the value.
    TrailingText,
    /// A name is missing, or is not a string.
    NoName,
    /// Lists and objects nest too deep.
    TooDeep,
    /// A string contains a control character.
    ControlCharacter,
    /// An escape is unknown.
    UnknownEscape,
    /// An escape has fewer than four hexadecimal digits.
    ShortEscape,
    /// A number is malformed.
    InvalidNumber,
    /// A number is out of range.
    LargeNumber,
    /// The library gives an unknown reason.
    Other,
}

/// Parses JSON (RFC 8259). A lone surrogate becomes U+FFFD.
///
/// # Errors
///
/// If the text is not JSON, or nests too deep.
pub fn parse_json(text: &str) -> Result<Value, JsonFault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let parsed = serde_json::from_str(text).or_else(|error| match with_whole_surrogates(text) {
        Some(text) => serde_json::from_str(&text),
        None => Err(error),
    });
    parsed.map_err(JsonFault::from)
}

impl From<serde_json::Error> for JsonFault {
    fn from(error: serde_json::Error) -> Self {
        Self {
            reason: reason(&error.to_string()),
            line: error.line().max(1),
        }
    }
}

/// Converts an error message of serde_json to a reason.
fn reason(message: &str) -> JsonReason {
    // Order matters: the first match counts.
    const REASONS: [(&str, JsonReason); 14] = [
        ("EOF while parsing a string", JsonReason::OpenText),
        ("EOF while parsing", JsonReason::End),
        ("expected `:`", JsonReason::NoColon),
        ("expected `,` or", JsonReason::NoComma),
        ("expected", JsonReason::NoValue),
        ("trailing comma", JsonReason::TrailingComma),
        ("trailing characters", JsonReason::TrailingText),
        ("key must be a string", JsonReason::NoName),
        ("recursion limit", JsonReason::TooDeep),
        ("control character", JsonReason::ControlCharacter),
        ("invalid escape", JsonReason::UnknownEscape),
        ("unexpected end of hex escape", JsonReason::ShortEscape),
        ("invalid number", JsonReason::InvalidNumber),
        ("number out of range", JsonReason::LargeNumber),
    ];
    let found = REASONS.iter().find(|(start, _)| message.starts_with(start));
    found.map_or(JsonReason::Other, |(_, reason)| *reason)
}

/// Replaces each escaped lone surrogate with U+FFFD; `None` if there is none.
fn with_whole_surrogates(text: &str) -> Option<String> {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_changed = false;
    while let Some((before, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        whole.push_str(before);
        let second = escape.get(6..).unwrap_or_default();
        let length = match (code_unit(escape), code_unit(second)) {
            (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => 12,
            (Some(0xD800..0xE000), _) => {
                is_changed = true;
                whole.push(char::REPLACEMENT_CHARACTER);
                rest = second;
                continue;
            }
            _ => escape.chars().take(2).map(char::len_utf8).sum(),
        };
        let (kept, after) = escape.split_at_checked(length)?;
        whole.push_str(kept);
        rest = after;
    }
    whole.push_str(rest);
    is_changed.then_some(whole)
}

/// The code unit of the escape `\uXXXX` at the beginning of a text.
fn code_unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16)
        .ok()
        .filter(|_| is_hexadecimal)
}

/// A value as JSON in one line.
#[must_use]
pub fn to_text(value: &impl Serialize) -> String {
    // These values have strings as keys, and writing to a string does not fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// A value as JSON for people: one item per line, short lists and objects in one line.
#[must_use]
pub fn to_lines(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    let mut out = String::new();
    write_lines(&value, 0, &mut out);
    out.push('\n');
    out
}

fn write_lines(value: &Value, depth: usize, out: &mut String) {
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    };
    let separate = |out: &mut String, number: usize| {
        if number > 0 {
            out.push(',');
        }
        line(out, depth + 1);
    };
    match value {
        Value::Array(items) if !is_short(value) => {
            out.push('[');
            for (number, item) in items.iter().enumerate() {
                separate(out, number);
                write_lines(item, depth + 1, out);
            }
            line(out, depth);
            out.push(']');
        }
        Value::Object(fields) if !is_short(value) => {
            out.push('{');
            for (number, (name, item)) in fields.iter().enumerate() {
                separate(out, number);
                out.push_str(&to_text(name));
                out.push_str(": ");
                write_lines(item, depth + 1, out);
            }
            line(out, depth);
            out.push('}');
        }
        value => out.push_str(&to_text(value)),
    }
}

/// Whether a value is easier to read in one line.
fn is_short(value: &Value) -> bool {
    fn plain(value: &Value) -> Option<usize> {
        match value {
            Value::Array(_) | Value::Object(_) => None,
            Value::String(text) => Some(text.len() + 2),
            _ => Some(8),
        }
    }
    let length: Option<usize> = match value {
        Value::Array(items) => items.iter().map(plain).sum(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| plain(value).map(|length| length + name.len() + 4))
            .sum(),
        _ => Some(0),
    };
    length.is_some_and(|length| length <= 96)
}

impl Diagnostics<DataProblem> {
    /// The items of a list; empty if the field is missing. Anything else is reported.
    pub(super) fn list<'v>(&mut self, item: &'v Value, key: &str, at: &str) -> &'v [Value] {
        match item.get(key) {
            None | Some(Value::Null) => &[],
            Some(Value::Array(list)) => list,
            Some(other) => {
                self.report(path(at, key), FieldProblem::NotList, other);
                &[]
            }
        }
    }

    /// A required string. If it is missing, that is reported.
    pub(super) fn required_text(
        &mut self,
        item: &Value,
        key: &'static str,
        at: &str,
    ) -> Option<String> {
        if matches!(item.get(key), None | Some(Value::Null)) {
            self.report(at, FieldProblem::Missing { name: key }, item);
        }
        self.text(item, key, at)
    }

    /// An optional string.
    pub(super) fn text(&mut self, item: &Value, key: &str, at: &str) -> Option<String> {
        match item.get(key)? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => {
                self.report(path(at, key), FieldProblem::NotText, other);
                None
            }
        }
    }

    /// An optional string that is parsed. If it cannot be, that is reported.
    pub(super) fn read<T>(
        &mut self,
        item: &Value,
        key: &str,
        at: &str,
        read: impl Fn(&str) -> Option<T>,
        expected: Expected,
    ) -> Option<T> {
        let text = self.text(item, key, at)?;
        let value = read(&text);
        if value.is_none() {
            self.report(path(at, key), FieldProblem::Not(expected), &text);
        }
        value
    }
}

fn path(at: &str, key: &str) -> String {
    if at.is_empty() {
        key.to_owned()
    } else {
        format!("{at}.{key}")
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
            (" [1, -2.5e3, true] ", Some("[1,-2500.0,true]")),
            (r#"{"a":{"b":[]},"c":""}"#, Some(r#"{"a":{"b":[]},"c":""}"#)),
            (
                r#""\u00e9\ud834\udd1e\n\ud800x""#,
                Some("\"é𝄞\\n\u{FFFD}x\""),
            ),
            (
                r#""\\ud800 \udc00\ud800""#,
                Some("\"\\\\ud800 \u{FFFD}\u{FFFD}\""),
            ),
            ("\u{FEFF}7", Some("7")),
            ("", None),
            ("01", None),
            ("1.", None),
            ("[1,]", None),
            ("{a:1}", None),
            ("\"a\nb\"", None),
            ("\"\\x\"", None),
            ("\"\\é\"", None),
            ("\"\\u+123\"", None),
            ("\"\\ud800", None),
            ("1 2", None),
            ("nul", None),
        ] {
            let read = parse_json(text).ok().map(|value| to_text(&value));
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_fault_names_its_line_and_its_reason() {
        for (text, line, reason) in [
            ("{\n\"a\": 1,\n}", 3, JsonReason::TrailingComma),
            ("[1,]", 1, JsonReason::TrailingComma),
            ("[1 2]", 1, JsonReason::NoComma),
            ("[\n", 2, JsonReason::End),
            ("\"a", 1, JsonReason::OpenText),
            ("", 1, JsonReason::End),
            ("{\"a\" 1}", 1, JsonReason::NoColon),
            ("{a: 1}", 1, JsonReason::NoName),
            ("nul", 1, JsonReason::End),
            ("nulx", 1, JsonReason::NoValue),
            ("[1] 2", 1, JsonReason::TrailingText),
            ("\"\\x\"", 1, JsonReason::UnknownEscape),
            ("\"a\nb\"", 1, JsonReason::ControlCharacter),
            ("01", 1, JsonReason::InvalidNumber),
            ("1e999", 1, JsonReason::LargeNumber),
        ] {
            let fault = parse_json(text).unwrap_err();
            assert_eq!(fault.reason, reason, "{text}");
            assert!(fault.line.abs_diff(line) <= 1, "{text}: {fault}");
        }
    }

    #[test]
    fn nesting_ends_somewhere() {
        for depth in [100_000, 129] {
            let fault = parse_json(&"[".repeat(depth)).unwrap_err();
            assert_eq!(fault.reason, JsonReason::TooDeep);
            assert!(parse_json(&"{\"a\":".repeat(depth)).is_err());
        }
        let fits = format!("{}{}", "[".repeat(127), "]".repeat(127));
        assert!(parse_json(&fits).is_ok());
    }

    #[test]
    fn short_lists_and_objects_stand_in_one_line() {
        let long = "x".repeat(90);
        let value = serde_json::json!({"a": [1, "b"], "c": {"long": long, "d": null}, "e": {}});
        let lines = format!(
            "{{\n  \"a\": [1,\"b\"],\n  \"c\": {{\n    \"long\": \"{long}\",\n    \"d\": null\n  }},\n  \"e\": {{}}\n}}\n"
        );
        assert_eq!(to_lines(&value), lines);
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::vec((any::<String>(), inner), 0..6)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(value in any_json()) {
            prop_assert_eq!(parse_json(&to_text(&value)), Ok(value.clone()));
            prop_assert_eq!(parse_json(&to_lines(&value)), Ok(value));
        }
    }
}
