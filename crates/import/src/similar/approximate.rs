//! The number of letters in which words differ from the parts of a text, in time proportional to the
//! text.
//!
//! The algorithm computes a column of the table of edit distances 64 letters at a time: G. Myers,
//! “A fast bit-vector algorithm for approximate string matching based on dynamic programming”,
//! Journal of the ACM 46 (3), 1999, with the blocks for long words of its section 4. A letter is
//! inserted, omitted or replaced (Levenshtein).

use std::collections::BTreeSet;

/// The number of letters in a block.
const BLOCK: usize = u64::BITS as usize;

/// The number of letters of ASCII.
const ASCII: usize = 128;

/// Words that are compared with many parts of a text.
pub(super) struct Pattern {
    letters: usize,
    blocks: usize,
    /// The distinct letters beyond ASCII, in order.
    others: Vec<char>,
    /// For each letter of ASCII and of `others`, where it stands in the words: a bit for each place.
    places: Vec<u64>,
}

/// Where a part of the text may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    /// At any letter.
    Anywhere,
    /// Only at the first letter of the text.
    First,
}

/// A column of the table, as the differences between neighbouring distances.
#[derive(Clone, Copy)]
struct Block {
    /// Where the distance is one more than above.
    more: u64,
    /// Where it is one less.
    less: u64,
    /// The last place of the block.
    last: u64,
}

impl Pattern {
    /// Prepares words to be compared.
    pub(super) fn of(letters: impl Iterator<Item = char>) -> Self {
        let letters: Vec<char> = letters.collect();
        let blocks = letters.len().div_ceil(BLOCK);
        let others: BTreeSet<char> = letters
            .iter()
            .copied()
            .filter(|it| !it.is_ascii())
            .collect();
        let mut pattern = Self {
            letters: letters.len(),
            blocks,
            places: vec![0; (ASCII + others.len()) * blocks],
            others: others.into_iter().collect(),
        };
        for (place, letter) in letters.into_iter().enumerate() {
            let row = pattern.row(letter).unwrap_or_default();
            if let Some(places) = pattern.places.get_mut(row * blocks + place / BLOCK) {
                *places |= 1 << (place % BLOCK);
            }
        }
        pattern
    }

    /// The number of letters.
    pub(super) fn len(&self) -> usize {
        self.letters
    }

    /// The number of steps that comparing takes with a text of so many letters.
    pub(super) fn steps(&self, letters: usize) -> usize {
        self.blocks.saturating_mul(letters)
    }

    /// For each letter of a text, the distance to the nearest part of the text that ends after it.
    pub(super) fn distances(
        &self,
        text: impl Iterator<Item = char>,
        beginning: Beginning,
    ) -> impl Iterator<Item = usize> {
        let mut blocks: Vec<Block> = (0..self.blocks)
            .map(|block| Block {
                more: u64::MAX,
                less: 0,
                last: 1 << ((self.letters - block * BLOCK).min(BLOCK) - 1),
            })
            .collect();
        let mut distance = self.letters;
        text.map(move |letter| {
            let mut change = i8::from(beginning == Beginning::First);
            let row = self.row(letter).map(|row| row * self.blocks);
            let places = row.and_then(|start| self.places.get(start..start + self.blocks));
            match places {
                Some(places) => {
                    for (block, places) in blocks.iter_mut().zip(places) {
                        change = block.advance(*places, change);
                    }
                }
                None => {
                    for block in &mut blocks {
                        change = block.advance(0, change);
                    }
                }
            }
            distance = distance.saturating_add_signed(isize::from(change));
            distance
        })
    }

    /// The least distance to a part of a text; that to no letters if the text is empty.
    pub(super) fn least(&self, text: impl Iterator<Item = char>) -> usize {
        let distances = self.distances(text, Beginning::Anywhere);
        distances.min().unwrap_or(self.letters).min(self.letters)
    }

    /// The row of a letter; `None` if it is beyond ASCII and does not occur.
    fn row(&self, letter: char) -> Option<usize> {
        if letter.is_ascii() {
            return Some(letter as usize);
        }
        let other = self.others.binary_search(&letter).ok()?;
        Some(ASCII + other)
    }
}

impl Block {
    /// Goes on to the next column. `places` are those of the next letter, `change` is how much the
    /// distance changes in the row above, and the result is how much it changes in the last row.
    fn advance(&mut self, places: u64, change: i8) -> i8 {
        let vertical = places | self.less;
        let places = places | u64::from(change < 0);
        let equal = ((places & self.more).wrapping_add(self.more) ^ self.more) | places;
        let more = self.less | !(equal | self.more);
        let less = self.more & equal;
        let result = i8::from(more & self.last != 0) - i8::from(less & self.last != 0);
        let more = (more << 1) | u64::from(change > 0);
        let less = (less << 1) | u64::from(change < 0);
        self.more = less | !(vertical | more);
        self.less = more & vertical;
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The distances by the table of Sellers (1980), a column for each letter of the text.
    fn naive(wanted: &str, text: &str, beginning: Beginning) -> Vec<usize> {
        let wanted: Vec<char> = wanted.chars().collect();
        let mut column: Vec<usize> = (0..=wanted.len()).collect();
        let mut distances = Vec::new();
        for letter in text.chars() {
            let mut diagonal = column[0];
            column[0] += usize::from(beginning == Beginning::First);
            for row in 1..=wanted.len() {
                let left = column[row];
                let replaced = diagonal + usize::from(wanted[row - 1] != letter);
                column[row] = replaced.min(left + 1).min(column[row - 1] + 1);
                diagonal = left;
            }
            distances.push(column[wanted.len()]);
        }
        distances
    }

    fn distances(wanted: &str, text: &str, beginning: Beginning) -> Vec<usize> {
        let pattern = Pattern::of(wanted.chars());
        pattern.distances(text.chars(), beginning).collect()
    }

    #[test]
    fn differences_are_counted() {
        for (wanted, text, least) in [
            ("harbour", "the harbour opens", 0),
            ("harbor", "the harbour opens", 1),
            ("港口", "新港开放", 1),
            ("ميناء", "الميناء", 0),
            ("abc", "", 3),
            ("", "abc", 0),
            ("abc", "xyz", 3),
        ] {
            let pattern = Pattern::of(wanted.chars());
            assert_eq!(pattern.least(text.chars()), least, "{wanted} in {text}");
        }
    }

    proptest! {
        #[test]
        fn distances_are_those_of_the_table(wanted in "[abcé港]{0,9}", text in "[abcdé港]{0,30}") {
            for beginning in [Beginning::Anywhere, Beginning::First] {
                prop_assert_eq!(distances(&wanted, &text, beginning), naive(&wanted, &text, beginning));
            }
        }

        #[test]
        fn so_are_those_of_long_words(wanted in "[ab]{60,140}|[abc]{127,129}|[ab]{64}", text in "[abc]{0,200}") {
            for beginning in [Beginning::Anywhere, Beginning::First] {
                prop_assert_eq!(distances(&wanted, &text, beginning), naive(&wanted, &text, beginning));
            }
        }
    }
}
