//! Files without a page: reads articles from files of any kind and detects names and claims in
//! them, for scripts in browsers and in Node.

pub mod finding;
#[path = "files/job.rs"]
pub mod job;

use annotate::annotate;
use import::annotations;
use import::{BundleRecord, FileRecord, Notice, Severity, parse_json, read, to_text};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Reads the articles of a file. Returns the JSON of a [`FileRecord`]. `annotations` is the
/// JSON of a file with annotations of the article, or empty; if it is empty and `find` is
/// true, names and claims are detected in articles without annotations.
#[wasm_bindgen(js_name = readFile)]
#[must_use]
pub fn read_file(name: &str, bytes: &[u8], annotations: &str, find: bool) -> String {
    let (mut articles, mut notices) = read(name, bytes);
    if annotations.is_empty() && find {
        for article in &mut articles {
            if article.claims.is_empty() && article.entities.is_empty() {
                let told = finding::with_tagger(|tagger| annotate(article, tagger));
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
        match parse_json(annotations) {
            Ok(json) => notices.extend(annotations::annotate(article, &file, &json)),
            Err(fault) => notices.push(Notice {
                severity: Severity::Error,
                file,
                field: String::new(),
                message: format!("the file is not JSON ({fault})"),
                text: String::new(),
            }),
        }
    }
    to_text(&FileRecord {
        bundle: BundleRecord::of(None, &articles),
        notices: notices.iter().map(ToString::to_string).collect(),
    })
}
