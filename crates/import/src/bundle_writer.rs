//! Writing the data that stands in a page; [`super::bundle`] reads it.

use super::json::Json;
use model::{Article, Block, BlockKind, Inline, InlineStyle, TextRange};
use text::code_points::CodePoints;

/// Articles with annotations, ready to be written into a page.
#[derive(Debug, Default)]
pub struct Bundle {
    /// What the articles are called together.
    pub title: Option<String>,
    articles: Vec<Json>,
}

impl Bundle {
    /// A bundle without articles.
    #[must_use]
    pub fn called(title: Option<String>) -> Self {
        Self {
            title,
            articles: Vec::new(),
        }
    }

    /// Adds an article with the JSON of its annotations. What is marked in the article
    /// itself does not count.
    pub fn push(&mut self, article: &Article, annotations: Option<serde_json::Value>) {
        let annotations = annotations.as_ref().map(Json::from);
        self.articles.push(article_json(article, annotations));
    }

    /// The articles, each as it stands in the bundle.
    #[must_use]
    pub fn articles(&self) -> &[Json] {
        &self.articles
    }

    /// The bundle as JSON that may stand in an HTML script element: `<` is written as an
    /// escape, so that no text of an article ends the element.
    #[must_use]
    pub fn to_json(&self) -> String {
        bundle_json(self.title.as_deref(), self.articles.clone())
    }

    /// The first articles, with what is said of an archive of all of them.
    #[must_use]
    pub fn to_json_with_archive(&self, count: usize, archive: Json) -> String {
        let first = self.articles.iter().take(count).cloned().collect();
        bundle_json_with_archive(self.title.as_deref(), first, archive)
    }

    /// A bundle of its own for each article, in order.
    pub fn each(&self) -> impl Iterator<Item = String> {
        let articles = self.articles.iter();
        articles.map(|article| bundle_json(None, vec![article.clone()]))
    }
}

/// A bundle of articles as [`article_json`] writes them, as text that may stand in an HTML
/// script element.
#[must_use]
pub fn bundle_json(title: Option<&str>, articles: Vec<Json>) -> String {
    bundle_json_with_archive(title, articles, Json::Null)
}

/// As [`bundle_json`], with what is said of an archive of which these are the first articles.
#[must_use]
pub fn bundle_json_with_archive(title: Option<&str>, articles: Vec<Json>, archive: Json) -> String {
    let bundle = Json::object([
        ("archive", archive),
        ("articles", Json::List(articles)),
        ("title", title.map_or(Json::Null, Json::text)),
        ("version", Json::Number(super::bundle::VERSION)),
    ]);
    bundle.to_text().replace('<', "\\u003c")
}

/// An article with the JSON of its annotations, as it stands in a bundle. What is marked in
/// the article itself does not count.
#[must_use]
pub fn article_json(article: &Article, annotations: Option<Json>) -> Json {
    let about = &article.metadata;
    let text = |text: &Option<String>| text.as_deref().map_or(Json::Null, Json::text);
    let pair =
        |(key, value): &(String, String)| Json::List(vec![Json::text(key), Json::text(value)]);
    let blocks = article.blocks.iter();
    Json::object([
        ("annotations", annotations.unwrap_or_default()),
        ("author", text(&about.author)),
        (
            "blocks",
            Json::List(
                blocks
                    .map(|block| block_json(block, &article.text))
                    .collect(),
            ),
        ),
        ("extra", some_list(about.extra.iter().map(pair).collect())),
        ("id", Json::text(article.id.as_str())),
        ("language", some_text(&about.language)),
        ("licence", text(&about.licence)),
        (
            "published",
            about
                .published
                .map_or(Json::Null, |date| Json::Text(date.to_string())),
        ),
        ("source", text(&about.source)),
        ("title", Json::text(&about.title)),
        (
            "title_by_editor",
            if about.title_by_editor {
                Json::Bool(true)
            } else {
                Json::Null
            },
        ),
        (
            "url",
            about
                .url
                .as_ref()
                .map_or(Json::Null, |url| Json::text(url.as_str())),
        ),
    ])
}

fn some_text(text: &str) -> Json {
    if text.is_empty() {
        Json::Null
    } else {
        Json::text(text)
    }
}

fn some_list(items: Vec<Json>) -> Json {
    if items.is_empty() {
        Json::Null
    } else {
        Json::List(items)
    }
}

fn block_json(block: &Block, text: &str) -> Json {
    let words = block.range.of(text);
    let (kind, level) = match block.kind {
        BlockKind::Heading(level) => ("heading", Json::Number(f64::from(level))),
        BlockKind::Paragraph => ("paragraph", Json::Null),
        BlockKind::Quote => ("quote", Json::Null),
        BlockKind::ListItem => ("item", Json::Null),
        BlockKind::Preformatted => ("preformatted", Json::Null),
    };
    let points = CodePoints::of(words);
    let inlines = block.inlines.iter();
    let inlines = inlines.map(|inline| inline_json(inline, block, &points, text));
    Json::object([
        ("inlines", some_list(inlines.collect())),
        ("kind", Json::text(kind)),
        ("level", level),
        ("text", Json::text(words)),
    ])
}

/// Offsets are code points of the block's text; `text` says the words once more.
fn inline_json(inline: &Inline, block: &Block, points: &CodePoints<'_>, text: &str) -> Json {
    let range = points.from_bytes(TextRange {
        start: inline.range.start.saturating_sub(block.range.start),
        end: inline.range.end.saturating_sub(block.range.start),
    });
    let (style, href) = match &inline.style {
        InlineStyle::Emphasis => ("emphasis", Json::Null),
        InlineStyle::Strong => ("strong", Json::Null),
        InlineStyle::Code => ("code", Json::Null),
        InlineStyle::Link(url) => ("link", Json::text(url.as_str())),
    };
    Json::object([
        ("end", Json::Number(f64::from(range.end))),
        ("href", href),
        ("start", Json::Number(f64::from(range.start))),
        ("style", Json::text(style)),
        ("text", Json::text(inline.range.of(text))),
    ])
}
