//! The file types of the data of a page, version 2. Programs write this data, so it is read
//! strictly; [`super::bundle`] reads other formats and converts them.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;
use ts_rs::TS;

use super::charts_record::ChartsRecord;
use super::json::{JsonFault, to_text};
use super::ranges::Marks;
use model::{
    Article, ArticleId, Block, BlockKind, CodePointRange, Date, Direction, Inline, InlineStyle,
    Metadata, TextRange, WebUrl,
};
use text::code_points::CodePoints;

/// Articles with their annotations, to be embedded in a page.
#[derive(Debug, Default)]
pub struct Bundle {
    /// The title of the collection.
    pub title: Option<String>,
    /// The introduction to the collection.
    pub intro: Option<Article>,
    articles: Vec<Article>,
}

impl Bundle {
    /// An empty bundle with this title and introduction.
    #[must_use]
    pub fn called(title: Option<String>, intro: Option<Article>) -> Self {
        Self {
            title,
            intro,
            articles: Vec::new(),
        }
    }

    /// Adds an article with its annotations.
    pub fn push(&mut self, article: &Article) {
        self.articles.push(article.clone());
    }

    /// The articles in order.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The bundle as JSON for an HTML script element: `<` is escaped, so that text of an article
    /// cannot close the element.
    #[must_use]
    pub fn to_json(&self) -> String {
        let record = BundleRecord::of(self.title.as_deref(), &self.articles);
        for_html(&record.introduced_by(self.intro.as_ref()))
    }

    /// A bundle of one article as JSON, like [`to_json`](Self::to_json).
    #[must_use]
    pub fn json_of(article: &Article) -> String {
        for_html(&BundleRecord::of(None, std::slice::from_ref(article)))
    }
}

/// A value as JSON for an HTML script element.
#[must_use]
pub fn for_html(value: &impl Serialize) -> String {
    to_text(value).replace('<', "\\u003c")
}

/// The articles of a page, as in `articles.json`.
// `A` is the form of what the data says about an archive.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[schemars(title = "Articles of a page")]
#[ts(optional_fields, concrete(A = ArchiveRecord<'a>), rename = "Bundle")]
pub struct BundleRecord<'a, A = ArchiveRecord<'a>> {
    /// The archive that these articles are the first of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<A>,
    /// The articles, each with its own id.
    articles: Vec<ArticleRecord<'a, Marks>>,
    /// The introduction to the collection, which is not one of the articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    intro: Option<ArticleRecord<'a, Marks>>,
    /// Problems of the data that these articles were made from, in sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub notices: Vec<String>,
    /// The title of the collection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'a, str>>,
    /// 2: annotations are ranges. In version 1, which is also read, they are quotations.
    #[schemars(extend("const" = 2))]
    #[ts(type = "1 | 2")]
    version: u32,
}

/// An archive: a collection that is too large to be loaded at once.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "Archive")]
pub struct ArchiveRecord<'a> {
    /// The number of articles.
    pub articles: u32,
    /// The claims of all articles, for charts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charts: Option<ChartsRecord<'a>>,
    /// The dates of a sample of the articles at equal distances, newest first.
    #[serde(default)]
    pub dates: Vec<Option<Date>>,
    /// The address of the folder of its files, relative to the page.
    pub folder: Cow<'a, str>,
    /// The most frequent sources, the most frequent first.
    #[serde(default)]
    pub sources: Vec<Cow<'a, str>>,
    /// The number of articles to list at once.
    #[serde(rename = "atOnce", skip_serializing_if = "Option::is_none")]
    pub at_once: Option<usize>,
}

/// Why the data of a page was rejected.
#[derive(Debug)]
pub enum BundleFault {
    /// The text is not JSON.
    NotJson(JsonFault),
    /// The JSON is not version 2, or contradicts itself.
    OtherForm(FormFault),
}

/// Why JSON is not the data of a page.
#[derive(Debug)]
pub enum FormFault {
    /// A value has another type; with serde's message.
    Data(String),
    /// The version is unknown.
    UnknownVersion,
    /// Two articles have the same id.
    SameId,
    /// The annotations have no version.
    OldAnnotations,
    /// The annotations belong to another text.
    OtherText,
    /// A link or a style does not fit its block.
    OtherInline,
}

