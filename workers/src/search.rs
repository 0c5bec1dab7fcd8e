//! Searching without a page: indexes of documents of any kind, for scripts in browsers and
//! in Node.

use search::Query;
use search::collection::{CollectionBuilder, CollectionIndex, Document, Matcher, SearchResult};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

fn main() {}

/// An index that is being built, a document at a time.
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

    /// The index of what was added.
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
    /// What was searched last.
    last: (Query, SearchResult),
}

#[wasm_bindgen]
impl Index {
    /// Takes what [`Self::serialize`] gave.
    ///
    /// # Errors
    /// When the bytes are something else, damaged, or of another version.
    pub fn load(bytes: &[u8]) -> Result<Self, JsError> {
        let index = CollectionIndex::from_bytes(bytes)?;
        Ok(Self {
            index,
            texts: Vec::new(),
            last: Default::default(),
        })
    }

    /// The index as bytes, without the texts; without the positions, half of it, phrases
    /// and nearness do not work.
    #[must_use]
    pub fn serialize(&self, with_positions: bool) -> Vec<u8> {
        if with_positions {
            self.index.to_bytes()
        } else {
            self.index.to_bytes_without_positions()
        }
    }

    /// How many documents there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> u32 {
        self.index.len()
    }

    /// The ids of the documents, by their numbers.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let numbers = 0..self.index.len();
        numbers
            .map(|number| self.index.id(number).unwrap_or_default().to_owned())
            .collect()
    }

    /// Gives the next document its text, so that passages of it can be shown.
    #[wasm_bindgen(js_name = addText)]
    pub fn add_text(&mut self, text: String) {
        self.texts.push(text);
    }

    /// The best documents, at most `limit`: how many hold all words, how many hold any,
    /// then number and score of each.
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

    /// The best passage of a document for the query that was searched last, of about so
    /// many code points: its words, then where each hit starts and ends in them. Empty
    /// where the text of the document is not known.
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
