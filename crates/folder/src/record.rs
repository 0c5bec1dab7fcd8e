//! What a bundle was made from, so that the next one does not make unchanged articles again.

use std::collections::BTreeMap;

use import::{data_of_page, sha256};
use model::Article;
use serde::{Deserialize, Serialize};

/// The file of a bundle that contains its record. Pages never load it.
pub const RECORD: &str = "pack-record.json";

/// The articles of a bundle that have pages of their own: hashes of what they were made from, and of
/// their pages. A page counts only if both hashes are still right, so anybody may change or delete
/// the record and the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Identifies the program and the settings.
    program: String,
    /// The articles, by id.
    articles: BTreeMap<String, Hashes>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Hashes {
    /// Of the files of the article.
    files: String,
    /// Of its page; empty until it is made.
    page: String,
}

impl Record {
    /// The record of a bundle that is being made. `program` identifies everything but the articles
    /// that pages depend on.
    #[must_use]
    pub fn of(program: &str) -> Self {
        Self {
            program: program.to_owned(),
            articles: BTreeMap::new(),
        }
    }

    /// Reads a record; `None` if it is damaged.
    #[must_use]
    pub fn parse(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
    }

    /// The record as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        import::to_text(self)
    }

    /// The record of an earlier bundle; empty if it is damaged or if another program wrote it.
    #[must_use]
    pub fn earlier(&self, json: Option<&[u8]>) -> Self {
        let read = json.and_then(Self::parse);
        let read = read.filter(|read| read.program == self.program && !read.program.is_empty());
        read.unwrap_or_default()
    }

    /// Whether there is nothing that a later bundle could use.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.program.is_empty() || self.articles.is_empty()
    }

    /// Notes the files that an article is made from, in an order of their own.
    pub(crate) fn add(&mut self, id: &str, files: &[Option<&str>]) {
        let files = files
            .iter()
            .map(|text| text.map(|text| hash(text.as_bytes())));
        let files: Vec<Option<String>> = files.collect();
        let hashes = Hashes {
            files: hash(import::to_text(&files).as_bytes()),
            page: String::new(),
        };
        self.articles.insert(id.to_owned(), hashes);
    }

    /// Forgets an article, which is then made again the next time.
    pub(crate) fn remove(&mut self, id: &str) {
        self.articles.remove(id);
    }

    /// Notes the page of an article.
    pub fn set_page(&mut self, id: &str, page: &[u8]) {
        if let Some(hashes) = self.articles.get_mut(id) {
            hashes.page = hash(page);
        }
    }

    /// Whether `page` is the one that this record has of an article, made from the files that `now`
    /// has of it.
    #[must_use]
    pub fn still_holds(&self, now: &Self, id: &str, page: &[u8]) -> bool {
        let pair = self.articles.get(id).zip(now.articles.get(id));
        pair.is_some_and(|(then, now)| then.files == now.files && then.page == hash(page))
    }
}

/// The first half of the SHA-256 of bytes.
fn hash(bytes: &[u8]) -> String {
    let mut hash = sha256(bytes);
    hash.truncate(32);
    hash
}

/// The name of the page of an article in a bundle of several.
#[must_use]
pub fn page_of(id: &str) -> String {
    format!("articles/{id}.html")
}

/// The article in a page of a bundle.
pub(crate) fn article_in(page: &[u8], id: &str) -> Option<Article> {
    let page = std::str::from_utf8(page).ok()?;
    let (_, mut articles) = import::BundleRecord::read(data_of_page(page)?).ok()?;
    let article = articles.pop().filter(|_| articles.is_empty());
    article.filter(|article| article.id.as_str() == id)
}