impl From<serde_json::Error> for BundleFault {
    fn from(error: serde_json::Error) -> Self {
        match error.classify() {
            Category::Data => Self::OtherForm(FormFault::Data(error.to_string())),
            Category::Syntax | Category::Eof | Category::Io => Self::NotJson(error.into()),
        }
    }
}

impl From<FormFault> for BundleFault {
    fn from(fault: FormFault) -> Self {
        Self::OtherForm(fault)
    }
}

impl<'a> BundleRecord<'a> {
    /// A record of these articles, with the title of the collection.
    #[must_use]
    pub fn of(title: Option<&'a str>, articles: &'a [Article]) -> Self {
        Self {
            archive: None,
            articles: articles.iter().map(ArticleRecord::of).collect(),
            intro: None,
            notices: Vec::new(),
            title: title.map(Cow::Borrowed),
            version: super::bundle::VERSION,
        }
    }

    /// The record with an introduction to the collection.
    #[must_use]
    pub fn introduced_by(mut self, intro: Option<&'a Article>) -> Self {
        self.intro = intro.map(|intro| ArticleRecord::with(intro, None));
        self
    }
}

/// An archive that has not been read yet. Only pages of several articles need to read it.
pub type UnreadArchive = Box<RawValue>;

impl BundleRecord<'static, UnreadArchive> {
    /// Reads the data of a page, except for the description of its archive, and takes out its
    /// articles.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, or has another format.
    pub fn read(json: &str) -> Result<(Self, Vec<Article>), BundleFault> {
        let mut bundle = Self::parse(json)?;
        let articles = bundle.take_articles()?;
        Ok((bundle, articles))
    }

    /// Takes out the archive that the articles are the first of.
    ///
    /// # Errors
    ///
    /// If its description has another format.
    pub fn take_archive(&mut self) -> Result<Option<ArchiveRecord<'static>>, BundleFault> {
        let archive = self.archive.take();
        let read = archive.map(|archive| serde_json::from_str(archive.get()));
        Ok(read.transpose()?)
    }
}

impl<'a, A: Deserialize<'a>> BundleRecord<'_, A> {
    /// Reads the data of a page.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, or has another format.
    pub fn parse(json: &'a str) -> Result<Self, BundleFault> {
        let json = json.strip_prefix('\u{FEFF}').unwrap_or(json);
        let record: Self = serde_json::from_str(json)?;
        // Without annotations, both versions are the same.
        if !(1..=super::bundle::VERSION).contains(&record.version) {
            return Err(FormFault::UnknownVersion.into());
        }
        Ok(record)
    }

    /// Takes out the articles.
    ///
    /// # Errors
    ///
    /// If two articles have the same id, or if annotations or styles do not fit the text.
    pub fn take_articles(&mut self) -> Result<Vec<Article>, BundleFault> {
        let mut articles: Vec<Article> = Vec::with_capacity(self.articles.len());
        for record in std::mem::take(&mut self.articles) {
            let article = record.into_article()?;
            if articles.iter().any(|other| other.id == article.id) {
                return Err(FormFault::SameId.into());
            }
            articles.push(article);
        }
        Ok(articles)
    }

    /// Takes out the introduction to the collection.
    ///
    /// # Errors
    ///
    /// If styles do not fit the text.
    pub fn take_intro(&mut self) -> Result<Option<Article>, BundleFault> {
        self.intro
            .take()
            .map(ArticleRecord::into_article)
            .transpose()
    }
}

/// An article with its annotations.
// `A` is the form of the annotations.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, concrete(A = Marks), rename = "Article")]
pub struct ArticleRecord<'a, A> {
    /// Who and what the article names, and who claims what.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "RangeAnnotations | QuoteAnnotations")]
    annotations: Option<A>,
    /// The author or authors.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Cow<'a, str>>,
    /// The text: headings, paragraphs and so on.
    blocks: Vec<BlockRecord<'a>>,
    /// The direction of the text, if it is not the one of its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "\"ltr\" | \"rtl\"")]
    direction: Option<Direction>,
    /// Other metadata: pairs of a name and a value.
    #[serde(default, skip_serializing_if = "is_empty")]
    #[ts(optional, as = "Option<Vec<(String, String)>>")]
    extra: Cow<'a, [(String, String)]>,
    /// The id of the article, which no other article of the bundle has.
    id: ArticleId,
    /// The language of the text, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Cow<'a, str>>,
    /// The licence of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<Cow<'a, str>>,
    /// Annotations from before they had a version; [`super::bundle`] reads them.
    #[serde(skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    placed: Option<serde::de::IgnoredAny>,
    /// The date of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Date>,
    /// The publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Cow<'a, str>>,
    /// The headline.
    title: Cow<'a, str>,
    /// Whether an editor, and not the publisher, wrote the headline.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<_>")]
    title_by_editor: bool,
    /// The address where the article was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Cow<'a, WebUrl>>,
}

