//! Words spelled like a word that does not occur: one rule for articles, claims, names and
//! collections.

use model::sort;
use text::spelling::{Distance, Distances, forgiven};

/// The maximum number of words that replace one.
pub(crate) const MOST: usize = 5;

/// The weight of a word by its distance: no typing error, one, two.
const FACTORS: [f32; 3] = [1.0, 0.8, 0.6];

/// A similar word, sorted by errors, then whole words first, then by frequency.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    errors: u8,
    longer: bool,
    rare: std::cmp::Reverse<u32>,
    word: String,
}

/// Collects the words with the fewest typing errors from a word.
///
/// Words with the same first letter are compared one by one. A wrong first letter is
/// forgiven if it is the only error: all possible first letters are looked up. Numbers are
/// not corrected.
pub(crate) struct Candidates<'w> {
    word: &'w str,
    /// Whether longer words with a similar beginning count, if no whole word is similar.
    prefix: bool,
    most: u8,
    distances: Distances,
    found: Vec<Candidate>,
}

impl<'w> Candidates<'w> {
    /// `None` if the word is too short, or contains digits.
    pub(crate) fn of(word: &'w str, prefix: bool) -> Option<Self> {
        let most = forgiven(word.chars().count());
        if most == 0 || word.chars().any(char::is_numeric) {
            return None;
        }
        Some(Self {
            word,
            prefix,
            most,
            distances: Distances::of(word),
            found: Vec::new(),
        })
    }

    /// The letter with which the words to compare begin.
    pub(crate) fn first_letter(&self) -> &'w str {
        let first = self.word.chars().next().map_or(0, char::len_utf8);
        self.word.get(..first).unwrap_or_default()
    }

    /// Compares a word that begins with the same letter. Words are best compared in alphabetical
    /// order.
    pub(crate) fn compare(&mut self, other: &str, frequency: u32) {
        let Some(Distance { whole, beginning }) = self.distances.to(other, self.most) else {
            return;
        };
        let errors = if self.prefix {
            whole.min(beginning)
        } else {
            whole
        };
        if errors <= self.most {
            self.found.push(Candidate {
                errors,
                longer: errors < whole,
                rare: std::cmp::Reverse(frequency),
                word: other.to_owned(),
            });
        }
    }

    /// Adds one of [`Self::other_beginnings`] that occurs.
    pub(crate) fn push_other_beginning(&mut self, word: String, frequency: u32) {
        self.found.push(Candidate {
            errors: 1,
            longer: false,
            rare: std::cmp::Reverse(frequency),
            word,
        });
    }

    /// The words that could have become the word by one error at the first letter, if the first
    /// letter is Latin.
    pub(crate) fn other_beginnings(&self) -> Vec<String> {
        let (word, first) = (self.word, self.first_letter());
        let rest = word.get(first.len()..).unwrap_or_default();
        let second = rest.chars().next().map_or(0, char::len_utf8);
        let (second, after) = rest.split_at_checked(second).unwrap_or_default();
        let mut found = vec![rest.to_owned(), [second, first, after].concat()];
        for letter in 'a'..='z' {
            let mut bytes = [0; 4];
            let letter: &str = letter.encode_utf8(&mut bytes);
            if letter != first {
                found.extend([[letter, rest].concat(), [letter, word].concat()]);
            }
        }
        found.retain(|other| other != word);
        found
    }

    /// The words with the fewest errors, most frequent first, at most [`MOST`], with their weights.
    pub(crate) fn best(mut self) -> Vec<(String, f32)> {
        sort(&mut self.found, Ord::cmp);
        let Some(best) = self.found.first() else {
            return Vec::new();
        };
        let (errors, longer) = (best.errors, best.longer);
        let factor = FACTORS.get(usize::from(errors)).copied().unwrap_or(0.5);
        let same = self
            .found
            .into_iter()
            .take_while(|other| other.errors == errors && other.longer == longer);
        same.take(MOST)
            .map(|candidate| (candidate.word, factor))
            .collect()
    }
}
