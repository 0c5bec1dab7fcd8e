//! Searching: the documents that match a query, and their order.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::alike::alike;
use super::builder::facet_word;
use super::documents::DocumentSet;
use super::index::{CollectionIndex, Forms, K1};
use super::nearness::{Nearness, Place};
use super::part::{Streams, TermAddress};
use super::phrase::phrase;
use super::prefetch::published;
use super::scratch::Scratch;
use crate::query::{Day, Query, Term, Wanted};
use crate::tokens::cut;
use text::stem::LEAST_OF_COMPOUND;
use text::terms::split_at_digits;

/// The result of searching a collection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResult {
    /// The best documents: those with all terms first, then by score, then by number.
    pub hits: Vec<Hit>,
    /// The number of documents that contain all terms.
    pub holding_all: u32,
    /// The number of documents that contain any term, including those with all.
    pub holding_any: u32,
    /// The matching documents: those that contain all terms or, if there are none, those
    /// that contain any.
    pub documents: DocumentSet,
    /// Terms that do not occur as written, with the words searched instead.
    pub forgiven: Vec<Forgiven>,
    /// Quotations, as written, that occur nowhere, so that their words were searched.
    pub loosened: Vec<String>,
    /// Words, as written, that could not be looked up because a part of the index is
    /// missing.
    pub missing: Vec<String>,
}

/// What a search looked for instead of what is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replacements {
    /// Words that do not occur as written, with the words searched instead.
    pub words: Vec<Forgiven>,
    /// Quotations, as written, that occur nowhere, so that their words were searched.
    pub quotations: Vec<String>,
}

impl SearchResult {
    /// What was searched instead of what is written.
    #[must_use]
    pub fn replacements(&self) -> Replacements {
        Replacements {
            words: self.forgiven.clone(),
            quotations: self.loosened.clone(),
        }
    }
}

/// A matching document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The document's number.
    pub number: u32,
    /// The score, above 0. Scores are comparable within one result.
    pub score: f32,
    /// Whether the document contains all terms.
    pub holds_all: bool,
}

/// A word that does not occur as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgiven {
    /// The word, folded.
    pub written: String,
    /// Similar words of the collection, best first.
    pub alike: Vec<String>,
}

/// The weight of a longer word that begins like the last word of the query, relative to
/// that word. The reader may or may not be about to type it.
const BEGINNING: f32 = 0.4;

/// The weight of irregular forms, relative to the word as written.
const IRREGULAR_FORM: f32 = 0.3;

/// Only longer beginnings are scored. Beginnings of up to this many letters only filter,
/// because they say little and occur nearly everywhere.
const SHORT_BEGINNING: usize = 2;

/// The number of top documents that are ranked again by proximity.
const REFINED: usize = 64;

/// The maximum number of words with the same beginning to follow if parts may be missing.
const MOST_TERMS: usize = 64;

impl CollectionIndex {
    /// Searches all documents.
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> SearchResult {
        self.search_within(query, limit, None)
    }

    /// Searches the documents of a set, or all documents if `within` is `None`. A query
    /// without terms matches all of them, in their order.
    #[must_use]
    pub fn search_within(
        &self,
        query: &Query,
        limit: usize,
        within: Option<&DocumentSet>,
    ) -> SearchResult {
        let mut scratch = self.scratch.take();
        scratch.prepare(self.len());
        let mut search = Search {
            index: self,
            scratch: &mut scratch,
            result: SearchResult::default(),
            places: Vec::new(),
            required: 0,
            banned: None,
            offset: 0,
            alone: query.sought().take(2).count() == 1,
        };
        let mut before: Option<(&str, u64)> = None;
        for (term, number) in query.sought().take(MOST_TERMS).zip(0u32..) {
            let bit = if term.optional { 0 } else { 1 << number };
            search.add_term(term, bit);
            let plain = term.plain_word().map(|word| (word, bit));
            if let (Some((first, one)), Some((second, other))) = (before, plain) {
                search.add_joined(&format!("{first}{second}"), one | other);
            }
            before = plain;
        }
        for term in query.terms.iter().filter(|term| term.excluded) {
            search.ban(term, &term.wanted);
        }
        let result = search.finish(limit, within);
        self.scratch.replace(scratch);
        result
    }

