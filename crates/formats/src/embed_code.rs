//! The HTML that embeds a view in another page.

use explore::{IndexedArticle, View, link_to, to_hash};

use super::citation::CitationWords;

/// The height of the frame without the script, in CSS pixels.
const FRAME_HEIGHT: u32 = 640;

/// How an embedded page looks: parameters of a frame, which are attributes of an element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags(Vec<(String, String)>);

impl Flags {
    /// The parameters that are kept.
    const KEPT: [&str; 5] = ["compact", "hide", "theme", "lang", "shortcuts"];

    /// Reads parameters such as `hide=search,footer&theme=dark`. Others than these are left out, and
    /// so is a value with anything but letters, hyphens and commas.
    #[must_use]
    pub fn parse(parameters: &str) -> Self {
        let is_plain = |c: char| c.is_ascii_alphabetic() || matches!(c, '-' | ',');
        let pairs = parameters.split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.to_owned())
        });
        let is_kept = |(name, value): &(String, String)| {
            Self::KEPT.contains(&name.as_str()) && value.chars().all(is_plain)
        };
        Self(pairs.filter(is_kept).collect())
    }

    /// The same, in the language of the interface with that tag, unless the flags name one. English
    /// needs no flag.
    #[must_use]
    pub fn in_language(mut self, tag: &str) -> Self {
        if tag != "en" && !self.0.iter().any(|(name, _)| name == "lang") {
            self.0.push(("lang".to_owned(), tag.to_owned()));
        }
        self
    }

    /// The same, but the page shows only the claims of the view, as quotations.
    #[must_use]
    pub fn compact(mut self) -> Self {
        self.0.retain(|(name, _)| name != "compact");
        self.0.insert(0, ("compact".to_owned(), String::new()));
        self
    }
}

/// An iframe that shows a view, for pages that run no script of ours. `folder` is the
/// address of the folder with `embed.html`, ending with a slash; `title` is the title of
/// the frame; `flags` say how the page looks.
#[must_use]
pub fn frame(folder: &str, view: &View, title: &str, flags: &Flags) -> String {
    let query = flags.0.iter().map(|(name, value)| match value.as_str() {
        "" => name.clone(),
        value => format!("{name}={value}"),
    });
    let query: Vec<String> = query.collect();
    let mark = if query.is_empty() { "" } else { "?" };
    framed(
        &format!("{folder}embed.html{mark}{}", query.join("&")),
        view,
        title,
    )
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
pub fn element(folder: &str, view: &View, flags: &Flags) -> String {
    let flags = flags.0.iter().map(|(name, value)| match value.as_str() {
        "" => format!(" {name}"),
        value => format!(" {name}=\"{}\"", attribute(&value.replace(',', " "))),
    });
    let flags: String = flags.collect();
    let hash = to_hash(view);
    let state = if hash.is_empty() {
        String::new()
    } else {
        format!(" state=\"{}\"", attribute(&hash))
    };
    let folder = attribute(folder);
    format!(
        "<script type=\"module\" src=\"{folder}article-explorer.js\"></script>\n<article-explorer src=\"{folder}articles.json\"{flags}{state}></article-explorer>"
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
    indexed.article.claims.get(claim)?;
    let words = text(&indexed.quotation_of(claim));
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
            frame(
                "https://a.example/b/",
                &view,
                "A \"B\" <c>",
                &Flags::default()
            ),
            "<iframe src=\"https://a.example/b/embed.html#q=%22a%20b%22&amp;form=direct\" \
             title=\"A &quot;B&quot; &lt;c>\" width=\"100%\" height=\"640\" loading=\"lazy\" \
             style=\"border:0\"></iframe>"
        );
        assert_eq!(
            element("https://a.example/b/", &view, &Flags::default()),
            "<script type=\"module\" src=\"https://a.example/b/article-explorer.js\"></script>\n\
             <article-explorer src=\"https://a.example/b/articles.json\" \
             state=\"q=%22a%20b%22&amp;form=direct\"></article-explorer>"
        );
        assert!(!file(&View::default(), "").contains('#'));
        let flags = Flags::parse("hide=search,footer&theme=dark&id=7&lang=\"><b").compact();
        let compact = frame("https://a.example/b/", &view, "", &flags);
        assert!(
            compact.contains("/b/embed.html?compact&amp;hide=search,footer&amp;theme=dark#q="),
            "{compact}"
        );
        let compact = element("https://a.example/b/", &view, &flags);
        assert!(
            compact
                .contains("articles.json\" compact hide=\"search footer\" theme=\"dark\" state="),
            "{compact}"
        );
    }

    #[test]
    fn a_quotation_in_html_names_its_speaker_and_source() {
        let markdown = "---\ntitle: A <b> & c\npublished: 2026-01-22\nlanguage: en\nsource: The Daily\n\
            url: https://daily.example/a?b=1&c=2\n---\n“Never & nowhere,” Ann said. She said it was over. “I „stay“,” Ann said.";
        let (mut article, _) = article_from_markdown("a", "a.md", markdown);
        annotate(
            &mut article,
            "a.json",
            &json!({"version": 1,
            "entities": [{"id": "ann", "kind": "person", "name": "Ann"}],
            "claims": [
                {"id": "c1", "speaker": "ann", "content": ["Never & nowhere"]},
                {"id": "c2", "speaker": "ann", "content": ["it was over"]},
                {"id": "c3", "speaker": "ann", "form": "direct", "content": ["“I „stay“,”"]}
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
        let marked = quotation(&indexed, 2, "", english).unwrap();
        assert!(marked.contains(">“I „stay“,”</blockquote>"), "{marked}");
        assert_eq!(quotation(&indexed, 9, "", english), None);
    }
}
