//! Reads articles from Markdown (CommonMark) with front matter.

use std::borrow::Cow;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::diagnostic::{
    Diagnostic, Diagnostics, LeftOut, MarkdownProblem, Place, Problem, TextProblem, Unshown,
};
use super::draft::MOST_STYLED;
use super::front_matter::{self, FrontMatter};
use super::notes::{
    end_without_name, is_tags, without_callouts, without_comments, without_highlights,
};
use model::{
    Article, ArticleId, Block, BlockKind, Direction, Inline, InlineStyle, TextRange, WebUrl,
};
use text::language;

/// Reads an article without annotations. `id` becomes the id of the article; `file` is named
/// in diagnostics. A table row becomes a paragraph. Markup that an article cannot contain
/// (HTML, pictures, footnotes) is left out and reported.
#[must_use]
pub fn article_from_markdown(id: &str, file: &str, markdown: &str) -> (Article, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let markdown = markdown
        .trim_start_matches('\u{FEFF}')
        .replace("\r\n", "\n");
    let FrontMatter {
        mut metadata,
        body,
        is_note,
    } = front_matter::split(&markdown, &mut diagnostics);
    let (body, comments) = match is_note {
        true => without_comments(body),
        false => (Cow::Borrowed(body), 0),
    };
    let body = match is_note {
        true => without_callouts(&body),
        false => Cow::Borrowed(&*body),
    };
    if comments > 0 {
        let (what, count) = (LeftOut::Comments, comments);
        diagnostics.report(Place::Body, TextProblem::LeftOut { what, count }, "");
    }
    let mut reader = BlockReader {
        diagnostics: &mut diagnostics,
        text: String::new(),
        blocks: Vec::new(),
        open: None,
        inlines: Vec::new(),
        styles: Vec::new(),
        quotes: 0,
        items: 0,
        title: None,
        footnotes: 0,
        plain: 0,
        in_footnote: false,
        in_embed: false,
        is_note,
        unshown: [0; 3],
    };
    let mut options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    options.set(
        Options::ENABLE_WIKILINKS | Options::ENABLE_TASKLISTS,
        is_note,
    );
    for event in Parser::new_ext(&body, options) {
        reader.take(event);
    }
    reader.close();
    let BlockReader {
        text,
        blocks,
        title,
        unshown,
        footnotes,
        plain,
        ..
    } = reader;
    if plain > 0 {
        let problem = TextProblem::TooManyStyles { count: plain };
        diagnostics.report(Place::Body, problem, "");
    }
    if footnotes > 0 {
        let problem = MarkdownProblem::Footnotes { count: footnotes };
        diagnostics.report(Place::Body, problem, "");
    }
    for (count, kind) in unshown.into_iter().zip(Unshown::ALL) {
        if let Some(count) = count.checked_sub(MOST_REPORTED).filter(|more| *more > 0) {
            diagnostics.report(Place::Body, MarkdownProblem::More { count, kind }, "");
        }
    }
    if metadata.title.is_empty() {
        metadata.title = title.unwrap_or_default();
    } else if let Some(title) = title.filter(|title| *title != metadata.title) {
        diagnostics.report("title", MarkdownProblem::TwoTitles, &title);
    }
    if metadata.title.is_empty() {
        diagnostics.report("title", MarkdownProblem::NoTitle, "");
        metadata.title = id.to_owned();
    }
    let guessed = if is_note { language::guess(&text) } else { "" };
    if metadata.language.is_empty() && !guessed.is_empty() {
        diagnostics.report("language", TextProblem::LanguageGuessed, guessed);
        metadata.language = guessed.to_owned();
        metadata.direction = Direction::of_language(guessed);
    } else if metadata.language.is_empty() {
        diagnostics.report("language", MarkdownProblem::NoLanguage, "");
    }
    let article = Article {
        id: ArticleId::new(id),
        metadata,
        text,
        blocks,
        entities: Vec::new(),
        mentions: Vec::new(),
        claims: Vec::new(),
        corrections: Vec::new(),
    };
    (article, diagnostics.into_list())
}

/// About how many characters of an introduction pages show until the reader asks for the rest.
pub const LONG_INTRO: usize = 800;

/// Reads the introduction to a collection, `None` if it has no text; and the title of the collection,
/// empty if the file gives none. Neither a title nor a language is required.
#[must_use]
pub fn intro_from_markdown(
    file: &str,
    markdown: &str,
) -> (Option<Article>, String, Vec<Diagnostic>) {
    let (mut intro, mut diagnostics) = article_from_markdown("intro", file, markdown);
    let mut title = std::mem::take(&mut intro.metadata.title);
    diagnostics.retain(|diagnostic| match diagnostic.problem {
        Problem::Markdown(MarkdownProblem::NoTitle) => {
            title.clear();
            false
        }
        Problem::Markdown(MarkdownProblem::NoLanguage) => false,
        _ => true,
    });
    let intro = Some(intro).filter(|intro| !intro.blocks.is_empty());
    (intro, title, diagnostics)
}

