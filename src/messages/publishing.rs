//! The messages of published pages that components do not render: links between pages, and
//! descriptions for search engines and link previews.

/// The messages of published pages that only the programs that publish them need.
pub struct PublishingMessages {
    /// The name of the links to other pages.
    pub other_pages: &'static str,
    /// The link from the page for a reader's own articles to the article.
    pub back_to_article: &'static str,
    /// The beginning of the description of an article, with the number of its claims; empty if there
    /// are none.
    pub article: fn(usize) -> String,
    /// The description of a collection: the numbers of its articles and claims, and the titles of
    /// the first articles.
    pub collection: fn(usize, usize, &[&str]) -> String,
    /// The page for a reader's own articles needs scripts.
    pub needs_scripts: &'static str,
}
