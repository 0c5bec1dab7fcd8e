//! Tests with many kinds of pages.

use super::*;
use model::{Direction, InlineStyle};
use proptest::prelude::*;

const LEAD: &str = "The commission proposed a package on Tuesday, and ministers of several countries, among them two large ones, asked what it would cost, who would pay for it, and when it would begin to have any effect at all.";
const MORE: &str = "“We will look at it with care,” said Ann Archer, who leads the committee, adding that nothing had been decided, that nothing would be decided soon, and that those who said otherwise were mistaken.";

fn read(html: &str) -> (Article, Vec<Diagnostic>) {
    let (article, diagnostics) = article_from_html("name", "a.html", html);
    (article.unwrap(), diagnostics)
}

fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
    let blocks = article.blocks.iter();
    blocks
        .map(|block| (block.kind, block.range.of(&article.text)))
        .collect()
}

fn reports(diagnostics: &[Diagnostic], words: &str) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.what().contains(words))
}

#[test]
fn an_article_is_taken_out_of_its_boilerplate() {
    let html = format!(
        "<!DOCTYPE html><html lang=en><head><title>Talk of costs | The Daily</title>\
         <meta property=og:site_name content='The Daily'><meta name=author content='By Ann Writer'>\
         <meta property=article:published_time content=2026-01-21T10:00:00Z>\
         <link rel=canonical href=https://daily.example/a/talk?x=1>\
         <style>p {{}}</style><script>var x = '<p>evil</p>';</script></head><body>\
         <header><a href=/>Home</a></header><nav><ul><li><a href=/w>World</a></ul></nav>\
         <div class=cookie-banner><p>We use cookies, and so on, to make this page better for all of us, which is why we ask.</p></div>\
         <article><h1>Talk of costs</h1><p class=byline>By Ann Writer</p><time>21 January 2026</time>\
         <p>{LEAD}</p><figure><img src=x onerror=alert(1)><figcaption>A caption</figcaption></figure>\
         <h2>What was said</h2><p onclick=evil()>{MORE} <em>See <a href=/b>here</a></em>.</p>\
         <blockquote><p>Quoted&nbsp;words.</p></blockquote><ul><li>one<li>two</ul><pre>\n\n  <b>a</b>\n\n b\n </pre>\
         <div class=related><h3>Related</h3><ul><li><a href=/c>Another one</a></ul></div>\
         <h3>More on this</h3><ul><li><a href=/d>A list of links</a><li><a href=/e>And another</a></ul>\
         </article><aside><p>{LEAD}</p></aside><footer>Imprint</footer></body></html>"
    );
    let (article, diagnostics) = read(&html);
    let about = &article.metadata;
    assert_eq!(about.title, "Talk of costs");
    assert_eq!(about.author.as_deref(), Some("Ann Writer"));
    assert_eq!(about.source.as_deref(), Some("The Daily"));
    assert_eq!(about.published.unwrap().to_string(), "2026-01-21");
    assert_eq!(
        about.url.as_ref().unwrap().as_str(),
        "https://daily.example/a/talk?x=1"
    );
    assert_eq!(about.language, "en");
    let more = format!("{MORE} See here.");
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Paragraph, LEAD),
            (BlockKind::Heading(2), "What was said"),
            (BlockKind::Paragraph, more.as_str()),
            (BlockKind::Quote, "Quoted\u{A0}words."),
            (BlockKind::ListItem, "one"),
            (BlockKind::ListItem, "two"),
            (BlockKind::Preformatted, "  a\n \n b"),
        ]
    );
    let inlines: Vec<_> = article.blocks[2]
        .inlines
        .iter()
        .map(|inline| (inline.range.of(&article.text), inline.style.clone()))
        .collect();
    let url = blocks::resolved("https://daily.example/b", None).unwrap();
    assert_eq!(
        inlines,
        [
            ("See here", InlineStyle::Emphasis),
            ("here", InlineStyle::Link(url))
        ]
    );
    assert!(
        reports(&diagnostics, "1 picture with its caption is left out")
            && reports(&diagnostics, "1 list of links is left out"),
        "{diagnostics:?}"
    );
}

