//! The words of an article in alphabetical order, with their positions.

use std::ops::Range;

use super::collection::Vocabulary;
use super::indexed_name::{IndexedName, words_of_name};
use super::query::is_function_word;
use super::spelling::{Candidates, MOST};
use super::tokens::{cut, each_token, joined};
use model::{Article, TextRange, ordered, sort};
use text::stem::{LEAST_OF_COMPOUND, Stems, writes_compounds};
use text::terms::with_clitics;

/// An inverted index of one article. Build it once for each article; this takes time linear
/// in the text.
pub struct ArticleIndex {
    stems: Stems,
    has_compounds: bool,
    /// The words in reading order.
    tokens: Vec<Token>,
    /// The distinct folded words, sorted. Words of names that the text does not have are among
    /// them, without positions.
    forms: Vec<WordForm>,
    /// The word forms in the order of their stems.
    by_stem: Vec<usize>,
    /// The numbers of the tokens of each word form, ascending, in the order of the forms.
    postings: Vec<u32>,
    /// Tokens that are one word together with the token after them: the word form and the number
    /// of the first token, sorted.
    pairs: Vec<(u32, u32)>,
}

struct Token {
    range: TextRange,
    form: u32,
    block: u32,
}

struct WordForm {
    folded: String,
    stem: String,
    /// Where its tokens begin in the postings.
    first: usize,
}

/// The word forms that a word of a query finds.
pub(super) struct Forms {
    /// The word itself, or all words that begin with it.
    spelled: Range<usize>,
    /// Forms with the same stem, and Arabic words written together with the one before.
    others: Vec<usize>,
}

impl Forms {
    pub(super) fn is_empty(&self) -> bool {
        self.spelled.is_empty() && self.others.is_empty()
    }

    fn ranges(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let others = self.others.iter().map(|form| *form..*form + 1);
        std::iter::once(self.spelled.clone()).chain(others)
    }
}

