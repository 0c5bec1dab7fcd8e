//! Questions of readers about a collection: recognised, and answered with the right claim first.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use explore::collection::Collection;
use explore::{Facet, FilterResult, IndexedArticle, Question, View};
use import::{annotations::annotate, article_from_markdown};
use model::{Article, Stance};

fn dossier() -> Collection {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/detained-in-russia");
    let mut articles: Vec<Article> = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(id) = name.strip_suffix(".annotations.json") else {
            continue;
        };
        let text = fs::read_to_string(folder.join(format!("{id}.md"))).unwrap();
        let (mut article, _) = article_from_markdown(id, &format!("{id}.md"), &text);
        let annotations = fs::read_to_string(path).unwrap();
        let annotations = serde_json::from_str(&annotations).unwrap();
        annotate(&mut article, &name, &annotations);
        articles.push(article);
    }
    Collection::of(None, articles).0
}

#[test]
fn the_first_answer_is_the_right_claim() {
    let collection = dossier();
    let indexed: &IndexedArticle = &collection.claims;
    let (mut right, mut wrong) = (0, Vec::new());
    let lines = include_str!("questions.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let (asked, expected) = line.split_once(" | ").unwrap();
        let question = Question::of(asked, indexed);
        let answers = question.map_or(Vec::new(), |question| question.answers(indexed));
        let first = answers.first().map(|claim| {
            let source = &collection.sources[*claim];
            format!(
                "{} {}",
                collection.articles[source.article].id, source.claim
            )
        });
        if first
            .as_deref()
            .is_some_and(|first| expected.split(", ").any(|known| known == first))
        {
            right += 1;
        } else {
            wrong.push((asked, expected, first));
        }
    }
    assert!(wrong.len() <= 2, "{right} right, wrong: {wrong:#?}");
}

#[test]
fn questions_become_filters() {
    let collection = dossier();
    let indexed: &IndexedArticle = &collection.claims;
    let asked = |speakers: &[&str], about: &[&str], stance, words: &str| {
        let owned = |values: &[&str]| values.iter().map(ToString::to_string).collect();
        let (speakers, about): (Vec<String>, Vec<String>) = (owned(speakers), owned(about));
        Some((speakers, about, stance, words.to_owned()))
    };
    for (query, expected) in [
        (
            "what did Sullivan say about Turkey",
            asked(&["jake-sullivan"], &["turkey"], None, ""),
        ),
        (
            "Why did President Biden condemn bargaining chips?",
            asked(
                &["joe-biden"],
                &[],
                Some(Stance::Criticises),
                "bargaining chips",
            ),
        ),
        (
            "Biden on Ukraine",
            asked(
                &["joe-biden"],
                &["ukraine", "war-against-ukraine"],
                None,
                "",
            ),
        ),
        ("who said hope", asked(&[], &[], None, "hope")),
        ("war on drugs", None),
        ("what did Macron say about farm aid", None),
        ("what happened in Russia", None),
        ("\"Biden on Ukraine\"", None),
        ("who", None),
        ("what did", None),
        ("", None),
    ] {
        let found = Question::of(query, indexed);
        let found = found.map(|found| (found.speakers, found.about, found.stance, found.words));
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn the_filters_of_a_question_leave_its_claims() {
    let collection = dossier();
    let indexed: &IndexedArticle = &collection.claims;
    let question = Question::of("what did Sullivan say about Turkey", indexed).unwrap();
    let view = question.view(&View::default());
    assert!(view.filters.has(Facet::Speaker, "jake-sullivan"));
    let shown = FilterResult::of(&view, indexed);
    let answer = question.answers(indexed)[0];
    assert!(shown.has(answer) && shown.shown() < 5, "{}", shown.shown());
}

#[test]
fn questions_are_told_by_their_form() {
    for (query, expected) in [
        ("who criticises the commission", true),
        ("What did Ann say", true),
        ("Sullivan on Turkey", true),
        ("turkey", false),
        ("who", false),
        ("lawful interests of companies", false),
        ("", false),
    ] {
        assert_eq!(Question::may_be(query), expected, "{query}");
    }
}