#[test]
fn pages_of_many_kinds_keep_their_text() {
    for (name, body, first, count) in [
        (
            "main",
            format!("<main><div><p>{LEAD}<p>{MORE}</div></main><p>Short.</p>"),
            LEAD,
            2,
        ),
        (
            "divs",
            format!(
                "<div id=w><div><a href=/>x</a></div><div><p>{LEAD}</p><p>{MORE}</p></div></div>"
            ),
            LEAD,
            2,
        ),
        (
            "lines by br",
            format!("<td>{LEAD}<br><br>{MORE}</td>"),
            LEAD,
            2,
        ),
        (
            "microdata",
            format!(
                "<div><p>{LEAD}</p></div><div itemprop='articleBody'><p>{MORE}</p><p>{MORE}</p></div>"
            ),
            MORE,
            2,
        ),
        (
            "a lead before",
            format!("<h1>T</h1><p>{LEAD}</p><div itemprop=articleBody><p>{MORE}<p>{MORE}</div>"),
            LEAD,
            3,
        ),
        (
            "a form around all",
            format!("<form><p>{LEAD}</p><p>{MORE}</p><input></form>"),
            LEAD,
            2,
        ),
        (
            "a layout table",
            format!("<table><tr><td><a href=x>y</a><td><p>{LEAD}<p>{MORE}</table>"),
            LEAD,
            2,
        ),
        (
            "emphasis over blocks",
            format!("<b><p>{LEAD}</p><p>{MORE}</p></b>"),
            LEAD,
            2,
        ),
        (
            "boilerplate by its own name",
            format!("<div class=related><p>{LEAD}</p><p>{MORE}</p></div>"),
            LEAD,
            2,
        ),
        (
            "never closed",
            format!("<div><p>{LEAD}<p>{MORE}<b><i><a href='x"),
            LEAD,
            2,
        ),
    ] {
        let (article, diagnostics) = read(&format!("<body>{body}"));
        assert!(
            !reports(&diagnostics, "no article"),
            "{name}: {diagnostics:?}"
        );
        let found = blocks(&article);
        assert_eq!(
            (found[0].1, found.len()),
            (first, count),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn a_page_without_an_article_says_so_and_shows_its_text() {
    for html in [
        "<title>Log in</title><form><label>Name</label><input></form><p>Please log in.</p>".to_owned(),
        format!("<div><a href=a>{LEAD}</a></div><div><a href=b>{MORE}</a></div>"),
        ["<article><h2><a href=x>Head</a></h2><p>A short word on what it is about, and a few more words.</p></article>"; 8].concat(),
        "<p>plain".to_owned(),
    ] {
        let (article, diagnostics) = read(&html);
        assert!(reports(&diagnostics, "no article"), "{html}: {diagnostics:?}");
        assert!(!article.text.is_empty());
    }
    let (article, diagnostics) = article_from_html("a", "a.html", "<script>only()</script>");
    assert!(article.is_none() && reports(&diagnostics, "no words"));
}

#[test]
fn json_ld_tells_what_the_page_does_not_show() {
    let html = format!(
        "<script type=application/ld+json>{{\"@graph\":[{{\"@type\":\"WebSite\",\"name\":\"x\"}},\
         {{\"@type\":[\"NewsArticle\"],\"headline\":\"Talk &amp; costs\",\"author\":[{{\"name\":\"Ann\"}},{{\"name\":\"Bob\"}}],\
         \"datePublished\":\"2026-01-21T00:00Z\",\"publisher\":{{\"name\":\"The Daily\"}},\"inLanguage\":\"ar\",\
         \"articleBody\":\"{LEAD}\\n\\n{MORE}\"}}]}}</script><div id=root></div>"
    );
    let (article, diagnostics) = read(&html);
    let about = &article.metadata;
    assert_eq!(about.title, "Talk & costs");
    assert_eq!(about.author.as_deref(), Some("Ann, Bob"));
    assert_eq!(about.source.as_deref(), Some("The Daily"));
    assert_eq!(about.direction, Direction::RightToLeft);
    assert_eq!(
        blocks(&article),
        [(BlockKind::Paragraph, LEAD), (BlockKind::Paragraph, MORE)]
    );
    assert!(reports(&diagnostics, "JSON-LD"));
}

#[test]
fn a_saved_page_knows_where_it_comes_from() {
    for comment in [
        "<!-- saved from url=(0029)https://daily.example/a -->",
        "<!--\n Page saved with SingleFile \n url: https://daily.example/a \n-->",
    ] {
        let (article, _) = read(&format!("{comment}<p>{LEAD}"));
        assert_eq!(
            article.metadata.url.unwrap().as_str(),
            "https://daily.example/a"
        );
        assert_eq!(article.metadata.source.as_deref(), Some("daily.example"));
    }
}

/// Reads a page and returns the number of visited nodes.
fn looked_at(html: &str) -> (Option<Article>, u64) {
    let before = node::LOOKS.get();
    let (article, _) = article_from_html("a", "a.html", html);
    (article, node::LOOKS.get() - before)
}

/// A page that is four times as long takes at most five times the work.
#[test]
fn work_grows_with_length_only() {
    let size = 200_000;
    for part in [
        "<",
        "</",
        "<!",
        "<!--",
        "<!--x--!>",
        "<!-->",
        "<a",
        "<a ",
        "<a href='",
        "<b>",
        "</b>",
        "<p>",
        "<div>",
        "</div>",
        "<table>",
        "<td>",
        "<tr><td>",
        "<li>",
        "<ul><li>",
        "<a href=x>y",
        "<b><p>x</b>",
        "<script>",
        "</script",
        "<title>",
        "&",
        "&amp;",
        "&#",
        "&#x",
        "a=b ",
        "<a b=c ",
        "<a b = ",
        "<p>x</p>",
        "<br>",
        "<h1>x",
        "<q>",
        "<svg>",
        "<select><option>",
        "<article><p>x",
        "<span class='a b c related'>x",
        "<p>x, y. </p>",
        "-->",
        "'",
        "<i><b><em><strong>",
        "<dl><dt>x<dd>y",
        "<time>1 May 2026</time>",
        "<meta name=author content=x>",
        "<script type=application/ld+json>[",
        "x, ",
    ] {
        let (_, once) = looked_at(&part.repeat(size / 4 / part.len()));
        let (article, four) = looked_at(&part.repeat(size / part.len()));
        assert!(four <= 5 * once + 1000, "{four} looks for {once}: {part}");
        if let Some(article) = article {
            assert!(
                article
                    .blocks
                    .iter()
                    .all(|block| block.inlines.len() < 4 || block.range.len() > 20),
                "{part}"
            );
        }
    }
}

/// Checks the properties of every article that is read from HTML.
pub(crate) fn check(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        let words = block.range.of(&article.text);
        assert!(
            !words.trim().is_empty() && !words.contains("\n\n"),
            "{words:?}"
        );
        assert_eq!(
            block.range.start as usize,
            if end == 0 { 0 } else { end + 2 }
        );
        end = block.range.end as usize;
        for inline in &block.inlines {
            assert!(block.range.contains(inline.range), "{inline:?}");
            assert!(!inline.range.of(&article.text).is_empty());
        }
    }
    assert_eq!(end, article.text.len());
}

proptest! {
    #[test]
    fn any_soup_of_tags_is_read(parts in proptest::collection::vec(prop_oneof![
        Just("<p>"), Just("</p>"), Just("<div class=related>"), Just("</div>"), Just("<b>"), Just("</b>"), Just("<a href='https://x.example'>"),
        Just("</a>"), Just("<script>"), Just("</script>"), Just("<!--"), Just("-->"), Just("word, "), Just(LEAD), Just("é\n\n"), Just("&lt;"),
        Just("<table><tr><td>"), Just("</table>"), Just("<li>"), Just("<pre>"), Just("</pre>"), Just("<br>"), Just("<h1>"), Just("<blockquote>"),
        Just("<article>"), Just("</article>"), Just("<"), Just(">"), Just("\""), Just("<q>"), Just("<em>"), Just("</em>"), Just("<code>"),
        Just("<main>"), Just("<title>"), Just("<svg>"), Just("<i title='<b>'>"), Just("<head>"), Just("<body>"),
    ], 0..40)) {
        let html = parts.concat();
        if let (Some(article), _) = article_from_html("a", "a.html", &html) {
            check(&article);
            // The tags are complete, so that none is text.
            if !html.contains("&lt;") && !html.contains("<title>") {
                for tag in ["<p", "<div", "<b>", "<script", "</"] {
                    let stray = article.text.contains(tag);
                    prop_assert!(!stray, "{:?} in {:?}", tag, article.text);
                }
            }
        }
    }

    #[test]
    fn any_text_is_read(html in "[<>a-z/!\\-\"'=& é]{0,80}") {
        if let (Some(article), _) = article_from_html("a", "a.html", &html) {
            check(&article);
        }
    }
}

#[test]
fn what_is_not_closed_swallows_no_text() {
    for open in [
        "<h1>Rain",
        "<h2>SUB",
        "<h2>SUB</h3>",
        "<button>",
        "<svg>",
        "<select>",
    ] {
        let html = format!(
            "<title>T</title><article><h1>Rain</h1><p>{LEAD}{open}<p>{MORE}<p>The last words of \
             the article are these, and there is no more to say.</article>"
        );
        let (article, _) = read(&html);
        for words in [LEAD, MORE, "no more to say"] {
            let block = blocks(&article)
                .into_iter()
                .find(|(_, text)| text.contains(words));
            assert_eq!(
                block.map(|block| block.0),
                Some(BlockKind::Paragraph),
                "{open}"
            );
        }
    }
    let html = format!("<title>T</title><article><h1><p>Rain</p><p>{LEAD}</h1></article>");
    assert!(read(&html).0.text.contains(LEAD));
}

#[test]
fn headings_are_kept_or_reported() {
    let (article, _) = read("<title>T</title><h2>One</h2><h3>Two</h3>");
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Heading(2), "One"),
            (BlockKind::Heading(3), "Two")
        ]
    );
    let html = format!("<title>T</title><article><p>{LEAD}<p>{MORE}<h2>Last</h2></article>");
    let (article, diagnostics) = read(&html);
    assert!(!article.text.contains("Last"));
    assert!(reports(
        &diagnostics,
        "1 heading with nothing under it is left out"
    ));
}

