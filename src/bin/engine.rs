//! The engine as scripts see it: what works without a page. It searches collections and
//! reads files; pages load it when they need it, and Node can use it too.

use std::cell::RefCell;

use article_explorer::annotate::Tagger;
use article_explorer::interop::found_json;
use article_explorer::model::Date;
use article_explorer::search::Query;
use article_explorer::search::collection::{
    CollectionBuilder, CollectionIndex, Document, Matcher, SearchResult,
};
use article_explorer::source::annotations::annotate;
use article_explorer::source::{
    Json, Notice, Severity, annotations_json, article_json, bundle_json, read,
};
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

thread_local! {
    static TAGGER: RefCell<Option<Tagger>> = const { RefCell::new(None) };
}

/// Takes the weights by which names are found.
///
/// # Errors
/// When the bytes are no such weights.
#[wasm_bindgen(js_name = loadWeights)]
pub fn load_weights(bytes: &[u8]) -> Result<(), JsError> {
    let tagger = Tagger::load(bytes)?;
    TAGGER.with_borrow_mut(|known| *known = Some(tagger));
    Ok(())
}

/// Finds names and claims in a text whose paragraphs are its lines; `published` is a date
/// or empty. The JSON is that of [`found_json`].
#[wasm_bindgen(js_name = annotateText)]
#[must_use]
pub fn annotate_text(text: &str, published: &str) -> String {
    let published = Date::parse(published);
    TAGGER.with_borrow(|tagger| {
        let found = article_explorer::annotate::annotate_text(text, published, tagger.as_ref());
        found_json(text, &found).to_text()
    })
}

/// Reads the articles of a file: a bundle as JSON, with what could not be read as a list of
/// `notices`. `annotations` is the JSON of a file with annotations of the article, or
/// empty: names and claims are found then in articles that have none, if that is asked for.
#[wasm_bindgen(js_name = readFile)]
#[must_use]
pub fn read_file(name: &str, bytes: &[u8], annotations: &str, find: bool) -> String {
    let (mut articles, mut notices) = read(name, bytes);
    if annotations.is_empty() && find {
        for article in &mut articles {
            if article.claims.is_empty() && article.entities.is_empty() {
                let told = TAGGER.with_borrow(|tagger| {
                    article_explorer::annotate::annotate(article, tagger.as_ref())
                });
                notices.extend(told.map(|message| Notice {
                    severity: Severity::Advice,
                    file: name.to_owned(),
                    field: String::new(),
                    message: message.to_owned(),
                    text: String::new(),
                }));
            }
        }
    }
    if !annotations.is_empty()
        && let [article] = articles.as_mut_slice()
    {
        let file = format!("{}.annotations.json", article.id);
        match Json::parse(annotations) {
            Ok(json) => notices.extend(annotate(article, &file, &json)),
            Err(fault) => notices.push(Notice {
                severity: Severity::Error,
                file,
                field: String::new(),
                message: format!("the file is not JSON ({fault})"),
                text: String::new(),
            }),
        }
    }
    let bundled = articles.iter().map(|article| {
        let (annotations, told) = annotations_json(article);
        notices.extend(told);
        article_json(article, Some(annotations))
    });
    let bundle = bundle_json(None, bundled.collect());
    let told = notices.iter().map(|notice| Json::text(&notice.to_string()));
    let told = Json::List(told.collect());
    format!("{{\"bundle\":{bundle},\"notices\":{}}}", told.to_text())
}