    pub(super) fn idf(&self, holding: u32) -> f32 {
        let (all, holding) = (self.len() as f32, holding as f32);
        ((all - holding + 0.5).max(0.5) / (holding + 0.5)).ln_1p()
    }

    /// Whether a word is so common that its part is not worth loading.
    pub(super) fn is_frequent(&self, word: &str) -> bool {
        let frequent = &self.head.frequent;
        let found = frequent.binary_search_by(|known| known.as_slice().cmp(word.as_bytes()));
        found.is_ok()
    }
}

pub(super) struct Search<'i, 's> {
    pub(super) index: &'i CollectionIndex,
    pub(super) scratch: &'s mut Scratch,
    pub(super) result: SearchResult,
    /// The words whose proximity counts.
    pub(super) places: Vec<Place>,
    /// The bits of the terms that a document must contain to have all.
    pub(super) required: u64,
    pub(super) banned: Option<DocumentSet>,
    /// The number of words before the current one in the query.
    pub(super) offset: u32,
    /// Whether the query has a single term.
    pub(super) alone: bool,
}

impl Search<'_, '_> {
    fn add_term(&mut self, term: &Term, bit: u64) {
        self.add_wanted(term, &term.wanted, bit);
        self.offset += 1;
    }

    fn add_wanted(&mut self, term: &Term, wanted: &Wanted, bit: u64) {
        match wanted {
            Wanted::Word {
                folded,
                prefix,
                forgiving,
            } => self.add_word(cut(folded), *prefix, *forgiving, bit),
            Wanted::Phrase { folded, prefix } => {
                self.add_phrase(term, folded, *prefix, bit);
            }
            Wanted::Any(any) => {
                for wanted in any {
                    self.add_wanted(term, wanted, bit);
                }
            }
            Wanted::Published(day) => self.add_published(*day, bit),
        }
    }

    fn add_word(&mut self, word: &str, prefix: bool, forgiving: bool, bit: u64) {
        let forms = self.index.forms(word);
        if forms.missing && forms.exact.is_none() && self.index.is_frequent(word) {
            return;
        }
        self.required |= bit;
        let mut found = self.score(forms.weighted(), 1.0, bit);
        self.note_place(&forms, found);
        let irregular = forms.irregular.iter().map(|address| (*address, 1.0));
        found += self.score(irregular, IRREGULAR_FORM, bit);
        if let Some((letters, digits)) = split_at_digits(word) {
            found += self.add_consecutive(&[letters, digits], prefix, 1.0, bit);
        }
        let is_long = word.chars().nth(LEAST_OF_COMPOUND - 1).is_some();
        if prefix || (is_long && self.index.has_compounds()) {
            found += self.add_beginning(word, bit);
        }
        if found == 0 && forms.missing {
            self.result.missing.push(word.to_owned());
        } else if bit > 0 && (found == 0 || forgiving) {
            self.add_alike(word, prefix, bit);
        }
    }

    /// Adds the documents that were published on a day.
    fn add_published(&mut self, day: Day, bit: u64) {
        self.required |= bit;
        let end = format!("-{:02}-{:02}", day.month, day.day);
        let mut found = Vec::new();
        let begin = facet_word(&published(day));
        self.index
            .for_each_word(begin.as_bytes(), Streams::Postings, |word, address| {
                if word.ends_with(end.as_bytes()) {
                    found.push((address, 1.0));
                }
                true
            });
        self.score(found.into_iter(), 1.0, bit);
    }

    /// Adds words that begin like the word that may still be typed.
    pub(super) fn add_beginning(&mut self, word: &str, bit: u64) -> u32 {
        if word.chars().count() <= SHORT_BEGINNING {
            let set = self.documents_of_beginning(word);
            for document in set.iter() {
                if let Some(held) = self.scratch.held.get_mut(document as usize) {
                    *held |= bit;
                }
            }
            return set.len();
        }
        let mut longer = Vec::new();
        self.index
            .for_each_word(word.as_bytes(), Streams::Postings, |_, address| {
                longer.push((address, 1.0));
                true
            });
        self.score(longer.into_iter(), BEGINNING, bit)
    }

