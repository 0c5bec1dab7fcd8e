//! Counts the content of a collection.

use explore::collection::Collection;
use model::Article;

/// The size of the whole collection, of which a page may contain a part.
#[derive(Clone, Copy)]
pub(super) struct Totals {
    pub(super) articles: usize,
    pub(super) claims: usize,
}

impl Totals {
    pub(super) fn of(articles: &[Article]) -> Self {
        Self {
            articles: articles.len(),
            claims: articles.iter().map(|article| article.claims.len()).sum(),
        }
    }

    /// The title of the collection or, without one, the number of articles.
    pub(super) fn heading(self, collection: &Collection) -> String {
        let counted = || format!("{} articles", self.articles);
        collection.title.clone().unwrap_or_else(counted)
    }

    /// A description of the collection in a sentence.
    pub(super) fn description(self, collection: &Collection) -> String {
        let titles: Vec<&str> = collection
            .articles
            .iter()
            .take(3)
            .map(|article| article.metadata.title.as_str())
            .collect();
        format!(
            "{} articles with {} claims, each marked with its speaker: {}, …",
            self.articles,
            self.claims,
            titles.join("; ")
        )
    }
}
