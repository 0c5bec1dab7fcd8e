//! The data that stands in a page: articles in blocks, each with its annotations, as one
//! JSON text. Another article in the page needs no other program.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::annotations::annotate_from_value;
use super::notice::{Notice, Notices};
use crate::model::{
    Article, ArticleId, Block, BlockKind, CodePointRange, Date, Direction, Inline, InlineStyle,
    Metadata, TextRange, WebUrl,
};
use crate::text::code_points::CodePoints;

/// The version of the form that is written and read.
pub const VERSION: u64 = 1;

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
        let value = serde_json::json!({ "version": VERSION, "articles": self.0 });
        value.to_string().replace('<', "\\u003c")
    }
}

/// Reads the articles of a bundle. Never fails: what cannot be read is told.
#[must_use]
pub fn read(file: &str, json: &str) -> (Vec<Article>, Vec<Notice>) {
    let mut notices = Notices::of(file);
    let mut articles: Vec<Article> = Vec::new();
    let mut of_annotations = Vec::new();
    let value: Value = match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => {
            notices.error(
                "",
                format!("the data in the page is not JSON ({error})"),
                "",
            );
            return (articles, notices.into_list());
        }
    };
    if value.get("version").and_then(Value::as_u64) != Some(VERSION) {
        let message = "the version of the data is not 1, the only one that is known; \
                       read as if it were";
        notices.error("version", message, "");
    }
    let Some(list) = value.get("articles").and_then(Value::as_array) else {
        notices.error("articles", "there is no list of articles", "");
        return (articles, notices.into_list());
    };
    for (index, item) in list.iter().enumerate() {
        let field = format!("articles[{index}]");
        let bundled = match BundledArticle::deserialize(item) {
            Ok(bundled) => bundled,
            Err(error) => {
                notices.error(&field, format!("this article cannot be read: {error}"), "");
                continue;
            }
        };
        let mut article = bundled.into_article(&field, &mut notices);
        if articles.iter().any(|other| other.id == article.id) {
            let message = "two articles have this id; the second one is left out";
            notices.error(&format!("{field}.id"), message, article.id.as_str());
            continue;
        }
        if let Some(annotations) = item.get("annotations") {
            let file = format!("{}.annotations.json", article.id);
            of_annotations.extend(annotate_from_value(&mut article, &file, annotations));
        }
        articles.push(article);
    }
    let mut notices = notices.into_list();
    notices.append(&mut of_annotations);
    (articles, notices)
}

#[derive(Serialize, Deserialize)]
struct BundledArticle {
    id: String,
    title: String,
    #[serde(default, skip_serializing_if = "is_false")]
    title_by_editor: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    licence: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    extra: Vec<(String, String)>,
    blocks: Vec<BundledBlock>,
}

#[derive(Serialize, Deserialize)]
struct BundledBlock {
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inlines: Vec<BundledInline>,
}

/// Offsets are code points of the block's text; `text` says the words once more.
#[derive(Serialize, Deserialize)]
struct BundledInline {
    start: u32,
    end: u32,
    text: String,
    style: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    href: Option<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl BundledArticle {
    fn of(article: &Article) -> Self {
        let about = &article.metadata;
        Self {
            id: article.id.to_string(),
            title: about.title.clone(),
            title_by_editor: about.title_by_editor,
            source: about.source.clone(),
            url: about.url.as_ref().map(WebUrl::to_string),
            published: about.published.as_ref().map(Date::to_string),
            language: about.language.clone(),
            author: about.author.clone(),
            licence: about.licence.clone(),
            extra: about.extra.clone(),
            blocks: article
                .blocks
                .iter()
                .map(|block| BundledBlock::of(block, &article.text))
                .collect(),
        }
    }

    fn into_article(self, field: &str, notices: &mut Notices) -> Article {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for (index, block) in self.blocks.into_iter().enumerate() {
            if block.text.trim().is_empty() {
                continue;
            }
            if !blocks.is_empty() {
                text.push_str(Article::BLOCK_SEPARATOR);
            }
            let field = format!("{field}.blocks[{index}]");
            blocks.push(block.into_block(&mut text, &field, notices));
        }
        let url = self.url.and_then(|url| {
            let checked = WebUrl::parse(&url);
            if checked.is_none() {
                notices.error(
                    &format!("{field}.url"),
                    "not an address of a web page",
                    &url,
                );
            }
            checked
        });
        let published = self.published.and_then(|date| {
            let read = Date::parse(&date);
            if read.is_none() {
                notices.error(&format!("{field}.published"), "not a date", &date);
            }
            read
        });
        Article {
            id: ArticleId::new(&self.id),
            metadata: Metadata {
                title: self.title,
                title_by_editor: self.title_by_editor,
                source: self.source,
                url,
                published,
                direction: Direction::of_language(&self.language),
                language: self.language,
                author: self.author,
                licence: self.licence,
                extra: self.extra,
            },
            text,
            blocks,
            entities: Vec::new(),
            mentions: Vec::new(),
            claims: Vec::new(),
        }
    }
}

impl BundledBlock {
    fn of(block: &Block, text: &str) -> Self {
        let words = block.range.of(text);
        let points = CodePoints::of(words);
        let (kind, level) = match block.kind {
            BlockKind::Heading(level) => ("heading", Some(level)),
            BlockKind::Paragraph => ("paragraph", None),
            BlockKind::Quote => ("quote", None),
            BlockKind::ListItem => ("item", None),
            BlockKind::Preformatted => ("preformatted", None),
        };
        let inline = |inline: &Inline| {
            let range = points.from_bytes(TextRange {
                start: inline.range.start - block.range.start,
                end: inline.range.end - block.range.start,
            });
            let (style, href) = match &inline.style {
                InlineStyle::Emphasis => ("emphasis", None),
                InlineStyle::Strong => ("strong", None),
                InlineStyle::Code => ("code", None),
                InlineStyle::Link(url) => ("link", Some(url.to_string())),
            };
            BundledInline {
                start: range.start,
                end: range.end,
                text: inline.range.of(text).to_owned(),
                style: style.to_owned(),
                href,
            }
        };
        Self {
            kind: kind.to_owned(),
            level,
            text: words.to_owned(),
            inlines: block.inlines.iter().map(inline).collect(),
        }
    }

