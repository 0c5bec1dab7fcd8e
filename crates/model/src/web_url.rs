//! The only type of address that the page links to.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An absolute `http` or `https` URL. Only these become links.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, extend("format" = "uri"))]
#[ts(as = "String")]
pub struct WebUrl(String);

impl WebUrl {
    /// Parses an `http` or `https` URL with a host. Returns `None` for anything else, such
    /// as `javascript:` and `data:` URLs, relative URLs, and URLs that contain white space,
    /// control characters, quotation marks, `<`, `>` or `\`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://")?;
        let known = ["http", "https"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known));
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let clean = |c: char| {
            !c.is_control() && !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '\\' | '`')
        };
        (known && !host.is_empty() && text.chars().all(clean)).then(|| Self(text.to_owned()))
    }

    /// The URL as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, without port and user information.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        host.split(':').next().unwrap_or_default()
    }

    /// The URL without its fragment.
    #[must_use]
    pub fn without_fragment(&self) -> &str {
        self.0.split('#').next().unwrap_or_default()
    }
}

impl TryFrom<String> for WebUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("“{text}” is not an address of a web page"))
    }
}

impl From<WebUrl> for String {
    fn from(value: WebUrl) -> Self {
        value.to_string()
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::WebUrl;

    #[test]
    fn only_web_addresses_become_links() {
        for (text, good) in [
            ("https://example.org/a?b=c#d", true),
            ("HTTP://example.org", true),
            ("  https://example.org/ ", true),
            ("https://", false),
            ("https:///path", false),
            ("javascript:alert(1)", false),
            ("javascript://example.org/%0aalert(1)", false),
            ("java\nscript:alert(1)", false),
            ("data:text/html,<script>", false),
            ("//example.org/", false),
            ("/relative", false),
            ("https://example.org/\u{0}", false),
            ("https://example.org/\"onclick=", false),
            ("https://exa mple.org/", false),
            ("", false),
        ] {
            assert_eq!(WebUrl::parse(text).is_some(), good, "{text:?}");
        }
    }

    #[test]
    fn a_host_excludes_port_and_user() {
        let url = WebUrl::parse("https://me@news.example.org:8080/a").unwrap();
        assert_eq!(url.host(), "news.example.org");
    }
}
