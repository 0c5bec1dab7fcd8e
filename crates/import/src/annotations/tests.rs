//! Good files, and what is wrong in others.

use super::*;
use crate::article_from_markdown;
use serde_json::json;

const TEXT: &str =
    "---\ntitle: T\nlanguage: en\n---\nGuo Jiakun denied it. “Never,” Guo said, “not once.”";

fn read(json: &serde_json::Value) -> (Article, Vec<Diagnostic<DataProblem>>) {
    let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
    let diagnostics = annotate(&mut article, "a.annotations.json", &json.clone());
    (article, diagnostics)
}

#[test]
fn a_good_file_is_read_without_diagnostics() {
    let (article, diagnostics) = read(&json!({
        "version": 1,
        "entities": [{"id": "guo", "kind": "person", "name": "Guo Jiakun", "aliases": ["Guo"]}],
        "claims": [{
            "id": "c1", "speaker": "guo", "form": "direct", "stance": "denies",
            "cue": {"exact": "said"}, "content": [{"exact": "Never"}, {"exact": "not once"}],
            "about": ["guo"], "found": {"confidence": 0.5, "rule": "quote–cue–name"}
        }]
    }));
    assert_eq!(diagnostics, []);
    assert_eq!(article.mentions.len(), 2);
    let claim = &article.claims[0];
    assert_eq!(claim.content.len(), 2);
    assert_eq!(claim.speaker, Speaker::Entity(EntityId::new("guo")));
    let found = Provenance::Found {
        confidence: 0.5,
        rule: "quote–cue–name".into(),
    };
    assert_eq!(claim.provenance, found);
}

#[test]
fn the_form_is_read_from_the_quotation_marks_where_it_is_not_given() {
    for (content, form) in [
        (json!(["Never", "not once"]), Form::Direct),
        (json!(["“Never,” Guo said"]), Form::Mixed),
        (json!(["denied it"]), Form::Indirect),
    ] {
        let (article, _) =
            read(&json!({"version": 1, "claims": [{"id": "c", "content": content}]}));
        assert_eq!(article.claims[0].form, form, "{content}");
    }
}

#[test]
fn what_is_wrong_is_reported_and_the_rest_kept() {
    let entity = json!({"id": "guo", "kind": "person", "name": "Guo Jiakun"});
    let claim = json!({"id": "c1", "speaker": "guo", "content": ["Never"]});
    for (name, file, field, entities, claims) in [
        ("no object", json!([]), "", 0, 0),
        ("no version", json!({"entities": [entity]}), "version", 1, 0),
        (
            "lists that are none",
            json!({"version": 1, "entities": {}}),
            "entities",
            0,
            0,
        ),
        (
            "an entity without name",
            json!({"version": 1, "entities": [{"id": "x"}, entity]}),
            "entities[0]",
            1,
            0,
        ),
        (
            "an id twice",
            json!({"version": 1, "entities": [entity, entity]}),
            "entities[1].id",
            2,
            0,
        ),
        (
            "a kind that is none",
            json!({"version": 1, "entities": [{"id": "g", "name": "Guo", "kind": "planet"}]}),
            "entities[0].kind",
            1,
            0,
        ),
        (
            "a name that does not stand",
            json!({"version": 1, "entities": [{"id": "g", "name": "Nobody"}]}),
            "entities, g",
            1,
            0,
        ),
        (
            "a wikidata id that is none",
            json!({"version": 1, "entities": [{"id": "g", "name": "Guo", "wikidata": "8880"}]}),
            "entities[0].wikidata",
            1,
            0,
        ),
        (
            "a claim without speaker",
            json!({"version": 1, "claims": [{"id": "c", "content": ["Never"]}]}),
            "claims[0].speaker",
            0,
            1,
        ),
        (
            "an unknown speaker",
            json!({"version": 1, "claims": [claim]}),
            "claims[0].speaker",
            0,
            1,
        ),
        (
            "content that does not stand",
            json!({"version": 1, "entities": [entity], "claims": [{"id": "c", "speaker": "guo", "content": ["Always"]}, claim]}),
            "claims[0].content[0]",
            1,
            1,
        ),
        (
            "content in several places",
            json!({"version": 1, "claims": [{"id": "c", "speaker": {"exact": "Guo"}, "content": ["Never"]}]}),
            "claims[0].speaker",
            0,
            1,
        ),
        (
            "a claim that is none",
            json!({"version": 1, "claims": ["text"]}),
            "claims[0]",
            0,
            0,
        ),
        (
            "a claim id twice",
            json!({"version": 1, "entities": [entity], "claims": [claim, claim]}),
            "claims[1].id",
            1,
            2,
        ),
    ] {
        let (article, diagnostics) = read(&file);
        assert!(
            diagnostics
                .iter()
                .any(|diagnostic| diagnostic.place.path() == field),
            "{name}: {diagnostics:?}"
        );
        assert!(
            diagnostics
                .iter()
                .all(|diagnostic| diagnostic.file == "a.annotations.json")
        );
        assert_eq!(
            (article.entities.len(), article.claims.len()),
            (entities, claims),
            "{name}"
        );
        assert!(!article.text.is_empty());
    }
}

#[test]
fn what_quotes_words_that_were_changed_is_moved_only_where_an_editor_checks_it() {
    let json = json!({
        "version": 1,
        "entities": [{"id": "guo", "name": "Guo Jiakun", "mentions": [{"exact": "Guo Jiakum"}]}],
        "claims": [
            {"id": "c1", "speaker": "guo", "content": [{"exact": "Never"}, {"exact": "not only once", "prefix": "said, “"}]},
            {"id": "c2", "speaker": "guo", "content": ["It rained for days"]},
        ],
    });
    let (article, diagnostics) = read(&json);
    assert_eq!((article.mentions.len(), article.claims.len()), (0, 1));
    assert_eq!(article.claims[0].provenance, Provenance::Curated);
    let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
    let again = annotate_or_move(&mut article, "a.annotations.json", &json);
    assert_eq!(
        diagnostics.len() - again.len(),
        1,
        "the entity is mentioned"
    );
    let mention = &article.mentions[0];
    assert_eq!(mention.range.of(&article.text), "Guo Jiakun");
    assert_eq!(mention.provenance.was(), Some("Guo Jiakum"));
    let [claim] = article.claims.as_slice() else {
        panic!("one claim: {:?}", article.claims);
    };
    let words: Vec<&str> = claim.content.iter().map(|it| article.words(*it)).collect();
    assert_eq!(words, ["Never", "not once"]);
    assert_eq!(claim.provenance.was(), Some("not only once"));
    let moved = |it: &&Diagnostic<DataProblem>| {
        matches!(
            it.problem,
            DataProblem::Annotation(AnnotationProblem::Moved { .. })
        )
    };
    assert_eq!(again.iter().filter(moved).count(), 2, "{again:?}");
}

#[test]
fn a_file_that_is_not_json_leaves_the_article() {
    let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
    for json in ["", "{", "nul", "{\"version\": 1,}", "\u{0}"] {
        let diagnostics = annotate_from_str(&mut article, "a.annotations.json", json);
        assert_eq!(diagnostics.len(), 1, "{json}");
        assert!(!article.text.is_empty());
    }
}

proptest::proptest! {
    #[test]
    fn any_json_is_read(text in "[\\[\\]{}:,\"a-e0-9 ]{0,60}") {
        let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
        annotate_from_str(&mut article, "a.annotations.json", &text);
    }
}
