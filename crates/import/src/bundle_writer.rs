//! Writing the data of a page; [`super::bundle`] reads it.

use serde::Serialize;

use super::json::to_text;
use super::ranges::Marks;
use model::{Article, ArticleId, Block, BlockKind, Date, Inline, InlineStyle, TextRange, WebUrl};
use text::code_points::CodePoints;

/// Articles with what is marked in them, ready to be written into a page.
#[derive(Debug, Default)]
pub struct Bundle {
    /// What the articles are called together.
    pub title: Option<String>,
    articles: Vec<Article>,
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

    /// Adds an article with what is marked in it.
    pub fn push(&mut self, article: &Article) {
        self.articles.push(article.clone());
    }

    /// The articles.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The bundle as JSON that may stand in an HTML script element: `<` is written as an
    /// escape, so that no text of an article ends the element.
    #[must_use]
    pub fn to_json(&self) -> String {
        for_html(&BundleRecord::of(self.title.as_deref(), &self.articles))
    }

    /// A bundle of its own for each article, in order.
    pub fn each(&self) -> impl Iterator<Item = String> {
        let articles = self.articles.iter();
        articles.map(|article| for_html(&BundleRecord::of(None, std::slice::from_ref(article))))
    }
}

/// A value as JSON that may stand in an HTML script element.
#[must_use]
pub fn for_html(value: &impl Serialize) -> String {
    to_text(value).replace('<', "\\u003c")
}

/// Articles as the data of a page holds them; with `A`, what is said of an archive of which
/// they are the first.
#[derive(Debug, Serialize)]
pub struct BundleRecord<'a, A = ()> {
    #[serde(skip_serializing_if = "Option::is_none")]
    archive: Option<A>,
    articles: Vec<ArticleRecord<'a, Marks>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    version: u32,
}

impl<'a> BundleRecord<'a> {
    /// Of these articles, called `title` together.
    #[must_use]
    pub fn of(title: Option<&'a str>, articles: &'a [Article]) -> Self {
        Self {
            archive: None,
            articles: articles.iter().map(ArticleRecord::of).collect(),
            title,
            version: super::bundle::VERSION,
        }
    }

    /// The same as the first of an archive.
    #[must_use]
    pub fn in_archive<A: Serialize>(self, archive: A) -> BundleRecord<'a, A> {
        BundleRecord {
            archive: Some(archive),
            articles: self.articles,
            title: self.title,
            version: self.version,
        }
    }
}

/// An article as a bundle holds it, with annotations in the form `A`.
#[derive(Debug, Serialize)]
pub struct ArticleRecord<'a, A> {
    #[serde(skip_serializing_if = "Option::is_none")]
    annotations: Option<A>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    blocks: Vec<BlockRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra: Option<&'a [(String, String)]>,
    id: &'a ArticleId,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title_by_editor: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a WebUrl>,
}

impl<'a> ArticleRecord<'a, Marks> {
    /// An article with what is marked in it, by ranges.
    #[must_use]
    pub fn of(article: &'a Article) -> Self {
        Self::with(article, Some(Marks::of(article)))
    }
}

impl<'a, A> ArticleRecord<'a, A> {
    /// An article with these annotations. What is marked in the article itself does not
    /// count.
    #[must_use]
    pub fn with(article: &'a Article, annotations: Option<A>) -> Self {
        let about = &article.metadata;
        let blocks = article.blocks.iter();
        Self {
            annotations,
            author: about.author.as_deref(),
            blocks: blocks
                .map(|block| BlockRecord::of(block, &article.text))
                .collect(),
            extra: some(&about.extra),
            id: &article.id,
            language: Some(about.language.as_str()).filter(|tag| !tag.is_empty()),
            licence: about.licence.as_deref(),
            published: about.published,
            source: about.source.as_deref(),
            title: &about.title,
            title_by_editor: about.title_by_editor.then_some(true),
            url: about.url.as_ref(),
        }
    }
}

/// A list, unless it is empty.
pub fn some<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

#[derive(Debug, Serialize)]
struct BlockRecord<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inlines: Vec<InlineRecord<'a>>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    text: &'a str,
}

impl<'a> BlockRecord<'a> {
    fn of(block: &'a Block, text: &'a str) -> Self {
        let words = block.range.of(text);
        let (kind, level) = match block.kind {
            BlockKind::Heading(level) => ("heading", Some(level)),
            BlockKind::Paragraph => ("paragraph", None),
            BlockKind::Quote => ("quote", None),
            BlockKind::ListItem => ("item", None),
            BlockKind::Preformatted => ("preformatted", None),
        };
        let points = CodePoints::of(words);
        let inlines = block.inlines.iter();
        let inlines = inlines.map(|inline| InlineRecord::of(inline, block, &points, text));
        Self {
            inlines: inlines.collect(),
            kind,
            level,
            text: words,
        }
    }
}

/// Offsets are code points of the block's text; `text` says the words once more.
#[derive(Debug, Serialize)]
struct InlineRecord<'a> {
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<&'a WebUrl>,
    start: u32,
    style: &'static str,
    text: &'a str,
}

impl<'a> InlineRecord<'a> {
    fn of(inline: &'a Inline, block: &Block, points: &CodePoints<'_>, text: &'a str) -> Self {
        let range = points.from_bytes(TextRange {
            start: inline.range.start.saturating_sub(block.range.start),
            end: inline.range.end.saturating_sub(block.range.start),
        });
        let (style, href) = match &inline.style {
            InlineStyle::Emphasis => ("emphasis", None),
            InlineStyle::Strong => ("strong", None),
            InlineStyle::Code => ("code", None),
            InlineStyle::Link(url) => ("link", Some(url)),
        };
        Self {
            end: range.end,
            href,
            start: range.start,
            style,
            text: inline.range.of(text),
        }
    }
}