struct BlockReader<'n> {
    diagnostics: &'n mut Diagnostics,
    text: String,
    blocks: Vec<Block>,
    /// The kind of the current block, and where its text begins.
    open: Option<(BlockKind, usize)>,
    inlines: Vec<Inline>,
    /// The open styles, each with its start; `None` for a link without a web address.
    styles: Vec<(usize, Option<InlineStyle>)>,
    quotes: usize,
    items: usize,
    title: Option<String>,
    footnotes: usize,
    /// The number of links and styles that exceeded [`MOST_STYLED`].
    plain: usize,
    in_footnote: bool,
    /// Whether a file is embedded here, of which there is only the name.
    in_embed: bool,
    /// Whether a note-taking program has written the file.
    is_note: bool,
    /// The number of findings of each kind of [`Unshown`].
    unshown: [usize; 3],
}

/// The number of findings of a kind above which they are only counted.
const MOST_REPORTED: usize = 50;

impl BlockReader<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::End(TagEnd::FootnoteDefinition) => self.in_footnote = false,
            _ if self.in_footnote => {}
            Event::End(TagEnd::Image) => self.in_embed = false,
            _ if self.in_embed => {}
            Event::Start(Tag::FootnoteDefinition(_)) => {
                self.close();
                self.footnotes += 1;
                self.in_footnote = true;
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_note => self.push(&without_highlights(&text)),
            Event::Text(text) => self.push(&text),
            Event::Code(text) => {
                self.styles.push((self.text.len(), Some(InlineStyle::Code)));
                self.push(&text);
                self.end_style();
            }
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.report(Unshown::Html, html.trim());
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(level_of(level))),
            Tag::CodeBlock(_) => self.begin(BlockKind::Preformatted),
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::Item => {
                self.close();
                self.items += 1;
            }
            Tag::Paragraph | Tag::HtmlBlock | Tag::TableHead | Tag::TableRow => self.close(),
            Tag::TableCell if self.open.is_some() => self.push(" | "),
            Tag::Emphasis => self.begin_style(InlineStyle::Emphasis),
            Tag::Strong => self.begin_style(InlineStyle::Strong),
            Tag::Link {
                dest_url,
                link_type,
                ..
            } => {
                let url = WebUrl::parse(&dest_url);
                let is_of_notes = matches!(link_type, LinkType::WikiLink { .. });
                if url.is_none() && !is_of_notes {
                    self.report(Unshown::Link, &dest_url);
                }
                self.styles
                    .push((self.text.len(), url.map(InlineStyle::Link)));
            }
            Tag::Image {
                dest_url,
                link_type,
                ..
            } => {
                self.in_embed = matches!(link_type, LinkType::WikiLink { .. });
                self.report(Unshown::Picture, &dest_url);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Heading(HeadingLevel::H1) if self.title.is_none() => {
                let start = self.open.take().map_or(self.text.len(), |(_, start)| start);
                self.title = Some(self.text.split_off(start).trim().to_owned());
                let separator = self.text.len() - if self.blocks.is_empty() { 0 } else { 2 };
                self.text.truncate(separator);
                self.inlines.clear();
                self.styles.clear();
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow => self.close(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.end_style(),
            _ => {}
        }
    }

    /// Nested emphasis of the same kind counts once, so that deep nesting takes no time later.
    fn begin_style(&mut self, style: InlineStyle) {
        let known = self
            .styles
            .iter()
            .any(|(_, open)| *open == Some(style.clone()));
        self.styles
            .push((self.text.len(), (!known).then_some(style)));
    }

    /// Counts something that is not shown, and reports the first of its kind.
    fn report(&mut self, kind: Unshown, text: &str) {
        let Some(count) = self.unshown.get_mut(kind as usize) else {
            return;
        };
        *count += 1;
        if *count <= MOST_REPORTED {
            let problem = match kind {
                Unshown::Html => MarkdownProblem::Html,
                Unshown::Link => MarkdownProblem::Link,
                Unshown::Picture => MarkdownProblem::Picture,
            };
            self.diagnostics.report(Place::Body, problem, text);
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.close();
        if !self.blocks.is_empty() {
            self.text.push_str(Article::BLOCK_SEPARATOR);
        }
        self.open = Some((kind, self.text.len()));
    }

    fn push(&mut self, text: &str) {
        if self.open.is_none() {
            let begun: Vec<_> = std::mem::take(&mut self.styles);
            self.begin(match (self.items, self.quotes) {
                (0, 0) => BlockKind::Paragraph,
                (0, _) => BlockKind::Quote,
                _ => BlockKind::ListItem,
            });
            let at = self.text.len();
            self.styles = begun.into_iter().map(|(_, style)| (at, style)).collect();
        }
        // Two line feeds in a block would end it.
        for c in text.chars() {
            if c == '\n' && self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.text.push(c);
        }
    }

    fn end_style(&mut self) {
        if let Some((start, Some(style))) = self.styles.pop() {
            let range = TextRange::new(start, self.text.len());
            if self.open.is_some() && !range.is_empty() {
                self.inlines.push(Inline { range, style });
            }
        }
    }

    fn close(&mut self) {
        let Some((kind, start)) = self.open.take() else {
            return;
        };
        let words = self.text.get(start..).unwrap_or_default();
        let end = match self.is_note && kind != BlockKind::Preformatted {
            true if is_tags(words) => 0,
            true => end_without_name(words),
            false => words.trim_end().len(),
        };
        let kept = start + end;
        self.text.truncate(kept);
        let range = TextRange::new(start, kept);
        let mut inlines = std::mem::take(&mut self.inlines);
        for inline in &mut inlines {
            inline.range.end = inline.range.end.min(range.end);
        }
        inlines.retain(|inline| !inline.range.is_empty());
        self.plain += inlines.len().saturating_sub(MOST_STYLED);
        inlines.sort_by_key(|inline| (inline.range.start, std::cmp::Reverse(inline.range.end)));
        inlines.truncate(MOST_STYLED);
        if range.is_empty() {
            let separator = if self.blocks.is_empty() {
                0
            } else {
                Article::BLOCK_SEPARATOR.len()
            };
            self.text.truncate(start.saturating_sub(separator));
        } else {
            self.blocks.push(Block {
                kind,
                range,
                inlines,
            });
        }
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(markdown: &str) -> (Article, Vec<Diagnostic>) {
        article_from_markdown("a", "a.md", markdown)
    }

    #[test]
    fn blocks_keep_their_kind_and_order() {
        let (article, _) = read(
            "---\nlanguage: en\n---\n# Title\n\nOne *two* **three**\nfour.\n\n## Head\n\n> Said.\n\n- a\n- b\n\n  c\n\n```\nx  y\n\nz\n```\n",
        );
        assert_eq!(article.metadata.title, "Title");
        let blocks: Vec<_> = article
            .blocks
            .iter()
            .map(|block| (block.kind, block.range.of(&article.text)))
            .collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Paragraph, "One two three four."),
                (BlockKind::Heading(2), "Head"),
                (BlockKind::Quote, "Said."),
                (BlockKind::ListItem, "a"),
                (BlockKind::ListItem, "b"),
                (BlockKind::ListItem, "c"),
                (BlockKind::Preformatted, "x  y\n \nz"),
            ]
        );
        let inlines: Vec<_> = article.blocks[0]
            .inlines
            .iter()
            .map(|inline| inline.range.of(&article.text))
            .collect();
        assert_eq!(inlines, ["two", "three"]);
    }

    #[test]
    fn links_are_checked_and_html_is_reported() {
        let (article, diagnostics) = read(
            "---\ntitle: T\nlanguage: en\n---\n[good](https://example.org) [bad](javascript:x) <b onclick=x>bold</b>",
        );
        assert_eq!(article.text, "good bad bold");
        assert_eq!(article.blocks[0].inlines.len(), 1);
        assert_eq!(diagnostics.len(), 3, "{diagnostics:?}");
    }

    #[test]
    fn footnotes_are_reported_and_rows_of_tables_are_paragraphs() {
        let body = "One[^1] and two.\n\n| A | B |\n| - | - |\n| c | *d* |\n\nEnd[^2].\n\n[^1]: A note.\n\n    More of it.\n\n[^2]: Another.\n";
        let (article, diagnostics) = article_from_markdown("a", "a.md", body);
        let blocks: Vec<&str> = article
            .blocks
            .iter()
            .map(|block| block.range.of(&article.text))
            .collect();
        assert_eq!(blocks, ["One and two.", "A | B", "c | d", "End."]);
        assert!(
            diagnostics
                .iter()
                .any(|diagnostic| diagnostic.problem
                    == MarkdownProblem::Footnotes { count: 2 }.into())
        );
    }

    #[test]
    fn links_beyond_the_most_of_a_paragraph_are_plain_words() {
        let body = "[x](https://a.example/) ".repeat(2_100);
        let (article, diagnostics) = article_from_markdown("a", "a.md", &body);
        assert_eq!(article.blocks[0].inlines.len(), 2_000);
        assert!(diagnostics.iter().any(
            |diagnostic| diagnostic.problem == TextProblem::TooManyStyles { count: 100 }.into()
        ));
    }

    #[test]
    fn an_empty_file_is_an_article_without_blocks() {
        let (article, diagnostics) = read("");
        assert_eq!((article.text.as_str(), article.blocks.len()), ("", 0));
        assert_eq!(article.metadata.title, "a");
        assert_eq!(diagnostics.len(), 2);
    }

    proptest! {
        #[test]
        fn blocks_spell_the_text(markdown in "([#>*`a-c\\- \\[\\]()<!_]|\n|\n\n|\\PC){0,80}") {
            let (article, _) = read(&markdown);
            let spelled: Vec<_> = article.blocks.iter().map(|block| block.range.of(&article.text)).collect();
            prop_assert_eq!(spelled.join(Article::BLOCK_SEPARATOR), article.text.clone());
            for block in &article.blocks {
                prop_assert!(!block.range.of(&article.text).contains("\n\n"));
                for inline in &block.inlines {
                    prop_assert!(block.range.contains(inline.range));
                }
            }
        }
    }
}
