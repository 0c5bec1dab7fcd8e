//! Proposes a passage for a quotation whose words are no longer in a text, because the text was
//! edited.

mod approximate;
#[cfg(test)]
mod tests;

use model::{Provenance, TextRange, sort};
use text::fold::Folded;
use text::spelling::forgiven;
use text::words::{is_word_char, words};

use super::quote::{Quote, loosen};
use approximate::{Beginning, Pattern};
use weight::{EXACT, POSITION, PREFIX, SUFFIX};

/// The weights of the parts of a quotation, as Hypothesis has them.
pub mod weight {
    /// Of the quoted words.
    pub const EXACT: f32 = 50.0;
    /// Of the words before them.
    pub const PREFIX: f32 = 20.0;
    /// Of the words after them.
    pub const SUFFIX: f32 = 20.0;
    /// Of the place at which they once were.
    pub const POSITION: f32 = 2.0;
}

/// The score below which a passage is no proposal.
const LEAST: f32 = 0.65;

/// The number of letters above which a quotation gets no proposal.
const LONGEST: usize = 4_000;

/// The number of letters of context that are compared on each side.
const CONTEXT: usize = 64;

/// Of ends that are at most so many letters apart, only the most similar one is looked at.
const NEIGHBOURS: usize = 4;

/// The number of passages whose context is compared for a quotation.
const MOST_PASSAGES: usize = 32;

/// The number of steps for all quotations together; after that, nothing is proposed. In a step, a
/// letter of the text is compared with 64 letters of a quotation.
const MOST_STEPS: usize = 100_000_000;

/// Proposes passages of one text.
#[derive(Debug)]
pub struct SimilarPassages<'t> {
    text: &'t str,
    folded: Folded,
    /// The number of letters of the folded text.
    letters: usize,
    words: Vec<TextRange>,
    steps_left: usize,
}

/// A passage that is similar to a quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimilarPassage {
    /// The passage, in whole words.
    pub range: TextRange,
    /// How similar it is with its context, from 0 to 1.
    pub score: f32,
}

/// The words of a quotation that was moved to a similar passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The words before.
    pub words: String,
    /// How similar the passage is, from 0 to 1.
    pub score: f32,
}

impl Moved {
    /// The origin of an annotation of which these parts were moved, if any were.
    #[must_use]
    pub fn origin(parts: &[Self]) -> Option<Provenance> {
        let least = parts.iter().map(|part| part.score).reduce(f32::min)?;
        let words: Vec<&str> = parts.iter().map(|part| part.words.trim()).collect();
        Some(Provenance::moved(&words.join(" […] "), least))
    }
}

/// The end of a part of the folded text, and its distance to the quotation.
#[derive(Clone, Copy)]
struct End {
    /// The place, in bytes.
    at: usize,
    /// The number of letters before it.
    letter: usize,
    distance: usize,
    /// Whether it is within a word.
    is_cut: bool,
}

impl End {
    /// The distance, and that of the rest of a word, which is at least one letter.
    fn rank(self) -> usize {
        self.distance + usize::from(self.is_cut)
    }
}

