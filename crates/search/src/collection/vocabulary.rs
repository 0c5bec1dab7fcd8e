//! The distinct words of a collection during indexing, each with a number.

use super::bytes::short_checksum as hash;

/// Interns words: equal bytes get the same number. Numbers count from 0.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// All words, concatenated.
    letters: Vec<u8>,
    /// The end of each word in `letters`.
    ends: Vec<u32>,
    /// A hash table with linear probing: (hash, number + 1), or 0 for an empty slot.
    slots: Vec<(u32, u32)>,
}

impl Vocabulary {
    pub(crate) fn new() -> Self {
        Self {
            letters: Vec::new(),
            ends: Vec::new(),
            slots: vec![(0, 0); 1 << 12],
        }
    }

    /// The number of distinct words.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with this number; empty if there is none.
    pub(crate) fn word(&self, number: u32) -> &[u8] {
        let end = self.ends.get(number as usize).copied().unwrap_or(0);
        let before = number.checked_sub(1);
        let start = before.and_then(|before| self.ends.get(before as usize));
        let start = start.copied().unwrap_or(0);
        self.letters
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// The number of a word, if it has one.
    pub(crate) fn find(&self, word: &[u8]) -> Option<u32> {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some((known, number)) = self.slots.get(at).filter(|(_, number)| *number > 0) {
            if *known == hash && self.word(number - 1) == word {
                return Some(number - 1);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// The number of a word; assigns a new one if necessary.
    #[inline]
    pub(crate) fn intern(&mut self, word: &[u8]) -> u32 {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots.get(at) {
                Some((known, number)) if *number > 0 => {
                    if *known == hash && self.word(number - 1) == word {
                        return number - 1;
                    }
                }
                _ => break,
            }
            at = (at + 1) & mask;
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX - 1);
        self.letters.extend_from_slice(word);
        self.ends
            .push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (hash, number + 1);
        }
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![(0, 0); mask + 1];
        for (hash, number) in self.slots.drain(..).filter(|(_, number)| *number > 0) {
            let mut at = hash as usize & mask;
            while slots.get(at).is_some_and(|(_, taken)| *taken > 0) {
                at = (at + 1) & mask;
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = (hash, number);
            }
        }
        self.slots = slots;
    }
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn a_word_keeps_its_number() {
        let mut words = Vocabulary::new();
        let spelled = |number: u32| format!("w{number}");
        for number in 0..10_000 {
            assert_eq!(words.intern(spelled(number).as_bytes()), number);
        }
        assert_eq!(words.len(), 10_000);
        for number in (0..10_000).rev() {
            assert_eq!(words.intern(spelled(number).as_bytes()), number);
            assert_eq!(words.word(number), spelled(number).as_bytes());
            assert_eq!(words.find(spelled(number).as_bytes()), Some(number));
        }
        assert_eq!(words.word(10_000), b"");
        assert_eq!(words.find(b"never"), None);
    }
}
