//! Search without a page: indexes of documents of any kind, for scripts in browsers and in
//! Node.

use search::Query;
use search::collection::{CollectionBuilder, CollectionIndex, Document, Matcher, SearchResult};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

fn main() {}

/// Builds an index, one document at a time.
#[wasm_bindgen]
#[derive(Default)]
pub struct IndexBuilder {
    builder: CollectionBuilder,
    texts: Vec<String>,
}

#[wasm_bindgen]
impl IndexBuilder {
    /// A builder without documents.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document; `language` is a BCP 47 tag or empty.
    pub fn add(&mut self, id: &str, title: &str, text: String, language: &str) {
        self.builder.add(&Document {
            id,
            title,
            text: &text,
            language,
            ..Document::default()
        });
        self.texts.push(text);
    }

    /// The index of the documents.
    #[must_use]
    pub fn finish(self) -> Index {
        Index {
            index: self.builder.finish(),
            texts: self.texts,
            last: Default::default(),
        }
    }
}

/// An index of documents.
#[wasm_bindgen]
pub struct Index {
    index: CollectionIndex,
    texts: Vec<String>,
    /// The last query and its result.
    last: (Query, SearchResult),
}

#[wasm_bindgen]
impl Index {
    /// Loads an index that [`Self::serialize`] made.
    ///
    /// # Errors
    /// If the bytes are anything else, are damaged, or have another version.
    pub fn load(bytes: &[u8]) -> Result<Self, JsError> {
        let index = CollectionIndex::from_bytes(bytes)?;
        Ok(Self {
            index,
            texts: Vec::new(),
            last: Default::default(),
        })
    }

    /// The index as bytes, without the texts. Without the positions it is half as large, but
    /// phrases and the distance between words do not count.
    #[must_use]
    pub fn serialize(&self, with_positions: bool) -> Vec<u8> {
        if with_positions {
            self.index.to_bytes()
        } else {
            self.index.to_bytes_without_positions()
        }
    }

    /// The number of documents.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> u32 {
        self.index.len()
    }

    /// The ids of the documents, in order of their numbers.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let numbers = 0..self.index.len();
        numbers
            .map(|number| self.index.id(number).unwrap_or_default().to_owned())
            .collect()
    }

    /// Adds the text of the next document, so that it can have passages.
    #[wasm_bindgen(js_name = addText)]
    pub fn add_text(&mut self, text: String) {
        self.texts.push(text);
    }

    /// The best documents, at most `limit`: how many contain all words, how many contain any,
    /// then the number and the score of each.
    #[must_use]
    pub fn search(&mut self, query: &str, limit: usize) -> Vec<f64> {
        let query = Query::parse(query);
        let found = self.index.search(&query, limit);
        let mut numbers = vec![f64::from(found.holding_all), f64::from(found.holding_any)];
        for hit in &found.hits {
            numbers.extend([f64::from(hit.number), f64::from(hit.score)]);
        }
        self.last = (query, found);
        numbers
    }

    /// The best passage of a document for the last query, of about `characters` code points:
    /// its text, then the start and the end of each match. Empty if the text of the document
    /// is not known.
    #[must_use]
    pub fn passage(&self, number: u32, characters: usize) -> Vec<JsValue> {
        let Some(text) = self.texts.get(number as usize) else {
            return Vec::new();
        };
        let (query, found) = &self.last;
        let matcher = Matcher::of(&self.index, query, found);
        let passage = matcher.passage(text, characters);
        let places = passage.ranges.iter();
        let places = places.flat_map(|range| [range.start, range.end].map(JsValue::from));
        std::iter::once(passage.text.into()).chain(places).collect()
    }
}