#[test]
fn links_beyond_the_most_of_a_paragraph_are_plain_words() {
    let html =
        "<title>T</title><p>".to_owned() + &"<a href=https://a.example/>x</a> ".repeat(2_100);
    let (article, diagnostics) = read(&html);
    assert_eq!(article.blocks[0].inlines.len(), 2_000);
    assert_eq!(article.text.matches('x').count(), 2_100);
    assert!(reports(
        &diagnostics,
        "the words of 100 are shown without them"
    ));
}

#[test]
fn a_word_above_the_title_is_no_part_of_the_text() {
    let page = |above: &str, title: &str| {
        format!("<title>Talk</title><article><p>{above}</p>{title}<p>{LEAD}<p>{MORE}</article>")
    };
    let text = |html: &str| read(html).0.text;
    assert!(text(&page("World", "<h1>Talk</h1>")).starts_with(LEAD));
    assert!(text(&page("World", "")).starts_with("World"));
    assert!(text(&page("“No,” said Ann Lee", "<p>5 January 2026")).starts_with("“No,” said"));
    assert!(text(&page("It rained.", "<h1>Talk</h1>")).starts_with("It rained."));
}

#[test]
fn a_title_in_a_picture_ends_itself() {
    for picture in [
        "<svg viewBox='0 0 9 9'><title/><path d=M0/></svg>",
        "<svg><style/><script/><path/></svg>",
        "<svg><title>Logo</title></svg>",
        "<svg/><math/>",
    ] {
        let html = format!(
            "<head><title>Talk</title></head><body><header>{picture}</header>\
             <article><p>{LEAD}<p>{MORE}</article>"
        );
        let (article, diagnostics) = read(&html);
        assert_eq!(
            blocks(&article),
            [(BlockKind::Paragraph, LEAD), (BlockKind::Paragraph, MORE)],
            "{picture}: {diagnostics:?}"
        );
        assert_eq!(article.metadata.title, "Talk", "{picture}");
    }
}

