//! The JSON Schemas in `docs/` say what the file types say, and the files of the project are as
//! they say.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, Draft, Schemas};
use edit::{Edit, EditRecord, History};
use import::{AnnotationsRecord, Bundle, BundleRecord, article_from_markdown, to_lines};
use schemars::{Schema, schema_for};
use serde_json::Value;

/// With this variable, the schemas in `docs/` are written anew.
const RENEW: &str = "RENEW";

fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn annotations_schema() -> Schema {
    schema_for!(AnnotationsRecord<'_>)
}

fn bundle_schema() -> Schema {
    schema_for!(BundleRecord<'_>)
}

fn edits_schema() -> Schema {
    let mut schema = schema_for!(Vec<EditRecord>);
    schema.insert("title".to_owned(), "Changes of an article".into());
    schema
}

#[test]
fn the_schemas_are_those_of_the_types() {
    for (file, schema) in [
        ("docs/annotations.schema.json", annotations_schema()),
        ("docs/bundle.schema.json", bundle_schema()),
        ("docs/edits.schema.json", edits_schema()),
    ] {
        let file = in_project(file);
        let expected = to_lines(&schema);
        if std::env::var_os(RENEW).is_some() {
            fs::write(&file, &expected).unwrap();
        }
        let written = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            written == expected,
            "{} is not that of the types in crates/import or crates/edit; renew it with\n    {RENEW}=1 cargo test --test schemas\nExpected:\n{expected}",
            file.display()
        );
    }
}

/// What is wrong with a value, by a schema.
fn faults(schema: &Schema, value: &Value) -> Option<String> {
    let mut compiler = Compiler::new();
    compiler.set_default_draft(Draft::V2020_12);
    let location = "file:///schema.json";
    compiler
        .add_resource(location, schema.as_value().clone())
        .unwrap();
    let mut schemas = Schemas::new();
    let index = compiler.compile(location, &mut schemas).unwrap();
    let checked = schemas.validate(value, index);
    checked.err().map(|error| format!("{error:#}"))
}

#[test]
fn the_files_of_the_project_are_as_the_schemas_say() {
    let (annotations, bundle) = (annotations_schema(), bundle_schema());
    let mut checked = [0, 0];
    let examples = fs::read_dir(in_project("examples")).unwrap();
    let examples = examples.map(|entry| entry.unwrap().path());
    let folders = std::iter::once(in_project("articles"));
    for folder in folders.chain(examples.filter(|path| path.is_dir())) {
        let mut articles = Bundle::default();
        for entry in fs::read_dir(&folder).unwrap() {
            let file = entry.unwrap().path();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let Some(id) = name.strip_suffix(".md").filter(|id| *id != "README") else {
                continue;
            };
            let markdown = fs::read_to_string(&file).unwrap();
            let (mut article, _) = article_from_markdown(id, &name, &markdown);
            let beside = file.with_file_name(format!("{id}.annotations.json"));
            if beside.exists() {
                let json = fs::read_to_string(&beside).unwrap();
                let value = serde_json::from_str(&json).unwrap();
                assert_eq!(faults(&annotations, &value), None, "{}", beside.display());
                import::annotations::annotate(&mut article, &name, &value);
                checked[0] += 1;
            }
            articles.push(&article);
            checked[1] += 1;
        }
        let value = serde_json::from_str(&articles.to_json()).unwrap();
        assert_eq!(faults(&bundle, &value), None, "{}", folder.display());
    }
    assert!(checked[0] > 1 && checked[1] >= checked[0], "{checked:?}");
}

#[test]
fn wrong_files_are_not_as_the_schemas_say() {
    let annotations = annotations_schema();
    for json in [
        r#"{"version":2}"#,
        r#"{"entities":[]}"#,
        r#"{"version":1,"entities":[{"id":"a","kind":"ship","name":"A"}]}"#,
        r#"{"version":1,"entities":[{"id":"a","kind":"person"}]}"#,
        r#"{"version":1,"entities":[{"id":"a","kind":"person","name":"A","wikidata":"P1"}]}"#,
        r#"{"version":1,"entities":[{"id":"a","kind":"person","name":"A","mentions":[{"prefix":"x"}]}]}"#,
        r#"{"version":1,"claims":[{"id":"c","content":[]}]}"#,
        r#"{"version":1,"claims":[{"id":"c","content":[""]}]}"#,
        r#"{"version":1,"claims":[{"id":"c","content":["x"],"form":"sung"}]}"#,
        r#"{"version":1,"claims":[{"id":"c","content":["x"],"found":{"confidence":2}}]}"#,
        r#"{"version":1,"claims":[{"id":"c","content":["x"],"found":{"rule":"x"}}]}"#,
    ] {
        let value = serde_json::from_str(json).unwrap();
        assert!(faults(&annotations, &value).is_some(), "{json}");
    }
    let right = r#"{"version":1,"entities":[{"id":"a","kind":"person","name":"A","wikidata":"Q1"}],"claims":[{"id":"c","speaker":{"exact":"A"},"content":["x",{"exact":"y","suffix":"z"}],"stance":"warns","about":["a"],"found":{"confidence":0.5}}]}"#;
    let value = serde_json::from_str(right).unwrap();
    assert_eq!(faults(&annotations, &value), None);
}

#[test]
fn records_of_edits_are_as_their_schema_says() {
    let (article, _) = article_from_markdown("a", "a.md", "Ann spoke.\n\nBob slept.\n");
    let mut history = History::of(article);
    for edit in [
        Edit::JoinBlocks { first: 0 },
        Edit::RemoveBlock { block: 0 },
    ] {
        // The second one is refused, because no text would be left.
        let _ = history.apply(edit);
    }
    let records = serde_json::to_value(history.records()).unwrap();
    assert_eq!(records.as_array().map(Vec::len), Some(1));
    let schema = edits_schema();
    assert_eq!(faults(&schema, &records), None);
    let wrong = serde_json::json!([{"number": -1, "what": "sing"}]);
    assert!(faults(&schema, &wrong).is_some());
}
