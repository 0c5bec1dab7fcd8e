//! The metadata of pages, for search engines and link previews.

use super::html::{attribute, escaped};
use super::linked_data::{linked_data, list_of};
use explore::IndexedArticle;
use explore::collection::Collection;
use model::{ArticleId, WebUrl};

/// The beginning of the metadata of every page.
pub(crate) const FIRST: &str = "<meta name=\"description\"";

/// The maximum length of the description of an article, in bytes and characters.
const LONGEST: usize = 200;

/// Where the articles of a collection are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleLinks {
    /// Each in a page of its own, in the folder `articles`.
    Pages,
    /// All in the same page.
    Within,
}

impl ArticleLinks {
    /// The address of an article.
    #[must_use]
    pub fn to(self, id: &ArticleId) -> String {
        match self {
            Self::Pages => format!("articles/{id}.html"),
            Self::Within => format!("#a={id}"),
        }
    }
}

/// The metadata of a page.
pub struct Metadata;

impl Metadata {
    /// The metadata of an article. `claims` is the beginning of the description, with the number of
    /// claims.
    #[must_use]
    pub fn of_article(indexed: &IndexedArticle, claims: String) -> String {
        let metadata = &indexed.article.metadata;
        let mut lines = vec![previews(
            "article",
            &metadata.title,
            &description(indexed, claims),
        )];
        if let Some(date) = metadata.published {
            lines.push(format!(
                "<meta property=\"article:published_time\" content=\"{date}\" />"
            ));
        }
        let canonical = metadata.extra.iter().find(|(key, _)| key == "canonical");
        if let Some((_, url)) = canonical
            && let Some(url) = WebUrl::parse(url)
        {
            lines.push(format!(
                "<link rel=\"canonical\"{} />",
                attribute("href", url.as_str())
            ));
        }
        lines.push(linked_data_element(&linked_data(indexed)));
        lines.concat()
    }

    /// The metadata of a list of articles.
    #[must_use]
    pub fn of_collection(
        collection: &Collection,
        title: &str,
        description: &str,
        links: ArticleLinks,
    ) -> String {
        let list = linked_data_element(&list_of(collection, links));
        previews("website", title, description) + &list
    }
}

fn previews(kind: &str, title: &str, description: &str) -> String {
    let content = |text: &str| attribute("content", text);
    [
        format!("{FIRST}{} />", content(description)),
        format!(
            "<meta property=\"og:type\" content=\"{}\" />",
            escaped(kind)
        ),
        format!("<meta property=\"og:title\"{} />", content(title)),
        format!(
            "<meta property=\"og:description\"{} />",
            content(description)
        ),
        "<meta name=\"twitter:card\" content=\"summary\" />".to_owned(),
    ]
    .concat()
}

fn linked_data_element(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// The number of claims, and the beginning of the text.
fn description(indexed: &IndexedArticle, claims: String) -> String {
    let article = &indexed.article;
    let first = article
        .blocks
        .first()
        .map(|block| article.words(block.range));
    let mut description = claims;
    let room = LONGEST.saturating_sub(description.len());
    let begun: String = first.unwrap_or_default().chars().take(room).collect();
    let cut = if begun.chars().count() < room {
        begun.as_str()
    } else {
        begun
            .rsplit_once(' ')
            .map_or(begun.as_str(), |(whole, _)| whole)
    };
    description.push_str(cut);
    if first.is_some_and(|first| first.len() > cut.len()) {
        description.push('…');
    }
    description
}