    /// Appends the block's text to the article's.
    fn into_block(self, text: &mut String, field: &str, notices: &mut Notices) -> Block {
        let kind = match (self.kind.as_str(), self.level) {
            ("heading", level) => BlockKind::Heading(level.unwrap_or(2).clamp(2, 6)),
            ("quote", _) => BlockKind::Quote,
            ("item", _) => BlockKind::ListItem,
            ("preformatted", _) => BlockKind::Preformatted,
            ("paragraph", _) => BlockKind::Paragraph,
            (other, _) => {
                let message = "none of heading, paragraph, quote, item, preformatted; \
                               shown as a paragraph";
                notices.error(&format!("{field}.kind"), message, other);
                BlockKind::Paragraph
            }
        };
        // A blank line would end the block.
        let words = self
            .text
            .trim()
            .replace("\r\n", "\n")
            .replace("\n\n", "\n \n");
        let start = text.len();
        let points = CodePoints::of(&words);
        let mut inlines = Vec::new();
        for (index, inline) in self.inlines.into_iter().enumerate() {
            let field = format!("{field}.inlines[{index}]");
            let (from, to) = (inline.start, inline.end);
            let range = points.to_bytes(CodePointRange {
                start: from,
                end: to,
            });
            let style = match (inline.style.as_str(), inline.href.as_deref()) {
                ("emphasis", _) => Some(InlineStyle::Emphasis),
                ("strong", _) => Some(InlineStyle::Strong),
                ("code", _) => Some(InlineStyle::Code),
                ("link", Some(href)) => WebUrl::parse(href).map(InlineStyle::Link),
                _ => None,
            };
            match style {
                Some(style) if range.of(&words) == inline.text && !range.is_empty() => {
                    let range =
                        TextRange::new(start + range.start as usize, start + range.end as usize);
                    inlines.push(Inline { range, style });
                }
                Some(_) => {
                    let message = "the offsets do not hold these words";
                    notices.error(&field, message, &inline.text);
                }
                None => {
                    let message = "no known style, or a link that is not to a web page";
                    notices.error(&field, message, &inline.text);
                }
            }
        }
        text.push_str(&words);
        Block {
            kind,
            range: TextRange::new(start, text.len()),
            inlines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::article_from_markdown;

    const MARKDOWN: &str = "---\ntitle: T </script>\nlanguage: en\npublished: 2026-01-22\nmood: calm\n---\n\
        “Né” *said* [so](https://example.org).\n\n## Head\n\n> Quote\n\n- item\n";

    #[test]
    fn a_bundle_is_read_as_it_was_written() {
        let (article, notices) = article_from_markdown("a", "a.md", MARKDOWN);
        assert_eq!(notices, []);
        let mut bundle = Bundle::default();
        let annotations = serde_json::json!({"version": 1, "entities": [{"id": "n", "kind": "person", "name": "Né"}]});
        bundle.push(&article, Some(annotations));
        let json = bundle.to_json();
        assert!(!json.contains('<'), "{json}");
        let (articles, notices) = read("page", &json);
        assert_eq!(notices, []);
        assert_eq!(articles.len(), 1);
        assert_eq!(articles[0].mentions.len(), 1);
        let mut bare = articles[0].clone();
        bare.entities.clear();
        bare.mentions.clear();
        assert_eq!(bare, article);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let article = r#"{"id":"a","title":"T","blocks":[{"kind":"paragraph","text":"One"}]}"#;
        for (json, count, told) in [
            ("", 0, 1),
            ("{}", 0, 2),
            (r#"{"version":1,"articles":7}"#, 0, 1),
            (r#"{"version":1,"articles":[{"id":"b"},A]}"#, 1, 1),
            (r#"{"version":2,"articles":[A]}"#, 1, 1),
            (r#"{"version":1,"articles":[A,A]}"#, 1, 1),
            (
                r#"{"version":1,"articles":[{"id":"a","title":"T","url":"javascript:x","published":"x","blocks":[{"kind":"x","text":"One","inlines":[{"start":0,"end":9,"text":"Two","style":"strong"}]}]}]}"#,
                1,
                4,
            ),
            (
                r#"{"version":1,"articles":[{"id":"a","title":"T","blocks":[],"annotations":[]}]}"#,
                1,
                1,
            ),
        ] {
            let json = json.replace('A', article);
            let (articles, notices) = read("page", &json);
            assert_eq!(
                (articles.len(), notices.len()),
                (count, told),
                "{json}: {notices:?}"
            );
        }
    }
}
