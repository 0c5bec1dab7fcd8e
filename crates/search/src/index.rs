//! The words of an article in alphabetical order, with their positions.

use std::collections::HashMap;

use super::collection::Replacements;
use super::query::{Query, Term, Wanted, is_function_word};
use super::spelling::{Candidates, MOST};
use super::tokens::{cut, for_each_token, joined};
use model::{Article, TextRange, sort};
use text::stem::{LEAST_OF_COMPOUND, Stems, writes_compounds};
use text::terms::{split_at_digits, with_clitics};

/// The minimum number of words of a quotation whose words are searched if it occurs nowhere.
pub(super) const LONG_QUOTATION: usize = 4;

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
    /// Each stem with its word form, sorted.
    by_stem: Vec<(String, u32)>,
}

struct Token {
    range: TextRange,
    form: u32,
    block: u32,
}

struct WordForm {
    folded: String,
    /// Token numbers, ascending.
    postings: Vec<u32>,
    /// The numbers of tokens that are this word together with the token after them.
    joined: Vec<u32>,
}

impl<'s> Spelling<'s> {
    pub(super) fn of(searched: Option<&'s Replacements>) -> Self {
        searched.map_or(Self::Own, Self::Given)
    }
}

/// A folded name, for matching the terms of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexedName {
    /// Each word with its stem.
    words: Vec<(String, String)>,
    /// Two words that are also written as one.
    joined: Vec<String>,
}

/// How the words of a query are spelled in what is searched.
#[derive(Clone, Copy)]
pub(super) enum Spelling<'s> {
    /// A word that does not occur here stands for similar words that do.
    Own,
    /// The words that the search of a larger collection used instead of others.
    Given(&'s Replacements),
}

