//! Files without a page: reads articles from files of any kind and detects names and claims in
//! them, for scripts in browsers and in Node.

pub mod finding;
#[path = "files/folder.rs"]
pub mod folder;
#[path = "files/job.rs"]
pub mod job;

use annotate::annotate;
use formats::Problem;
use import::annotations;
use import::{
    BundleRecord, Diagnostic, Diagnostics, FileProblem, FileRecord, HasSeverity, parse_json,
    to_text,
};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Reads the articles of a file. Returns the JSON of a [`FileRecord`]. `annotations` is the
/// JSON of a file with annotations of the article, or empty; if it is empty and `find` is
/// true, names and claims are detected in articles without annotations.
#[wasm_bindgen(js_name = readFile)]
#[must_use]
pub fn read_file(name: &str, bytes: &[u8], annotations: &str, find: bool) -> String {
    let (mut articles, diagnostics) = formats::read_file(name, bytes);
    let mut notices = sentences(diagnostics);
    if annotations.is_empty() && find {
        for article in &mut articles {
            if article.claims.is_empty() && article.entities.is_empty() {
                let limitation = finding::with_tagger(|tagger| annotate(article, tagger));
                if let Some(limitation) = limitation {
                    let mut limited = Diagnostics::<Problem>::of(name);
                    limited.report_file(Problem::Limited(limitation));
                    notices.extend(sentences(limited.into_list()));
                }
            }
        }
    }
    if !annotations.is_empty()
        && let [article] = articles.as_mut_slice()
    {
        let file = format!("{}.annotations.json", article.id);
        match parse_json(annotations) {
            Ok(json) => {
                let diagnostics = annotations::annotate(article, &file, &json);
                notices.extend(sentences(diagnostics));
            }
            Err(fault) => {
                let mut unread: Diagnostics = Diagnostics::of(&file);
                unread.report_file(FileProblem::NotJson(fault));
                notices.extend(sentences(unread.into_list()));
            }
        }
    }
    to_text(&FileRecord {
        bundle: BundleRecord::of(None, &articles),
        notices,
    })
}

fn sentences<P: HasSeverity>(diagnostics: Vec<Diagnostic<P>>) -> Vec<String> {
    let diagnostics = diagnostics.iter();
    diagnostics.map(ToString::to_string).collect()
}
