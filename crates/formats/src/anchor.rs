//! Finds positions in an article for annotations made in another copy of its text.

use import::weight::{EXACT, POSITION, PREFIX, SUFFIX};
use import::{Quote, SimilarPassage, SimilarPassages, loosen};
use model::{CodePointRange, TextRange};
use text::code_points::CodePointIndex;
use text::fold::Folded;

/// Identifies a position by its words, their context, and the original position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Selector {
    /// The words and their context.
    pub(super) quote: Quote,
    /// The original position of the words.
    pub(super) position: Option<CodePointRange>,
}

/// The result of looking for a selector.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Anchored {
    /// An exact match.
    At(TextRange),
    /// A match in a different spelling.
    Alike(TextRange),
    /// Several equally good matches: the first one and their number.
    Among(TextRange, usize),
    /// No match, but a similar passage.
    Similar(SimilarPassage),
    /// No match.
    Nowhere,
}

/// The number of bytes around a position that are searched first.
const NEAR: usize = 2_000;
/// The number of candidates that are weighed for all selectors together; after that, the
/// first one wins. A long quotation counts as several candidates.
const MOST_WEIGHED: usize = 20_000_000;

/// Finds positions in one text.
#[derive(Debug)]
pub(super) struct Anchors<'t> {
    text: &'t str,
    index: CodePointIndex<'t>,
    /// The text, normalised for matches that are not exact.
    loose: Option<Folded>,
    /// The text, prepared for words that are not in it any more.
    similar: Option<SimilarPassages<'t>>,
    weighed: usize,
}

#[derive(Clone, Copy)]
struct Best {
    range: TextRange,
    score: f32,
    /// The score without the position.
    fit: f32,
    count: usize,
}

impl<'t> Anchors<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            index: CodePointIndex::of(text),
            loose: None,
            similar: None,
            weighed: 0,
        }
    }

    /// Finds the range of a selector. An exact match is preferred; among several, first the
    /// context decides, then the position. If the words are not at the position, the words
    /// decide. If they are nowhere, a similar passage is looked for.
    pub(super) fn place(&mut self, selector: &Selector) -> Anchored {
        let exact = selector.quote.exact.as_str();
        let hint = selector
            .position
            .map(|position| self.index.to_bytes(position));
        if exact.trim().is_empty() {
            let held =
                hint.filter(|range| exact.is_empty() && !range.of(self.text).trim().is_empty());
            return held.map_or(Anchored::Nowhere, Anchored::At);
        }
        let at = hint.map(|hint| hint.start as usize);
        if let Some(best) = self.exact(&selector.quote, at) {
            return if best.count > 1 && at.is_none() {
                Anchored::Among(best.range, best.count)
            } else {
                Anchored::At(best.range)
            };
        }
        match self.alike(&selector.quote, at) {
            Anchored::Nowhere => self.similar(&selector.quote, at),
            place => place,
        }
    }

    fn similar(&mut self, quote: &Quote, at: Option<usize>) -> Anchored {
        let text = self.text;
        let passages = self
            .similar
            .get_or_insert_with(|| SimilarPassages::of(text));
        let passage = passages.propose(quote, at);
        passage.map_or(Anchored::Nowhere, Anchored::Similar)
    }

    fn exact(&mut self, quote: &Quote, hint: Option<usize>) -> Option<Best> {
        let text = self.text;
        let full = EXACT + PREFIX + SUFFIX;
        if let Some(range) = hint.and_then(|at| here(text, quote, at)) {
            return Some(Best {
                range,
                score: full + POSITION,
                fit: full,
                count: 1,
            });
        }
        let mut reach = NEAR;
        while let Some(at) = hint {
            let start = floor(text, at.saturating_sub(reach));
            let end = floor(
                text,
                at.saturating_add(reach).saturating_add(quote.exact.len()),
            );
            if start == 0 && end >= text.len() {
                break;
            }
            let best = best(text, quote, (start, end), hint, &mut self.weighed);
            if let Some(best) = best.filter(|best| best.fit >= full - 0.01) {
                return Some(best);
            }
            reach = reach.saturating_mul(8);
        }
        best(text, quote, (0, text.len()), hint, &mut self.weighed)
    }

    fn alike(&mut self, quote: &Quote, hint: Option<usize>) -> Anchored {
        let text = self.text;
        let loose = self.loose.get_or_insert_with(|| Folded::with(text, loosen));
        let even = |words: &str| Folded::with(words, loosen).text;
        let exact = even(&quote.exact).trim().to_owned();
        if exact.is_empty() {
            return Anchored::Nowhere;
        }
        let quote = Quote {
            exact,
            prefix: even(&quote.prefix),
            suffix: even(&quote.suffix),
        };
        // The position in the folded text is approximately proportional.
        let hint_there = hint.map(|at| at.saturating_mul(loose.text.len()) / text.len().max(1));
        let found = best(
            &loose.text,
            &quote,
            (0, loose.text.len()),
            hint_there,
            &mut self.weighed,
        );
        match found {
            Some(best) if best.count > 1 && hint.is_none() => {
                Anchored::Among(loose.to_original(best.range), best.count)
            }
            Some(best) => Anchored::Alike(loose.to_original(best.range)),
            None => Anchored::Nowhere,
        }
    }
}

/// The range of a quotation at its original position, if its full context matches.
fn here(text: &str, quote: &Quote, at: usize) -> Option<TextRange> {
    let (before, rest) = text.split_at_checked(at)?;
    let after = rest.strip_prefix(quote.exact.as_str())?;
    let fits = before.ends_with(&quote.prefix) && after.starts_with(&quote.suffix);
    fits.then(|| TextRange::new(at, at + quote.exact.len()))
}