impl ArticleIndex {
    /// Indexes an article's text.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let language = &article.metadata.language;
        let stems = Stems::of_language(language);
        let mut places: HashMap<String, (Vec<u32>, Vec<u32>)> = HashMap::new();
        let mut tokens: Vec<Token> = Vec::new();
        for (block, number) in article.blocks.iter().zip(0u32..) {
            let start = block.range.start;
            let mut last = String::new();
            for_each_token(article.words(block.range), |found| {
                let folded = String::from_utf8_lossy(found.folded).into_owned();
                let token = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
                if found.is_joined {
                    let both = joined(last.as_bytes(), folded.as_bytes());
                    let both = String::from_utf8(both).unwrap_or_default();
                    let (_, joined) = places.entry(both).or_default();
                    joined.push(token.saturating_sub(1));
                }
                folded.clone_into(&mut last);
                places.entry(folded).or_default().0.push(token);
                tokens.push(Token {
                    range: TextRange {
                        start: start + found.range.start,
                        end: start + found.range.end,
                    },
                    form: 0,
                    block: number,
                });
            });
        }
        for entity in &article.entities {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let (words, joined) = words_of_name(name);
                for word in words.into_iter().chain(joined) {
                    places.entry(word).or_default();
                }
            }
        }
        let mut places: Vec<_> = places.into_iter().collect();
        sort(&mut places, |(a, _), (b, _)| a.cmp(b));
        let mut by_stem: Vec<(String, u32)> = Vec::with_capacity(places.len());
        let mut forms = Vec::with_capacity(places.len());
        for ((folded, (postings, joined)), form) in places.into_iter().zip(0u32..) {
            by_stem.push((stems.stem(&folded), form));
            for token in &postings {
                if let Some(token) = tokens.get_mut(*token as usize) {
                    token.form = form;
                }
            }
            forms.push(WordForm {
                folded,
                postings,
                joined,
            });
        }
        sort(&mut by_stem, |(a, _), (b, _)| a.cmp(b));
        Self {
            stems,
            has_compounds: writes_compounds(language),
            tokens,
            forms,
            by_stem,
        }
    }

    /// Folds a name, for [`ArticleIndex::name_holds`].
    #[must_use]
    pub fn name(&self, name: &str) -> IndexedName {
        let (words, joined) = words_of_name(name);
        let with_stem = |word: String| {
            let stem = self.stems.stem(&word);
            (word, stem)
        };
        IndexedName {
            words: words.into_iter().map(with_stem).collect(),
            joined,
        }
    }

    /// Whether a term occurs in a name. A word that neither the text nor any name has stands for
    /// similar words.
    #[must_use]
    pub fn name_holds(&self, name: &IndexedName, term: &Term) -> bool {
        self.name_has(name, &term.wanted, Spelling::Own)
    }

    /// Like [`Self::name_holds`], with the words that the search of a collection used instead of
    /// others.
    #[must_use]
    pub fn name_holds_as(
        &self,
        name: &IndexedName,
        term: &Term,
        searched: Option<&Replacements>,
    ) -> bool {
        self.name_has(name, &term.wanted, Spelling::of(searched))
    }

    fn name_has(&self, name: &IndexedName, wanted: &Wanted, spelling: Spelling<'_>) -> bool {
        match wanted {
            Wanted::Any(any) => any
                .iter()
                .any(|wanted| self.name_has(name, wanted, spelling)),
            Wanted::Published(_) => false,
            Wanted::Word { folded, prefix, .. } => {
                let folded = cut(folded);
                let stem = self.stems.stem(folded);
                let holds = |wanted: &str| {
                    let words = name.words.iter().map(|(word, _)| word);
                    words.chain(&name.joined).any(|word| word == wanted)
                };
                let begins = |word: &String| *prefix && word.starts_with(folded);
                let words = name.words.iter();
                words
                    .clone()
                    .any(|(word, own)| *own == stem || begins(word))
                    || holds(folded)
                    || name.joined.iter().any(begins)
                    || with_clitics(folded).any(|other| holds(&other))
                    || split_at_digits(folded).is_some_and(|(first, second)| {
                        let both = [first.to_owned(), second.to_owned()];
                        name.has_consecutive(&both, *prefix)
                    })
                    || self.alike(wanted, spelling).iter().any(|word| holds(word))
            }
            Wanted::Phrase { folded, prefix } => {
                let joined = folded.concat();
                name.has_consecutive(folded, *prefix)
                    || (folded.len() == 2 && name.words.iter().any(|(word, _)| *word == joined))
            }
        }
    }

    /// The similar words that a word of a query stands for; empty if it occurs as written.
    fn alike(&self, wanted: &Wanted, spelling: Spelling<'_>) -> Vec<String> {
        let Wanted::Word {
            folded,
            prefix,
            forgiving,
        } = wanted
        else {
            return Vec::new();
        };
        let folded = cut(folded);
        match spelling {
            Spelling::Given(searched) => {
                let words = searched.words.iter();
                let known = words.filter(|known| known.written == folded);
                known
                    .flat_map(|known| known.alike.iter().cloned())
                    .collect()
            }
            Spelling::Own if *forgiving || !self.is_spelled(folded, *prefix) => {
                self.words_like(folded, *prefix)
            }
            Spelling::Own => Vec::new(),
        }
    }

    /// Whether a word occurs as written, in the text or a name.
    fn is_spelled(&self, folded: &str, prefix: bool) -> bool {
        !self.forms_of(folded, prefix).is_empty()
            || split_at_digits(folded).is_some_and(|(first, second)| {
                let both = [first.to_owned(), second.to_owned()];
                !self.phrase(&both, prefix).is_empty()
            })
    }

    /// The words that a term of the query does not spell as they are: `None` if it does.
    #[must_use]
    pub fn spelled_otherwise(&self, term: &Term) -> Option<Vec<String>> {
        let found = self.alike(&term.wanted, Spelling::Own);
        (!found.is_empty()).then_some(found)
    }

    /// The matches of a term, in order; the flag is `true` if the term does not occur as
    /// written and these are similar words.
    #[must_use]
    pub fn places(&self, term: &Term) -> (Vec<TextRange>, bool) {
        let (places, alike, _) = self.places_as(term, Spelling::Own);
        (places, alike)
    }

    /// Like [`Self::places`]; the second flag is `true` if a quotation occurs nowhere and these
    /// are its words.
    pub(super) fn places_as(
        &self,
        term: &Term,
        spelling: Spelling<'_>,
    ) -> (Vec<TextRange>, bool, bool) {
        let none = Replacements::default();
        let spelling = if term.excluded || term.optional {
            Spelling::Given(&none)
        } else {
            spelling
        };
        let may_loosen = match spelling {
            Spelling::Own => true,
            Spelling::Given(searched) => searched.quotations.contains(&term.written),
        };
        let (mut places, alike) = self.places_of(&term.wanted, spelling);
        match &term.wanted {
            Wanted::Phrase { folded, .. }
                if term.quoted
                    && may_loosen
                    && places.is_empty()
                    && folded.len() >= LONG_QUOTATION =>
            {
                places = self.places_of_quotation(folded);
                let loosened = !places.is_empty();
                (places, alike, loosened)
            }
            Wanted::Phrase { folded, prefix } if !term.quoted => {
                if let [first, second] = folded.as_slice() {
                    places.extend(self.places_joined(&format!("{first}{second}"), *prefix));
                    sort(&mut places, TextRange::cmp);
                    places.dedup();
                }
                (places, alike, false)
            }
            _ => (places, alike, false),
        }
    }

    fn places_of(&self, wanted: &Wanted, spelling: Spelling<'_>) -> (Vec<TextRange>, bool) {
        match wanted {
            Wanted::Any(any) => {
                let (mut places, mut alike) = (Vec::new(), false);
                for wanted in any {
                    let (more, is_alike) = self.places_of(wanted, spelling);
                    places.extend(more);
                    alike |= is_alike;
                }
                sort(&mut places, TextRange::cmp);
                places.dedup();
                (places, alike)
            }
            Wanted::Word { folded, prefix, .. } => {
                let folded = cut(folded);
                let mut forms = self.forms_of(folded, *prefix);
                let spelled = !forms.is_empty();
                let alike = self.alike(wanted, spelling);
                forms.extend(alike.iter().flat_map(|word| self.forms_of(word, false)));
                sort(&mut forms, u32::cmp);
                forms.dedup();
                let mut places = self.ranges(&forms);
                if let Some((first, second)) = split_at_digits(folded) {
                    let both = [first.to_owned(), second.to_owned()];
                    places.extend(self.phrase(&both, *prefix));
                    sort(&mut places, TextRange::cmp);
                    places.dedup();
                }
                let is_alike = !spelled && !alike.is_empty() && !places.is_empty();
                (places, is_alike)
            }
            Wanted::Phrase { folded, prefix } => (self.phrase(folded, *prefix), false),
            Wanted::Published(_) => (Vec::new(), false),
        }
    }

    /// The places where two words are written as one.
    pub(super) fn places_joined(&self, word: &str, prefix: bool) -> Vec<TextRange> {
        self.ranges(&self.forms_of(cut(word), prefix))
    }

    /// The words of a quotation in the paragraphs that have the most of them.
    fn places_of_quotation(&self, words: &[String]) -> Vec<TextRange> {
        let all = words.iter().all(|word| is_function_word(word));
        let content = words.iter().filter(|word| all || !is_function_word(word));
        let mut counts: HashMap<u32, u32> = HashMap::new();
        let mut places: Vec<(u32, TextRange)> = Vec::new();
        for word in content {
            let tokens = self.tokens_of(&self.forms_of(cut(word), false));
            let tokens = tokens.iter().filter_map(|at| self.tokens.get(*at as usize));
            let found: Vec<(u32, TextRange)> =
                tokens.map(|token| (token.block, token.range)).collect();
            for group in found.chunk_by(|(a, _), (b, _)| a == b) {
                if let Some((block, _)) = group.first() {
                    *counts.entry(*block).or_default() += 1;
                }
            }
            places.extend(found);
        }
        let most = counts.values().copied().max();
        places.retain(|(block, _)| counts.get(block).copied() == most);
        let mut places: Vec<TextRange> = places.into_iter().map(|(_, range)| range).collect();
        sort(&mut places, TextRange::cmp);
        places.dedup();
        places
    }

    fn forms_of(&self, folded: &str, prefix: bool) -> Vec<u32> {
        let stem = self.stems.stem(folded);
        let first = self.by_stem.partition_point(|(other, _)| *other < stem);
        let alike = self
            .by_stem
            .iter()
            .skip(first)
            .take_while(|(other, _)| *other == stem);
        let mut found: Vec<u32> = alike.map(|(_, form)| *form).collect();
        found.extend(with_clitics(folded).filter_map(|other| self.form(&other)));
        let is_long = folded.chars().nth(LEAST_OF_COMPOUND - 1).is_some();
        let prefix = prefix || (self.has_compounds && is_long);
        let from = self
            .forms
            .partition_point(|form| form.folded.as_str() < folded);
        for (form, number) in self.forms.iter().zip(0u32..).skip(from) {
            let fits = if prefix {
                form.folded.starts_with(folded)
            } else {
                form.folded == folded
            };
            if !fits {
                break;
            }
            found.push(number);
        }
        sort(&mut found, u32::cmp);
        found.dedup();
        found
    }

    /// The number of a word form.
    fn form(&self, folded: &str) -> Option<u32> {
        let found = self
            .forms
            .binary_search_by(|form| form.folded.as_str().cmp(folded));
        found.ok().map(|found| found as u32)
    }

    /// Words with a similar spelling, best first: the same rule as in a collection.
    fn words_like(&self, folded: &str, prefix: bool) -> Vec<String> {
        let Some(mut candidates) = Candidates::of(folded, prefix) else {
            return Vec::new();
        };
        let count = |form: &WordForm| (form.postings.len() + form.joined.len()) as u32;
        let first = candidates.first_letter().to_owned();
        let from = self.forms.partition_point(|form| form.folded < first);
        let same = self.forms.iter().skip(from);
        for form in same.take_while(|form| form.folded.starts_with(&first)) {
            candidates.compare(&form.folded, count(form));
        }
        for other in candidates.other_beginnings() {
            let form = self
                .form(&other)
                .and_then(|form| self.forms.get(form as usize));
            if let Some(form) = form {
                candidates.push_other_beginning(other, count(form));
            }
        }
        let best = candidates.best().into_iter().take(MOST);
        best.map(|(word, _)| word).collect()
    }

    /// The tokens of word forms, ascending.
    fn tokens_of(&self, forms: &[u32]) -> Vec<u32> {
        let forms = forms
            .iter()
            .filter_map(|form| self.forms.get(*form as usize));
        let mut tokens: Vec<u32> = forms
            .flat_map(|form| form.postings.iter().copied())
            .collect();
        sort(&mut tokens, u32::cmp);
        tokens
    }

    fn ranges(&self, forms: &[u32]) -> Vec<TextRange> {
        let range = |token: u32| self.tokens.get(token as usize).map(|token| token.range);
        let tokens = self.tokens_of(forms).into_iter();
        let mut ranges: Vec<TextRange> = tokens.filter_map(range).collect();
        let forms = forms
            .iter()
            .filter_map(|form| self.forms.get(*form as usize));
        let joined = forms.flat_map(|form| form.joined.iter().copied());
        let joined = joined.filter_map(|token| {
            let (start, end) = (range(token)?.start, range(token + 1)?.end);
            Some(TextRange { start, end })
        });
        let before = ranges.len();
        ranges.extend(joined);
        if ranges.len() > before {
            sort(&mut ranges, TextRange::cmp);
            ranges.dedup();
        }
        ranges
    }

    fn phrase(&self, words: &[String], prefix: bool) -> Vec<TextRange> {
        let Some((first, rest)) = words.split_first() else {
            return Vec::new();
        };
        let begins_any = prefix && rest.is_empty();
        let from = self.forms.partition_point(|form| form.folded < *first);
        let starts = self.forms.iter().skip(from).take_while(|form| {
            form.folded == *first || (begins_any && form.folded.starts_with(first.as_str()))
        });
        let mut found: Vec<TextRange> = starts
            .flat_map(|form| &form.postings)
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

impl IndexedName {
    /// Whether the name has words one after the other; if `prefix` is set, the beginning of the
    /// last is enough.
    fn has_consecutive(&self, wanted: &[String], prefix: bool) -> bool {
        let last = wanted.len().saturating_sub(1);
        let mut windows = self.words.windows(wanted.len().max(1));
        windows.any(|window| {
            let mut pairs = window.iter().zip(wanted).enumerate();
            pairs.all(|(at, ((word, _), wanted))| {
                word == wanted || (prefix && at == last && word.starts_with(wanted.as_str()))
            })
        })
    }

    /// Whether all words of the name occur in a text of a query in order, and both end with the
    /// same word: "Macron" in "President Emmanuel Macron".
    #[must_use]
    pub fn is_end_of(&self, longer: &Query) -> bool {
        let mut asked: Vec<&str> = Vec::new();
        for term in longer.sought() {
            match &term.wanted {
                Wanted::Word { folded, .. } => asked.push(folded),
                Wanted::Phrase { folded, .. } => asked.extend(folded.iter().map(String::as_str)),
                Wanted::Any(_) | Wanted::Published(_) => return false,
            }
        }
        let last = self.words.last().map(|(word, _)| word.as_str());
        if last.is_none() || asked.last().copied() != last || self.words.len() >= asked.len() {
            return false;
        }
        let mut asked = asked.into_iter();
        let mut words = self.words.iter();
        words.all(|(word, _)| asked.any(|asked| asked == word))
    }
}

/// The words of a name, and pairs of them that are also written as one.
fn words_of_name(name: &str) -> (Vec<String>, Vec<String>) {
    let (mut words, mut both): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for_each_token(name, |token| {
        if let Some(last) = words.last().filter(|_| token.is_joined) {
            let joined = joined(last.as_bytes(), token.folded);
            both.push(String::from_utf8(joined).unwrap_or_default());
        }
        words.push(String::from_utf8_lossy(token.folded).into_owned());
    });
    (words, both)
}
