//! The keys of a view are the properties of [`ViewState`], in the program, in the scripts, in
//! the description of the element for editors, and in the documentation.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use explore::collection::SortOrder;
use explore::{Facet, Filters, Mode, View, ViewState, to_hash};
use model::{ArticleId, ClaimId, EntityId};
use schemars::schema_for;
use serde_json::{Map, Value, json};

/// With this variable, the files in `js/` are written anew.
const RENEW: &str = "RENEW";

/// A property of a state.
struct Property {
    name: String,
    description: String,
    is_list: bool,
}

fn properties() -> Vec<Property> {
    let schema = schema_for!(ViewState);
    let properties = schema.get("properties").unwrap().as_object().unwrap();
    let property = |(name, schema): (&String, &Value)| Property {
        name: name.clone(),
        description: schema["description"].as_str().unwrap().to_owned(),
        is_list: schema["type"][0] == "array",
    };
    properties.iter().map(property).collect()
}

fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    words.into_iter().map(str::to_owned).collect()
}

fn names() -> BTreeSet<String> {
    properties().into_iter().map(|known| known.name).collect()
}

/// The key of a property in an address.
fn key(name: &str) -> &str {
    match name {
        "article" => ViewState::ARTICLE_KEY,
        other => other,
    }
}

fn in_project(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn text(file: &str) -> String {
    fs::read_to_string(in_project(file)).unwrap()
}

/// Checks that a file has this content, or writes it.
fn expect(file: &str, value: &Value) {
    let expected = serde_json::to_string_pretty(value).unwrap() + "\n";
    if std::env::var_os(RENEW).is_some() {
        // Other tests read the file meanwhile.
        let renewed = in_project(&format!("{file}.new"));
        fs::write(&renewed, &expected).unwrap();
        fs::rename(&renewed, in_project(file)).unwrap();
    }
    assert!(
        text(file) == expected,
        "{file} is not that of `ViewState`; renew it with\n    {RENEW}=1 cargo test --test view_keys\nExpected:\n{expected}"
    );
}

#[test]
fn the_program_writes_the_keys() {
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
    let names = names();
    assert_eq!(words(written), words(names.iter().map(|name| key(name))));
}

#[test]
fn the_scripts_know_the_keys() {
    let (lists, values): (Vec<_>, Vec<_>) = properties().into_iter().partition(|one| one.is_list);
    let values = values
        .iter()
        .map(|one| (one.name.clone(), json!(key(&one.name))));
    let lists: Vec<&str> = lists.iter().map(|one| one.name.as_str()).collect();
    let values: Map<String, Value> = values.collect();
    expect(
        "js/view_keys.json",
        &json!({ "values": values, "lists": lists }),
    );
}

/// `custom-elements.json`, and the path of the element in it.
fn manifest() -> Value {
    serde_json::from_str(&text("js/custom-elements.json")).unwrap()
}
const ELEMENT: &str = "/modules/0/declarations/0";

#[test]
fn editors_know_the_keys() {
    let mut manifest = manifest();
    let element = manifest.pointer_mut(ELEMENT).unwrap();
    let attributes = element["attributes"].as_array_mut().unwrap();
    for Property {
        name,
        description,
        is_list,
    } in properties()
    {
        let description = match description.strip_suffix('.') {
            Some(words) if is_list => format!("{words}, separated by commas."),
            _ => description,
        };
        let attribute = json!({ "name": name, "description": description });
        match attributes
            .iter_mut()
            .find(|known| known["name"] == attribute["name"])
        {
            Some(known) => *known = attribute,
            None => attributes.push(attribute),
        }
    }
    expect("js/custom-elements.json", &manifest);
}

/// The attributes of the element.
fn attributes() -> BTreeSet<String> {
    let manifest = manifest();
    let list = manifest.pointer(ELEMENT).unwrap()["attributes"].clone();
    let list = list.as_array().unwrap();
    words(list.iter().map(|item| item["name"].as_str().unwrap()))
}

#[test]
fn templates_have_the_attributes_of_the_element() {
    let text = text("js/frameworks/attributes.d.ts");
    let (_, own) = text.split_once("extends ViewAttributes {\n").unwrap();
    let own = own.lines().filter_map(|line| line.split_once("?: "));
    let own = words(own.map(|(name, _)| name.trim().trim_matches('"')));
    assert_eq!(&own | &names(), attributes());
}

#[test]
fn the_documentation_names_every_key_and_attribute() {
    let text = text("docs/embedding.md");
    let section = |title: &str| -> BTreeSet<String> {
        let (_, body) = text.split_once(&format!("\n## {title}\n")).unwrap();
        let body = body.split("\n## ").next().unwrap();
        words(body.split('`').skip(1).step_by(2))
    };
    let names = names();
    let keys = &names | &words(names.iter().map(|name| key(name)));
    for (title, wanted) in [("The view", keys), ("Element", attributes())] {
        let known = section(title);
        let missing: Vec<_> = wanted.difference(&known).cloned().collect();
        assert_eq!(missing, [""; 0], "missing in docs/embedding.md, {title}");
    }
}
