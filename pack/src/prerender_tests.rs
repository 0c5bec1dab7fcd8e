//! What the components of pages write as HTML, without a browser.

use super::finished::finished;
use article_explorer::prerender::{article, list, page};
use article_explorer::ui::{
    App, AppProps, CollectionPage, CollectionProps, Host, PtrEqRc, StaticListProps,
};
use article_explorer::{Language, LanguageTag};
use explore::collection::{Collection, Finder};
use explore::{Facet, IndexedArticle, View};
use import::annotations::annotate;
use import::article_from_markdown;
use model::{Article, Speaker};
use serde_json::json;

fn plain(article_of: Article) -> String {
    let indexed = PtrEqRc::new(IndexedArticle::of(article_of));
    finished(article(indexed, View::default(), Language::default()))
}

/// An article with two overlapping claims, a link in one of them, and names inside and outside.
fn crossing() -> Article {
    let text = "---\ntitle: T\nlanguage: en\nurl: https://a.example/\n---\n\
        Ann said *trade* with Bob is [fair](https://b.example/) enough.\n\nBob did not.";
    let (mut article, _) = article_from_markdown("a", "a.md", text);
    let annotations = json!({"version": 1,
    "entities": [
        {"id": "ann", "kind": "person", "name": "Ann"},
        {"id": "bob", "kind": "person", "name": "Bob"}
    ],
    "claims": [
        {"id": "c1", "speaker": "ann", "content": ["trade with Bob is fair"], "about": ["bob"]},
        {"id": "c2", "speaker": "bob", "content": ["fair enough"]}
    ]});
    assert_eq!(annotate(&mut article, "a.json", &annotations), []);
    article
}

/// The visible text of a page with its marks, in order.
fn text_and_marks(html: &str) -> Vec<String> {
    let (_, from) = html.split_once("<article ").unwrap();
    let (text, _) = from.split_once("</article>").unwrap();
    // Cards and links below a block are not part of the text.
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<details") {
        shown.push_str(before);
        rest = after.split_once("</details>").unwrap().1;
    }
    shown.push_str(rest);
    let mut seen = Vec::new();
    for tag in shown.split('<').skip(1) {
        let (tag, words) = tag.split_once('>').unwrap();
        for mark in ["data-claim=", "data-entity=", "data-note=", "id=\"b"] {
            if let Some((_, value)) = tag.split_once(mark) {
                seen.push(format!(
                    "{mark}{}",
                    value.trim_start_matches('"').split('"').next().unwrap()
                ));
            }
        }
        if !words.is_empty() {
            seen.push(words.to_owned());
        }
    }
    seen
}

#[test]
fn no_text_of_an_article_becomes_markup() {
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let text = format!(
        "---\ntitle: \"{hostile}\"\nlanguage: \"{hostile}\"\nsource: {hostile}\nauthor: {hostile}\n\
         licence: {hostile}\n---\nAnn said `{hostile}` so. [x](javascript:alert(1))"
    );
    let (mut article, _) = article_from_markdown(hostile, "a.md", &text);
    annotate(
        &mut article,
        "a.json",
        &json!({"version": 1,
        "entities": [{"id": hostile, "name": "Ann"}],
        "claims": [{"id": hostile, "speaker": hostile, "content": ["said"], "cue": "Ann"}]}),
    );
    let html = plain(article);
    assert!(html.contains("&lt;img src=x"), "{html}");
    assert!(!html.contains("<img") && !html.contains("\"'&\""), "{html}");
    assert!(
        !html.contains("<script") && !html.contains("href=\"javascript"),
        "{html}"
    );
}

#[test]
fn the_text_stands_in_it_once() {
    let text = "---\ntitle: T\nlanguage: en\n---\nAnn *said* so.\n\nBob did not.";
    let (article, _) = article_from_markdown("a", "a.md", text);
    let html = plain(article);
    for words in ["<em>said</em>", "Bob did not."] {
        assert_eq!(html.matches(words).count(), 1, "{html}");
    }
}

