//! Articles that pass from one program to another with their marks by place.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use article_explorer::annotate::annotate;
use article_explorer::model::{Article, Provenance, Speaker};
use article_explorer::source::{Json, article_from_markdown, placed_json, read_placed};

fn article(text: &str) -> Article {
    let markdown = format!("---\ntitle: T\nlanguage: en\npublished: 2026-01-22\n---\n{text}");
    let (mut article, _) = article_from_markdown("a", "a.md", &markdown);
    annotate(&mut article, None);
    article
}

fn again(json: &Json) -> Article {
    let json = Json::parse(&json.to_text()).unwrap();
    let (mut articles, notices) = read_placed("a", &json);
    assert_eq!(notices, []);
    articles.remove(0)
}

#[test]
fn an_article_is_read_as_it_was_written() {
    let mut article = article(
        "«Né» — “It *rains*,” said Ann Example on Wednesday.\n\n“It rains,” she said, “and 字 it pours.” It cost $5 million. “It rains,” officials said.",
    );
    assert!(article.claims.len() > 2 && article.mentions.len() > 1);
    article.claims[0].speaker = Speaker::Unnamed;
    article.claims[1].provenance = Provenance::Curated;
    assert_eq!(again(&placed_json(&article)), article);
}

#[test]
fn marks_of_another_text_are_left_out() {
    let article = article("“It rains,” said Ann Example on Wednesday.");
    let json = placed_json(&article).to_text();
    let other = json.replace("It rains", "It pours down");
    let read = again(&Json::parse(&other).unwrap());
    assert_eq!((read.claims.len(), read.mentions.len()), (0, 0));
    // Places beyond the text, and what is none.
    for (place, instead) in [
        ("\"cue\":[", "\"cue\":[-5,"),
        ("\"content\":[[", "\"content\":[[99999,"),
    ] {
        let broken = json.replace(place, instead);
        assert_ne!(broken, json);
        let read = again(&Json::parse(&broken).unwrap());
        assert_eq!(read.text, article.text);
    }
}
