//! The words of an article in alphabetical order, with their positions.

use std::collections::HashMap;

use super::query::{Term, Wanted};
use model::{Article, TextRange, sort};
use text::fold::fold;
use text::spelling::{Distances, forgiven};
use text::stem::Stems;
use text::words::words;

/// An inverted index of one article. Build it once for each article; this takes time linear
/// in the text.
pub struct ArticleIndex {
    stems: Stems,
    /// The words in reading order.
    tokens: Vec<Token>,
    /// The distinct folded words, sorted.
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
}

/// A folded name, for matching the terms of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexedName(Vec<(String, String)>);

impl ArticleIndex {
    /// Indexes an article's text.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let stems = Stems::of_language(&article.metadata.language);
        let mut places: HashMap<String, Vec<u32>> = HashMap::new();
        let mut tokens = Vec::new();
        for (block, number) in article.blocks.iter().zip(0u32..) {
            let text = article.words(block.range);
            for word in words(text) {
                let folded = fold(word.of(text));
                if folded.is_empty() {
                    continue;
                }
                let token = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
                places.entry(folded).or_default().push(token);
                tokens.push(Token {
                    range: TextRange {
                        start: block.range.start + word.start,
                        end: block.range.start + word.end,
                    },
                    form: 0,
                    block: number,
                });
            }
        }
        let mut places: Vec<(String, Vec<u32>)> = places.into_iter().collect();
        sort(&mut places, |(a, _), (b, _)| a.cmp(b));
        let mut by_stem: Vec<(String, u32)> = Vec::with_capacity(places.len());
        let mut forms = Vec::with_capacity(places.len());
        for ((folded, postings), form) in places.into_iter().zip(0u32..) {
            by_stem.push((stems.stem(&folded), form));
            for token in &postings {
                if let Some(token) = tokens.get_mut(*token as usize) {
                    token.form = form;
                }
            }
            forms.push(WordForm { folded, postings });
        }
        sort(&mut by_stem, |(a, _), (b, _)| a.cmp(b));
        Self {
            stems,
            tokens,
            forms,
            by_stem,
        }
    }

    /// Folds a name, for [`ArticleIndex::name_holds`].
    #[must_use]
    pub fn name(&self, name: &str) -> IndexedName {
        let fold_one = |range: TextRange| {
            let folded = fold(range.of(name));
            let stem = self.stems.stem(&folded);
            (folded, stem)
        };
        IndexedName(words(name).map(fold_one).collect())
    }

    /// Whether a term occurs in a name.
    #[must_use]
    pub fn name_holds(&self, name: &IndexedName, term: &Term) -> bool {
        match &term.wanted {
            Wanted::Word {
                folded,
                prefix,
                forgiving,
            } => {
                let stem = self.stems.stem(folded);
                let most = if *forgiving {
                    forgiven(folded.chars().count())
                } else {
                    0
                };
                let mut distances = (most > 0).then(|| Distances::of(folded));
                let mut is_alike = |word: &str| {
                    let distances = distances.as_mut();
                    distances.is_some_and(|distances| distances.is_alike(word, most, false))
                };
                name.0.iter().any(|(word, word_stem)| {
                    word == folded
                        || *word_stem == stem
                        || (*prefix && word.starts_with(folded.as_str()))
                        || is_alike(word)
                })
            }
            Wanted::Phrase { folded, prefix } => name.0.windows(folded.len()).any(|window| {
                let last = folded.len().saturating_sub(1);
                window
                    .iter()
                    .zip(folded)
                    .enumerate()
                    .all(|(at, ((word, _), wanted))| {
                        word == wanted
                            || (*prefix && at == last && word.starts_with(wanted.as_str()))
                    })
            }),
        }
    }

    /// The matches of a term, in order; the flag is `true` if the term does not occur as
    /// written and these are similar words.
    #[must_use]
    pub fn places(&self, term: &Term) -> (Vec<TextRange>, bool) {
        match &term.wanted {
            Wanted::Word {
                folded,
                prefix,
                forgiving,
            } => {
                let mut forms = self.forms_of(folded, *prefix);
                let spelled = !forms.is_empty();
                let may_forgive = *forgiving || (!spelled && !term.excluded);
                if may_forgive {
                    forms.extend(self.forms_like(folded, *prefix));
                    sort(&mut forms, u32::cmp);
                    forms.dedup();
                }
                let alike = !spelled && !forms.is_empty();
                (self.ranges(&forms), alike)
            }
            Wanted::Phrase { folded, prefix } => (self.phrase(folded, *prefix), false),
        }
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

    fn forms_like(&self, folded: &str, prefix: bool) -> Vec<u32> {
        let most = forgiven(folded.chars().count());
        if most == 0 {
            return Vec::new();
        }
        let mut distances = Distances::of(folded);
        let numbered = self.forms.iter().zip(0u32..);
        numbered
            .filter(|(form, _)| distances.is_alike(&form.folded, most, prefix))
            .map(|(_, number)| number)
            .collect()
    }

    fn ranges(&self, forms: &[u32]) -> Vec<TextRange> {
        let mut tokens: Vec<u32> = forms
            .iter()
            .filter_map(|form| self.forms.get(*form as usize))
            .flat_map(|form| form.postings.iter().copied())
            .collect();
        sort(&mut tokens, u32::cmp);
        let range = |token: u32| self.tokens.get(token as usize).map(|token| token.range);
        tokens.into_iter().filter_map(range).collect()
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
