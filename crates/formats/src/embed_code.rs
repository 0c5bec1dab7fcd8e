//! The HTML that embeds a view in another page.

use explore::{IndexedArticle, View, link_to, to_hash};
use model::Form;

use super::citation::CitationWords;

/// The height of the frame without the script, in CSS pixels.
const FRAME_HEIGHT: u32 = 640;

/// An iframe that shows a view, for pages that run no script of ours. `folder` is the
/// address of the folder with `embed.html`, ending with a slash; `title` is the title of
/// the frame.
#[must_use]
pub fn frame(folder: &str, view: &View, title: &str) -> String {
    framed(&format!("{folder}embed.html"), view, title)
}

/// The same, for a page that shows only the claims of the view, as quotations.
#[must_use]
pub fn compact_frame(folder: &str, view: &View, title: &str) -> String {
    framed(&format!("{folder}embed.html?compact"), view, title)
}

/// The script tag that resizes the frame to its content.
#[must_use]
pub fn frame_script(folder: &str) -> String {
    let source = attribute(&format!("{folder}embed.js"));
    format!("<script async src=\"{source}\"></script>")
}

/// An iframe that shows a view from a single-file page, wherever that is hosted.
#[must_use]
pub fn file(view: &View, title: &str) -> String {
    framed("article-explorer.html", view, title)
}

fn framed(page: &str, view: &View, title: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{FRAME_HEIGHT}\" loading=\"lazy\" style=\"border:0\"></iframe>",
        attribute(&link_to(page, view)),
        attribute(title)
    )
}

/// The custom element with a view, and the script that defines it.
#[must_use]
pub fn element(folder: &str, view: &View) -> String {
    element_with(folder, view, "")
}

/// The same, for an element that shows only the claims of the view, as quotations.
#[must_use]
pub fn compact_element(folder: &str, view: &View) -> String {
    element_with(folder, view, " compact")
}

fn element_with(folder: &str, view: &View, flag: &str) -> String {
    let hash = to_hash(view);
    let state = if hash.is_empty() {
        String::new()
    } else {
        format!(" state=\"{}\"", attribute(&hash))
    };
    let folder = attribute(folder);
    format!(
        "<script type=\"module\" src=\"{folder}article-explorer.js\"></script>\n<article-explorer src=\"{folder}articles.json\"{flag}{state}></article-explorer>"
    )
}

/// A claim as a quotation in plain HTML, which needs no script. `link` leads to the claim and may be
/// empty; then the title of the article is not a link. The date is in words of `language`.
#[must_use]
pub fn quotation(
    indexed: &IndexedArticle,
    claim: usize,
    link: &str,
    language: &CitationWords,
) -> Option<String> {
    let about = &indexed.article.metadata;
    let known = indexed.article.claims.get(claim)?;
    let words = text(&indexed.article.words_of(known));
    let words = match known.form {
        Form::Direct => format!("“{words}”"),
        Form::Indirect | Form::Mixed => words,
    };
    let original = about.url.as_ref();
    let cite = original.map(|url| format!(" cite=\"{}\"", attribute(&url.to_string())));
    let title = if link.is_empty() {
        text(&about.title)
    } else {
        format!("<a href=\"{}\">{}</a>", attribute(link), text(&about.title))
    };
    let mut source = vec![format!("<cite>{title}</cite>")];
    source.extend(about.source.as_deref().map(text));
    source.extend(about.published.map(language.date));
    Some(format!(
        "<figure>\n  <blockquote{}>{words}</blockquote>\n  <figcaption>{}, {}</figcaption>\n</figure>",
        cite.unwrap_or_default(),
        text(indexed.speaker_name(claim)),
        source.join(", ")
    ))
}

/// Escapes a text between tags.
fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Escapes a text for a quoted attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use explore::from_hash;
    use import::{annotations::annotate, article_from_markdown};
    use serde_json::json;

    #[test]
    fn view_and_title_are_in_attributes() {
        let (view, _) = from_hash("q=%22a b%22&form=direct");
        assert_eq!(
            frame("https://a.example/b/", &view, "A \"B\" <c>"),
            "<iframe src=\"https://a.example/b/embed.html#q=%22a%20b%22&amp;form=direct\" \
             title=\"A &quot;B&quot; &lt;c>\" width=\"100%\" height=\"640\" loading=\"lazy\" \
             style=\"border:0\"></iframe>"
        );
        assert_eq!(
            element("https://a.example/b/", &view),
            "<script type=\"module\" src=\"https://a.example/b/article-explorer.js\"></script>\n\
             <article-explorer src=\"https://a.example/b/articles.json\" \
             state=\"q=%22a%20b%22&amp;form=direct\"></article-explorer>"
        );
        assert!(!file(&View::default(), "").contains('#'));
        let compact = compact_frame("https://a.example/b/", &view, "");
        assert!(compact.contains("/b/embed.html?compact#q="), "{compact}");
        let compact = compact_element("https://a.example/b/", &view);
        assert!(
            compact.contains("articles.json\" compact state="),
            "{compact}"
        );
    }

    #[test]
    fn a_quotation_in_html_names_its_speaker_and_source() {
        let markdown = "---\ntitle: A <b> & c\npublished: 2026-01-22\nlanguage: en\nsource: The Daily\n\
            url: https://daily.example/a?b=1&c=2\n---\n“Never & nowhere,” Ann said. She said it was over.";
        let (mut article, _) = article_from_markdown("a", "a.md", markdown);
        annotate(
            &mut article,
            "a.json",
            &json!({"version": 1,
            "entities": [{"id": "ann", "kind": "person", "name": "Ann"}],
            "claims": [
                {"id": "c1", "speaker": "ann", "content": ["Never & nowhere"]},
                {"id": "c2", "speaker": "ann", "content": ["it was over"]}
            ]}),
        );
        let indexed = IndexedArticle::of(article);
        let english = &CitationWords::ENGLISH;
        assert_eq!(
            quotation(&indexed, 0, "https://a.example/#claim=c1", english).unwrap(),
            "<figure>\n  <blockquote cite=\"https://daily.example/a?b=1&amp;c=2\">“Never &amp; nowhere”</blockquote>\n  \
             <figcaption>Ann, <cite><a href=\"https://a.example/#claim=c1\">A &lt;b> &amp; c</a></cite>, The Daily, \
             22 January 2026</figcaption>\n</figure>"
        );
        let reported = quotation(&indexed, 1, "", english).unwrap();
        assert!(reported.contains(">it was over</blockquote>"), "{reported}");
        assert!(!reported.contains("<a "), "{reported}");
        assert_eq!(quotation(&indexed, 9, "", english), None);
    }
}
