//! Words of the dictionary that are spelled like a word which does not occur.

use std::rc::Rc;

use super::index::{Alike, CollectionIndex};
use super::part::Streams;
use crate::spelling::Candidates;

/// The maximum number of cached answers.
const REMEMBERED: usize = 512;

/// The words with the fewest typing errors from `word`, most frequent first, with their
/// weights. If `prefix` is set and no whole word is similar, longer words with a similar
/// beginning count.
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

fn search(index: &CollectionIndex, word: &str, prefix: bool) -> Alike {
    let Some(mut candidates) = Candidates::of(word, prefix) else {
        return Vec::new();
    };
    let first = candidates.first_letter().as_bytes();
    index.for_each_word(first, Streams::None, |other, address| {
        if let Ok(other) = std::str::from_utf8(other) {
            candidates.compare(other, address.documents);
        }
        true
    });
    for other in candidates.other_beginnings() {
        if let Some(address) = index.find(&other) {
            candidates.push_other_beginning(other, address.documents);
        }
    }
    candidates.best()
}
