//! Which parts of an index a query needs.

use super::builder::facet_word;
use super::documents::DocumentSet;
use super::index::{CollectionIndex, PartId, beginning_of};
use super::part::Streams;
use super::tokens::cut;
use crate::search::query::{Query, Wanted};

/// Of words that begin as the last word of a query at most so many parts are fetched.
const MOST_FOR_BEGINNING: usize = 2;

impl CollectionIndex {
    /// The parts that a query needs and that are not there yet, those of its words first.
    ///
    /// A word needs the part that holds its forms, mostly one. Not fetched are the words
    /// that stand in more than a quarter of the documents, unless they stand in a phrase
    /// or nothing else does: they would tell little and weigh much. A beginning of a word
    /// fetches two parts at most, and from three letters on. Typing errors are forgiven
    /// among the words of the parts that are there, which hold at least the neighbours of
    /// the word as it was written. Positions are fetched for phrases only; see
    /// [`CollectionIndex::parts_helpful`].
    #[must_use]
    pub fn parts_needed(&self, query: &Query) -> Vec<PartId> {
        let mut needed = Vec::new();
        let only_frequent = query.sought().all(|term| match &term.wanted {
            Wanted::Word { folded, .. } => self.is_frequent(folded),
            Wanted::Phrase { .. } => false,
        });
        for term in &query.terms {
            match &term.wanted {
                Wanted::Word { folded, prefix, .. } => {
                    let word = cut(folded);
                    if only_frequent || term.excluded || !self.is_frequent(word) {
                        self.need_word(word, &mut needed);
                    }
                    if *prefix && word.chars().count() > 2 {
                        let parts = self.parts_of(word.as_bytes()).take(MOST_FOR_BEGINNING);
                        needed.extend(parts.map(PartId::Words));
                    }
                }
                Wanted::Phrase { folded, .. } => {
                    for word in folded {
                        let first = needed.len();
                        self.need_word(cut(word), &mut needed);
                        let words = needed.get(first..).unwrap_or_default().to_vec();
                        needed.extend(words.into_iter().map(positions_of));
                    }
                }
            }
        }
        self.without_those_there(needed)
    }

    /// The parts that would make the order of the results better, beyond those needed:
    /// where the words of the query stand, so that nearness counts.
    #[must_use]
    pub fn parts_helpful(&self, query: &Query) -> Vec<PartId> {
        let mut helpful = Vec::new();
        for term in query.sought() {
            if let Wanted::Word { folded, .. } = &term.wanted
                && !self.is_frequent(folded)
            {
                self.need_word(cut(folded), &mut helpful);
            }
        }
        let positions: Vec<PartId> = helpful.into_iter().map(positions_of).collect();
        if query.sought().nth(1).is_none() {
            return Vec::new();
        }
        self.without_those_there(positions)
    }

    /// The documents that were given a facet; `None` where the part that knows is not
    /// there.
    #[must_use]
    pub fn documents_with(&self, facet: &str) -> Option<DocumentSet> {
        let wanted = facet_word(facet);
        let mut set = DocumentSet::new(self.len());
        let add = |word: &[u8], address| {
            let found = word == wanted.as_bytes();
            if found {
                for posting in self.postings(address) {
                    set.insert(posting.document);
                }
            }
            found
        };
        self.for_each_word(wanted.as_bytes(), Streams::Postings, add)
            .then_some(set)
    }

    /// The parts that [`Self::documents_with`] needs and that are not there yet.
    #[must_use]
    pub fn parts_of_facet(&self, facet: &str) -> Vec<PartId> {
        let parts = self.parts_of(facet_word(facet).as_bytes());
        self.without_those_there(parts.map(PartId::Words).collect())
    }

    /// The parts that hold forms of a word.
    fn need_word(&self, word: &str, needed: &mut Vec<PartId>) {
        let mut beginnings: Vec<String> = Vec::new();
        if !self.is_frequent(word) {
            let stems = self.stems_of(word);
            beginnings.extend(stems.iter().map(|stem| beginning_of(stem).to_owned()));
        }
        beginnings.push(word.to_owned());
        for beginning in beginnings {
            needed.extend(self.parts_of(beginning.as_bytes()).map(PartId::Words));
        }
    }

    fn without_those_there(&self, mut parts: Vec<PartId>) -> Vec<PartId> {
        parts.sort_unstable();
        parts.dedup();
        parts.retain(|part| !self.has_part(*part));
        parts
    }
}

fn positions_of(part: PartId) -> PartId {
    let (PartId::Words(number) | PartId::Positions(number)) = part;
    PartId::Positions(number)
}
