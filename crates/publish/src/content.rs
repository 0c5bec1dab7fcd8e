//! What a page contains, however it is loaded.

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
}

/// The beginning of the element with the data.
pub(crate) const DATA: &str = "<script type=\"application/json\" id=\"article-explorer-data\">";

/// The end of a script element.
pub(crate) const END: &str = "</script>";

impl Content {
    /// The element with the data.
    #[must_use]
    pub fn data_element(&self) -> String {
        [DATA, &self.data, END].concat()
    }
}
