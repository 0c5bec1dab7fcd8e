//! All ends of a text in alphabetical order, to find many words in it quickly.

use model::TextRange;

/// The suffix array of a text: where each of its ends begins, sorted by their bytes (Manber
/// and Myers 1993; Larsson and Sadakane 2007). Building it takes about linear time for a
/// natural text and n log² n for any other; finding words takes time logarithmic in the text.
#[derive(Clone, Debug)]
pub(crate) struct SuffixArray {
    /// The starts of the ends, sorted.
    starts: Vec<u32>,
    /// The place in `starts` of the end that begins at each byte.
    ranks: Vec<u32>,
}

/// The number of bytes that a first sort compares.
const FIRST: usize = 3;

impl SuffixArray {
    /// Sorts the ends of a text.
    #[must_use]
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        // A key that ends with the text has fewer bytes, and comes first.
        let key = |at: usize| {
            let taken = bytes.iter().skip(at).take(FIRST);
            let length = bytes.len().saturating_sub(at).min(FIRST);
            let sum = taken.fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
            (sum << (8 * (FIRST - length))) << 8 | length as u64
        };
        let mut keyed: Vec<u64> = (0..bytes.len())
            .map(|at| key(at) << 32 | at as u64)
            .collect();
        let mut array = Self {
            starts: vec![0; bytes.len()],
            ranks: vec![0; bytes.len()],
        };
        let mut tied = Vec::new();
        array.sort(0, &mut keyed, &mut tied);
        drop(keyed);
        // The order by twice as many bytes follows from the order of the second halves.
        let mut compared = FIRST;
        let mut keyed = Vec::new();
        while !tied.is_empty() {
            for (first, last) in std::mem::take(&mut tied) {
                keyed.clear();
                let group = array.starts.get(first as usize..last as usize);
                keyed.extend(group.unwrap_or_default().iter().map(|at| {
                    let rank = array.ranks.get(*at as usize + compared);
                    let rank = rank.map_or(0, |rank| u64::from(*rank) + 1);
                    rank << 32 | u64::from(*at)
                }));
                array.sort(first, &mut keyed, &mut tied);
            }
            compared *= 2;
        }
        array
    }

    /// Sorts starts by the keys above them, puts them into the array, and adds the groups with
    /// equal keys to `tied`.
    fn sort(&mut self, first: u32, keyed: &mut [u64], tied: &mut Vec<(u32, u32)>) {
        keyed.sort_unstable();
        let mut place = first;
        for group in keyed.chunk_by(|a, b| a >> 32 == b >> 32) {
            let begins = place;
            for key in group {
                let start = *key as u32;
                if let Some(held) = self.starts.get_mut(place as usize) {
                    *held = start;
                }
                if let Some(rank) = self.ranks.get_mut(start as usize) {
                    *rank = begins;
                }
                place += 1;
            }
            if group.len() > 1 {
                tied.push((begins, place));
            }
        }
    }

    /// The places of words in the text that the array was made of, in no order. They may
    /// overlap.
    #[must_use]
    pub(crate) fn places(&self, text: &str, words: &str) -> &[u32] {
        let (text, words) = (text.as_bytes(), words.as_bytes());
        let beginning = |start: &u32| {
            let end = text.get(*start as usize..).unwrap_or_default();
            end.get(..words.len()).unwrap_or(end)
        };
        let first = self.starts.partition_point(|it| beginning(it) < words);
        let rest = self.starts.get(first..).unwrap_or_default();
        let count = rest.partition_point(|it| beginning(it) == words);
        rest.get(..count).unwrap_or_default()
    }

    /// Whether the words of a range occur nowhere else in the text that the array was made of.
    #[must_use]
    pub(crate) fn is_unique(&self, text: &str, range: TextRange) -> bool {
        let words = range.of(text).as_bytes();
        let Some(rank) = self.ranks.get(range.start as usize) else {
            return false;
        };
        let begins = |rank: Option<u32>| {
            let start = rank.and_then(|rank| self.starts.get(rank as usize));
            let end = start.and_then(|start| text.as_bytes().get(*start as usize..));
            end.is_some_and(|end| end.starts_with(words))
        };
        !begins(rank.checked_sub(1)) && !begins(rank.checked_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_found_wherever_they_occur(text in "[ab\0é]{0,60}", words in "[ab\0é]{1,6}") {
            let array = SuffixArray::of(&text);
            let mut found = array.places(&text, &words).to_vec();
            found.sort_unstable();
            let starts = text.char_indices().map(|(at, _)| at);
            let expected = starts.filter(|at| text[*at..].starts_with(&words));
            prop_assert_eq!(found, expected.map(|at| at as u32).collect::<Vec<_>>());
        }

        #[test]
        fn words_that_occur_once_are_unique(text in "[abé]{1,40}", a in 0usize..40, b in 0usize..40) {
            let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (a, b) = (a % cuts.len(), b % cuts.len());
            let range = TextRange::new(cuts[a.min(b)], cuts[a.max(b)]);
            prop_assume!(!range.is_empty());
            let array = SuffixArray::of(&text);
            let count = array.places(&text, range.of(&text)).len();
            prop_assert_eq!(array.is_unique(&text, range), count == 1);
        }
    }

    #[test]
    fn a_repeated_letter_is_sorted() {
        let text = "a".repeat(10_000);
        let array = SuffixArray::of(&text);
        assert_eq!(array.places(&text, "aa").len(), 9_999);
        assert!(array.starts.is_sorted_by(|a, b| a > b));
    }
}