fn is_empty<T>(list: &[T]) -> bool {
    list.is_empty()
}

impl<'a> ArticleRecord<'a, Marks> {
    /// An article with its annotations as ranges.
    #[must_use]
    pub fn of(article: &'a Article) -> Self {
        Self::with(article, Some(Marks::of(article)))
    }

    fn into_article(self) -> Result<Article, BundleFault> {
        if self.placed.is_some() {
            return Err(FormFault::OldAnnotations.into());
        }
        let mut text = String::new();
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for block in self.blocks {
            blocks.extend(block.append_to(&mut text)?);
        }
        let owned = |text: Option<Cow<'_, str>>| text.map(Cow::into_owned);
        let language = owned(self.language).unwrap_or_default();
        let direction = self.direction;
        let mut article = Article {
            id: self.id,
            metadata: Metadata {
                title: self.title.into_owned(),
                title_by_editor: self.title_by_editor,
                source: owned(self.source),
                url: self.url.map(Cow::into_owned),
                published: self.published,
                direction: direction.unwrap_or_else(|| Direction::of_language(&language)),
                language,
                author: owned(self.author),
                licence: owned(self.licence),
                extra: self.extra.into_owned(),
            },
            text,
            blocks,
            ..Article::default()
        };
        if let Some(marks) = self.annotations
            && !marks.mark_all(&mut article)
        {
            return Err(FormFault::OtherText.into());
        }
        Ok(article)
    }
}

impl<'a, A> ArticleRecord<'a, A> {
    /// An article with these annotations instead of its own.
    #[must_use]
    pub fn with(article: &'a Article, annotations: Option<A>) -> Self {
        let about = &article.metadata;
        let blocks = article.blocks.iter();
        let text = |text: &'a Option<String>| text.as_deref().map(Cow::Borrowed);
        Self {
            annotations,
            author: text(&about.author),
            blocks: blocks
                .map(|block| BlockRecord::of(block, &article.text))
                .collect(),
            direction: Some(about.direction)
                .filter(|direction| *direction != Direction::of_language(&about.language)),
            extra: Cow::Borrowed(&about.extra),
            id: article.id.clone(),
            language: Some(about.language.as_str().into())
                .filter(|tag: &Cow<'_, str>| !tag.is_empty()),
            licence: text(&about.licence),
            placed: None,
            published: about.published,
            source: text(&about.source),
            title: Cow::Borrowed(&about.title),
            title_by_editor: about.title_by_editor,
            url: about.url.as_ref().map(Cow::Borrowed),
        }
    }
}

/// The list, or `None` if it is empty.
pub fn some<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

/// A block of an article, such as a paragraph.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "Block")]
struct BlockRecord<'a> {
    /// The links and styles in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    inlines: Vec<InlineRecord<'a>>,
    /// The kind of block.
    kind: BlockKindWord,
    /// The level of a heading, 2 to 6.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    /// The text of the block.
    text: Cow<'a, str>,
}

/// The kind of a block.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "BlockKind")]
enum BlockKindWord {
    Heading,
    Paragraph,
    Quote,
    Item,
    Preformatted,
}

impl<'a> BlockRecord<'a> {
    fn of(block: &'a Block, text: &'a str) -> Self {
        let words = block.range.of(text);
        let (kind, level) = match block.kind {
            BlockKind::Heading(level) => (BlockKindWord::Heading, Some(level)),
            BlockKind::Paragraph => (BlockKindWord::Paragraph, None),
            BlockKind::Quote => (BlockKindWord::Quote, None),
            BlockKind::ListItem => (BlockKindWord::Item, None),
            BlockKind::Preformatted => (BlockKindWord::Preformatted, None),
        };
        let points = CodePoints::of(words);
        let inlines = block.inlines.iter();
        let inlines = inlines.map(|inline| InlineRecord::of(inline, block, &points, text));
        Self {
            inlines: inlines.collect(),
            kind,
            level,
            text: Cow::Borrowed(words),
        }
    }

