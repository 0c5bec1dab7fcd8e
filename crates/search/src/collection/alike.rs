//! Words of the dictionary that are spelled like one that stands nowhere.

use std::rc::Rc;

use super::index::{Alike, CollectionIndex};
use super::part::Streams;
use crate::spelling::forgiven;

/// How many words may stand for one.
const MOST: usize = 5;

/// How much a word counts that is one typing error away, and two.
const FACTORS: [f32; 3] = [1.0, 0.8, 0.6];

/// How many answers are remembered.
const REMEMBERED: usize = 512;

/// The words that become `word` by the fewest typing errors, the most frequent first,
/// with how much each counts. Where `prefix` says so, a longer word counts whose beginning
/// is alike, if no whole word is.
///
/// Words that begin with the same letter are compared one by one. A wrong first letter is
/// forgiven where it is the only error: all that could stand there are looked up. Numbers
/// are not forgiven.
pub(super) fn alike(index: &CollectionIndex, word: &str, prefix: bool) -> Rc<Alike> {
    let key = (word.to_owned(), prefix);
    if let Some(known) = index.memory().borrow().alike.get(&key) {
        return Rc::clone(known);
    }
    let found = Rc::new(search(index, word, prefix));
    let mut memory = index.memory().borrow_mut();
    if memory.alike.len() >= REMEMBERED {
        memory.alike.clear();
    }
    memory.alike.insert(key, Rc::clone(&found));
    found
}

/// A word that is alike: first by errors, then whole words, then the most frequent.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    errors: u8,
    longer: bool,
    rare: std::cmp::Reverse<u32>,
    word: String,
}

fn search(index: &CollectionIndex, word: &str, prefix: bool) -> Alike {
    let letters: Vec<char> = word.chars().collect();
    let most = forgiven(letters.len()) as u8;
    if most == 0 || letters.iter().any(|letter| letter.is_numeric()) {
        return Vec::new();
    }
    let mut found: Vec<Candidate> = Vec::new();
    let mut distances = Distances::of(letters);
    let first: String = word.chars().take(1).collect();
    index.for_each_word(first.as_bytes(), Streams::None, |other, address| {
        let Ok(other) = std::str::from_utf8(other) else {
            return true;
        };
        if let Some((whole, beginning)) = distances.to(other, most) {
            let errors = if prefix { whole.min(beginning) } else { whole };
            if errors <= most {
                found.push(Candidate {
                    errors,
                    longer: errors < whole,
                    rare: std::cmp::Reverse(address.documents),
                    word: other.to_owned(),
                });
            }
        }
        true
    });
    for other in other_beginnings(word) {
        if let Some(address) = index.find(&other) {
            found.push(Candidate {
                errors: 1,
                longer: false,
                rare: std::cmp::Reverse(address.documents),
                word: other,
            });
        }
    }
    found.sort();
    let Some(best) = found.first() else {
        return Vec::new();
    };
    let (errors, longer) = (best.errors, best.longer);
    let same = found
        .into_iter()
        .take_while(|other| other.errors == errors && other.longer == longer);
    let factor = FACTORS.get(usize::from(errors)).copied().unwrap_or(0.5);
    same.take(MOST)
        .map(|candidate| (candidate.word, factor))
        .collect()
}

/// The words that one error at the first letter can have made into `word`, where the
/// first letter is one of the Latin alphabet.
fn other_beginnings(word: &str) -> Vec<String> {
    let mut letters = word.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else {
        return Vec::new();
    };
    let mut found = vec![rest.to_owned()];
    if let Some(second) = rest.chars().next() {
        let after = rest.get(second.len_utf8()..).unwrap_or_default();
        found.push(format!("{second}{first}{after}"));
    }
    for letter in ('a'..='z').filter(|letter| *letter != first) {
        found.push(format!("{letter}{rest}"));
        found.push(format!("{letter}{word}"));
    }
    found.retain(|other| other != word);
    found
}

/// Distances of one word to many that come in the order of the alphabet: what two
/// neighbours share is not compared again. The distance is that of
/// [`crate::spelling`].
struct Distances {
    wanted: Vec<char>,
    /// The letters of the word before, as far as they were compared.
    other: Vec<char>,
    /// One row of distances before the first letter of `other`, and one for each letter.
    cells: Vec<u8>,
    /// For each row its least distance, and the least distance of all `wanted` to the
    /// beginnings up to there.
    least: Vec<(u8, u8)>,
}

impl Distances {
    fn of(wanted: Vec<char>) -> Self {
        Self {
            cells: (0..=wanted.len()).map(|length| length as u8).collect(),
            least: vec![(0, wanted.len() as u8)],
            wanted,
            other: Vec::new(),
        }
    }

    /// How many errors lead to `other`, and to the nearest beginning of it; nothing where
    /// both are more than `most`.
    fn to(&mut self, other: &str, most: u8) -> Option<(u8, u8)> {
        let shared = self.other.iter().zip(other.chars());
        let shared = shared.take_while(|(a, b)| **a == *b).count();
        self.other.truncate(shared);
        self.least.truncate(shared + 1);
        self.cells.truncate((shared + 1) * (self.wanted.len() + 1));
        let mut left = other.chars().skip(shared);
        let whole = loop {
            // No longer word can be nearer than the nearest of the row.
            if self.least.last().is_some_and(|(row, _)| *row > most) {
                break false;
            }
            match left.next() {
                Some(letter) => self.push(letter),
                None => break true,
            }
        };
        let last = self.cells.last().copied().filter(|_| whole);
        let distance = last.unwrap_or(u8::MAX);
        let beginning = self
            .least
            .last()
            .map_or(u8::MAX, |(_, beginning)| *beginning);
        (distance.min(beginning) <= most).then_some((distance, beginning))
    }

    fn push(&mut self, letter: char) {
        let width = self.wanted.len() + 1;
        let depth = self.least.len();
        let start = depth * width;
        let mut left = depth as u8;
        let mut least = left;
        self.cells.push(left);
        let at = |cells: &[u8], index: usize| cells.get(index).copied().unwrap_or(u8::MAX / 2);
        let mut wanted_before = None;
        for (wanted, index) in self.wanted.iter().zip(1usize..) {
            let above = start - width + index;
            let mut cost = (at(&self.cells, above - 1) + u8::from(*wanted != letter))
                .min(at(&self.cells, above) + 1)
                .min(left + 1);
            if wanted_before == Some(&letter) && self.other.last() == Some(wanted) {
                cost = cost.min(at(&self.cells, above - width - 2) + 1);
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

#[cfg(test)]
mod tests {
    use super::Distances;
    use crate::spelling::is_alike;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn distances_to_many_are_the_distances_to_each(
            wanted in "[a-cé]{1,9}", mut others in proptest::collection::vec("[a-cé]{1,9}", 1..20), most in 0u8..3,
        ) {
            others.sort();
            let mut distances = Distances::of(wanted.chars().collect());
            for other in others {
                let found = distances.to(&other, most);
                let within = |errors: Option<u8>| errors.is_some_and(|errors| errors <= most);
                prop_assert_eq!(within(found.map(|(whole, _)| whole)), is_alike(&wanted, &other, most.into(), false));
                let beginning = found.map(|(whole, beginning)| whole.min(beginning));
                prop_assert_eq!(within(beginning), is_alike(&wanted, &other, most.into(), true));
            }
        }
    }
}
