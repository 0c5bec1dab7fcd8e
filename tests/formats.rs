//! The names of formats are the same in the program, in the scripts and in their types.
//! `js/formats.json` lists them in the order in which they are offered.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use article_explorer::ui::FORMS;

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

#[test]
fn scripts_know_the_formats_of_the_program() {
    let known: Vec<String> = serde_json::from_str(&text("js/formats.json")).unwrap();
    assert_eq!(known, FORMS.map(|(format, _)| format.as_str()));
}

#[test]
fn types_declare_the_formats_of_the_program() {
    let types = text("js/article-explorer.d.ts");
    let (_, union) = types.split_once("export type Format =").unwrap();
    let (union, _) = union.split_once(';').unwrap();
    let declared: BTreeSet<&str> = union.split('"').skip(1).step_by(2).collect();
    assert_eq!(declared, FORMS.map(|(format, _)| format.as_str()).into());
}
