//! Files of others, good and bad: nothing panics, nothing goes on for ever, and no markup is
//! left that would run. `-- --nocapture` shows how long each of the long ones takes. The
//! collections are not part of the project; without them it says so.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::time::Instant;

use import::{article_from_html, article_from_markdown, article_from_text, parse_json, read};
use model::{Article, InlineStyle};
use serde_json::Value;

/// The folder of collections: `ARTICLE_EXPLORER_DATA`, else `../shared/data`.
fn collection(name: &str) -> Option<Vec<Value>> {
    let folder = std::env::var_os("ARTICLE_EXPLORER_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let path = folder.join("hostile").join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

/// Every article holds this.
fn check(article: &Article) {
    let mut end = 0;
    for (number, block) in article.blocks.iter().enumerate() {
        let words = block.range.of(&article.text);
        assert!(
            !words.trim().is_empty() && !words.contains("\n\n"),
            "{words:?}"
        );
        assert_eq!(
            block.range.start as usize,
            if number == 0 { 0 } else { end + 2 }
        );
        end = block.range.end as usize;
        assert!(
            block.inlines.len() <= 4 * words.chars().count().max(8),
            "{words:.80}"
        );
        for inline in &block.inlines {
            assert!(block.range.contains(inline.range));
            if let InlineStyle::Link(url) = &inline.style {
                let url = url.as_str().to_ascii_lowercase();
                assert!(
                    url.starts_with("http://") || url.starts_with("https://"),
                    "{url}"
                );
            }
        }
    }
    assert_eq!(end, article.text.len());
    assert!(!article.metadata.title.is_empty());
}

fn read_all_ways(text: &str) {
    for name in ["a.html", "a.md", "a.txt", "a.json", "a.jsonl", "a"] {
        let (articles, notices) = read(name, text.as_bytes());
        assert!(
            !articles.is_empty() || !notices.is_empty(),
            "{name}: {text:.200}"
        );
        articles.iter().for_each(check);
    }
}

#[test]
fn garbage_in_html_is_read() {
    let Some(items) = collection("html_garbage.json") else {
        return;
    };
    for item in &items {
        read_all_ways(item["text"].as_str().unwrap());
    }
    assert!(items.len() > 6_000);
}

#[test]
fn nothing_that_runs_is_left() {
    let Some(items) = collection("xss.json") else {
        return;
    };
    for item in &items {
        let html = item["text"].as_str().unwrap();
        read_all_ways(html);
        // Within an article too, with running text around it.
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
    let Some(items) = collection("naughty.json") else {
        return;
    };
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
fn pathological_markup_comes_to_an_end() {
    let Some(items) = collection("pathological.json") else {
        return;
    };
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
            // Emphasis nests no deeper than there are kinds of it.
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
fn commonmark_is_read_every_way() {
    let Some(items) = collection("commonmark.json") else {
        return;
    };
    for item in &items {
        read_all_ways(item["markdown"].as_str().unwrap());
        read_all_ways(item["html"].as_str().unwrap());
    }
}

#[test]
fn json_is_read_or_refused_as_the_standard_says() {
    let Some(items) = collection("json_parsing.json") else {
        return;
    };
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
fn ten_megabytes_are_read() {
    let sentence = "The commission said that *this* was so, and “that” was not. ";
    for (name, part) in [
        ("a.txt", format!("{}\n\n", sentence.repeat(8))),
        ("a.md", format!("{}\n\n", sentence.repeat(8))),
        ("a.html", format!("<p>{}<b>x</b></p>", sentence.repeat(8))),
        ("a.txt", sentence.to_owned()),
    ] {
        let text = part.repeat(10_000_000 / part.len());
        let begun = Instant::now();
        let (articles, _) = read(name, text.as_bytes());
        eprintln!("{:?} {name} of {} bytes", begun.elapsed(), text.len());
        check(&articles[0]);
        assert!(articles[0].text.len() > 9_000_000, "{name}");
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
