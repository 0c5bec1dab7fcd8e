//! Counts the content of a collection.

use article_explorer::{Language, prerender};
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
    pub(super) fn heading(self, collection: &Collection, language: Language) -> String {
        let counted = || prerender::articles(language, self.articles);
        collection.title.clone().unwrap_or_else(counted)
    }

    /// A description of the collection in a sentence.
    pub(super) fn description(self, collection: &Collection, language: Language) -> String {
        let titles: Vec<&str> = collection
            .articles
            .iter()
            .take(3)
            .map(|article| article.metadata.title.as_str())
            .collect();
        (language.publishing().collection)(self.articles, self.claims, &titles)
    }
}
