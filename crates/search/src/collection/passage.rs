//! Passages: the part of a text to show for a query, with every match marked.

use super::index::CollectionIndex;
use super::search::SearchResult;
use crate::query::{Query, Term, Wanted};
use crate::tokens::{cut, for_each_token, joined};
use model::{CodePointRange, TextRange};
use text::code_points::CodePoints;
use text::stem::LEAST_OF_COMPOUND;
use text::terms::split_at_digits;
use ts_rs::TS;

/// A passage of a text with the positions of the query’s words.
#[derive(Clone, Debug, Default, PartialEq, Eq, TS)]
#[ts(rename = "Excerpt")]
pub struct Passage {
    /// Whole words, with "…" where the text was cut.
    pub text: String,
    /// The start and the end of each match, in code points of the passage, in order.
    #[ts(as = "Vec<(u32, u32)>")]
    pub ranges: Vec<CodePointRange>,
}

impl Passage {
    /// The text in pieces, each with whether it is a match.
    #[must_use]
    pub fn pieces(&self) -> Vec<(String, bool)> {
        let mut pieces = Vec::new();
        let mut letters = self.text.chars();
        let mut at = 0;
        let mut take = |end: u32, is_place: bool| {
            let count = end.saturating_sub(at) as usize;
            at = end.max(at);
            let piece: String = letters.by_ref().take(count).collect();
            if !piece.is_empty() {
                pieces.push((piece, is_place));
            }
        };
        for range in &self.ranges {
            take(range.start, false);
            take(range.end, true);
        }
        take(u32::MAX, false);
        pieces
    }
}

/// Finds the terms of a query in a text, including the words that were searched instead.
pub struct Matcher<'i> {
    index: &'i CollectionIndex,
    terms: Vec<MatchedTerm>,
}

#[derive(Default)]
struct MatchedTerm {
    /// Folded words. A word of a quoted phrase is marked only within the phrase.
    words: Vec<String>,
    /// The stems of each word; empty if only the word itself matches.
    stems: Vec<Vec<String>>,
    prefix: bool,
    quoted: bool,
    /// The place of the term in the query. Alternatives share it.
    number: usize,
}

/// A match in a text: its range and its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    range: TextRange,
    term: usize,
}

impl<'i> Matcher<'i> {
    /// Creates a matcher for the words of a query and the words that the search used
    /// instead.
    #[must_use]
    pub fn of(index: &'i CollectionIndex, query: &Query, result: &SearchResult) -> Self {
        let mut matcher = Self {
            index,
            terms: Vec::new(),
        };
        for (term, number) in query.sought().zip(0..) {
            let quoted = term.quoted && !result.loosened.contains(&term.written);
            matcher.add(&term.wanted, quoted, number, result);
        }
        // Two words of the query may be written as one.
        let sought: Vec<&Term> = query.sought().collect();
        for (pair, number) in sought.windows(2).zip(0..) {
            if let [first, second] = pair
                && let (Some(first), Some(second)) = (first.plain_word(), second.plain_word())
            {
                let wanted = Wanted::Word {
                    folded: format!("{first}{second}"),
                    prefix: false,
                    forgiving: false,
                };
                matcher.add(&wanted, false, number, result);
            }
        }
        matcher
    }

    fn add(&mut self, wanted: &Wanted, quoted: bool, number: usize, result: &SearchResult) {
        let mut matched = MatchedTerm {
            quoted,
            number,
            ..MatchedTerm::default()
        };
        match wanted {
            Wanted::Word { folded, prefix, .. } => {
                let written = cut(folded).to_owned();
                let alike = result
                    .forgiven
                    .iter()
                    .filter(|other| other.written == written);
                matched.words = alike
                    .flat_map(|other| other.alike.iter().cloned())
                    .collect();
                matched.words.extend(self.index.other_forms(&written));
                if let Some((letters, digits)) = split_at_digits(&written) {
                    self.terms.push(MatchedTerm {
                        words: vec![letters.to_owned(), digits.to_owned()],
                        prefix: *prefix,
                        quoted: true,
                        number,
                        ..MatchedTerm::default()
                    });
                }
                let is_long = written.chars().nth(LEAST_OF_COMPOUND - 1).is_some();
                matched.prefix = *prefix || (is_long && self.index.has_compounds());
                matched.words.push(written);
            }
            Wanted::Phrase { folded, prefix } => {
                matched.words = folded.iter().map(|word| cut(word).to_owned()).collect();
                matched.prefix = *prefix;
                if let ([first, second], false) = (folded.as_slice(), quoted) {
                    let joined = format!("{first}{second}");
                    matched.words.push(cut(&joined).to_owned());
                }
            }
            Wanted::Published(_) => return,
            Wanted::Any(any) => {
                // A day is marked only as a unit.
                let is_day = any.iter().any(|one| matches!(one, Wanted::Published(_)));
                for wanted in any {
                    self.add(wanted, quoted || is_day, number, result);
                }
                return;
            }
        }
        if !quoted {
            let stems = matched.words.iter().map(|word| self.index.stems_of(word));
            matched.stems = stems.collect();
        }
        self.terms.push(matched);
    }

