//! `cargo xtask bench search DIR`: compares our search with MiniSearch, FlexSearch and
//! SQLite FTS5 in one browser.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::json;

use crate::eval::Judged;
use crate::{process, project};

const USAGE: &str = "usage: cargo xtask bench search DIR; DIR holds \
                     docs*.jsonl (id, title, text) and queries.jsonl (id, text), each also as .gz";

/// Measures the time for building and searching and the size of the code, with the first 1,
/// 100, 1,000, 2,000 and 10,000 documents of a folder, and prints a table.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else {
        bail!(USAGE);
    };
    let data = write_data(Path::new(folder))?;
    let mut node = process::program("node");
    node.arg(project::root().join("tests/e2e/bench/search/run.mjs"))
        .env("DIST", project::root().join("dist"))
        .env("DATA", &data);
    process::run(&mut node)
}

/// Writes the documents and queries of a folder to files for the script.
pub(super) fn write_data(folder: &Path) -> Result<PathBuf> {
    let judged = Judged::read(folder).context(USAGE)?;
    let documents = judged.documents.iter();
    let documents: Vec<_> = documents
        .map(|text| json!({ "id": text.id, "title": text.title, "text": text.text }))
        .collect();
    let queries: Vec<&str> = judged
        .queries
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    let data = project::target().join("bench/search.json");
    fs::create_dir_all(data.parent().unwrap_or(Path::new(".")))?;
    fs::write(
        &data,
        json!({ "documents": documents, "queries": queries }).to_string(),
    )?;
    Ok(data)
}
