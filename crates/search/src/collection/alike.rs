//! Words of the dictionary that are spelled like a word which does not occur.

use std::rc::Rc;

use super::index::{Alike, CollectionIndex};
use super::part::Streams;
use text::spelling::{Distance, Distances, forgiven};

/// The maximum number of words that replace one.
const MOST: usize = 5;

/// The weight of a word by its distance: no typing error, one, two.
const FACTORS: [f32; 3] = [1.0, 0.8, 0.6];

/// The maximum number of cached answers.
const REMEMBERED: usize = 512;

/// The words with the fewest typing errors from `word`, most frequent first, with their
/// weights. If `prefix` is set and no whole word is similar, longer words with a similar
/// beginning count.
///
/// Words with the same first letter are compared one by one. A wrong first letter is
/// forgiven if it is the only error: all possible first letters are looked up. Numbers are
/// not corrected.
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

/// A similar word, sorted by errors, then whole words first, then by frequency.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    errors: u8,
    longer: bool,
    rare: std::cmp::Reverse<u32>,
    word: String,
}

fn search(index: &CollectionIndex, word: &str, prefix: bool) -> Alike {
    let most = forgiven(word.chars().count());
    if most == 0 || word.chars().any(char::is_numeric) {
        return Vec::new();
    }
    let mut found: Vec<Candidate> = Vec::new();
    let mut distances = Distances::of(word);
    let first: String = word.chars().take(1).collect();
    index.for_each_word(first.as_bytes(), Streams::None, |other, address| {
        let Ok(other) = std::str::from_utf8(other) else {
            return true;
        };
        if let Some(Distance { whole, beginning }) = distances.to(other, most) {
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

/// The words that could have become `word` by one error at the first letter, if the first
/// letter is Latin.
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