    /// The byte ranges of a text that match the query, in order, without overlaps.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<TextRange> {
        let (marks, _) = self.marks(text);
        marks.into_iter().map(|mark| mark.range).collect()
    }

    /// The passage of about `length` code points with the most different terms of the
    /// query, then the most matches; the first of several. Without any match, it is the
    /// beginning of the text.
    #[must_use]
    pub fn passage(&self, text: &str, length: usize) -> Passage {
        let (marks, words) = self.marks(text);
        let room = u32::try_from(length).unwrap_or(u32::MAX).max(1);
        let mut best = (0, 0);
        let mut chosen = 0..0;
        for (mark, from) in marks.iter().zip(0usize..) {
            let later = marks.iter().skip(from);
            let fits = later.take_while(|other| other.range.end - mark.range.start <= room);
            let (mut held, mut count) = (0u64, 0);
            for other in fits {
                held |= 1 << (other.term % 64);
                count += 1;
            }
            let worth = (held.count_ones(), count.min(8));
            if worth > best {
                best = worth;
                chosen = from..from + count;
            }
        }
        let inside = marks.get(chosen).unwrap_or_default();
        let hits = match (inside.first(), inside.last()) {
            (Some(first), Some(last)) => TextRange {
                start: first.range.start,
                end: last.range.end,
            },
            _ => TextRange::default(),
        };
        cut_out(text, &words, hits, &marks, length)
    }

    /// All matches and all words of the text.
    fn marks(&self, text: &str) -> (Vec<Mark>, Vec<TextRange>) {
        let mut marks: Vec<Mark> = Vec::new();
        let mut words = Vec::new();
        // The last words of the text for each quoted phrase, as far as they match it.
        let phrases = self.terms.iter().filter(|term| term.quoted);
        let longest = phrases.map(|term| term.words.len()).max().unwrap_or(0);
        let mut recent: Vec<(Vec<u8>, TextRange)> = Vec::new();
        let mut last: (Vec<u8>, TextRange) = Default::default();
        for_each_token(text, |token| {
            words.push(token.range);
            let both = if token.is_joined {
                joined(&last.0, token.folded)
            } else {
                Vec::new()
            };
            let start_of_both = last.1.start;
            token.folded.clone_into(&mut last.0);
            last.1 = token.range;
            if token.after_break {
                recent.clear();
            }
            if longest > 0 {
                if recent.len() >= longest {
                    recent.remove(0);
                }
                recent.push((token.folded.to_vec(), token.range));
            }
            for term in &self.terms {
                let found = if term.quoted {
                    let from = recent.len().checked_sub(term.words.len());
                    let last = from.and_then(|from| recent.get(from..)).unwrap_or_default();
                    let fits = !last.is_empty() && term.is_phrase(last);
                    last.first().filter(|_| fits).map(|(_, range)| range.start)
                } else {
                    let is_joined = !both.is_empty() && term.has(self.index, &both);
                    let stands = term.has(self.index, token.folded);
                    match (is_joined, stands) {
                        (true, _) => Some(start_of_both),
                        (false, true) => Some(token.range.start),
                        (false, false) => None,
                    }
                };
                let Some(start) = found else { continue };
                while marks.last().is_some_and(|mark| mark.range.start >= start) {
                    marks.pop();
                }
                if marks.last().is_none_or(|mark| mark.range.end <= start) {
                    marks.push(Mark {
                        range: TextRange {
                            start,
                            end: token.range.end,
                        },
                        term: term.number,
                    });
                }
                break;
            }
        });
        (marks, words)
    }
}

impl MatchedTerm {
    fn is_phrase(&self, recent: &[(Vec<u8>, TextRange)]) -> bool {
        let last = self.words.len().saturating_sub(1);
        let words = self.words.iter().zip(recent).zip(0usize..);
        words.into_iter().all(|((wanted, (word, _)), at)| {
            word == wanted.as_bytes()
                || (self.prefix && at == last && word.starts_with(wanted.as_bytes()))
        })
    }

    fn has(&self, index: &CollectionIndex, word: &[u8]) -> bool {
        let mut wanted = self.words.iter().zip(&self.stems);
        wanted.any(|(wanted, stems)| {
            let typing = self.prefix && word.starts_with(wanted.as_bytes());
            // Forms of a word begin alike, so most words need no stemming.
            let first = wanted.as_bytes().get(..2);
            word == wanted.as_bytes()
                || typing
                || (first.is_some()
                    && word.get(..2) == first
                    && std::str::from_utf8(word).is_ok_and(|word| {
                        let own = index.stems_of(word);
                        own.iter().zip(stems).any(|(a, b)| a == b)
                    }))
        })
    }
}