impl<'t> SimilarPassages<'t> {
    /// Prepares to find passages in a text.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let folded = Folded::with(text, loosen);
        Self {
            text,
            letters: folded.text.chars().count(),
            words: words(text).collect(),
            folded,
            steps_left: MOST_STEPS,
        }
    }

    /// The passage that is most similar to a quotation by its words, their context and the byte at
    /// which they once began; `None` if none is similar enough. Case, accents and the style of
    /// quotation marks do not count. Words of one paragraph are not found in two. The time is limited for all quotations together.
    #[must_use]
    pub fn propose(&mut self, quote: &Quote, position: Option<usize>) -> Option<SimilarPassage> {
        let exact = loose(quote.exact.trim());
        let pattern = Pattern::of(exact.chars());
        if pattern.len() == 0 || pattern.len() > LONGEST {
            return None;
        }
        let steps = pattern.steps(self.letters + 4 * MOST_PASSAGES * pattern.len());
        self.steps_left = self.steps_left.checked_sub(steps)?;
        let has_context = !(quote.prefix.is_empty() && quote.suffix.is_empty());
        let most = most_errors(pattern.len(), has_context);
        // The place in the folded text is approximately proportional.
        let folded = |at: usize| at.saturating_mul(self.folded.text.len()) / self.text.len().max(1);
        let expected = position.map(|at| folded(at.saturating_add(quote.exact.len())));
        let backwards = Pattern::of(exact.chars().rev());
        let (prefix, suffix) = (loose(&quote.prefix), loose(&quote.suffix));
        let prefix = Pattern::of(last(&prefix, CONTEXT));
        let suffix = Pattern::of(suffix.chars().take(CONTEXT));
        let mut best: Option<SimilarPassage> = None;
        for end in self.ends(&pattern, most, expected) {
            let Some(range) = self.passage(&backwards, end, most) else {
                continue;
            };
            let there = range.of(self.text);
            if there.contains('\n') && !quote.exact.contains('\n') {
                continue;
            }
            let there = loose(there);
            let distances = pattern.distances(there.chars(), Beginning::First);
            let Some(distance) = distances.last().filter(|distance| *distance <= most) else {
                continue;
            };
            let before = self.text.get(..range.start as usize).unwrap_or_default();
            let after = self.text.get(range.end as usize..).unwrap_or_default();
            let before = loose(end_of(before));
            let after = loose(beginning_of(after));
            let mut parts = vec![(EXACT, alike(&pattern, distance))];
            if prefix.len() > 0 {
                let distance = prefix.least(last(&before, prefix.len()));
                parts.push((PREFIX, alike(&prefix, distance)));
            }
            if suffix.len() > 0 {
                let distance = suffix.least(after.chars().take(suffix.len()));
                parts.push((SUFFIX, alike(&suffix, distance)));
            }
            if let Some(position) = position {
                let apart = position.abs_diff(range.start as usize) as f32;
                parts.push((POSITION, 1.0 - (apart / self.text.len() as f32).min(1.0)));
            }
            let weights: f32 = parts.iter().map(|(weight, _)| weight).sum();
            let score = parts
                .iter()
                .map(|(weight, part)| weight * part)
                .sum::<f32>()
                / weights;
            if score >= LEAST && best.is_none_or(|best| score > best.score) {
                best = Some(SimilarPassage { range, score });
            }
        }
        best
    }

    /// Where parts of the text end that are similar to a pattern: the most similar ones, and of
    /// neighbouring ones the most similar one.
    fn ends(&self, pattern: &Pattern, most: usize, expected: Option<usize>) -> Vec<End> {
        let letters = self.folded.text.char_indices();
        let after = letters.map(|(at, letter)| at + letter.len_utf8()).zip(1..);
        let reach = NEIGHBOURS.min(pattern.len() / 2);
        let mut ends: Vec<End> = Vec::new();
        let mut last: Option<End> = None;
        let mut keep = |end: Option<End>, is_done: bool| {
            ends.extend(end);
            if ends.len() >= 2 * MOST_PASSAGES || is_done {
                let apart = |end: &End| expected.map_or(0, |expected| expected.abs_diff(end.at));
                sort(&mut ends, |a, b| {
                    let nearer = apart(a).cmp(&apart(b));
                    a.rank().cmp(&b.rank()).then(nearer)
                });
                ends.truncate(MOST_PASSAGES);
            }
        };
        let letters = self.folded.text.chars();
        let distances = pattern.distances(letters, Beginning::Anywhere);
        for (distance, (at, letter)) in distances.zip(after) {
            if distance > most {
                continue;
            }
            let end = End {
                at,
                letter,
                distance,
                is_cut: self.is_in_word(at),
            };
            match last {
                Some(known) if letter - known.letter <= reach => {
                    if end.rank() < known.rank() {
                        last = Some(end);
                    }
                }
                known => {
                    keep(known, false);
                    last = Some(end);
                }
            }
        }
        keep(last, true);
        ends
    }

    /// The passage that ends there, from its nearest beginning, in whole words.
    fn passage(&self, backwards: &Pattern, end: End, most: usize) -> Option<TextRange> {
        let before = self.folded.text.get(..end.at)?;
        let distances = backwards.distances(before.chars().rev(), Beginning::First);
        let starts = before.char_indices().rev().map(|(at, _)| at);
        let starts = distances.zip(starts).take(backwards.len() + most);
        let nearest = starts.filter(|(distance, _)| *distance == end.distance);
        let (_, start) = nearest.min_by_key(|(_, start)| self.is_in_word(*start))?;
        let range = self.folded.to_original(TextRange::new(start, end.at));
        let range = TextRange {
            start: self.word_at(range.start).map_or(range.start, |it| it.start),
            end: self.word_at(range.end).map_or(range.end, |it| it.end),
        };
        let words = range.of(self.text);
        let start = range.start as usize + words.len() - words.trim_start().len();
        let range = TextRange::new(start, start + words.trim().len());
        (!range.is_empty()).then_some(range)
    }

    /// The word that a byte divides.
    fn word_at(&self, byte: u32) -> Option<TextRange> {
        let number = self.words.partition_point(|word| word.end <= byte);
        let word = self.words.get(number).filter(|word| word.start < byte);
        word.copied()
    }

    /// Whether a place in the folded text is within a word.
    fn is_in_word(&self, place: usize) -> bool {
        let (before, after) = self.folded.text.split_at_checked(place).unwrap_or_default();
        before.ends_with(is_word_char) && after.starts_with(is_word_char)
    }
}

/// The number of errors up to which words count as similar. In short words each letter counts, and
/// without context there is nothing else to go by.
fn most_errors(letters: usize, has_context: bool) -> usize {
    match letters {
        0..=7 => usize::from(forgiven(letters)),
        _ if has_context => letters / 2,
        _ => letters * 2 / 5,
    }
}

/// How similar words at a distance are, from 0 to 1.
fn alike(pattern: &Pattern, distance: usize) -> f32 {
    (1.0 - distance as f32 / pattern.len() as f32).max(0.0)
}

fn loose(words: &str) -> String {
    Folded::with(words, loosen).text
}

/// The last letters of a text.
fn last(folded: &str, count: usize) -> impl Iterator<Item = char> {
    let skipped = folded.chars().count().saturating_sub(count);
    folded.chars().skip(skipped)
}

/// The end of a text, with at least the letters that are compared.
fn end_of(text: &str) -> &str {
    let start = text.char_indices().rev().nth(2 * CONTEXT);
    start.map_or(text, |(at, _)| text.get(at..).unwrap_or_default())
}

/// The beginning of a text, with at least the letters that are compared.
fn beginning_of(text: &str) -> &str {
    let end = text.char_indices().nth(2 * CONTEXT);
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}
