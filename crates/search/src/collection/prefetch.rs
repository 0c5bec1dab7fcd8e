//! Selects the parts of an index that a query needs.

use super::builder::facet_word;
use super::documents::DocumentSet;
use super::index::{CollectionIndex, PartId};
use super::part::Streams;
use crate::query::{Day, Query, Wanted};
use crate::tokens::cut;

/// The maximum number of parts to load for the beginning of a word.
const MOST_FOR_BEGINNING: usize = 2;

/// The total size of the parts for the first words of a query, in bytes before compression.
/// About two thirds of that is transferred.
const FIRST: u32 = 84_000;

impl CollectionIndex {
    /// The missing parts that a query needs for its first results.
    ///
    /// A word needs the part that contains its forms, usually one. Words that occur in more
    /// than a quarter of the documents are not loaded, because they say little and their
    /// parts are large; they are loaded only within a phrase or if the query has no other
    /// words. A beginning of a word loads at most two parts, and only from three letters
    /// on. Typing errors are corrected with the words of the loaded parts, which include at
    /// least the neighbours of the word as written. Positions are loaded only for phrases.
    ///
    /// If a query has many words, the parts of the longest words come first, up to 84 kB,
    /// because longer words tend to be rarer and more informative; see
    /// [`Self::parts_left`].
    #[must_use]
    pub fn parts_needed(&self, query: &Query) -> Vec<PartId> {
        self.without_those_there(self.parts_in_order(query).0)
    }

    /// All missing parts of a query, including those that the first results of a query of
    /// many words do without.
    #[must_use]
    pub fn parts_left(&self, query: &Query) -> Vec<PartId> {
        let (needed, left) = self.parts_in_order(query);
        self.without_those_there([needed, left].concat())
    }

    /// The parts that a query needs at once, and the parts of words that can wait.
    fn parts_in_order(&self, query: &Query) -> (Vec<PartId>, Vec<PartId>) {
        let mut needed = Vec::new();
        let mut words = Vec::new();
        let only_frequent = query.sought().all(|term| match &term.wanted {
            Wanted::Word { folded, .. } => self.is_frequent(folded),
            Wanted::Phrase { .. } | Wanted::Any(_) | Wanted::Published(_) => false,
        });
        for term in &query.terms {
            let all = only_frequent || term.excluded;
            self.need(&term.wanted, all, &mut words, &mut needed);
        }
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        let mut left = Vec::new();
        let mut bytes = 0;
        for word in words {
            let mut parts = Vec::new();
            self.need_word(word, &mut parts);
            parts.retain(|part| !needed.contains(part));
            parts.dedup();
            let more: u32 = parts.iter().map(|part| self.bytes_of(*part)).sum();
            if bytes > 0 && bytes + more > FIRST {
                left.extend(parts);
            } else {
                bytes += more;
                needed.extend(parts);
            }
        }
        (needed, left)
    }

