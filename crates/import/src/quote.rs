//! Finds a quotation in a text that may have been edited.

use model::TextRange;
use schemars::JsonSchema;
use serde::Serialize;
use text::fold::{Folded, fold_char};
use ts_rs::TS;

/// Words of a text, with the words before and after them (the Web Annotation model’s
/// TextQuoteSelector).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct Quote {
    /// The words.
    #[schemars(length(min = 1))]
    pub exact: String,
    /// The words right before them; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    #[ts(optional, as = "Option<_>")]
    pub prefix: String,
    /// The words right after them; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    #[ts(optional, as = "Option<_>")]
    pub suffix: String,
}

/// The place of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// An exact match.
    Verbatim(TextRange),
    /// A match that differs in case, accents, quotation marks, dashes or white space.
    Alike(TextRange),
    /// Several places that match equally well.
    Ambiguous {
        /// The first place.
        first: TextRange,
        /// The number of places.
        count: usize,
    },
    /// No match.
    Missing,
}

impl Placed {
    /// The place, if there is one.
    #[must_use]
    pub fn range(self) -> Option<TextRange> {
        match self {
            Self::Verbatim(range) | Self::Alike(range) | Self::Ambiguous { first: range, .. } => {
                Some(range)
            }
            Self::Missing => None,
        }
    }
}

impl Quote {
    /// Finds the quotation in `text`: an exact match if there is one, otherwise one in a similar
    /// spelling. Of several matches, the one counts whose context has the most characters in
    /// common with `prefix` and `suffix`.
    #[must_use]
    pub fn place_in(&self, text: &str) -> Placed {
        if self.exact.trim().is_empty() {
            return Placed::Missing;
        }
        match best(text, &self.exact, &self.prefix, &self.suffix) {
            Some((range, 1)) => return Placed::Verbatim(range),
            Some((first, count)) => return Placed::Ambiguous { first, count },
            None => {}
        }
        let alike = Folded::with(text, loosen);
        let loose = |words: &str| Folded::with(words, loosen).text;
        let exact = loose(&self.exact);
        match best(
            &alike.text,
            exact.trim(),
            &loose(&self.prefix),
            &loose(&self.suffix),
        ) {
            Some((range, 1)) => Placed::Alike(alike.to_original(range)),
            Some((range, count)) => Placed::Ambiguous {
                first: alike.to_original(range),
                count,
            },
            None => Placed::Missing,
        }
    }
}

/// The best match of `exact` in `text`, and the number of matches that are as good.
fn best(text: &str, exact: &str, prefix: &str, suffix: &str) -> Option<(TextRange, usize)> {
    let mut best: Option<(usize, TextRange, usize)> = None;
    let first = exact.chars().next()?;
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(exact)) {
        let at = from + at;
        from = at + first.len_utf8();
        let end = at + exact.len();
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        let shared = shared(before.chars().rev(), prefix.chars().rev())
            + shared(after.chars(), suffix.chars());
        let range = TextRange::new(at, end);
        best = match best {
            Some((most, first, count)) if most == shared => Some((most, first, count + 1)),
            Some(better) if better.0 > shared => Some(better),
            _ => Some((shared, range, 1)),
        };
    }
    best.map(|(_, range, count)| (range, count))
}

fn shared(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// Folds a character and unifies quotation marks, dashes and white space.
pub fn loosen(c: char, out: &mut String) {
    match c {
        c if c.is_whitespace() => {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        }
        '“' | '”' | '„' | '«' | '»' => out.push('"'),
        '\u{2010}'..='\u{2015}' => out.push('-'),
        c => fold_char(c, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The commission said so. “Never,”  the commission said, and Café.";

    fn quote(exact: &str, prefix: &str, suffix: &str) -> Quote {
        Quote {
            exact: exact.into(),
            prefix: prefix.into(),
            suffix: suffix.into(),
        }
    }

    #[test]
    fn quotations_are_found_again() {
        for (quote, expected) in [
            (
                quote("Never", "", ""),
                Placed::Verbatim(TextRange::new(27, 32)),
            ),
            (
                quote("commission", "", " said so"),
                Placed::Verbatim(TextRange::new(4, 14)),
            ),
            (
                quote("commission", "the ", ""),
                Placed::Verbatim(TextRange::new(42, 52)),
            ),
            (
                quote("commission", "", ""),
                Placed::Ambiguous {
                    first: TextRange::new(4, 14),
                    count: 2,
                },
            ),
            (
                quote("\"never,\" the", "", ""),
                Placed::Alike(TextRange::new(24, 41)),
            ),
            (quote("cafe", "", ""), Placed::Alike(TextRange::new(63, 68))),
            (quote("nowhere", "", ""), Placed::Missing),
            (quote("", "", ""), Placed::Missing),
            (quote("  ", "", ""), Placed::Missing),
        ] {
            assert_eq!(quote.place_in(TEXT), expected, "{quote:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn words_of_the_text_are_found_where_they_stand(text in "[ab“” é]{0,40}", a in 0usize..40, b in 0usize..40) {
            let chars: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (a, b) = (a.min(chars.len() - 1), b.min(chars.len() - 1));
            let (start, end) = (chars[a.min(b)], chars[a.max(b)]);
            let quote = quote(&text[start..end], &text[..start], &text[end..]);
            if !text[start..end].trim().is_empty() {
                proptest::prop_assert_eq!(quote.place_in(&text), Placed::Verbatim(TextRange::new(start, end)));
            }
        }
    }
}
