//! Diagnostics lead to the place in the file that they are about.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::{annotations, article_from_markdown, bundle, parse_json};

#[test]
fn a_diagnostic_names_its_file_and_its_place() {
    for (place, text, line) in [
        (Place::Whole, "", "a.md: not a date"),
        (Place::Whole, "x", "a.md: not a date"),
        (Place::from(""), "", "a.md: not a date"),
        (
            Place::from("published"),
            "soon",
            "a.md, published: not a date",
        ),
        (Place::Line(3), "", "a.md, line 3: not a date"),
        (Place::FrontMatter, "", "a.md, front matter: not a date"),
        (Place::Body, "", "a.md, body: not a date"),
    ] {
        let mut diagnostics: Diagnostics = Diagnostics::of("a.md");
        diagnostics.report(place, MarkdownProblem::NotDate, text);
        let [diagnostic] = diagnostics.into_list().try_into().unwrap();
        assert!(diagnostic.to_string().starts_with(line), "{diagnostic}");
        let ends_in_text = diagnostic.to_string().ends_with(&format!(" — “{text}”"));
        assert_eq!(ends_in_text, !text.is_empty(), "{diagnostic}");
    }
}

/// The file that is read.
const FILE: &str = "own.json";

const MARKDOWN: &str =
    "---\ntitle: T\nlanguage: en\n---\nGuo Jiakun denied it. “Never,” Guo said, “not once.”";

/// Annotations of the text above, with each field that there is.
fn good_annotations() -> Value {
    json!({
        "version": 1,
        "entities": [
            {"id": "guo", "kind": "person", "name": "Guo Jiakun", "aliases": ["Guo"], "wikidata": "Q1"},
            {"id": "it", "kind": "other", "name": "it", "mentions": [
                {"exact": "it", "prefix": "denied ", "suffix": ".", "found": {"confidence": 0.5, "rule": "r"}}
            ]},
        ],
        "claims": [{
            "id": "c1", "speaker": "guo", "form": "direct", "stance": "denies",
            "cue": {"exact": "said"}, "content": [{"exact": "Never"}, "not once"],
            "about": ["it"], "found": {"confidence": 0.5, "rule": "r"},
        }],
    })
}

/// An article with each field that there is.
fn good_bundle() -> Value {
    json!({
        "version": 1,
        "articles": [{
            "id": "a", "title": "T", "author": "A", "language": "en", "licence": "L",
            "source": "S", "url": "https://example.org/", "published": "2026-01-22",
            "extra": [["mood", "calm"]],
            "blocks": [{
                "kind": "paragraph", "text": "One two",
                "inlines": [{"start": 0, "end": 3, "style": "emphasis", "text": "One"}],
            }],
        }],
    })
}

fn annotate(json: &Value) -> Vec<Diagnostic<DataProblem>> {
    let (mut article, _) = article_from_markdown("a", "a.md", MARKDOWN);
    annotations::annotate(&mut article, FILE, json)
}

fn read_bundle(json: &Value) -> Vec<Diagnostic<DataProblem>> {
    bundle::read(FILE, json).1
}

/// A wrong value in one field: a pointer to the field, the value, the place that is
/// reported, and the problem.
const WRONG_ANNOTATIONS: &str = r#"
/version | 7 | version | Annotation(UnknownVersion)
/entities | "x" | entities | Field(NotList)
/entities/0/name | null | entities[0] | Field(Missing { name: "name" })
/entities/0 | {"id": "guo", "name": "Bob"} | entities, guo | Annotation(EntityNotInText)
/entities/0/kind | "x" | entities[0].kind | Field(Not(EntityKind))
/entities/0/wikidata | 1 | entities[0].wikidata | Field(NotText)
/entities/0/wikidata | "x" | entities[0].wikidata | Field(Not(WikidataId))
/entities/0/aliases/0 | 1 | entities[0].aliases[0] | Annotation(AliasNotText)
/entities/1/id | "guo" | entities[1].id | Annotation(SameId)
/entities/1/mentions/0/exact | "x" | entities[1].mentions[0] | Annotation(NotInText)
/entities/1/mentions/0/suffix | [] | entities[1].mentions[0].suffix | Field(NotText)
/entities/1/mentions/0/found/confidence | 2 | entities[1].mentions[0].found.confidence | Annotation(NotConfidence)
/claims/0 | 1 | claims[0] | Annotation(ClaimNotObject)
/claims/0/id | "" | claims[0].id | Annotation(NoId)
/claims/0/speaker | "x" | claims[0].speaker | Annotation(UnknownEntity)
/claims/0/speaker | 7 | claims[0].speaker | Annotation(NoSpeaker)
/claims/0/form | "x" | claims[0].form | Field(Not(Form))
/claims/0/stance | "x" | claims[0].stance | Field(Not(Stance))
/claims/0/cue | {} | claims[0].cue | Field(Missing { name: "exact" })
/claims/0/content/0 | "NEVER" | claims[0].content[0] | Annotation(SpelledOtherwise { found: "Never" })
/claims/0/content/1 | "Guo" | claims[0].content[1] | Annotation(Ambiguous { count: 2 })
/claims/0/content | [] | claims[0] | Annotation(ClaimNotInText)
/claims/0/about/0 | 1 | claims[0].about[0] | Annotation(UnknownEntity)
/claims/0/found/rule | 1 | claims[0].found.rule | Field(NotText)
"#;

