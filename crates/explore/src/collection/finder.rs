//! Full-text search in the articles of a collection.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Collection, Ranked};
use crate::problem::Problem;
use model::{Article, TextRange};
use search::collection::{CollectionIndex, Document, Forgiven, Matcher, SearchResult};
use search::{ArticleIndex, Hits, Query};

/// The approximate length of a passage in characters.
const PASSAGE: usize = 220;

/// Searches the articles of a collection.
pub struct Finder {
    index: Rc<RefCell<CollectionIndex>>,
    texts: Vec<String>,
    /// The number of each article in the index, if the index covers more articles than
    /// these.
    listed: Option<Vec<u32>>,
    /// The last query and its result, which each passage needs again.
    last: RefCell<Option<(Query, Rc<SearchResult>)>>,
}

impl Finder {
    /// Indexes the articles. Takes time linear in their text.
    #[must_use]
    pub fn of(collection: &Collection) -> Self {
        let articles: Vec<&Article> = collection.articles.iter().map(AsRef::as_ref).collect();
        let columns: Vec<[String; 2]> = articles.iter().copied().map(columns).collect();
        let days: Vec<String> = articles.iter().copied().map(day_of).collect();
        let documents = articles.iter().zip(&columns).zip(&days).map(
            |((article, [claims, names]), published)| Document {
                published,
                id: article.id.as_str(),
                title: &article.metadata.title,
                text: &article.text,
                claims,
                names,
                language: &article.metadata.language,
                ..Document::default()
            },
        );
        Self {
            index: Rc::new(RefCell::new(CollectionIndex::build(documents))),
            texts: texts(collection),
            listed: None,
            last: RefCell::default(),
        }
    }

    /// Creates a finder for the articles of a larger collection that a search returned.
    /// `numbers` are their numbers in the index, in the order of the collection.
    pub(super) fn of_listed(
        collection: &Collection,
        index: Rc<RefCell<CollectionIndex>>,
        numbers: Vec<u32>,
        query: Query,
        found: Rc<SearchResult>,
    ) -> Self {
        Self {
            index,
            texts: texts(collection),
            listed: Some(numbers),
            last: RefCell::new(Some((query, found))),
        }
    }

    /// The articles that contain words of the query, best first; `None` if the query has no
    /// words.
    #[must_use]
    pub fn rank(&self, query: &Query) -> Option<Ranked> {
        if query.terms.is_empty() {
            return None;
        }
        let found = self.search(query);
        let alike = |forgiven: &Forgiven| Problem::NotInArticles {
            word: forgiven.written.clone(),
            alike: forgiven.alike.clone(),
        };
        let loosened = found.loosened.iter().map(|words| Problem::QuotedNowhere {
            words: words.clone(),
        });
        let hits = found.hits.iter().map(|hit| hit.number);
        let (articles, whole) = match &self.listed {
            None => (
                hits.map(|number| number as usize).collect(),
                found.holding_all as usize,
            ),
            Some(numbers) => {
                // A list sorted by date does not consist of the best articles only.
                let place = |number: u32| numbers.binary_search(&number).ok();
                let mut articles: Vec<usize> = hits.filter_map(place).collect();
                let others = (0..numbers.len()).filter(|at| !articles.contains(at));
                articles.extend(others.collect::<Vec<_>>());
                let whole = if found.holding_all > 0 {
                    articles.len()
                } else {
                    0
                };
                (articles, whole)
            }
        };
        Some(Ranked {
            articles,
            whole,
            notices: found.forgiven.iter().map(alike).chain(loosened).collect(),
            searched: found.replacements(),
        })
    }

    /// The matches of the query in the text of an article, in order and without overlaps. Takes
    /// time linear in its length.
    #[must_use]
    pub fn matches(&self, query: &Query, article: &Article) -> Vec<TextRange> {
        let searched = self.search(query).replacements();
        Hits::as_searched(query, &ArticleIndex::of(article), Some(&searched)).marks
    }

    /// The title of an article and its best passage, each in pieces with a flag for matches.
    #[must_use]
    pub fn title_and_passage(
        &self,
        number: usize,
        title: &str,
        query: &Query,
    ) -> [Vec<(String, bool)>; 2] {
        let text = self.texts.get(number).map_or("", String::as_str);
        let found = self.search(query);
        let index = self.index.borrow();
        let matcher = Matcher::of(&index, query, &found);
        [(title, title.len()), (text, PASSAGE)]
            .map(|(text, length)| matcher.passage(text, length).pieces())
    }

    fn search(&self, query: &Query) -> Rc<SearchResult> {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((known, found)) if known == query || self.listed.is_some() => Rc::clone(found),
            _ => {
                let found = Rc::new(self.index.borrow().search(query, self.texts.len()));
                *last = Some((query.clone(), Rc::clone(&found)));
                found
            }
        }
    }
}

fn texts(collection: &Collection) -> Vec<String> {
    let articles = collection.articles.iter();
    articles.map(|article| article.text.clone()).collect()
}

/// The words of an article's claims, and the names of its entities.
pub(super) fn columns(article: &Article) -> [String; 2] {
    [claims(article), names(article)]
}

/// The day on which an article was published; empty if it is not known to the day.
pub(super) fn day_of(article: &Article) -> String {
    let published = article.metadata.published;
    let published = published.filter(|date| date.day.is_some());
    published.map(|date| date.to_string()).unwrap_or_default()
}

fn claims(article: &Article) -> String {
    let words = article.claims.iter().map(|claim| article.words_of(claim));
    words.collect::<Vec<_>>().join("\n\n")
}

fn names(article: &Article) -> String {
    let names = article
        .entities
        .iter()
        .flat_map(|entity| std::iter::once(&entity.name).chain(&entity.aliases));
    names.cloned().collect::<Vec<_>>().join("\n\n")
}