/// The best match of a quotation between two bytes of a text.
fn best(
    text: &str,
    quote: &Quote,
    (start, end): (usize, usize),
    hint: Option<usize>,
    weighed: &mut usize,
) -> Option<Best> {
    let first = quote.exact.chars().next()?.len_utf8();
    let mut best: Option<Best> = None;
    let mut from = start;
    while let Some(at) = text.get(from..end).and_then(|rest| rest.find(&quote.exact)) {
        let at = from + at;
        from = at + first;
        let after = at + quote.exact.len();
        let fit = EXACT
            + PREFIX
                * share(
                    text.get(..at).unwrap_or_default().chars().rev(),
                    quote.prefix.chars().rev(),
                )
            + SUFFIX
                * share(
                    text.get(after..).unwrap_or_default().chars(),
                    quote.suffix.chars(),
                );
        let near = hint.map_or(0.0, |hint| {
            1.0 - (hint.abs_diff(at) as f32 / text.len().max(1) as f32).min(1.0)
        });
        let score = fit + POSITION * near;
        let range = TextRange::new(at, after);
        best = match best {
            Some(known) if known.fit == fit && known.score >= score => Some(Best {
                count: known.count + 1,
                ..known
            }),
            Some(known) if known.score >= score => Some(known),
            Some(known) => {
                let count = if known.fit == fit { known.count + 1 } else { 1 };
                Some(Best {
                    range,
                    score,
                    fit,
                    count,
                })
            }
            None => Some(Best {
                range,
                score,
                fit,
                count: 1,
            }),
        };
        // Finding and comparing long words repeatedly takes time proportional to their
        // length.
        *weighed += 1 + quote.exact.len() / 8;
        if *weighed > MOST_WEIGHED {
            break;
        }
    }
    best
}

/// The fraction of `wanted` that `found` begins with, ignoring white space and the style of
/// quotation marks.
fn share(found: impl Iterator<Item = char>, wanted: impl Iterator<Item = char>) -> f32 {
    let plain = |c: char| {
        (!c.is_whitespace()).then_some(match c {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' => '\'',
            c => c,
        })
    };
    let mut found = found.filter_map(plain);
    let (mut all, mut same) = (0_u32, 0_u32);
    let mut holds = true;
    for c in wanted.filter_map(plain) {
        all += 1;
        holds = holds && found.next() == Some(c);
        same += u32::from(holds);
    }
    if all == 0 {
        1.0
    } else {
        same as f32 / all as f32
    }
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "The commission said so. “Never,” the commission said, and Café. The commission left.";

    fn selector(exact: &str, prefix: &str, suffix: &str, position: Option<u32>) -> Selector {
        Selector {
            quote: Quote {
                exact: exact.into(),
                prefix: prefix.into(),
                suffix: suffix.into(),
            },
            position: position.map(|start| CodePointRange {
                start,
                end: start + exact.chars().count() as u32,
            }),
        }
    }

    #[test]
    fn the_quotation_takes_precedence_over_the_position() {
        let at = |start: usize, words: &str| TextRange::new(start, start + words.len());
        for (selector, expected) in [
            (
                selector("Never", "", "", Some(25)),
                Anchored::At(at(27, "Never")),
            ),
            (
                selector("Never", "", "", Some(3)),
                Anchored::At(at(27, "Never")),
            ),
            (
                selector("commission", "", "", Some(4)),
                Anchored::At(at(4, "commission")),
            ),
            (
                selector("commission", "", "", Some(70)),
                Anchored::At(at(73, "commission")),
            ),
            (
                selector("commission", "", " left", Some(4)),
                Anchored::At(at(73, "commission")),
            ),
            (
                selector("commission", "”\nthe ", "", None),
                Anchored::At(at(41, "commission")),
            ),
            (
                selector("commission", "", "", None),
                Anchored::Among(at(4, "commission"), 3),
            ),
            (
                selector("\"never,\"", "", "", None),
                Anchored::Alike(TextRange::new(24, 36)),
            ),
            (
                selector("cafe", "", "", None),
                Anchored::Alike(at(62, "Café")),
            ),
            (selector("nowhere", "", "", Some(1)), Anchored::Nowhere),
            (selector("", "", "", None), Anchored::Nowhere),
        ] {
            let place = Anchors::of(TEXT).place(&selector);
            assert_eq!(place, expected, "{selector:?}");
        }
        let position = Selector {
            position: Some(CodePointRange { start: 4, end: 14 }),
            ..Selector::default()
        };
        assert_eq!(
            Anchors::of(TEXT).place(&position),
            Anchored::At(at(4, "commission"))
        );
    }

    #[test]
    fn words_that_are_gone_may_have_a_similar_passage() {
        for (position, start) in [(0, 4), (38, 41), (1_000, 73)] {
            let selector = selector("commissions", "", "", Some(position));
            let Anchored::Similar(passage) = Anchors::of(TEXT).place(&selector) else {
                panic!("a similar passage");
            };
            assert_eq!(
                passage.range,
                TextRange::new(start, start + "commission".len())
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn a_drift_is_corrected(before in "[ab é]{0,30}", words in "[xyz]{3,8}", after in "[ab é]{0,30}", position in 0u32..90) {
            let text = format!("{before}{words}{after}");
            let place = Anchors::of(&text).place(&selector(&words, "", "", Some(position)));
            let range = TextRange::new(before.len(), before.len() + words.len());
            proptest::prop_assert_eq!(place, Anchored::At(range));
        }
    }
}
