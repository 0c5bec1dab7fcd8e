//! Several articles: who speaks in them about whom, and what a view leaves of them.

mod archive;
mod archive_writer;
mod collection_result;
mod finder;
mod identity;
mod merged_claims;
mod request;
mod sort_order;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

pub use archive::{Archive, File, Listed, add_to};
pub use archive_writer::ArchiveWriter;
pub use collection_result::{CollectionResult, Ranked};
pub use finder::Finder;
pub use identity::{Identities, Known};
pub use merged_claims::{ClaimSource, MergedClaims};
pub use sort_order::SortOrder;

use super::indexed_article::IndexedArticle;
use model::{Article, ArticleId, EntityId, ordered};

/// Several articles, and what follows from all of them together. Built once; nothing in
/// it changes afterwards.
pub struct Collection {
    /// What the articles are called together.
    pub title: Option<String>,
    /// The articles, newest first; those of one day, or of none, as they were given.
    pub articles: Vec<Rc<Article>>,
    /// Their claims as one article.
    pub claims: Rc<IndexedArticle>,
    /// Where each claim comes from.
    pub sources: Vec<ClaimSource>,
    /// Their entities, each once.
    pub identities: Identities,
}

impl Collection {
    /// Takes articles in any order. Of two with one id the second is left out, with a
    /// sentence that says so.
    #[must_use]
    pub fn of(title: Option<String>, articles: Vec<Article>) -> (Self, Vec<String>) {
        let mut notices = Vec::new();
        let mut kept: Vec<Article> = Vec::with_capacity(articles.len());
        let mut ids: HashSet<ArticleId> = HashSet::new();
        for article in articles {
            if !ids.insert(article.id.clone()) {
                notices.push(format!(
                    "There are two articles with the id “{}”; the second, “{}”, is left out.",
                    article.id, article.metadata.title
                ));
            } else {
                kept.push(article);
            }
        }
        let order = newest_first(&kept);
        let mut taken: Vec<Option<Article>> = kept.into_iter().map(Some).collect();
        let articles: Vec<Rc<Article>> = order
            .into_iter()
            .filter_map(|number| taken.get_mut(number)?.take())
            .map(Rc::new)
            .collect();
        let identities = Identities::of(articles.iter().map(Rc::as_ref));
        let all: Vec<&Article> = articles.iter().map(Rc::as_ref).collect();
        let merged = MergedClaims::of(&all, &identities);
        let collection = Self {
            title,
            articles,
            claims: Rc::new(IndexedArticle::of(merged.article)),
            sources: merged.sources,
            identities,
        };
        (collection, notices)
    }

    /// What the articles are called together, or how many there are.
    #[must_use]
    pub fn heading(&self) -> String {
        let count = self.articles.len();
        let counted = format!("{count} article{}", if count == 1 { "" } else { "s" });
        self.title.clone().unwrap_or(counted)
    }

    /// The number of the article of that id.
    #[must_use]
    pub fn number_of(&self, id: &ArticleId) -> Option<usize> {
        self.articles.iter().position(|article| article.id == *id)
    }

    /// The article that a claim comes from.
    #[must_use]
    pub fn article_of(&self, claim: usize) -> Option<&Article> {
        let source = self.sources.get(claim)?;
        self.articles.get(source.article).map(Rc::as_ref)
    }

    /// What the entity of the collection is called in an article, if it is named there.
    #[must_use]
    pub fn local_id(&self, entity: &EntityId, article: usize) -> Option<&EntityId> {
        let known = self.identities.get(entity)?;
        let mut places = known.places.iter();
        let place = places.find(|(number, _)| *number == article)?;
        Some(&place.1)
    }

    /// The different sources of the articles, most articles first, with how many.
    #[must_use]
    pub fn publishers(&self) -> Vec<(&str, usize)> {
        sources(self.articles.iter().map(Rc::as_ref))
    }
}

fn sources<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<(&'a str, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for source in articles.filter_map(|article| article.metadata.source.as_deref()) {
        *counts.entry(source).or_default() += 1;
    }
    let mut found: Vec<(&str, usize)> = counts.into_iter().collect();
    model::sort(&mut found, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    found
}

fn newest_first(articles: &[Article]) -> Vec<usize> {
    let published = |number: usize| {
        let article = articles.get(number);
        article.and_then(|article| article.metadata.published)
    };
    ordered(articles.len(), &|a, b| published(b).cmp(&published(a)))
}
