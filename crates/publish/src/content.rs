//! What a page contains, however it is loaded.

use super::metadata::Metadata;
use explore::IndexedArticle;

/// What a page contains. The skeleton and the files of the program are no part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The language of the interface, as a BCP 47 tag.
    pub language: String,
    /// The title, as plain text.
    pub title: String,
    /// The elements with the metadata; see [`Metadata`](crate::Metadata).
    pub metadata: String,
    /// The content before any script runs, as HTML.
    pub plain: String,
    /// The data for the program, as JSON without `<`; empty if the page has none.
    pub data: String,
    /// The edits that led to the article, as JSON without `<`; empty if there are none.
    pub edits: String,
}

/// The id of the element with the edits.
pub const EDITS_ID: &str = "article-explorer-edits";

/// The beginning of the element with the data.
pub(crate) const DATA: &str = "<script type=\"application/json\" id=\"article-explorer-data\">";

/// The beginning of the element with the edits.
pub(crate) const EDITS: &str = "<script type=\"application/json\" id=\"article-explorer-edits\">";

/// The end of a script element.
pub(crate) const END: &str = "</script>";

impl Content {
    /// The page of an article, which shows `plain` before any script runs. `language` is the tag of
    /// the interface, and `claims` the beginning of the description, with the number of claims.
    #[must_use]
    pub fn of_article(
        indexed: &IndexedArticle,
        language: &str,
        claims: String,
        plain: String,
        data: String,
    ) -> Self {
        Self {
            language: language.to_owned(),
            title: indexed.article.metadata.title.clone(),
            metadata: Metadata::of_article(indexed, claims),
            plain,
            data,
            edits: String::new(),
        }
    }

    /// The elements with the data and, if there are any, the edits.
    #[must_use]
    pub fn data_elements(&self) -> String {
        let data = [DATA, &self.data, END].concat();
        if self.edits.is_empty() {
            return data;
        }
        [&data, EDITS, &self.edits, END].concat()
    }
}

/// The edits in a page, as JSON; see [`Content::edits`].
#[must_use]
pub fn edits_in(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(EDITS)?;
    rest.split_once(END).map(|(edits, _)| edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_found_in_a_page() {
        let content = Content {
            data: "{}".to_owned(),
            edits: "[1]".to_owned(),
            ..Content::default()
        };
        assert_eq!(edits_in(&content.data_elements()), Some("[1]"));
        let without = Content {
            edits: String::new(),
            ..content
        };
        assert_eq!(edits_in(&without.data_elements()), None);
        assert_eq!(edits_in(EDITS), None);
    }
}
