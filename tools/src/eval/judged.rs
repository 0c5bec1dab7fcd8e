//! Judged collections in files: documents, queries, and which documents answer which query.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

/// A document in `docs.jsonl`.
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) language: String,
}

/// Documents, queries and judgements.
pub(crate) struct Judged {
    pub(crate) documents: Vec<Text>,
    /// The ids and texts of the queries.
    pub(crate) queries: Vec<(String, String)>,
    /// The grades above 0 of the documents for each query; empty if nothing was judged.
    pub(crate) grades: BTreeMap<String, HashMap<String, f64>>,
}

impl Judged {
    /// Reads `docs*.jsonl`, `queries.jsonl` and, if it exists, `qrels.tsv` (query,
    /// document, grade). Each may be compressed as `.gz`.
    pub(crate) fn read(dir: &Path) -> Result<Self> {
        let names = fs::read_dir(dir)
            .with_context(|| format!("cannot read {}", dir.display()))?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.collect();
        names.sort();
        let found = |stem: &str| {
            let name = names.iter().find(|name| name.starts_with(stem));
            name.map(|name| contents(&dir.join(name)))
        };
        let docs = found("docs").context("there is no docs.jsonl")??;
        let queries = found("queries").context("there is no queries.jsonl")??;
        let qrels = found("qrels").transpose()?.unwrap_or_default();
        let field = |value: &Value, name: &str| match value.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        let documents = lines(&docs)?.into_iter().map(|value| Text {
            id: field(&value, "id"),
            title: field(&value, "title"),
            text: field(&value, "text"),
            language: field(&value, "language"),
        });
        let queries = lines(&queries)?
            .into_iter()
            .map(|value| (field(&value, "id"), field(&value, "text")));
        let mut grades: BTreeMap<String, HashMap<String, f64>> = BTreeMap::new();
        for line in qrels.lines() {
            let columns: Vec<&str> = line.split_whitespace().collect();
            // TREC files have a zero between query and document.
            let [query, .., document, grade] = columns.as_slice() else {
                continue;
            };
            let grade: f64 = grade.parse().unwrap_or(0.0);
            if grade > 0.0 {
                let of_query = grades.entry((*query).to_owned()).or_default();
                of_query.insert((*document).to_owned(), grade);
            }
        }
        Ok(Self {
            documents: documents.collect(),
            queries: queries.collect(),
            grades,
        })
    }
}

fn lines(text: &str) -> Result<Vec<Value>> {
    let filled = text.lines().filter(|line| !line.trim().is_empty());
    let read = filled.map(|line| serde_json::from_str(line).context("a line is no JSON"));
    read.collect()
}

fn contents(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    if path.extension().is_some_and(|ending| ending == "gz") {
        let mut text = String::new();
        GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
        return Ok(text);
    }
    Ok(String::from_utf8(bytes)?)
}