/// The page of an article as the program renders it at an address.
fn app(hash: &str) -> String {
    let props = AppProps {
        indexed: PtrEqRc::new(IndexedArticle::of(crossing())),
        notices: Vec::new(),
        host: Host {
            view: hash.into(),
            ..Host::default()
        },
        handle: None,
    };
    finished(page::<App>(props))
}

/// The page of several articles as the program renders it at an address.
fn collection_page(hash: &str) -> String {
    let collection = two_articles();
    let props = CollectionProps {
        finder: PtrEqRc::new(Finder::of(&collection)),
        collection,
        archive: None,
        intro: None,
        notices: Vec::new(),
        host: Host {
            view: hash.into(),
            ..Host::default()
        },
        handle: None,
    };
    finished(page::<CollectionPage>(props))
}

/// Rendering does not call the browser, which would panic.
#[test]
fn components_do_not_need_a_browser_to_draw() {
    for (hash, shown) in [
        ("claim=c1&entity=bob", "Marked by an editor"),
        ("view=claims&q=trade", "1 match · 1 of 2 claims"),
        ("a=b&q=zebra", "isn’t on this page (b)"),
    ] {
        let html = app(hash);
        assert!(html.contains(shown), "{hash}: {html}");
    }
    for (hash, shown) in [
        ("view=claims", "claims-view"),
        ("view=compare", "class=\"pills all\""),
        ("q=zebra", "No articles match."),
        ("a=one&claim=c1", "‹ All articles"),
    ] {
        let html = collection_page(hash);
        assert!(html.contains(shown), "{hash}: {html}");
    }
}

#[test]
fn it_shows_the_text_and_the_marks_that_the_program_draws() {
    let indexed = || PtrEqRc::new(IndexedArticle::of(crossing()));
    let drawn = text_and_marks(&app(""));
    assert!(drawn.contains(&"data-claim=c1 c2".to_owned()), "{drawn:?}");
    assert!(drawn.contains(&"data-entity=bob".to_owned()), "{drawn:?}");
    let plain = finished(article(indexed(), View::default(), Language::default()));
    assert_eq!(text_and_marks(&plain), drawn);
}

#[test]
fn claims_and_text_lead_to_each_other_and_no_link_stands_in_a_link() {
    let html = plain(crossing());
    for address in ["claim=c1", "claim=c2", "b1"] {
        assert!(html.contains(&format!("href=\"#{address}\"")), "{html}");
        assert_eq!(
            html.matches(&format!(" id=\"{address}\"")).count(),
            1,
            "{html}"
        );
    }
    let mut open = 0_i32;
    for tag in html.split('<') {
        open += i32::from(tag.starts_with("a ")) - i32::from(tag.starts_with("/a>"));
        assert!((0..=1).contains(&open), "{html}");
    }
    assert!(html.contains("href=\"https://b.example/\""), "{html}");
}

#[test]
fn the_interface_has_its_language_and_the_article_its_own() {
    for (tag, words, claims) in [
        (LanguageTag::English, "Search this article", "2 claims"),
        (LanguageTag::German, "Artikel durchsuchen", "2 Aussagen"),
        (LanguageTag::Chinese, "搜索本文", "2条说法"),
    ] {
        let language = Language::of_tag(tag);
        let indexed = PtrEqRc::new(IndexedArticle::of(crossing()));
        let html = finished(article(indexed, View::default(), language));
        let lang = format!("<div lang=\"{}\" class=\"explorer", tag.as_str());
        assert!(html.contains(&lang), "{html}");
        assert!(html.contains(words) && html.contains(claims), "{html}");
        let text = html.split("<article ").nth(1).unwrap();
        let (opening, _) = text.split_once('>').unwrap();
        assert!(opening.contains(" lang=\"en\""), "{opening}");
        let collection = two_articles();
        let html = finished(list(StaticListProps {
            collection,
            articles: 2,
            claims: 2,
            charts: None,
            intro: None,
            has_texts: false,
            view: View::default(),
            language,
        }));
        assert!(html.contains(&lang) && html.contains(claims), "{html}");
    }
}

