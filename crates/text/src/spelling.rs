//! Spelling similarity: the number of typing errors between two words.
//!
//! An error is an extra letter, a missing letter, a wrong letter, or two adjacent letters
//! swapped (the optimal string alignment distance of Damerau and Levenshtein).

/// The number of typing errors forgiven in a word of this many letters.
#[must_use]
pub fn forgiven(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The number of typing errors between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// The distance to the whole word; 255 if it is too large to count.
    pub whole: u8,
    /// The distance to the nearest beginning of the word.
    pub beginning: u8,
}

/// Distances from one word to many. If these come in alphabetical order, the letters that
/// two neighbours share are compared only once. A comparison stops at the first letter that
/// makes the word too different.
///
/// ```
/// use text::spelling::Distances;
///
/// let mut distances = Distances::of("portection");
/// assert!(distances.is_alike("protection", 1, false));
/// assert!(distances.is_alike("protectionism", 1, true));
/// assert!(!distances.is_alike("protectionism", 1, false));
/// ```
pub struct Distances {
    wanted: Vec<char>,
    /// The letters of the previous word, as far as they were compared.
    other: Vec<char>,
    /// A row of distances before the first letter of `other`, and one row for each letter.
    cells: Vec<u8>,
    /// The least distance of each row, and the least distance of all of `wanted` to the
    /// beginnings up to there.
    least: Vec<(u8, u8)>,
}

impl Distances {
    /// Creates a calculator for a word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let wanted: Vec<char> = word.chars().collect();
        Self {
            cells: (0..=wanted.len()).map(errors).collect(),
            least: vec![(0, errors(wanted.len()))],
            wanted,
            other: Vec::new(),
        }
    }

    /// Whether `other` is at most `most` errors away or, if `prefix` is set, a beginning of
    /// `other` is.
    pub fn is_alike(&mut self, other: &str, most: u8, prefix: bool) -> bool {
        self.to(other, most)
            .is_some_and(|distance| distance.whole <= most || prefix)
    }

    /// The distance to `other`; `None` if both numbers exceed `most`.
    pub fn to(&mut self, other: &str, most: u8) -> Option<Distance> {
        let shared = self.other.iter().zip(other.chars());
        let shared = shared.take_while(|(a, b)| **a == *b).count();
        self.other.truncate(shared);
        self.least.truncate(shared + 1);
        self.cells.truncate((shared + 1) * (self.wanted.len() + 1));
        let mut left = other.chars().skip(shared);
        let is_whole = loop {
            // No longer word can be closer than the minimum of the row.
            if self.least.last().is_some_and(|(row, _)| *row > most) {
                break false;
            }
            match left.next() {
                Some(letter) => self.push(letter),
                None => break true,
            }
        };
        let whole = self.cells.last().copied().filter(|_| is_whole);
        let whole = whole.unwrap_or(u8::MAX);
        let beginning = self
            .least
            .last()
            .map_or(u8::MAX, |(_, beginning)| *beginning);
        (whole.min(beginning) <= most).then_some(Distance { whole, beginning })
    }

    fn push(&mut self, letter: char) {
        let width = self.wanted.len() + 1;
        let depth = self.least.len();
        let start = depth * width;
        let mut left = errors(depth);
        let mut least = left;
        self.cells.push(left);
        let at = |cells: &[u8], index: usize| cells.get(index).copied().unwrap_or(u8::MAX);
        let mut wanted_before = None;
        for (wanted, index) in self.wanted.iter().zip(1usize..) {
            let above = start - width + index;
            let mut cost = at(&self.cells, above - 1)
                .saturating_add(u8::from(*wanted != letter))
                .min(at(&self.cells, above).saturating_add(1))
                .min(left.saturating_add(1));
            if wanted_before == Some(&letter) && self.other.last() == Some(wanted) {
                cost = cost.min(at(&self.cells, above - width - 2).saturating_add(1));
            }
            self.cells.push(cost);
            least = least.min(cost);
            left = cost;
            wanted_before = Some(wanted);
        }
        let nearest = self.least.last().map_or(u8::MAX, |(_, nearest)| *nearest);
        self.least.push((least, nearest.min(left)));
        self.other.push(letter);
    }
}

/// Converts a number of letters to a number of errors, at most 255.
fn errors(letters: usize) -> u8 {
    u8::try_from(letters).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typing_errors_are_counted() {
        let long = "x".repeat(1_000);
        for (wanted, word, most, prefix, alike) in [
            ("protecionism", "protectionism", 1, false, true),
            ("protetcionism", "protectionism", 1, false, true),
            ("portection", "protectionism", 1, true, true),
            ("portection", "protectionism", 1, false, false),
            ("guo", "gua", 0, false, false),
            ("same", "same", 0, false, true),
            ("abcd", "badc", 1, false, false),
            ("abcd", "badc", 2, false, true),
            ("", "a", 1, false, true),
            ("", "", 0, true, true),
            (long.as_str(), "x", 2, true, false),
            ("x", long.as_str(), 2, false, false),
        ] {
            let found = Distances::of(wanted).is_alike(word, most, prefix);
            assert_eq!(found, alike, "{wanted} {word}");
        }
    }

    proptest! {
        #[test]
        fn distances_to_many_equal_the_distances_to_each(
            wanted in "[a-cé]{0,9}", mut others in proptest::collection::vec("[a-cé]{0,9}", 1..20), most in 0u8..4,
        ) {
            others.sort();
            let mut distances = Distances::of(&wanted);
            for other in others {
                let whole = strsim::osa_distance(&wanted, &other);
                let found = distances.is_alike(&other, most, false);
                prop_assert_eq!(found, whole <= most.into(), "{} {}", wanted, other);
                let ends = other.char_indices().map(|(at, _)| at).chain([other.len()]);
                let beginnings = ends.map(|end| strsim::osa_distance(&wanted, &other[..end]));
                let nearest = beginnings.min().unwrap();
                let found = distances.is_alike(&other, most, true);
                prop_assert_eq!(found, nearest <= most.into(), "{} {}", wanted, other);
            }
        }
    }
}
