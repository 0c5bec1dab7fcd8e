//! Finds a quotation in a text that may have been edited.

use std::collections::HashMap;

use model::TextRange;
use schemars::JsonSchema;
use serde::Serialize;
use text::fold::{Folded, fold_char};
use text::places::Places;
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

/// The number of characters of context that are compared for all quotations together, where the
/// context of a quotation differs from that of each place. After that, a quotation counts as
/// ambiguous.
const MOST_COMPARED: usize = 50_000_000;

/// Finds quotations in one text.
#[derive(Debug)]
pub(super) struct Passages<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// The places of words in the text.
    pub(super) places: Places<'t>,
    known: Known,
    /// The text in a form that many spellings share, once a quotation is not found verbatim.
    alike: Option<Alike>,
    compared: usize,
}

#[derive(Debug)]
struct Alike {
    folded: Folded,
    places: Places<'static>,
    known: Known,
}

/// Where words were found: the first place and the number of places.
type Known = HashMap<String, Option<(TextRange, usize)>>;

impl<'t> Passages<'t> {
    /// Prepares to find quotations in a text.
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            places: Places::of(text),
            known: Known::new(),
            alike: None,
            compared: 0,
        }
    }

    /// Finds a quotation: an exact match if there is one, otherwise one in a similar
    /// spelling. Of several matches, the one counts whose context has the most characters in
    /// common with `prefix` and `suffix`.
    pub(super) fn place(&mut self, quote: &Quote) -> Placed {
        if quote.exact.trim().is_empty() {
            return Placed::Missing;
        }
        let compared = &mut self.compared;
        match best(&mut self.places, &mut self.known, compared, quote) {
            Some((range, 1)) => return Placed::Verbatim(range),
            Some((first, count)) => return Placed::Ambiguous { first, count },
            None => {}
        }
        let Alike {
            folded,
            places,
            known,
        } = self.alike.get_or_insert_with(|| {
            let folded = Folded::with(self.text, loosen);
            let places = Places::of(folded.text.clone());
            let known = Known::new();
            Alike {
                folded,
                places,
                known,
            }
        });
        let loose = |words: &str| Folded::with(words, loosen).text;
        let quote = Quote {
            exact: loose(&quote.exact).trim().to_owned(),
            prefix: loose(&quote.prefix),
            suffix: loose(&quote.suffix),
        };
        match best(places, known, compared, &quote) {
            Some((range, 1)) => Placed::Alike(folded.to_original(range)),
            Some((range, count)) => Placed::Ambiguous {
                first: folded.to_original(range),
                count,
            },
            None => Placed::Missing,
        }
    }
}

/// The best match of a quotation, and the number of matches that are as good.
fn best(
    places: &mut Places<'_>,
    known: &mut Known,
    compared: &mut usize,
    quote: &Quote,
) -> Option<(TextRange, usize)> {
    let Quote {
        exact,
        prefix,
        suffix,
    } = quote;
    let range = |at: usize| TextRange::new(at, at + exact.len());
    let has_context = !(prefix.is_empty() && suffix.is_empty());
    if has_context {
        let whole = places.find(&format!("{prefix}{exact}{suffix}"));
        if let Some(first) = whole.first() {
            return Some((range(*first as usize + prefix.len()), whole.len()));
        }
    }
    if let Some(known) = known.get(exact)
        && (!has_context || *compared > MOST_COMPARED)
    {
        return *known;
    }
    let found = places.find(exact);
    let first = found.first().map(|at| (range(*at as usize), found.len()));
    known.insert(exact.clone(), first);
    if !has_context || found.len() == 1 || *compared > MOST_COMPARED {
        return first;
    }
    let text = places.text();
    let mut best: Option<(usize, TextRange, usize)> = None;
    for at in found {
        let range = range(at as usize);
        let before = text.get(..range.start as usize).unwrap_or_default();
        let after = text.get(range.end as usize..).unwrap_or_default();
        let shared = shared(before.chars().rev(), prefix.chars().rev())
            + shared(after.chars(), suffix.chars());
        *compared += 1 + shared;
        best = match best {
            Some((most, first, count)) if most == shared => Some((most, first, count + 1)),
            Some(better) if better.0 > shared => Some(better),
            _ => Some((shared, range, 1)),
        };
        if *compared > MOST_COMPARED {
            return first;
        }
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

    fn place(text: &str, quote: &Quote) -> Placed {
        Passages::of(text).place(quote)
    }

    /// The best match by comparing the context of every place.
    fn naive(text: &str, quote: &Quote) -> Placed {
        let shared = |range: TextRange| {
            let (before, after) = (&text[..range.start as usize], &text[range.end as usize..]);
            shared(before.chars().rev(), quote.prefix.chars().rev())
                + shared(after.chars(), quote.suffix.chars())
        };
        let starts = text.char_indices().map(|(at, _)| at);
        let places = starts.filter(|at| text[*at..].starts_with(&quote.exact));
        let places = places.map(|at| TextRange::new(at, at + quote.exact.len()));
        let places: Vec<TextRange> = places.collect();
        let most = places.iter().map(|range| shared(*range)).max();
        let best: Vec<_> = places
            .iter()
            .filter(|it| Some(shared(**it)) == most)
            .collect();
        match best.as_slice() {
            [] => Placed::Missing,
            [only] => Placed::Verbatim(**only),
            [first, ..] => Placed::Ambiguous {
                first: **first,
                count: best.len(),
            },
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
            assert_eq!(place(TEXT, &quote), expected, "{quote:?}");
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
                proptest::prop_assert_eq!(place(&text, &quote), Placed::Verbatim(TextRange::new(start, end)));
            }
        }

        #[test]
        fn many_quotations_are_found_as_one_is(text in "[ab]{0,60}", quotes in proptest::collection::vec(("[ab]{1,4}", "[abc]{0,5}", "[abc]{0,5}"), 1..60)) {
            let mut passages = Passages::of(&text);
            for (exact, prefix, suffix) in quotes {
                let quote = quote(&exact, &prefix, &suffix);
                proptest::prop_assert_eq!(passages.place(&quote), naive(&text, &quote), "{:?}", quote);
            }
        }
    }
}