/// Cuts out about `length` code points around the matches, in whole words.
fn cut_out(
    text: &str,
    words: &[TextRange],
    hits: TextRange,
    marks: &[Mark],
    length: usize,
) -> Passage {
    let size = |range: TextRange| range.of(text).chars().count();
    let first = words.partition_point(|word| word.end <= hits.start);
    let (mut from, mut to) = (first, words.partition_point(|word| word.start < hits.end));
    if hits.is_empty() {
        (from, to) = (0, usize::from(!words.is_empty()));
    }
    let at = |index: usize| words.get(index).copied();
    let mut used = match (at(from), at(to.saturating_sub(1))) {
        (Some(a), Some(b)) => size(TextRange {
            start: a.start,
            end: b.end,
        }),
        _ => 0,
    };
    // A third of the room goes before the matches and the rest after them, as far as the
    // text allows.
    let mut before = (length.saturating_sub(used)) / 3;
    for forward in [false, true, false] {
        loop {
            let next = if forward {
                at(to)
                    .zip(at(to.wrapping_sub(1)))
                    .map(|(next, last)| TextRange {
                        start: last.end,
                        end: next.end,
                    })
            } else {
                let previous = from.checked_sub(1).and_then(at);
                previous.zip(at(from)).map(|(previous, first)| TextRange {
                    start: previous.start,
                    end: first.start,
                })
            };
            let Some(more) = next.map(size) else { break };
            if used + more > length || (!forward && more > before) {
                break;
            }
            used += more;
            if forward {
                to += 1;
            } else {
                from -= 1;
                before -= more;
            }
        }
        before = length;
    }
    let shown = match (at(from), at(to.saturating_sub(1))) {
        (Some(a), Some(b)) => TextRange {
            start: if from == 0 { 0 } else { a.start },
            end: if to >= words.len() {
                text.len() as u32
            } else {
                b.end
            },
        },
        _ => TextRange::new(0, text.len().min(length)),
    };
    let body = shown.of(text);
    let trimmed = body.trim();
    let start = shown.start + (body.len() - body.trim_start().len()) as u32;
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < words.len() { "…" } else { "" };
    let passage = format!("{lead}{trimmed}{tail}");
    let points = CodePoints::of(&passage);
    let inside = marks.iter().filter_map(|mark| {
        let within = mark.range.start >= start && mark.range.end <= start + trimmed.len() as u32;
        let shift = |offset: u32| offset - start + lead.len() as u32;
        within.then(|| {
            points.from_bytes(TextRange {
                start: shift(mark.range.start),
                end: shift(mark.range.end),
            })
        })
    });
    let ranges = inside.collect();
    Passage {
        text: passage,
        ranges,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Document;
    use proptest::prelude::*;

    const TEXT: &str = "The minister spoke of trade for a long while. Nobody listened to him at all. \
        “Blatant protectionism harms the cafés of Europe,” she said, and regulations would \
        follow in the coming weeks, whatever the courts say about it.";

    fn shown(query: &str, text: &str, length: usize) -> (Passage, Vec<String>) {
        let document = Document {
            id: "a",
            text,
            language: "en",
            ..Document::default()
        };
        let index = CollectionIndex::build([document]);
        let query = Query::parse(query);
        let result = index.search(&query, 10);
        let passage = Matcher::of(&index, &query, &result).passage(text, length);
        let points = CodePoints::of(&passage.text);
        let marked = passage
            .ranges
            .iter()
            .map(|range| points.to_bytes(*range).of(&passage.text).to_owned());
        let marked = marked.collect();
        (passage, marked)
    }

    #[test]
    fn every_match_is_marked() {
        for (query, expected) in [
            ("protectionism ", vec!["protectionism"]),
            ("regulation ", vec!["regulations"]),
            ("cafe ", vec!["cafés"]),
            ("regul", vec!["regulations"]),
            ("protecionism ", vec!["protectionism"]),
            ("\"harms the\"", vec!["harms the"]),
            ("\"the harms\"", vec![]),
            ("zebra ", vec![]),
            (
                "protectionism regulation ",
                vec!["protectionism", "regulations"],
            ),
        ] {
            assert_eq!(shown(query, TEXT, 120).1, expected, "{query}");
        }
    }

    #[test]
    fn a_passage_is_cut_between_words() {
        let (passage, _) = shown("nobody ", TEXT, 40);
        assert!(passage.text.starts_with('…') && passage.text.ends_with('…'));
        assert!(passage.text.contains("Nobody"), "{}", passage.text);
        assert!(passage.text.chars().count() <= 42);
        let (whole, _) = shown("nobody ", TEXT, 1_000);
        assert_eq!(whole.text, TEXT);
        assert_eq!(shown("nobody ", "", 40).0, Passage::default());
    }

    proptest! {
        #[test]
        fn ranges_cover_whole_words(text in "([abé]{1,4}[ ,.]{1,2}|\n\n|中){0,60}", query in "[abé]{1,3}( [abé]{1,3})? ", length in 1usize..80) {
            let (passage, marked) = shown(&query, &text, length);
            let words: Vec<TextRange> = text::words::words(&passage.text).collect();
            let points = CodePoints::of(&passage.text);
            for range in &passage.ranges {
                let bytes = points.to_bytes(*range);
                prop_assert!(words.contains(&bytes), "{:?} in {:?}", bytes, passage.text);
            }
            let inner = passage.text.trim_matches('…');
            prop_assert!(text.contains(inner));
            prop_assert!(marked.len() <= words.len());
        }
    }
}