#[test]
fn speakers_without_a_name_are_called_as_in_the_language() {
    let text = "---\ntitle: T\nlanguage: en\n---\nIt is widely seen as fair. It rains.";
    let (mut unnamed, _) = article_from_markdown("a", "a.md", text);
    let annotations = json!({"version": 1, "claims": [
        {"id": "c1", "speaker": {"exact": "widely seen"}, "content": ["fair"]},
        {"id": "c2", "speaker": {"exact": "It rains"}, "content": ["It rains"]}
    ]});
    assert_eq!(annotate(&mut unnamed, "a.json", &annotations), []);
    unnamed.claims[1].speaker = Speaker::Unnamed;
    let language = Language::of_tag(LanguageTag::German);
    let mut indexed = IndexedArticle::of(unnamed.clone());
    language.name_speakers(&mut indexed);
    let alone = article(PtrEqRc::new(indexed), View::default(), language);
    let html = finished(alone);
    let names = ["Ungenannt („widely seen“)", "Ohne Zuordnung"];
    for name in names {
        // In the list of speakers, and at the claim.
        assert!(html.matches(name).count() >= 2, "{html}");
    }
    let (mut collection, _) = Collection::of(None, vec![unnamed]);
    language.name_speakers_of(&mut collection);
    let speakers = collection.claims.values(Facet::Speaker).iter();
    let speakers: Vec<&str> = speakers.map(|speaker| speaker.label.as_str()).collect();
    for name in names {
        assert!(speakers.contains(&name), "{speakers:?}");
    }
}

#[test]
fn a_view_stands_out_of_it() {
    let indexed = PtrEqRc::new(IndexedArticle::of(crossing()));
    let (view, _) = explore::from_hash("q=trade&entity=bob");
    let html = finished(article(indexed, view, Language::default()));
    assert!(html.contains("<mark data-hit=\"\">trade</mark>"), "{html}");
    assert!(html.contains("name selected"), "{html}");
    assert!(html.contains("1 match · 1 of 2 claims"), "{html}");
}

fn two_articles() -> PtrEqRc<Collection> {
    let articles = ["one", "two & <b>"].map(|id| {
        let text = format!("---\ntitle: Of {id}\nlanguage: en\n---\nAnn said {id} holds.");
        let (mut article, _) = article_from_markdown(id, "a.md", &text);
        annotate(
            &mut article,
            "a.json",
            &json!({"version": 1,
            "entities": [{"id": "ann", "kind": "person", "name": "Ann"}],
            "claims": [{"id": "c1", "speaker": "ann", "content": ["holds"]}]}),
        );
        article
    });
    let (collection, told) = Collection::of(None, articles.into());
    assert_eq!(told, []);
    PtrEqRc::new(collection)
}

/// The items of a list, without the addresses of their links.
fn items(html: &str) -> Vec<String> {
    let (_, from) = html.split_once("articles-found\">").unwrap();
    let (items, _) = from.split_once("</ol>").unwrap();
    let mut parts = items.split("href=\"");
    let first = parts.next().unwrap().to_owned();
    let rest = parts.map(|part| part.split_once('"').unwrap().1.to_owned());
    [first].into_iter().chain(rest).collect()
}

#[test]
fn a_list_shows_the_articles_that_the_program_lists_and_leads_to_their_pages() {
    let drawn = collection_page("");
    let listed = |articles| {
        let collection = two_articles();
        finished(list(StaticListProps {
            collection,
            articles,
            claims: articles,
            charts: None,
            intro: None,
            has_texts: false,
            view: View::default(),
            language: Language::default(),
        }))
    };
    let html = listed(2);
    assert_eq!(items(&html).len(), 3);
    assert_eq!(items(&html), items(&drawn));
    assert!(html.contains("href=\"articles/one.html\""), "{html}");
    assert!(
        !html.contains("<b>") && !html.contains("href=\"#"),
        "{html}"
    );
    assert!(html.contains("2 articles · 2 claims"), "{html}");
    let of_more = listed(700);
    assert!(of_more.contains(">700 articles</h1>"), "{of_more}");
    assert!(of_more.contains("700 articles · 700 claims"), "{of_more}");
}
