//! Compares an archive, read from its files, with the same collection loaded whole.

use std::collections::HashMap;

use super::*;
use crate::collection::CollectionResult;
use crate::{CollectionProblem, from_hash};
use import::annotations::annotate;
use import::{Bundle, BundleRecord, article_from_markdown};
use serde_json::json;

const COUNT: usize = 300;
const SHOWN: usize = 20;

/// Articles of which every third is from Weekly and every fifth has a claim by Bob.
fn articles() -> Vec<Article> {
    let article = |number: usize| {
        let (year, month) = (2025 - number / 60, 12 - number / 5 % 12);
        let source = if number.is_multiple_of(3) {
            "Weekly"
        } else {
            "Daily"
        };
        let speaker = if number.is_multiple_of(5) {
            "bob"
        } else {
            "ann"
        };
        let markdown = format!(
            "---\ntitle: Number {number}\nsource: {source}\npublished: {year}-{month:02}-01\nlanguage: en\n---\n\
             “Trade w{number} grows,” {speaker} said. Group g{} met.\n",
            number % 10
        );
        let (mut article, _) = article_from_markdown(&format!("a{number}"), "a.md", &markdown);
        let annotations = json!({"version": 1,
            "entities": [{"id": speaker, "kind": "person", "name": speaker}],
            "claims": [{"id": "c", "speaker": speaker, "form": "direct", "stance": "states",
                "content": [format!("Trade w{number} grows")]}]});
        let told = annotate(&mut article, "a.json", &annotations);
        assert_eq!(told, []);
        article
    };
    (0..COUNT).map(article).collect()
}

/// The files of an archive by name, and the archive with none of them loaded.
fn packed() -> (HashMap<String, Vec<u8>>, Archive) {
    let articles = articles();
    let mut builder = CollectionBuilder::new();
    let mut data = Bundle::default();
    for article in &articles {
        add_to(&mut builder, article);
        data.push(article);
    }
    let parts = builder.finish().to_parts();
    let mut files = HashMap::from([(File::Head.name(), parts.head)]);
    let named = parts.parts.into_iter();
    files.extend(named.map(|(id, bytes)| (File::Part(id).name(), bytes)));
    let numbered = articles.iter().map(Bundle::json_of).zip(0..);
    files.extend(numbered.map(|(text, number)| (File::Article(number).name(), text.into_bytes())));
    let about = Archive::record("files", &articles);
    let archive = Archive::of(None, about, articles.get(..SHOWN).unwrap()).unwrap();
    (files, archive)
}

/// Loads the files that a view needs until none is missing; returns their names in order.
fn fetch(archive: &mut Archive, files: &HashMap<String, Vec<u8>>, view: &View) -> Vec<String> {
    let mut fetched = Vec::new();
    loop {
        let needed = archive.needed(view, SHOWN);
        if needed.is_empty() {
            return fetched;
        }
        for file in needed {
            let name = file.name();
            assert!(!fetched.contains(&name), "{name} is fetched twice");
            let bytes = files.get(&name).cloned();
            archive.provide(file, bytes.ok_or_else(|| "404".to_owned()));
            fetched.push(name);
        }
    }
}

fn view(hash: &str) -> View {
    from_hash(hash).0
}

/// The listed ids in order, and the number of matching articles.
fn list(archive: &Archive, view: &View) -> (Vec<String>, u32) {
    let listed = archive.listed(view, SHOWN);
    let ranked = listed.finder.rank(view.query.query());
    let result = CollectionResult::of(view, &listed.collection, ranked.as_ref());
    let id = |number: &usize| listed.collection.articles[*number].id.to_string();
    (result.articles.iter().map(id).collect(), listed.found)
}

#[test]
fn an_archive_lists_what_the_whole_collection_lists() {
    let (files, _) = packed();
    let all = articles();
    let (whole, _) = Collection::of(None, all);
    let finder = Finder::of(&whole);
    for hash in [
        "",
        "sort=oldest",
        "q=w17%20",
        "q=trade%20g3%20",
        "q=%22group%20g4%22",
        "q=g3%20-w13%20&sort=newest",
        "q=g3%20&sort=oldest",
        "speaker=bob",
        "speaker=bob&source=Weekly",
        "q=speaker:bob",
        "q=speaker:bob%20g5%20",
        "q=after:2025-06",
        "q=before:2022-03%20g1%20",
        "q=after:2023-02%20before:2023-06",
        "q=before:1990",
        "q=zebra%20",
        "source=Weekly&sort=oldest",
        "stance=denies",
    ] {
        let (_, mut archive) = packed();
        let view = view(hash);
        let is_list = matches!(
            hash,
            "" | "sort=oldest"
                | "q=after:2025-06"
                | "q=after:2023-02%20before:2023-06"
                | "q=before:1990"
        );
        assert_eq!(archive.is_answered(&view, SHOWN), is_list, "{hash}");
        fetch(&mut archive, &files, &view);
        assert!(archive.is_answered(&view, SHOWN), "{hash}");
        let ranked = finder.rank(view.query.query());
        let result = CollectionResult::of(&view, &whole, ranked.as_ref());
        let ids = result.articles.iter().take(SHOWN);
        let expected: Vec<String> = ids.map(|at| whole.articles[*at].id.to_string()).collect();
        let (listed, found) = list(&archive, &view);
        assert_eq!(listed, expected, "{hash}");
        let (found, all) = (found as usize, result.articles.len());
        let at_most = archive.listed(&view, SHOWN).at_most;
        assert!(
            found == all || at_most && found > all,
            "{hash}: {found}, not {all}"
        );
    }
}