    /// Appends the text of the block to that of the article; `None` if the block is empty.
    fn append_to(self, text: &mut String) -> Result<Option<Block>, BundleFault> {
        let is_preformatted = matches!(self.kind, BlockKindWord::Preformatted);
        let Some(words) = block_words(&self.text, is_preformatted) else {
            return Ok(None);
        };
        if !text.is_empty() {
            text.push_str(Article::BLOCK_SEPARATOR);
        }
        let start = text.len();
        text.push_str(&words);
        let inlines = self.inlines.into_iter();
        let inlines: Option<Vec<Inline>> =
            inlines.map(|inline| inline.within(&words, start)).collect();
        let kind = match self.kind {
            BlockKindWord::Heading => BlockKind::Heading(self.level.unwrap_or(2).clamp(2, 6)),
            BlockKindWord::Paragraph => BlockKind::Paragraph,
            BlockKindWord::Quote => BlockKind::Quote,
            BlockKindWord::Item => BlockKind::ListItem,
            BlockKindWord::Preformatted => BlockKind::Preformatted,
        };
        Ok(Some(Block {
            kind,
            range: TextRange::new(start, text.len()),
            inlines: inlines.ok_or(FormFault::OtherInline)?,
        }))
    }
}

/// The text of a block in an article, in which a blank line would end the block.
pub(super) fn block_words(text: &str, is_preformatted: bool) -> Option<String> {
    let words = if is_preformatted {
        text.trim_end().trim_start_matches(['\n', '\r'])
    } else {
        text.trim()
    };
    let spaced = |words: String| words.replace("\n\n", "\n \n");
    // Once more, for the second and the third of three line feeds.
    (!words.is_empty()).then(|| spaced(spaced(words.replace("\r\n", "\n"))))
}

/// A link or a style in a block. Offsets count code points of the block’s text.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "Inline")]
struct InlineRecord<'a> {
    /// The offset of the end.
    end: u32,
    /// The address of a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<Cow<'a, WebUrl>>,
    /// The offset of the start.
    start: u32,
    /// The style.
    style: StyleWord,
    /// The words.
    text: Cow<'a, str>,
}

/// The style of words in a block.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "InlineStyle")]
enum StyleWord {
    Emphasis,
    Strong,
    Code,
    Link,
}

impl<'a> InlineRecord<'a> {
    fn of(inline: &'a Inline, block: &Block, points: &CodePoints<'_>, text: &'a str) -> Self {
        let range = points.from_bytes(TextRange {
            start: inline.range.start.saturating_sub(block.range.start),
            end: inline.range.end.saturating_sub(block.range.start),
        });
        let (style, href) = match &inline.style {
            InlineStyle::Emphasis => (StyleWord::Emphasis, None),
            InlineStyle::Strong => (StyleWord::Strong, None),
            InlineStyle::Code => (StyleWord::Code, None),
            InlineStyle::Link(url) => (StyleWord::Link, Some(Cow::Borrowed(url))),
        };
        Self {
            end: range.end,
            href,
            start: range.start,
            style,
            text: Cow::Borrowed(inline.range.of(text)),
        }
    }

    /// The style in a block that contains `words` and starts at `block`; `None` if the range or
    /// the link is invalid.
    fn within(self, words: &str, block: usize) -> Option<Inline> {
        let range = CodePoints::of(words).to_bytes(CodePointRange {
            start: self.start,
            end: self.end,
        });
        let style = match self.style {
            StyleWord::Emphasis => InlineStyle::Emphasis,
            StyleWord::Strong => InlineStyle::Strong,
            StyleWord::Code => InlineStyle::Code,
            StyleWord::Link => InlineStyle::Link(self.href?.into_owned()),
        };
        let fits = !range.is_empty() && range.of(words) == self.text;
        fits.then(|| Inline {
            range: TextRange::new(block + range.start as usize, block + range.end as usize),
            style,
        })
    }
}