    /// Adds what a term needs: words that can wait to `words`, and parts to `needed`. If `all` is
    /// set, it needs its words at once, frequent ones too.
    fn need<'q>(
        &self,
        wanted: &'q Wanted,
        all: bool,
        words: &mut Vec<&'q str>,
        needed: &mut Vec<PartId>,
    ) {
        match wanted {
            Wanted::Word { folded, prefix, .. } => {
                let word = cut(folded);
                if all {
                    self.need_word(word, needed);
                } else if !self.is_frequent(word) {
                    words.push(word);
                }
                if *prefix && word.chars().count() > 2 {
                    let parts = self.parts_of(word.as_bytes()).take(MOST_FOR_BEGINNING);
                    needed.extend(parts.map(PartId::Words));
                }
            }
            Wanted::Phrase { folded, .. } => {
                if let [first, second] = folded.as_slice() {
                    self.need_word(cut(&format!("{first}{second}")), needed);
                }
                for word in folded {
                    let first = needed.len();
                    self.need_word(cut(word), needed);
                    let words = needed.get(first..).unwrap_or_default().to_vec();
                    needed.extend(words.into_iter().map(positions_of));
                }
            }
            Wanted::Published(day) => {
                let parts = self.parts_of(facet_word(&published(*day)).as_bytes());
                needed.extend(parts.map(PartId::Words));
            }
            Wanted::Any(any) => {
                for wanted in any {
                    self.need(wanted, all, words, needed);
                }
            }
        }
    }

    /// The size of a part in bytes.
    fn bytes_of(&self, part: PartId) -> u32 {
        let (PartId::Words(number) | PartId::Positions(number)) = part;
        let entry = self.head.parts.get(number as usize);
        entry.map_or(0, |entry| match part {
            PartId::Words(_) => entry.words.0,
            PartId::Positions(_) => entry.positions.0,
        })
    }

    /// The documents with a facet; `None` if the part that lists them is missing.
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

    /// The missing parts that [`Self::documents_with`] needs.
    #[must_use]
    pub fn parts_of_facet(&self, facet: &str) -> Vec<PartId> {
        let parts = self.parts_of(facet_word(facet).as_bytes());
        self.without_those_there(parts.map(PartId::Words).collect())
    }

    /// Adds the parts that contain forms of a word.
    fn need_word(&self, word: &str, needed: &mut Vec<PartId>) {
        let mut beginnings = if self.is_frequent(word) {
            vec![word.to_owned()]
        } else {
            self.beginnings_of(word, &self.stems_of(word))
        };
        beginnings.extend(self.other_forms(word));
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

/// The facet of documents published on a day, as far as it is known: without a year, only its
/// beginning.
pub(super) fn published(day: Day) -> String {
    let Day { year, month, day } = day;
    year.map_or_else(
        || PUBLISHED.to_owned(),
        |year| format!("{PUBLISHED}{year:04}-{month:02}-{day:02}"),
    )
}

/// What the facet of the day of publication begins with, before a date such as 2026-01-22.
pub(super) const PUBLISHED: &str = "published ";

fn positions_of(part: PartId) -> PartId {
    let (PartId::Words(number) | PartId::Positions(number)) = part;
    PartId::Positions(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Document;

    #[test]
    fn a_query_of_many_words_is_answered_with_some_of_them_first() {
        let word = |number: u32| format!("{:08x}word", number.wrapping_mul(2_654_435_761));
        let texts = (0..20_000).step_by(4).map(|number| {
            let [a, b, c, d] = [0, 1, 2, 3].map(|more| word(number + more));
            format!("{a} {b} {c} {d}")
        });
        let texts: Vec<String> = texts.collect();
        let whole = CollectionIndex::build(texts.iter().map(|text| Document {
            text,
            ..Document::default()
        }));
        let parts = whole.to_parts();
        let mut index = CollectionIndex::from_head(&parts.head).unwrap();
        let asked: Vec<String> = (0..60).map(|number| word(number * 300)).collect();
        let longest = "longest-of-all";
        let query = Query::parse(&format!("{} {longest} ", asked.join(" ")));
        let provide = |index: &mut CollectionIndex, wanted: &[PartId]| {
            for (id, bytes) in parts.parts.iter().filter(|(id, _)| wanted.contains(id)) {
                index.provide(*id, bytes.clone()).unwrap();
            }
        };

        let first = index.parts_needed(&query);
        let bytes: u32 = first.iter().map(|part| index.bytes_of(*part)).sum();
        assert!((FIRST / 2..=FIRST + 20_000).contains(&bytes), "{bytes}");
        let of_longest = index.parts_of(longest.as_bytes()).map(PartId::Words);
        assert!(of_longest.into_iter().all(|part| first.contains(&part)));
        provide(&mut index, &first);
        assert_eq!(index.parts_needed(&query), []);
        let soon = index.search(&query, 100);
        assert!((1..60).contains(&soon.hits.len()), "{}", soon.hits.len());
        assert_eq!(
            soon.forgiven,
            [],
            "what is not there yet is no typing error"
        );

        let left = index.parts_left(&query);
        assert!(!left.is_empty() && left.iter().all(|part| !first.contains(part)));
        provide(&mut index, &left);
        assert_eq!(index.parts_left(&query), []);
        let found = index.search(&query, 100);
        let words = parts.parts.iter().map(|(id, _)| *id);
        let words: Vec<PartId> = words.filter(|id| matches!(id, PartId::Words(_))).collect();
        provide(&mut index, &words);
        assert!(found == index.search(&query, 100));
    }
}