#[test]
fn the_newest_need_no_files_and_a_search_needs_few() {
    let (files, mut archive) = packed();
    assert_eq!(fetch(&mut archive, &files, &view("")), Vec::<String>::new());
    let fetched = fetch(&mut archive, &files, &view("q=w17%20"));
    assert_eq!(fetched.first().map(String::as_str), Some("index.bin"));
    assert!(fetched.len() <= 5, "{fetched:?}");
    assert_eq!(
        fetch(&mut archive, &files, &view("q=w17%20")),
        Vec::<String>::new()
    );
}

#[test]
fn an_article_is_found_by_its_id() {
    let (files, mut archive) = packed();
    for (id, there) in [("a250", true), ("a3", true), ("nowhere", false)] {
        let id = ArticleId::new(id);
        loop {
            let needed = archive.needed_for(&id);
            if needed.is_empty() {
                break;
            }
            for file in needed {
                archive.provide(file, Ok(files[&file.name()].clone()));
            }
        }
        assert_eq!(archive.article(&id).is_some(), there, "{id}");
    }
}

#[test]
fn missing_files_are_reported_and_the_rest_is_searched() {
    let (mut files, mut archive) = packed();
    let request = view("q=w17%20g7%20");
    let words: Vec<String> = files
        .keys()
        .filter(|name| name.starts_with("words"))
        .cloned()
        .collect();
    for name in words {
        files.remove(&name);
    }
    fetch(&mut archive, &files, &request);
    let missing = archive.listed(&request, SHOWN).missing;
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert!(
        matches!(&missing[0], CollectionProblem::MissingParts { reason, words, .. }
            if reason.contains("404") && *words == ["w17", "g7"]),
        "{missing:?}"
    );
    let (complete, _) = packed();
    archive.retry();
    fetch(&mut archive, &complete, &request);
    assert_eq!(list(&archive, &request).0, ["a17"]);
    let (mut lost, mut archive) = packed();
    lost.remove("117.json");
    fetch(&mut archive, &lost, &view("q=w117%20"));
    let listed = archive.listed(&view("q=w117%20"), SHOWN);
    assert!(
        matches!(
            listed.missing[0],
            CollectionProblem::MissingArticles { count: 1, .. }
        ),
        "{:?}",
        listed.missing
    );
}

#[test]
fn an_unusable_index_is_built_from_the_articles() {
    let (complete, _) = packed();
    let head = &complete["index.bin"];
    let mut other = head.clone();
    other[4] = 99;
    let small = {
        let mut builder = CollectionBuilder::new();
        add_to(&mut builder, &Article::default());
        builder.finish().to_parts().head
    };
    for (bytes, told) in [
        (Some(b"<!doctype html>".to_vec()), "not a search index"),
        (Some(head[..head.len() - 1].to_vec()), "damaged"),
        (Some(other), "version 99"),
        (Some(small), "another collection"),
        (None, "404"),
    ] {
        let (mut files, mut archive) = packed();
        match bytes {
            Some(bytes) => files.insert("index.bin".into(), bytes),
            None => files.remove("index.bin"),
        };
        for (hash, expected) in [("q=w17%20", vec!["a17"]), ("q=w217%20", vec![])] {
            fetch(&mut archive, &files, &view(hash));
            let listed = archive.listed(&view(hash), SHOWN);
            assert!(
                listed.can_rebuild && listed.missing[0].to_string().contains(told),
                "{:?}",
                listed.missing
            );
            assert_eq!(list(&archive, &view(hash)).0, expected, "{told}");
        }
        archive.rebuild();
        assert_eq!(archive.rebuilding(), Some(SHOWN));
        fetch(&mut archive, &files, &view("q=w217%20"));
        assert_eq!(archive.rebuilding(), None);
        assert_eq!(list(&archive, &view("q=w217%20")).0, ["a217"]);
        let listed = archive.listed(&view("q=w217%20"), SHOWN);
        assert_eq!(listed.missing, []);
    }
}

#[test]
fn data_that_promises_too_much_is_rejected() {
    let of = |archive: &str| {
        let text = format!(r#"{{"version":2,"articles":[],"archive":{archive}}}"#);
        let bundle: BundleRecord<'_> = BundleRecord::parse(&text).ok()?;
        Archive::of(None, bundle.archive?, &[])
    };
    let large = of(r#"{"articles":4000000000,"folder":"./c-1","dates":["2026-01-01"]}"#).unwrap();
    assert_eq!(large.articles, DATES_EVERY as u32);
    assert_eq!(large.needed(&view(""), SHOWN).len(), DATES_EVERY);
    for elsewhere in ["https://example.org", "//example.org", "../a", "a/b", "."] {
        let data = format!(r#"{{"articles":1,"folder":"{elsewhere}","dates":[null]}}"#);
        assert!(of(&data).is_none(), "{elsewhere}");
    }
    for data in [
        "7",
        "{}",
        r#"{"folder":7}"#,
        r#"{"folder":"./c","articles":"x","dates":7}"#,
    ] {
        assert!(
            of(data).is_none_or(|archive| archive.articles == 0),
            "{data}"
        );
    }
}
