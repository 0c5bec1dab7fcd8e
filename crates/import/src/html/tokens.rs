//! HTML as a row of tags and texts, read as browsers read it as far as that matters to the
//! text: any input gives tokens, in one pass.

/// More attributes of one tag are passed over.
const MOST_ATTRIBUTES: usize = 48;

/// Elements whose text holds no tags.
const RAW: [&str; 9] = [
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
];

/// A piece of HTML; all texts as they stand in the file, with references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// A start tag; its attributes are in [`Tokens::attributes`] until the next token.
    Open(&'h str),
    /// An end tag.
    Close(&'h str),
    /// Text with references.
    Text(&'h str),
    /// The text of a script, a style, a title and the like.
    Raw(&'h str),
    /// A comment.
    Comment(&'h str),
}

/// Reads tokens one after the other.
#[derive(Debug)]
pub(super) struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// The element whose raw text comes next.
    raw: Option<&'h str>,
    /// Names and values of the last start tag, as they stand.
    pub(super) attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Tokens<'h> {
    pub(super) fn of(html: &'h str) -> Self {
        Self {
            html,
            at: 0,
            raw: None,
            attributes: Vec::new(),
        }
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// Takes the next bytes, and passes over some after them.
    fn take(&mut self, length: usize, over: usize) -> &'h str {
        let taken = self.rest().get(..length).unwrap_or_else(|| self.rest());
        self.at = (self.at + length + over).min(self.html.len());
        taken
    }

    /// Takes all before `end` and passes over it; all that is left where it does not come.
    fn take_until(&mut self, end: &str) -> &'h str {
        match self.rest().find(end) {
            Some(length) => self.take(length, end.len()),
            None => self.take(self.rest().len(), 0),
        }
    }

    fn comment(&mut self) -> &'h str {
        if let Some(short) = ["<!-->", "<!--->"]
            .iter()
            .find(|short| self.rest().starts_with(*short))
        {
            self.take(short.len(), 0);
            return "";
        }
        self.take(4, 0);
        let rest = self.rest();
        let end = rest.match_indices('>').find_map(|(at, _)| {
            let before = rest.get(..at)?;
            let mark = ["--", "--!"].iter().find(|mark| before.ends_with(*mark))?;
            Some((at - mark.len(), mark.len() + 1))
        });
        let (length, over) = end.unwrap_or((rest.len(), 0));
        self.take(length, over)
    }

    /// The raw text of an element up to its end tag.
    fn raw_text(&mut self, name: &str) -> &'h str {
        let rest = self.rest();
        let end = rest.match_indices("</").find(|(at, _)| {
            let after = rest.get(at + 2..).unwrap_or_default();
            let named = after
                .get(..name.len())
                .is_some_and(|end| end.eq_ignore_ascii_case(name));
            let next = after.as_bytes().get(name.len());
            named
                && next.is_none_or(|next| {
                    matches!(next, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>')
                })
        });
        let length = end.map_or(rest.len(), |(at, _)| at);
        self.take(length, 0)
    }

    /// Reads the name and the attributes of a tag; `None` where the file ends within.
    fn tag(&mut self) -> Option<&'h str> {
        self.attributes.clear();
        let rest = self.rest();
        let length = rest.find(|c: char| c == '/' || c == '>' || is_space(c))?;
        let name = self.take(length, 0);
        loop {
            let rest = self.rest();
            let start = rest.find(|c: char| c != '/' && !is_space(c))?;
            self.take(start, 0);
            let rest = self.rest();
            if rest.starts_with('>') {
                self.take(1, 0);
                return Some(name);
            }
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let length = rest
                .get(first..)?
                .find(|c: char| c == '/' || c == '>' || c == '=' || is_space(c))?;
            let attribute = self.take(first + length, 0);
            let rest = self.rest();
            let value = match rest.trim_start_matches(is_space).strip_prefix('=') {
                None => "",
                Some(after) => {
                    let after = after.trim_start_matches(is_space);
                    self.at = self.html.len() - after.len();
                    match after.chars().next()? {
                        quote @ ('"' | '\'') => {
                            self.take(1, 0);
                            let length = self.rest().find(quote)?;
                            self.take(length, 1)
                        }
                        _ => {
                            let length = after.find(|c: char| c == '>' || is_space(c))?;
                            self.take(length, 0)
                        }
                    }
                }
            };
            if self.attributes.len() < MOST_ATTRIBUTES {
                self.attributes.push((attribute, value));
            }
        }
    }

    fn markup(&mut self) -> Option<Token<'h>> {
        let rest = self.rest();
        if rest.starts_with("<!--") {
            return Some(Token::Comment(self.comment()));
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            return Some(Token::Comment(self.take_until(">")));
        }
        let closing = rest.starts_with("</");
        self.take(1 + usize::from(closing), 0);
        if !self.rest().starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some(Token::Comment(self.take_until(">")));
        }
        let Some(name) = self.tag() else {
            self.at = self.html.len();
            return None;
        };
        if closing {
            return Some(Token::Close(name));
        }
        self.raw = RAW
            .iter()
            .any(|raw| name.eq_ignore_ascii_case(raw))
            .then_some(name);
        Some(Token::Open(name))
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if let Some(name) = self.raw.take() {
            let text = if name.eq_ignore_ascii_case("plaintext") {
                self.take(self.rest().len(), 0)
            } else {
                self.raw_text(name)
            };
            if !text.is_empty() {
                return Some(Token::Raw(text));
            }
        }
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let is_markup = |at: &usize| {
            let next = rest.as_bytes().get(at + 1);
            next.is_some_and(|next| {
                next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')
            })
        };
        let mut starts = rest.match_indices('<').map(|(at, _)| at);
        match starts.find(is_markup) {
            Some(0) => self.markup(),
            found => Some(Token::Text(self.take(found.unwrap_or(rest.len()), 0))),
        }
    }
}

