//! The keys of a view are the same in the program, in the scripts, in the description of
//! the element for editors, and in the documentation. `js/view_keys.json` lists them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use explore::collection::SortOrder;
use explore::{Facet, Filters, Mode, View, to_hash};
use model::{ArticleId, ClaimId, EntityId};
use serde_json::Value;

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn json(file: &str) -> Value {
    serde_json::from_str(&text(file)).unwrap()
}

fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    words.into_iter().map(str::to_owned).collect()
}

/// The single-value parts of a state, with their keys in an address.
fn values() -> Vec<(String, String)> {
    let list = json("js/view_keys.json");
    let values = list["values"].as_object().unwrap();
    let key = |key: &Value| key.as_str().unwrap().to_owned();
    values
        .iter()
        .map(|(name, value)| (name.clone(), key(value)))
        .collect()
}

/// The parts of a state that are lists.
fn lists() -> Vec<String> {
    let list = json("js/view_keys.json");
    let lists = list["lists"].as_array().unwrap().iter();
    lists
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

fn names() -> BTreeSet<String> {
    values()
        .into_iter()
        .map(|(name, _)| name)
        .chain(lists())
        .collect()
}

#[test]
fn scripts_know_the_keys_of_the_program() {
    let mut filters = Filters::default();
    for facet in Facet::ALL.into_iter().chain([Facet::Source]) {
        filters.choose(facet, "x");
    }
    // All fields are listed, so that a new one cannot be forgotten here.
    let view = View {
        article: Some(ArticleId::new("x")),
        query: "x".into(),
        filters,
        entity: Some(EntityId::new("x")),
        claim: Some(ClaimId::new("x")),
        mode: Mode::Claims,
        min_confidence: explore::Threshold::new(50),
        unknown: Vec::new(),
    };
    let hash = to_hash(&SortOrder::Title.put_into(&view));
    let written = hash.split('&').filter_map(|pair| pair.split('=').next());
    let known: BTreeSet<String> = values()
        .into_iter()
        .map(|(_, key)| key)
        .chain(lists())
        .collect();
    assert_eq!(words(written), known);
}

#[test]
fn types_declare_the_parts_of_a_state() {
    let members = |file: &str, interface: &str| -> BTreeSet<String> {
        let text = text(file);
        let (_, body) = text
            .split_once(&format!("export interface {interface} {{\n"))
            .unwrap();
        let (body, _) = body.split_once("\n}").unwrap();
        let names = body
            .lines()
            .filter_map(|line| line.trim().split_once("?: "));
        words(names.map(|(name, _)| name.trim_matches('"')))
    };
    assert_eq!(members("js/article-explorer.d.ts", "State"), names());
    let attributes = members("js/frameworks/attributes.d.ts", "ArticleExplorerAttributes");
    assert_eq!(attributes, described("attributes"));
}

/// The names that custom-elements.json lists for the element.
fn described(what: &str) -> BTreeSet<String> {
    let manifest = json("js/custom-elements.json");
    let list = manifest["modules"][0]["declarations"][0][what]
        .as_array()
        .unwrap()
        .clone();
    words(list.iter().map(|item| item["name"].as_str().unwrap()))
}

#[test]
fn attributes_cover_the_parts_of_a_state() {
    let missing: Vec<_> = names()
        .difference(&described("attributes"))
        .cloned()
        .collect();
    assert_eq!(missing, [""; 0], "missing in js/custom-elements.json");
}

#[test]
fn the_documentation_names_every_key_and_attribute() {
    let text = text("docs/embedding.md");
    let section = |title: &str| -> BTreeSet<String> {
        let (_, body) = text.split_once(&format!("\n## {title}\n")).unwrap();
        let body = body.split("\n## ").next().unwrap();
        words(body.split('`').skip(1).step_by(2))
    };
    let keys: BTreeSet<String> = values()
        .into_iter()
        .map(|(_, key)| key)
        .chain(names())
        .collect();
    for (title, wanted) in [("The view", keys), ("Element", described("attributes"))] {
        let known = section(title);
        let missing: Vec<_> = wanted.difference(&known).cloned().collect();
        assert_eq!(missing, [""; 0], "missing in docs/embedding.md, {title}");
    }
}