    fn documents_of_beginning(&self, word: &str) -> Rc<DocumentSet> {
        let known = self.index.memory().borrow().beginnings.get(word).cloned();
        if let Some(known) = known {
            return known;
        }
        let mut set = DocumentSet::new(self.index.len());
        let add = |_: &[u8], address: TermAddress| {
            for posting in self.index.postings(address) {
                set.insert(posting.document);
            }
            true
        };
        self.index
            .for_each_word(word.as_bytes(), Streams::Postings, add);
        let set = Rc::new(set);
        let mut memory = self.index.memory().borrow_mut();
        memory.beginnings.insert(word.to_owned(), Rc::clone(&set));
        set
    }

    /// Adds words with a similar spelling.
    fn add_alike(&mut self, word: &str, prefix: bool, bit: u64) {
        let found = alike(self.index, word, prefix);
        if found.is_empty() {
            return;
        }
        let mut likely = Forms::default();
        for (other, factor) in found.iter() {
            let forms = self.index.forms(other);
            self.score(forms.weighted(), *factor, bit);
            likely.all.extend(forms.all.iter().copied());
        }
        let holding = likely.all.iter().map(|address| address.documents).sum();
        self.note_place(&Rc::new(likely), holding);
        self.result.forgiven.push(Forgiven {
            written: word.to_owned(),
            alike: found.iter().map(|(other, _)| other.clone()).collect(),
        });
    }

    pub(super) fn put(&mut self, document: u32, idf: f32, frequency: f32, bit: u64) {
        let at = document as usize;
        let scratch = &mut *self.scratch;
        if let (Some(score), Some(held), Some(norm)) = (
            scratch.scores.get_mut(at),
            scratch.held.get_mut(at),
            self.index.norms.get(at),
        ) {
            *score += idf * frequency * (K1 + 1.0) / (frequency + norm);
            *held |= bit;
        }
    }

    /// Scores the documents that contain any of these words as if they were one word,
    /// leaving out documents that already contain the term. Returns how many contain any.
    pub(super) fn score(
        &mut self,
        words: impl Iterator<Item = (TermAddress, f32)>,
        factor: f32,
        bit: u64,
    ) -> u32 {
        let scratch = &mut *self.scratch;
        for (address, weight) in words {
            for posting in self.index.postings(address) {
                if let Some(sum) = scratch.frequencies.get_mut(posting.document as usize) {
                    if *sum == 0.0 {
                        scratch.touched.push(posting.document);
                    }
                    *sum += weight * posting.counts.weighted();
                }
            }
        }
        let holding = scratch.touched.len() as u32;
        let weight = factor * self.index.idf(holding) * (K1 + 1.0);
        for document in scratch.touched.drain(..) {
            let at = document as usize;
            let (Some(sum), Some(score), Some(held), Some(norm)) = (
                scratch.frequencies.get_mut(at),
                scratch.scores.get_mut(at),
                scratch.held.get_mut(at),
                self.index.norms.get(at),
            ) else {
                continue;
            };
            if *held & bit == 0 {
                *held |= bit;
                *score += weight * *sum / (*sum + norm);
            }
            *sum = 0.0;
        }
        holding
    }

    pub(super) fn note_place(&mut self, forms: &Rc<Forms>, holding: u32) {
        if holding > 0 {
            self.places.push(Place {
                forms: Rc::clone(forms),
                offset: self.offset,
                idf: self.index.idf(holding),
            });
        }
    }

