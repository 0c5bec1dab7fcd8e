//! Files that a reader opens, and the articles of a reader's own as an archive, as scripts
//! see them.

use std::cmp::Reverse;

use explore::collection::ArchiveWriter;
use import::{Severity, bundle, parse_json};
use model::Article;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::finding::with_tagger;

/// Files that are taken in step by step.
#[wasm_bindgen]
#[derive(Default)]
pub struct Opening {
    files: Vec<(String, Vec<u8>)>,
    opening: formats::Opening,
}

#[wasm_bindgen]
impl Opening {
    /// Without files.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file to those that are opened together.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.push((name, bytes));
    }

    /// Reads the files: how many articles there are, each part of a long one counted.
    /// `taken` are ids that are in use.
    pub fn open(&mut self, taken: Vec<String>) -> usize {
        let files = std::mem::take(&mut self.files);
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        self.opening = formats::Opening::of(&files, taken);
        self.opening.len()
    }

    /// Takes in the next article: its id, its title, which of the opened ones it is part of,
    /// and its JSON; nothing after the last.
    #[wasm_bindgen(js_name = takeNext)]
    pub fn take_next(&mut self) -> Vec<String> {
        let opened = with_tagger(|tagger| self.opening.take_next(tagger));
        opened.map_or_else(Vec::new, |opened| {
            vec![
                opened.id,
                opened.title,
                opened.whole.to_string(),
                opened.json,
            ]
        })
    }

    /// How many of the notices say that something is missing.
    #[must_use]
    pub fn faults(&self) -> usize {
        let notices = self.opening.notices().iter();
        let faults = notices.filter(|notice| notice.severity == Severity::Error);
        faults.count()
    }

    /// What was wrong, the worst first and what was only guessed last: for each where it
    /// was, then what.
    #[must_use]
    pub fn notices(&self) -> Vec<String> {
        let mut notices: Vec<_> = self.opening.notices().iter().collect();
        notices.sort_by_key(|notice| {
            let is_guess = matches!(notice.field.as_str(), "title" | "language");
            (Reverse(notice.severity), is_guess)
        });
        let told = notices.iter();
        told.flat_map(|notice| [notice.place(), notice.what()])
            .collect()
    }
}

/// Articles that are put into the files of an archive.
#[wasm_bindgen]
#[derive(Default)]
pub struct Shelf {
    articles: Vec<Article>,
    writer: Option<ArchiveWriter>,
}

#[wasm_bindgen]
impl Shelf {
    /// Without articles.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article by its JSON; what cannot be read of it is left out.
    pub fn add(&mut self, json: &str) {
        if let Ok(json) = parse_json(json) {
            self.articles.extend(bundle::read("", &json).0);
        }
    }

    /// Divides what was added; the data of a page whose archive lies in `folder`, see
    /// [`ArchiveWriter::data_by_length`].
    pub fn divide(&mut self, folder: &str, bytes: usize) -> String {
        let writer = ArchiveWriter::of_unsorted(std::mem::take(&mut self.articles));
        let data = writer.data_by_length(folder, bytes);
        self.writer = Some(writer);
        data
    }

    /// The names of the files.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let files = self.writer.iter().flat_map(|writer| &writer.files);
        files.map(|(file, _)| file.name()).collect()
    }

    /// Hands out the content of a file, once.
    pub fn take(&mut self, number: usize) -> Vec<u8> {
        let files = self.writer.as_mut().map(|writer| &mut writer.files);
        let file = files.and_then(|files| files.get_mut(number));
        file.map(|(_, bytes)| std::mem::take(bytes))
            .unwrap_or_default()
    }
}