#[test]
fn tags_are_read_as_browsers_read_them() {
    for (html, expected) in [
        // References in attribute values end with a semicolon.
        ("<p title='?a=1&copy=2&amp;b'>", "?a=1&copy=2&b"),
        ("<p title=x title=y>", "x"),
        ("<P TITLE = \"a>b\">", "a>b"),
        ("<p/title='a'/>", "a"),
    ] {
        let tree = Tree::of(html);
        let node = tree.elements("p").next().unwrap();
        let title = tree.attribute(node, "title");
        assert_eq!(title.as_deref(), Some(expected), "{html}");
    }
}

/// Excess attributes are dropped, and the text after the tag is read.
#[test]
fn attributes_have_an_end() {
    for (name, attributes) in [
        (
            "plain",
            (0..5_000).map(|n| format!(" a{n}")).collect::<String>(),
        ),
        ("quoted", (0..5_000).map(|n| format!(" a{n}='>'")).collect()),
        (
            "spaced",
            (0..5_000).map(|n| format!("\n/a{n} = \"<b>\" ")).collect(),
        ),
        (
            "unquoted",
            (0..5_000).map(|n| format!(" a{n}=<p/")).collect(),
        ),
    ] {
        for before in ["", "<!-- <a --><script>'<a '</script><title>x<a</title>"] {
            let tree = Tree::of(&format!("{before}<div{attributes}>A</div><p>B</p>"));
            let node = tree.elements("div").next().unwrap();
            assert_eq!(tree.attributes(node).count(), 48, "{name}");
            let body = tree.elements("body").next().unwrap();
            assert_eq!(tree.words(body), "A B", "{name}");
        }
    }
    let tree = Tree::of(&(0..500).map(|n| format!("<html a{n}>")).collect::<String>());
    assert_eq!(
        tree.attributes(tree.elements("html").next().unwrap())
            .count(),
        48
    );
}