    fn ban(&mut self, term: &Term, wanted: &Wanted) {
        let index = self.index;
        let banned = self
            .banned
            .get_or_insert_with(|| DocumentSet::new(index.len()));
        match wanted {
            Wanted::Word { folded, prefix, .. } => {
                let word = cut(folded);
                let mut ban = |address| {
                    for posting in index.postings(address) {
                        banned.insert(posting.document);
                    }
                };
                let forms = index.forms(word);
                let all = forms.all.iter().chain(&forms.irregular);
                all.copied().for_each(&mut ban);
                if *prefix {
                    index.for_each_word(word.as_bytes(), Streams::Postings, |_, address| {
                        ban(address);
                        true
                    });
                }
                if forms.missing {
                    self.result.missing.push(word.to_owned());
                }
            }
            Wanted::Phrase { folded, prefix } => {
                let words: Vec<&str> = folded.iter().map(|word| cut(word)).collect();
                let found = phrase(index, &words, *prefix);
                if let ([first, second], false) = (words.as_slice(), term.quoted) {
                    let wanted = Wanted::Word {
                        folded: format!("{first}{second}"),
                        prefix: *prefix,
                        forgiving: false,
                    };
                    self.ban(term, &wanted);
                }
                let banned = self
                    .banned
                    .get_or_insert_with(|| DocumentSet::new(index.len()));
                for (document, _) in found.documents {
                    banned.insert(document);
                }
                if found.missing {
                    self.result.missing.push(term.written.clone());
                }
            }
            // No query excludes a day.
            Wanted::Published(_) => {}
            Wanted::Any(any) => {
                for wanted in any {
                    self.ban(term, wanted);
                }
            }
        }
    }

    fn finish(mut self, limit: usize, within: Option<&DocumentSet>) -> SearchResult {
        let documents = self.index.len();
        let allowed = |document: u32| {
            within.is_none_or(|within| within.contains(document))
                && (self.banned.as_ref()).is_none_or(|banned| !banned.contains(document))
        };
        let mut all = DocumentSet::new(documents);
        let mut any = DocumentSet::new(documents);
        let wanted = limit.max(REFINED).min(documents as usize);
        let mut best: BinaryHeap<Reverse<u64>> = BinaryHeap::with_capacity(wanted + 1);
        let rows = self.scratch.scores.iter().zip(&self.scratch.held);
        for ((score, held), document) in rows.zip(0u32..) {
            let holds_all = held & self.required == self.required;
            if !holds_all && *score <= 0.0 && *held == 0 || !allowed(document) {
                continue;
            }
            any.insert(document);
            if holds_all {
                all.insert(document);
            }
            let key = key(holds_all, *score, document);
            if best.len() < wanted {
                best.push(Reverse(key));
            } else if best.peek().is_some_and(|least| least.0 < key) {
                best.pop();
                best.push(Reverse(key));
            }
        }
        let best = best.into_sorted_vec().into_iter();
        let mut found: Vec<Hit> = best.map(|key| hit(key.0)).collect();
        if self.places.len() > 1 {
            let mut refined: Vec<&mut Hit> = found.iter_mut().take(REFINED).collect();
            refined.sort_unstable_by_key(|hit| hit.number);
            let numbers: Vec<u32> = refined.iter().map(|hit| hit.number).collect();
            let near = Nearness::of(self.index, &self.places, &numbers);
            for (hit, near) in refined.into_iter().zip(near.0) {
                hit.score += near;
            }
        }
        // Scores must also rank documents with all terms first.
        let others = found.iter().filter(|hit| !hit.holds_all);
        let ahead = others.map(|hit| hit.score).fold(0.0, f32::max);
        for hit in found.iter_mut().filter(|hit| hit.holds_all) {
            hit.score += ahead;
        }
        found.sort_by(|a, b| {
            let by_score = b.score.total_cmp(&a.score);
            b.holds_all
                .cmp(&a.holds_all)
                .then(by_score)
                .then(a.number.cmp(&b.number))
        });
        found.truncate(limit);
        self.result.hits = found;
        self.result.holding_all = all.len();
        self.result.holding_any = any.len();
        self.result.documents = if all.is_empty() { any } else { all };
        self.result
    }
}

/// A number that orders hits: documents with all terms first, then by score, then by lower
/// number.
fn key(holds_all: bool, score: f32, document: u32) -> u64 {
    // The bits of non-negative floats sort in the same order as the floats.
    u64::from(holds_all) << 63 | u64::from(score.max(0.0).to_bits()) << 32 | u64::from(!document)
}

fn hit(key: u64) -> Hit {
    Hit {
        number: !(key as u32),
        score: f32::from_bits((key >> 32) as u32 & 0x7FFF_FFFF),
        holds_all: key >> 63 == 1,
    }
}
