//! Sets of documents.

/// A set of document numbers, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentSet {
    words: Vec<u64>,
}

impl DocumentSet {
    /// Creates an empty set with room for this many documents.
    #[must_use]
    pub fn new(documents: u32) -> Self {
        Self {
            words: vec![0; documents.div_ceil(64) as usize],
        }
    }

    /// Creates the set of documents for which `holds` returns true.
    #[must_use]
    pub fn from_fn(documents: u32, holds: impl Fn(u32) -> bool) -> Self {
        let mut set = Self::new(documents);
        for document in (0..documents).filter(|document| holds(*document)) {
            set.insert(document);
        }
        set
    }

    /// Adds a document. Numbers past the end are ignored.
    #[inline]
    pub fn insert(&mut self, document: u32) {
        if let Some(word) = self.words.get_mut(document as usize / 64) {
            *word |= 1 << (document % 64);
        }
    }

    /// Whether a document is in the set.
    #[must_use]
    #[inline]
    pub fn contains(&self, document: u32) -> bool {
        let word = self.words.get(document as usize / 64);
        word.is_some_and(|word| word >> (document % 64) & 1 == 1)
    }

    /// The number of documents in the set.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether the set is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The documents of the set, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(word, at)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left &= left.wrapping_sub(1);
                (bit < 64).then_some(at * 64 + bit)
            })
        })
    }

    /// Keeps only the documents that are in both sets.
    pub fn intersect(&mut self, other: &Self) {
        let others = other.words.iter().copied().chain(std::iter::repeat(0));
        for (word, other) in self.words.iter_mut().zip(others) {
            *word &= other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DocumentSet;
    use std::collections::BTreeSet;

    proptest::proptest! {
        #[test]
        fn a_document_set_behaves_like_a_set(
            a in proptest::collection::btree_set(0u32..200, 0..40),
            b in proptest::collection::btree_set(0u32..200, 0..40),
        ) {
            let set = |of: &BTreeSet<u32>| DocumentSet::from_fn(200, |number| of.contains(&number));
            let mut both = set(&a);
            proptest::prop_assert_eq!(both.iter().collect::<Vec<_>>(), a.iter().copied().collect::<Vec<_>>());
            proptest::prop_assert_eq!(both.len() as usize, a.len());
            both.intersect(&set(&b));
            proptest::prop_assert_eq!(both.iter().collect::<BTreeSet<_>>(), &a & &b);
            proptest::prop_assert_eq!(both.is_empty(), (&a & &b).is_empty());
        }
    }
}
