//! Links to a passage of the original: a text fragment (`#:~:text=`).

use model::{TextRange, WebUrl};
use text::words::words;

/// The maximum number of words to quote in full; longer passages use their first and last
/// words.
const WHOLE: usize = 8;
const ENDS: usize = 4;

/// The address of the words at `range` of `text` on the page `url`
/// (<https://wicg.github.io/scroll-to-text-fragment/>). `None` if the range contains no
/// words.
#[must_use]
pub fn passage_url(url: &WebUrl, text: &str, range: TextRange) -> Option<WebUrl> {
    let passage = range.of(text);
    let found: Vec<TextRange> = words(passage).collect();
    let (first, last) = (found.first()?, found.last()?);
    let part = |start: u32, end: u32| encode(TextRange { start, end }.of(passage));
    let fragment = if found.len() <= WHOLE {
        part(first.start, last.end)
    } else {
        let end_of_first = found.get(ENDS - 1)?.end;
        let start_of_last = found.get(found.len() - ENDS)?.start;
        format!(
            "{},{}",
            part(first.start, end_of_first),
            part(start_of_last, last.end)
        )
    };
    WebUrl::parse(&format!("{}#:~:text={fragment}", url.without_fragment()))
}

/// Percent-encodes everything except letters and digits; `-`, `,` and `&` have a special
/// meaning.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_are_identified_by_their_words() {
        let url = WebUrl::parse("https://example.org/a#old").unwrap();
        for (passage, fragment) in [
            ("“fair, high-risk”", Some("fair%2C%20high%2Drisk")),
            ("a b c d e f g h i j", Some("a%20b%20c%20d,g%20h%20i%20j")),
            ("…", None),
        ] {
            let range = TextRange::new(0, passage.len());
            let found = passage_url(&url, passage, range).map(|url| url.to_string());
            let expected = fragment.map(|text| format!("https://example.org/a#:~:text={text}"));
            assert_eq!(found, expected, "{passage}");
        }
    }
}
