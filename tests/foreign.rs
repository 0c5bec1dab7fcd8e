//! Files from other sources, valid and invalid: nothing panics or hangs, and no executable
//! markup remains. The collections are not part of the project. `cargo test` leaves these
//! tests out; `cargo xtask test data` runs them, or counts them as skipped if the
//! collections are missing. `cargo test --test foreign -- --nocapture` prints the time of
//! each slow test.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "any_file/well_formed.rs"]
mod well_formed;

use std::path::PathBuf;
use std::time::Instant;

use annotate::{Annotations, Tagger, annotate_text};
use import::{article_from_html, article_from_markdown, article_from_text, parse_json, read};
use model::{EntityId, TextRange};
use serde_json::Value;
use well_formed::check;

/// The folder of hostile texts in the folder that `ARTICLE_EXPLORER_DATA` names.
fn folder() -> PathBuf {
    let data = std::env::var_os("ARTICLE_EXPLORER_DATA").unwrap();
    PathBuf::from(data).join("hostile")
}

fn collection(name: &str) -> Vec<Value> {
    let path = folder().join(name);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

fn read_all_ways(text: &str) {
    for name in ["a.html", "a.md", "a.txt", "a.json", "a.jsonl", "a"] {
        let (articles, diagnostics) = read(name, text.as_bytes());
        assert!(
            !articles.is_empty() || !diagnostics.is_empty(),
            "{name}: {text:.200}"
        );
        articles.iter().for_each(check);
    }
}

#[test]
fn garbage_in_html_is_read() {
    let items = collection("html_garbage.json");
    for item in &items {
        read_all_ways(item["text"].as_str().unwrap());
    }
    assert!(items.len() > 6_000);
}

#[test]
fn no_executable_markup_remains() {
    let items = collection("xss.json");
    for item in &items {
        let html = item["text"].as_str().unwrap();
        read_all_ways(html);
        // Also within an article, surrounded by running text.
        let words =
            "The commission said, as it does, that it would look at it with care, and so on. ";
        let page = format!(
            "<article><p>{}</p>{html}<p>{}</p></article>",
            words.repeat(4),
            words.repeat(4)
        );
        let (article, _) = article_from_html("a", "a.html", &page);
        check(&article.unwrap());
    }
    assert!(items.len() > 700);
}

#[test]
fn naughty_texts_are_read() {
    let items = collection("naughty.json");
    for item in &items {
        let text = item.as_str().unwrap();
        read_all_ways(text);
        let (article, _) = article_from_text("a", "a.txt", text);
        if let Some(article) = article {
            check(&article);
        }
    }
}

#[test]
fn pathological_markup_terminates() {
    let items = collection("pathological.json");
    for item in &items {
        let mut text = String::new();
        for part in item["parts"].as_array().unwrap() {
            let count = part[1].as_u64().unwrap() as usize;
            text.push_str(&part[0].as_str().unwrap().repeat(count));
        }
        let begun = Instant::now();
        read_all_ways(&text);
        let (article, _) = article_from_markdown("a", "a.md", &text);
        for block in &article.blocks {
            // Emphasis nests no deeper than the number of its kinds.
            let mut open: Vec<u32> = Vec::new();
            for inline in &block.inlines {
                open.retain(|end| *end > inline.range.start);
                open.push(inline.range.end);
                assert!(open.len() <= 4, "{}", item["name"]);
            }
        }
        eprintln!(
            "{:?} {} ({} bytes)",
            begun.elapsed(),
            item["name"],
            text.len()
        );
    }
}

#[test]
fn commonmark_is_read_in_every_way() {
    let items = collection("commonmark.json");
    for item in &items {
        read_all_ways(item["markdown"].as_str().unwrap());
        read_all_ways(item["html"].as_str().unwrap());
    }
}

#[test]
fn json_is_accepted_or_rejected_as_the_standard_requires() {
    let items = collection("json_parsing.json");
    let mut wrong = Vec::new();
    for item in &items {
        let bytes = base64(item["b64"].as_str().unwrap());
        let (articles, _) = read("a.json", &bytes);
        articles.iter().for_each(check);
        let parsed = std::str::from_utf8(&bytes).is_ok_and(|text| parse_json(text).is_ok());
        match item["expect"].as_str().unwrap() {
            "y" if !parsed => wrong.push(item["name"].clone()),
            "n" if parsed => wrong.push(item["name"].clone()),
            _ => {}
        }
    }
    assert_eq!(wrong, Vec::<Value>::new());
}

#[test]
fn everything_is_annotated() {
    let tagger = Tagger::load(include_bytes!("../weights/ner.bin")).unwrap();
    let mut texts = 0;
    for file in std::fs::read_dir(folder()).unwrap() {
        let json = std::fs::read_to_string(file.unwrap().path()).unwrap();
        each_text(&serde_json::from_str(&json).unwrap(), &mut |text| {
            check_found(text, &annotate_text(text, None, Some(&tagger)));
            texts += 1;
        });
    }
    assert!(texts > 7_000, "{texts}");
}

/// Checks that every range is within the text on code point boundaries, and every id is
/// known.
fn check_found(text: &str, found: &Annotations) {
    let fits = |range: TextRange| {
        !range.is_empty() && text.get(range.start as usize..range.end as usize).is_some()
    };
    let known = |id: &EntityId| found.entities.iter().any(|entity| entity.id == *id);
    for mention in &found.mentions {
        assert!(fits(mention.range) && known(&mention.entity), "{mention:?}");
    }
    for claim in &found.claims {
        assert!(claim.content.iter().all(|range| fits(*range)), "{claim:?}");
        assert!(claim.cue.is_none_or(fits), "{claim:?}");
        assert!(claim.about.iter().all(known), "{claim:?}");
    }
    assert_eq!(found.claims.len(), found.speakers.len());
}

fn each_text(value: &Value, read: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => read(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, read)),
        Value::Object(fields) => fields.values().for_each(|item| each_text(item, read)),
        _ => {}
    }
}

fn base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut out = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes().filter(|byte| *byte != b'=') {
        bits = (bits << 6) | u32::from(value(byte));
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out
}