/// White space of HTML.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> String {
        let mut tokens = Tokens::of(html);
        let mut out = String::new();
        while let Some(token) = tokens.next() {
            match token {
                Token::Open(name) => {
                    out.push_str(&format!("<{name}"));
                    for (name, value) in &tokens.attributes {
                        out.push_str(&format!(" {name}={value}"));
                    }
                    out.push('>');
                }
                Token::Close(name) => out.push_str(&format!("</{name}>")),
                Token::Text(text) => out.push_str(&format!("[{text}]")),
                Token::Raw(text) => out.push_str(&format!("({text})")),
                Token::Comment(text) => out.push_str(&format!("{{{text}}}")),
            }
        }
        out
    }

    #[test]
    fn html_is_cut_into_tokens() {
        for (html, expected) in [
            ("a<b>c</b>", "[a]<b>[c]</b>"),
            (
                "<a href=x title='y z' b = \"c>d\" e/>f",
                "<a href=x title=y z b=c>d e=>[f]",
            ),
            ("1 < 2 <3 << <p>", "[1 < 2 <3 << ]<p>"),
            ("<!-- a --><!--b--!>c<!-->d<!--->e", "{ a }{b}[c]{}[d]{}[e]"),
            ("<!--a--->b<!-- never", "{a-}[b]{ never}"),
            (
                "<!DOCTYPE html><?xml?></ x></>y",
                "{<!DOCTYPE html}{<?xml?}{ x}{}[y]",
            ),
            (
                "<script>if (a</b>) '<p>'</SCRIPT >x",
                "<script>(if (a</b>) '<p>')</SCRIPT>[x]",
            ),
            ("<script>never <p>", "<script>(never <p>)"),
            ("<title>A &amp; <b></title>", "<title>(A &amp; <b>)</title>"),
            ("<plaintext></plaintext>", "<plaintext>(</plaintext>)"),
            ("a<b c=\"never closed", "[a]"),
            ("a<b", "[a]"),
            ("<p =a=b>", "<p =a=b>"),
            ("<", "[<]"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }
}
