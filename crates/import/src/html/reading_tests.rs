//! What is read from pages: text that is called otherwise, bylines, dates and titles.

use super::*;

/// Paragraphs of running text, each with these words.
fn running(words: &[&str]) -> String {
    let rest =
        "and the hall was quiet for a while, because nobody there had expected it, or said so";
    words
        .iter()
        .map(|word| format!("<p>{word} it was, {rest}.</p>"))
        .collect()
}

fn read_page(body: &str) -> (Article, Vec<String>) {
    let html = format!("<!DOCTYPE html><html lang=en><title>Ferry line</title><body>{body}");
    let (article, told) = article_from_html("ferry", "ferry.html", &html);
    let told = told.iter().map(|it| it.what().clone()).collect();
    (article.unwrap(), told)
}

/// The first words of the blocks.
fn beginnings(article: &Article) -> Vec<&str> {
    let blocks = article.blocks.iter();
    blocks
        .filter_map(|block| block.range.of(&article.text).split(' ').next())
        .collect()
}

#[test]
fn names_of_elements_are_votes_and_comments_are_never_kept() {
    let (before, after) = (
        running(&["One", "Two", "Three"]),
        running(&["Four", "Five", "Six", "Seven"]),
    );
    let all = ["One", "Two", "Three", "Four", "Five", "Six", "Seven"];
    for (name, expected) in [
        ("field field--label-hidden", &all[..]),
        ("paywall", &all),
        ("entry themeform share", &all),
        ("sidebar-promo", &all),
        ("comments", &all[..3]),
        ("related-links", &all[..3]),
    ] {
        let (article, told) = read_page(&format!(
            "<article><h1>Ferry line</h1>{before}<div class=\"{name}\">{after}</div></article>"
        ));
        assert_eq!(beginnings(&article), expected, "{name}");
        let reported = told.iter().any(|what| what.contains("letters of text"));
        assert_eq!(reported, name == "related-links", "{name}: {told:?}");
    }
    // A doubtful name decides where the part is small.
    let small = running(&["Small"]);
    let (article, _) = read_page(&format!(
        "<article>{before}{after}<div class=promo>{small}</div></article>"
    ));
    assert_eq!(beginnings(&article), all);
}

#[test]
fn text_in_shadow_roots_and_for_browsers_without_scripts_is_found() {
    let text = running(&["One", "Two", "Three"]);
    let expected = ["One", "Two", "Three"];
    let shadow = format!(
        "<x-article><template shadowrootmode=open><article>{text}</article></template></x-article><p>Some parts need scripts."
    );
    let (article, _) = read_page(&shadow);
    assert_eq!(beginnings(&article), expected);
    let unscripted = format!(
        "<div itemprop=articleBody><script type=text/template>{text}</script><noscript>{text}</noscript></div>"
    );
    let (article, _) = read_page(&unscripted);
    assert_eq!(beginnings(&article), expected);
    let (article, _) = read_page(&format!(
        "<article>{text}</article><noscript>Please allow scripts.</noscript>"
    ));
    assert_eq!(beginnings(&article), expected);
}

#[test]
fn who_is_quoted_stays_with_the_quotation() {
    let text = running(&["One", "Two", "Three"]);
    let (article, _) = read_page(&format!(
        "<article>{text}<blockquote><p>We waited.</p><footer>— <cite>Irene Calder</cite>, mayor</footer></blockquote><blockquote>Nobody saw it.<cite>Tom Reyes</cite></blockquote></article>"
    ));
    let blocks: Vec<&str> = article
        .blocks
        .iter()
        .skip(3)
        .map(|block| block.range.of(&article.text))
        .collect();
    let expected = [
        "We waited.",
        "— Irene Calder, mayor",
        "Nobody saw it.",
        "Tom Reyes",
    ];
    assert_eq!(blocks, expected);
}

#[test]
fn bylines_are_read_without_what_stands_beside_the_name() {
    let text = running(&["One", "Two", "Three"]);
    for (byline, author, date) in [
        (
            "<div class=byline><a>Nora Whitlock</a> · Marlow News · Posted: May 14, 2025 9:27 AM ET</div>",
            Some("Nora Whitlock"),
            Some("2025-05-14"),
        ),
        (
            "<div class=byline>By Nora Whitlock | Published 14 May 2025</div>",
            Some("Nora Whitlock"),
            Some("2025-05-14"),
        ),
        (
            "<div class=byline>Von Nora Whitlock, 14. Mai 2025</div>",
            Some("Nora Whitlock"),
            None,
        ),
        (
            "<div class=author>Nora Whitlock Updated 3 hours ago</div>",
            Some("Nora Whitlock"),
            None,
        ),
        (
            "<div class=date>14.05.2025, 10:30 Uhr</div>",
            None,
            Some("2025-05-14"),
        ),
        (
            "<time datetime=2025-05-14>yesterday</time>",
            None,
            Some("2025-05-14"),
        ),
    ] {
        let (article, _) = read_page(&format!(
            "<article><h1>Ferry line</h1>{byline}{text}</article>"
        ));
        assert_eq!(article.metadata.author.as_deref(), author, "{byline}");
        let published = article.metadata.published.map(|date| date.to_string());
        assert_eq!(published.as_deref(), date, "{byline}");
    }
    let (article, _) = read_page(&format!(
        "<article>{text}<footer><span class=byline>Nora Whitlock</span> <time datetime=2025-05-14>then</time></footer></article>"
    ));
    assert_eq!(article.metadata.author.as_deref(), Some("Nora Whitlock"));
    assert_eq!(
        article.metadata.published.unwrap().to_string(),
        "2025-05-14"
    );
    assert_eq!(beginnings(&article), ["One", "Two", "Three"]);
}

#[test]
fn the_name_of_the_site_is_not_the_title() {
    let text = running(&["One", "Two", "Three"]);
    for logo in [
        "<h1><a href=/>Marlow Observer</a></h1>",
        "<a href=https://observer.example/><h1>Marlow Observer</h1></a>",
        "<meta property=og:site_name content='Marlow Observer'><h1>Marlow Observer</h1>",
    ] {
        let (article, _) = read_page(&format!(
            "<header>{logo}</header><article><h2 class=headline>The ferry comes</h2>{text}</article>"
        ));
        assert_eq!(article.metadata.title, "The ferry comes", "{logo}");
    }
}
