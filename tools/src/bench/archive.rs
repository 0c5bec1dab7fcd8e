//! `cargo xtask bench archive PACKED DIR`: measures what a reader of a large collection
//! loads.

use std::path::Path;

use anyhow::{Result, bail};

use super::search;
use crate::{process, project};

/// Runs the queries of a folder on a bundle made by `pack`, each in a new page, and prints
/// how many bytes are loaded.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let [packed, folder] = arguments else {
        bail!(
            "usage: cargo xtask bench archive PACKED DIR; PACKED is a bundle in parts as \
             `pack` makes it, DIR holds docs.jsonl and queries.jsonl"
        );
    };
    let data = search::write_data(Path::new(folder))?;
    let mut node = process::program("node");
    node.arg(project::root().join("tests/e2e/bench/archive.mjs"))
        .env("DIST", std::path::absolute(packed)?)
        .env("DATA", &data);
    process::run(&mut node)
}