/// The same for the data of a page.
const WRONG_BUNDLE: &str = r#"
/version | 7 | version | Bundle(UnknownVersion)
/articles | 7 | articles | Field(NotList)
/articles/0/id | null | articles[0] | Field(Missing { name: "id" })
/articles/0/title | 7 | articles[0].title | Field(NotText)
/articles/0/url | "x" | articles[0].url | Field(Not(WebAddress))
/articles/0/published | "x" | articles[0].published | Field(Not(Date))
/articles/0/blocks/0/kind | "x" | articles[0].blocks[0].kind | Bundle(UnknownBlock)
/articles/0/blocks/0/text | 7 | articles[0].blocks[0].text | Field(NotText)
/articles/0/blocks/0/inlines/0/style | "x" | articles[0].blocks[0].inlines[0] | Bundle(UnknownStyle)
/articles/0/blocks/0/inlines/0/end | 9 | articles[0].blocks[0].inlines[0] | Bundle(OtherOffsets)
"#;

#[test]
fn a_wrong_field_is_reported_at_its_place() {
    for (good, read, table) in [
        (
            good_annotations(),
            annotate as fn(&Value) -> _,
            WRONG_ANNOTATIONS,
        ),
        (good_bundle(), read_bundle, WRONG_BUNDLE),
    ] {
        assert_eq!(read(&good), []);
        for line in table.trim().lines() {
            let columns: Vec<&str> = line.split(" | ").collect();
            let [pointer, value, place, problem] = columns.as_slice() else {
                panic!("{line}");
            };
            let mut json = good.clone();
            *json.pointer_mut(pointer).unwrap() = parse_json(value).unwrap();
            let told = read(&json);
            assert!(told.iter().all(|one| one.file == FILE), "{line}");
            let is_expected = |one: &Diagnostic<DataProblem>| {
                one.place.path() == *place && format!("{:?}", one.problem) == *problem
            };
            assert!(told.iter().any(is_expected), "{line}\n{told:#?}");
        }
    }
}

/// Lines and parts of other files are counted as people count them.
#[test]
fn a_line_or_a_part_is_named_as_the_place() {
    let lines = b"{\"text\":\"One\"}\n\nx\n{}";
    let (_, told) = crate::read("a.jsonl", lines);
    let places: Vec<&Place> = told.iter().map(|one| &one.place).collect();
    assert_eq!(places[..2], [&Place::Line(3), &Place::Line(4)]);
    let markdown = "---\nno colon\npublished: soon\n---\n<b>x</b>\n";
    let (_, told) = article_from_markdown("a", "a.md", markdown);
    let places: Vec<&Place> = told.iter().map(|one| &one.place).collect();
    let expected = [
        &Place::FrontMatter,
        &Place::from("published"),
        &Place::Body,
        &Place::Body,
        &Place::from("title"),
        &Place::from("language"),
    ];
    assert_eq!(places, expected);
}

/// Whether a path leads to a value, or to a field that its object lacks.
fn leads_into(path: &str, json: &Value) -> bool {
    let mut here = Some(json);
    for part in path.split('.') {
        let Some(object) = here else {
            return false;
        };
        let (name, index) = part.split_once('[').unwrap_or((part, ""));
        here = object.get(name);
        if let Some(index) = index.strip_suffix(']') {
            here = here.and_then(|list| list.get(index.parse::<usize>().ok()?));
            if here.is_none() {
                return false;
            }
        }
    }
    true
}

/// The pointer to each value within a value.
fn pointers(json: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match json {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(number, item)| pointers(item, &format!("{at}/{number}"), found)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, item)| pointers(item, &format!("{at}/{name}"), found)),
        _ => {}
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(7),
        json!(0.5),
        json!(""),
        json!("guo"),
        json!("Guo"),
        json!([]),
        json!([[], {}, "x", 7]),
        json!({}),
        json!({"exact": 7}),
        json!({"exact": "Guo"}),
    ])
}

proptest! {
    #[test]
    fn a_place_leads_into_the_file(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 1..4)
    ) {
        for mut json in [good_annotations(), good_bundle()] {
            for (index, value) in &changes {
                let mut all = Vec::new();
                pointers(&json, "", &mut all);
                *json.pointer_mut(index.get::<String>(&all)).unwrap() = value.clone();
            }
            let mut told = annotate(&json);
            told.extend(read_bundle(&json));
            for one in told.iter().filter(|one| one.file == FILE) {
                let path = one.place.path();
                let is_id = path.starts_with("entities, ");
                prop_assert!(path.is_empty() || is_id || leads_into(path, &json), "{one}\n{json}");
            }
        }
    }
}
