//! The names of formats are the same in the program and in the scripts.
//! `js/formats.json` lists them in the order in which they are offered.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use article_explorer::ui::OFFERED;
use formats::Format;

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

#[test]
fn scripts_know_the_formats_of_the_program() {
    let known: Vec<String> = serde_json::from_str(&text("js/formats.json")).unwrap();
    assert_eq!(known, OFFERED.map(Format::as_str));
}
