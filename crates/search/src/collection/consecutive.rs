//! Consecutive words in a search: phrases, words with a hyphen, and words written as one.

use std::collections::HashMap;

use super::phrase::phrase;
use super::search::Search;
use crate::query::{Term, is_function_word};
use crate::sought::LONG_QUOTATION;
use crate::tokens::cut;

/// The weight of two words of the query where they are written as one.
const PAIR: f32 = 0.3;

/// The weight of a word with a hyphen as one word, and of the parts of a word with a hyphen.
const JOINED: f32 = 0.5;
const PART: f32 = 0.5;

/// The weight of the words of a quotation that occurs nowhere, beside other terms.
const WORD_OF_QUOTATION: f32 = 0.3;

impl Search<'_, '_> {
    /// Adds the documents in which two words of the query are written as one.
    pub(super) fn add_joined(&mut self, word: &str, bits: u64) {
        let forms = self.index.forms(cut(word));
        let holding = forms.all.iter().map(|address| address.documents).sum();
        let idf = self.index.idf(holding) * PAIR;
        for (address, weight) in forms.weighted() {
            for posting in self.index.postings(address) {
                let frequency = weight * posting.counts.weighted();
                self.put(posting.document, idf, frequency, bits);
            }
        }
    }

    /// Adds the documents with consecutive words that do not have the term yet. Returns how many
    /// have the words.
    pub(super) fn add_consecutive(
        &mut self,
        words: &[&str],
        prefix: bool,
        factor: f32,
        bit: u64,
    ) -> u32 {
        let found = phrase(self.index, words, prefix);
        let holding = found.documents.len() as u32;
        let idf = self.index.idf(holding) * factor;
        for (document, count) in found.documents {
            let held = self.scratch.held.get(document as usize);
            if held.is_some_and(|held| held & bit == 0) {
                self.put(document, idf, count as f32, bit);
            }
        }
        holding
    }

    pub(super) fn add_phrase(&mut self, term: &Term, words: &[String], prefix: bool, bit: u64) {
        let words: Vec<&str> = words.iter().map(|word| cut(word)).collect();
        self.required |= bit;
        let found = phrase(self.index, &words, prefix);
        if found.missing {
            self.result.missing.push(term.written.clone());
        }
        if term.quoted {
            if found.documents.is_empty() && !found.missing && words.len() >= LONG_QUOTATION {
                self.result.loosened.push(term.written.clone());
                self.add_words_of_quotation(&words, bit);
                return;
            }
            let idf = self.index.idf(found.documents.len() as u32);
            for (document, count) in &found.documents {
                self.put(*document, idf, *count as f32, bit);
            }
            return;
        }
        // A word with a hyphen counts half as one word and half as its parts, which do not
        // satisfy the term.
        if let [first, second] = words.as_slice() {
            let joined = format!("{first}{second}");
            let forms = self.index.forms(cut(&joined));
            self.score(forms.weighted(), JOINED, bit);
            if prefix {
                self.add_beginning(cut(&joined), bit);
            }
        }
        let spaced = words.iter().all(|word| word.is_ascii());
        let factor = if spaced { JOINED } else { 1.0 };
        self.add_consecutive(&words, prefix, factor, bit);
        if spaced {
            for word in words.iter().filter(|word| word.len() > 1) {
                let forms = self.index.forms(word);
                let holding = self.score(forms.weighted(), PART, 0);
                self.note_place(&forms, holding);
                self.offset += 1;
            }
        } else if found.documents.is_empty() {
            for pair in words.windows(2) {
                self.add_consecutive(pair, false, 1.0, 0);
            }
        }
    }

    /// Adds the words of a quotation that occurs nowhere. The documents with the most of its
    /// words count as holding it.
    fn add_words_of_quotation(&mut self, words: &[&str], bit: u64) {
        let is_content = |word: &&&str| !is_function_word(word);
        let all = words.iter().any(|word| !is_function_word(word));
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for word in words.iter().filter(|word| !all || is_content(word)) {
            let forms = self.index.forms(word);
            for address in &forms.all {
                for posting in self.index.postings(*address) {
                    *counts.entry(posting.document).or_default() += 1;
                }
            }
            let factor = if self.alone { 1.0 } else { WORD_OF_QUOTATION };
            let holding = self.score(forms.weighted(), factor, 0);
            if self.alone {
                self.note_place(&forms, holding);
            }
            self.offset += 1;
        }
        let most = counts.values().copied().max().unwrap_or(0);
        for (document, count) in counts {
            if count == most
                && let Some(held) = self.scratch.held.get_mut(document as usize)
            {
                *held |= bit;
            }
        }
    }
}