impl ArticleIndex {
    /// Indexes an article's text.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut words = Vocabulary::new();
        let mut tokens: Vec<Token> = Vec::new();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (block, number) in article.blocks.iter().zip(0u32..) {
            let start = block.range.start;
            let mut last = 0;
            each_token(article.words(block.range), &mut |found| {
                if found.is_joined {
                    let both = joined(words.word(last), found.folded);
                    let before = tokens.len().saturating_sub(1);
                    pairs.push((words.intern(&both), before as u32));
                }
                last = words.intern(found.folded);
                tokens.push(Token {
                    range: TextRange {
                        start: start + found.range.start,
                        end: start + found.range.end,
                    },
                    form: last,
                    block: number,
                });
            });
        }
        for entity in &article.entities {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let (own, joined) = words_of_name(name);
                for word in own.iter().chain(&joined) {
                    words.intern(word.as_bytes());
                }
            }
        }
        let language = &article.metadata.language;
        let mut index = Self {
            stems: Stems::of_language(language),
            has_compounds: writes_compounds(language),
            tokens,
            forms: Vec::with_capacity(words.len()),
            by_stem: Vec::new(),
            postings: Vec::new(),
            pairs,
        };
        index.sort_words(&words);
        index
    }

    /// Numbers the words in alphabetical order.
    fn sort_words(&mut self, words: &Vocabulary) {
        let word = |number: usize| words.word(number as u32);
        let order = ordered(words.len(), &|a, b| word(a).cmp(word(b)));
        let mut numbers = vec![0; words.len()];
        for (number, form) in order.into_iter().zip(0u32..) {
            if let Some(known) = numbers.get_mut(number) {
                *known = form;
            }
            let folded = String::from_utf8_lossy(word(number)).into_owned();
            self.forms.push(WordForm {
                stem: self.stems.stem(&folded),
                folded,
                first: 0,
            });
        }
        let form_of = |number: u32| numbers.get(number as usize).copied().unwrap_or_default();
        for token in &mut self.tokens {
            token.form = form_of(token.form);
            if let Some(form) = self.forms.get_mut(token.form as usize) {
                form.first += 1;
            }
        }
        let mut end = 0;
        for form in &mut self.forms {
            end += form.first;
            form.first = end;
        }
        self.postings = vec![0; end];
        for (number, token) in self.tokens.iter().enumerate().rev() {
            if let Some(form) = self.forms.get_mut(token.form as usize) {
                form.first -= 1;
                if let Some(posting) = self.postings.get_mut(form.first) {
                    *posting = number as u32;
                }
            }
        }
        for (form, _) in &mut self.pairs {
            *form = form_of(*form);
        }
        sort(&mut self.pairs, Ord::cmp);
        self.by_stem = ordered(self.forms.len(), &|a, b| self.stem(a).cmp(self.stem(b)));
    }

    /// Folds a name, for [`SoughtTerm::is_in`](crate::SoughtTerm::is_in).
    #[must_use]
    pub fn name(&self, name: &str) -> IndexedName {
        IndexedName::of(name, &self.stems)
    }

    fn stem(&self, form: usize) -> &str {
        self.forms.get(form).map_or("", |form| &form.stem)
    }

    /// The stem of a word of a query.
    pub(super) fn stem_of(&self, folded: &str) -> String {
        self.stems.stem(folded)
    }

    /// The forms of a word; if `prefix` is set, also the words that begin with it.
    pub(super) fn forms_of(&self, folded: &str, stem: &str, prefix: bool) -> Forms {
        let is_long = || folded.chars().nth(LEAST_OF_COMPOUND - 1).is_some();
        let prefix = prefix || (self.has_compounds && is_long());
        let spelled = self.spelled(folded, prefix);
        let first = self.by_stem.partition_point(|form| self.stem(*form) < stem);
        let same = self.by_stem.iter().skip(first).copied();
        let same = same.take_while(|form| self.stem(*form) == stem);
        let clitics = with_clitics(folded).flat_map(|word| self.spelled(&word, false));
        let others = same.chain(clitics).filter(|form| !spelled.contains(form));
        Forms {
            others: others.collect(),
            spelled,
        }
    }

    /// The word forms that are a word, or begin with it.
    fn spelled(&self, folded: &str, prefix: bool) -> Range<usize> {
        let from = self.forms.partition_point(|form| *form.folded < *folded);
        let rest = self.forms.get(from..).unwrap_or_default();
        let count = if prefix {
            rest.partition_point(|form| form.folded.starts_with(folded))
        } else {
            usize::from(rest.first().is_some_and(|form| form.folded == folded))
        };
        from..from + count
    }

    /// Words with a similar spelling, best first: the same rule as in a collection.
    pub(super) fn words_like(&self, folded: &str, prefix: bool) -> Vec<String> {
        let Some(mut candidates) = Candidates::of(folded, prefix) else {
            return Vec::new();
        };
        let count = |form: usize| {
            let forms = form..form + 1;
            (self.tokens_of(forms.clone()).len() + self.pairs_of(forms).len()) as u32
        };
        for form in self.spelled(candidates.first_letter(), true) {
            if let Some(other) = self.forms.get(form) {
                candidates.compare(&other.folded, count(form));
            }
        }
        for other in candidates.other_beginnings() {
            if let Some(form) = self.spelled(&other, false).next() {
                candidates.push_other_beginning(other, count(form));
            }
        }
        let best = candidates.best().into_iter().take(MOST);
        best.map(|(word, _)| word).collect()
    }

    /// The tokens of some forms, ascending for each form.
    fn tokens_of(&self, forms: Range<usize>) -> &[u32] {
        let first = |form: usize| {
            let form = self.forms.get(form);
            form.map_or(self.postings.len(), |form| form.first)
        };
        let postings = self.postings.get(first(forms.start)..first(forms.end));
        postings.unwrap_or_default()
    }

    /// The pairs of tokens of some forms.
    fn pairs_of(&self, forms: Range<usize>) -> &[(u32, u32)] {
        let first = |end: usize| {
            self.pairs
                .partition_point(|(form, _)| (*form as usize) < end)
        };
        let pairs = self.pairs.get(first(forms.start)..first(forms.end));
        pairs.unwrap_or_default()
    }

    /// The places of word forms, in order.
    pub(super) fn places_of(&self, forms: &[&Forms]) -> Vec<TextRange> {
        let mut is_found = vec![false; self.tokens.len()];
        let mut pairs: Vec<TextRange> = Vec::new();
        let range = |token: u32| self.tokens.get(token as usize).map(|token| token.range);
        for forms in forms.iter().flat_map(|forms| forms.ranges()) {
            for token in self.tokens_of(forms.clone()) {
                if let Some(is_found) = is_found.get_mut(*token as usize) {
                    *is_found = true;
                }
            }
            pairs.extend(self.pairs_of(forms).iter().filter_map(|(_, token)| {
                let (start, end) = (range(*token)?.start, range(token + 1)?.end);
                Some(TextRange { start, end })
            }));
        }
        let found = self.tokens.iter().zip(is_found);
        let found = found.filter_map(|(token, is_found)| is_found.then_some(token.range));
        let mut places: Vec<TextRange> = found.collect();
        if !pairs.is_empty() {
            places.extend(pairs);
            sort(&mut places, TextRange::cmp);
            places.dedup();
        }
        places
    }

    /// The words of a quotation in the paragraphs that have the most of them.
    pub(super) fn places_of_quotation(&self, words: &[String]) -> Vec<TextRange> {
        let all = words.iter().all(|word| is_function_word(word));
        let content = words.iter().filter(|word| all || !is_function_word(word));
        let mut is_found = vec![false; self.tokens.len()];
        let blocks = self.tokens.last().map_or(0, |last| last.block as usize + 1);
        // The number of words in each block, and the last of them.
        let mut counts = vec![(0, 0); blocks];
        for (word, number) in content.zip(1usize..) {
            let forms = self.forms_of(cut(word), &self.stem_of(cut(word)), false);
            for at in forms.ranges().flat_map(|forms| self.tokens_of(forms)) {
                let at = *at as usize;
                let block = self.tokens.get(at).map_or(0, |token| token.block);
                let (Some(is_found), Some((count, last))) =
                    (is_found.get_mut(at), counts.get_mut(block as usize))
                else {
                    continue;
                };
                *is_found = true;
                *count += usize::from(*last != number);
                *last = number;
            }
        }
        let most = counts.iter().max().map_or(0, |(count, _)| *count);
        let found = self.tokens.iter().zip(is_found);
        let found = found.filter(|(token, is_found)| {
            let count = counts.get(token.block as usize);
            *is_found && count.is_some_and(|(count, _)| *count == most)
        });
        found.map(|(token, _)| token.range).collect()
    }

    /// The places of consecutive words, in order; if `prefix` is set, the beginning of the last
    /// is enough.
    pub(super) fn phrase(&self, words: &[String], prefix: bool) -> Vec<TextRange> {
        let Some((first, rest)) = words.split_first() else {
            return Vec::new();
        };
        let starts = self.spelled(first, prefix && rest.is_empty());
        let starts = self.tokens_of(starts).iter();
        let mut found: Vec<TextRange> = starts
            .filter_map(|token| self.phrase_at(*token as usize, rest, prefix))
            .collect();
        sort(&mut found, TextRange::cmp);
        found
    }

    fn phrase_at(&self, at: usize, rest: &[String], prefix: bool) -> Option<TextRange> {
        let first = self.tokens.get(at)?;
        let mut end = first.range.end;
        for (index, wanted) in rest.iter().enumerate() {
            let token = self.tokens.get(at + 1 + index)?;
            let folded = &self.forms.get(token.form as usize)?.folded;
            let typing = prefix && index + 1 == rest.len();
            let fits = folded == wanted || (typing && folded.starts_with(wanted.as_str()));
            if !fits || token.block != first.block {
                return None;
            }
            end = token.range.end;
        }
        Some(TextRange {
            start: first.range.start,
            end,
        })
    }
}

/// Adds places to others. Both are in order, and each place is kept once.
pub(super) fn add_places(places: &mut Vec<TextRange>, more: &[TextRange]) {
    let in_order = places.is_empty();
    places.extend(more);
    if !in_order && !more.is_empty() {
        sort(places, TextRange::cmp);
        places.dedup();
    }
}
