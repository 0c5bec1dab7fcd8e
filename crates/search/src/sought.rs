//! The terms of a query, looked up once in the words of an article.

use super::collection::Replacements;
use super::hits::TermHits;
use super::index::{ArticleIndex, Forms, add_places};
use super::indexed_name::IndexedName;
use super::query::{Query, Term, Wanted};
use super::tokens::cut;
use model::TextRange;
use text::terms::{split_at_digits, with_clitics};

/// The minimum number of words of a quotation whose words are searched if it occurs nowhere.
pub(super) const LONG_QUOTATION: usize = 4;

/// A term of a query, looked up in the words of an article. Its places, and the names that have
/// it, follow without another look at the words.
pub struct SoughtTerm {
    alternatives: Vec<Alternative>,
    quoted: bool,
    /// Whether similar words in the text count.
    is_tolerant: bool,
    /// Whether the words of a quotation are searched if it occurs nowhere.
    may_loosen: bool,
}

enum Alternative {
    Word(SoughtWord),
    Phrase {
        words: Vec<String>,
        prefix: bool,
        /// Two words as one.
        joined: Option<String>,
    },
}

struct SoughtWord {
    folded: String,
    prefix: bool,
    stem: String,
    forms: Forms,
    /// The letters and the digits of a word that has both.
    halves: Option<[String; 2]>,
    /// The word with Arabic words that are written together with it.
    clitics: Vec<String>,
    /// The similar words that it stands for.
    alike: Vec<String>,
}

impl ArticleIndex {
    /// Looks the terms of a query up. A word that neither the text nor any name has stands for
    /// similar words: those of the article, or those that the search of a larger collection
    /// used.
    #[must_use]
    pub fn look_up(&self, query: &Query, searched: Option<&Replacements>) -> Vec<SoughtTerm> {
        let terms = query.terms.iter();
        terms
            .map(|term| self.look_up_term(term, searched))
            .collect()
    }

    fn look_up_term(&self, term: &Term, searched: Option<&Replacements>) -> SoughtTerm {
        let is_tolerant = !term.excluded && !term.optional;
        let is_loosened = searched.is_none_or(|known| known.quotations.contains(&term.written));
        let mut alternatives = Vec::new();
        self.look_up_wanted(&term.wanted, searched, &mut alternatives);
        SoughtTerm {
            alternatives,
            quoted: term.quoted,
            is_tolerant,
            may_loosen: term.quoted && is_tolerant && is_loosened,
        }
    }

    fn look_up_wanted(
        &self,
        wanted: &Wanted,
        searched: Option<&Replacements>,
        alternatives: &mut Vec<Alternative>,
    ) {
        match wanted {
            Wanted::Any(any) => {
                for wanted in any {
                    self.look_up_wanted(wanted, searched, alternatives);
                }
            }
            Wanted::Word {
                folded,
                prefix,
                forgiving,
            } => {
                let word = self.look_up_word(cut(folded), *prefix, *forgiving, searched);
                alternatives.push(Alternative::Word(word));
            }
            Wanted::Phrase { folded, prefix } => alternatives.push(Alternative::Phrase {
                joined: (folded.len() == 2).then(|| folded.concat()),
                words: folded.clone(),
                prefix: *prefix,
            }),
            Wanted::Published(_) => {}
        }
    }

    fn look_up_word(
        &self,
        folded: &str,
        prefix: bool,
        forgiving: bool,
        searched: Option<&Replacements>,
    ) -> SoughtWord {
        let stem = self.stem_of(folded);
        let forms = self.forms_of(folded, &stem, prefix);
        let halves = split_at_digits(folded);
        let halves = halves.map(|(first, second)| [first.to_owned(), second.to_owned()]);
        let occurs = || {
            let halves = halves.as_ref();
            !forms.is_empty() || halves.is_some_and(|both| !self.phrase(both, prefix).is_empty())
        };
        let alike = match searched {
            Some(searched) => {
                let words = searched.words.iter();
                let known = words.filter(|known| known.written == folded);
                known.flat_map(|known| known.alike.clone()).collect()
            }
            None if forgiving || !occurs() => self.words_like(folded, prefix),
            None => Vec::new(),
        };
        SoughtWord {
            folded: folded.to_owned(),
            prefix,
            stem,
            forms,
            halves,
            clitics: with_clitics(folded).collect(),
            alike,
        }
    }

    /// The matches of a term.
    pub(super) fn hits(&self, term: &SoughtTerm) -> TermHits {
        let mut hits = TermHits::default();
        for alternative in &term.alternatives {
            let places = match alternative {
                Alternative::Word(word) => {
                    let alike = word.alike.iter().filter(|_| term.is_tolerant);
                    let alike: Vec<Forms> = alike
                        .map(|other| self.forms_of(other, &self.stem_of(other), false))
                        .collect();
                    let mut forms = vec![&word.forms];
                    forms.extend(&alike);
                    let mut places = self.places_of(&forms);
                    if let Some(halves) = &word.halves {
                        add_places(&mut places, &self.phrase(halves, word.prefix));
                    }
                    let stands_for_others = word.forms.is_empty() && !alike.is_empty();
                    hits.alike |= stands_for_others && !places.is_empty();
                    places
                }
                Alternative::Phrase { words, prefix, .. } => self.phrase(words, *prefix),
            };
            add_places(&mut hits.places, &places);
        }
        match term.alternatives.as_slice() {
            [Alternative::Phrase { words, .. }]
                if term.may_loosen && hits.places.is_empty() && words.len() >= LONG_QUOTATION =>
            {
                hits.places = self.places_of_quotation(words);
                hits.loosened = !hits.places.is_empty();
            }
            [
                Alternative::Phrase {
                    joined: Some(joined),
                    prefix,
                    ..
                },
            ] if !term.quoted => {
                add_places(&mut hits.places, &self.places_of_word(joined, *prefix))
            }
            _ => {}
        }
        hits
    }

    /// The places of the forms of a word.
    pub(super) fn places_of_word(&self, word: &str, prefix: bool) -> Vec<TextRange> {
        let word = cut(word);
        let forms = self.forms_of(word, &self.stem_of(word), prefix);
        self.places_of(&[&forms])
    }
}

impl SoughtTerm {
    /// Whether the term occurs in a name.
    #[must_use]
    pub fn is_in(&self, name: &IndexedName) -> bool {
        self.alternatives
            .iter()
            .any(|alternative| match alternative {
                Alternative::Word(word) => word.is_in(name),
                Alternative::Phrase {
                    words,
                    prefix,
                    joined,
                } => {
                    let joined = joined.as_ref();
                    name.has_consecutive(words, *prefix)
                        || joined.is_some_and(|joined| name.has_single(joined))
                }
            })
    }
}

impl SoughtWord {
    fn is_in(&self, name: &IndexedName) -> bool {
        let fits = |word: &str| {
            word == self.folded
                || (self.prefix && word.starts_with(&self.folded))
                || (self.clitics.iter().chain(&self.alike)).any(|other| other == word)
        };
        let halves = self.halves.as_ref();
        name.has_stem(&self.stem)
            || name.has_word(&fits)
            || halves.is_some_and(|both| name.has_consecutive(both, self.prefix))
    }
}
