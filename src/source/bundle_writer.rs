//! Writing the data that stands in a page; [`super::bundle`] reads it.

use serde::Serialize;
use serde_json::Value;

use crate::model::{Article, Block, BlockKind, Inline, InlineStyle, TextRange};
use crate::text::code_points::CodePoints;

/// Articles with annotations, ready to be written into a page.
#[derive(Debug, Default)]
pub struct Bundle(Vec<Value>);

impl Bundle {
    /// Adds an article with the JSON of its annotations. What is marked in the article
    /// itself does not count.
    pub fn push(&mut self, article: &Article, annotations: Option<Value>) {
        let mut value = serde_json::to_value(BundledArticle::of(article)).unwrap_or_default();
        if let (Some(object), Some(annotations)) = (value.as_object_mut(), annotations) {
            object.insert("annotations".to_owned(), annotations);
        }
        self.0.push(value);
    }

    /// The bundle as JSON that may stand in an HTML script element: `<` is written as an
    /// escape, so that no text of an article ends the element.
    #[must_use]
    pub fn to_json(&self) -> String {
        let value =
            serde_json::json!({ "version": super::bundle::VERSION as u64, "articles": self.0 });
        value.to_string().replace('<', "\\u003c")
    }
}

#[derive(Serialize)]
struct BundledArticle<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    title_by_editor: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    extra: &'a [(String, String)],
    blocks: Vec<BundledBlock<'a>>,
}

#[derive(Serialize)]
struct BundledBlock<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inlines: Vec<BundledInline<'a>>,
}

/// Offsets are code points of the block's text; `text` says the words once more.
#[derive(Serialize)]
struct BundledInline<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    style: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<&'a str>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

impl<'a> BundledArticle<'a> {
    fn of(article: &'a Article) -> Self {
        let about = &article.metadata;
        Self {
            id: article.id.as_str(),
            title: &about.title,
            title_by_editor: about.title_by_editor,
            source: about.source.as_deref(),
            url: about.url.as_ref().map(|url| url.as_str()),
            published: about.published.map(|date| date.to_string()),
            language: &about.language,
            author: about.author.as_deref(),
            licence: about.licence.as_deref(),
            extra: &about.extra,
            blocks: article
                .blocks
                .iter()
                .map(|block| BundledBlock::of(block, &article.text))
                .collect(),
        }
    }
}

impl<'a> BundledBlock<'a> {
    fn of(block: &'a Block, text: &'a str) -> Self {
        let words = block.range.of(text);
        let points = CodePoints::of(words);
        let (kind, level) = match block.kind {
            BlockKind::Heading(level) => ("heading", Some(level)),
            BlockKind::Paragraph => ("paragraph", None),
            BlockKind::Quote => ("quote", None),
            BlockKind::ListItem => ("item", None),
            BlockKind::Preformatted => ("preformatted", None),
        };
        let inline = |inline: &'a Inline| {
            let range = points.from_bytes(TextRange {
                start: inline.range.start - block.range.start,
                end: inline.range.end - block.range.start,
            });
            let (style, href) = match &inline.style {
                InlineStyle::Emphasis => ("emphasis", None),
                InlineStyle::Strong => ("strong", None),
                InlineStyle::Code => ("code", None),
                InlineStyle::Link(url) => ("link", Some(url.as_str())),
            };
            BundledInline {
                start: range.start,
                end: range.end,
                text: inline.range.of(text),
                style,
                href,
            }
        };
        Self {
            kind,
            level,
            text: words,
            inlines: block.inlines.iter().map(inline).collect(),
        }
    }
}
