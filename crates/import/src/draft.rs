//! Builds an article block by block.

use super::diagnostic::{Diagnostics, TextProblem};
use model::{
    Article, ArticleId, Block, BlockKind, Direction, Inline, InlineStyle, Metadata, TextRange,
};
use text::language;
use text::sentences::sentences;

/// The number of bytes above which a paragraph is divided at the ends of sentences.
const LONGEST: usize = 20_000;
/// The approximate number of bytes of each part.
const PART: usize = 4_000;

/// The maximum number of links and styles in a block. Each becomes an element of the page.
pub(super) const MOST_STYLED: usize = 2_000;

/// Styled words, as a byte range of their block.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Styled {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) style: InlineStyle,
}

/// An article without annotations, to which blocks are added.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The metadata found so far.
    pub(super) metadata: Metadata,
    text: String,
    blocks: Vec<Block>,
    parted: usize,
    /// The number of links and styles that exceeded [`MOST_STYLED`].
    plain: usize,
}

impl Draft {
    /// Appends a block, unless it has no words. Surrounding white space is removed, except before
    /// the first words of preformatted text, and blank lines within the words do not end the block.
    pub(super) fn push(&mut self, kind: BlockKind, words: &str, styled: &[Styled]) {
        let (cut, trimmed) = trimmed(kind, words);
        if trimmed.is_empty() {
            return;
        }
        if trimmed.len() > LONGEST && kind != BlockKind::Preformatted && styled.is_empty() {
            let parts = parts(trimmed);
            if parts.len() > 1 {
                self.parted += 1;
            }
            for part in parts {
                self.push_whole(kind, part.trim(), 0, &[]);
            }
            return;
        }
        self.push_whole(kind, trimmed, cut, styled);
    }

    /// Appends a block however long it is, and returns where its words begin in the text; `None` if it
    /// has none.
    pub(super) fn push_undivided(
        &mut self,
        kind: BlockKind,
        words: &str,
        styled: &[Styled],
    ) -> Option<usize> {
        let (cut, trimmed) = trimmed(kind, words);
        if trimmed.is_empty() {
            return None;
        }
        self.push_whole(kind, trimmed, cut, styled);
        self.blocks.last().map(|block| block.range.start as usize)
    }

    /// Appends a block whose styles count from `cut` bytes before `words`.
    fn push_whole(&mut self, kind: BlockKind, words: &str, cut: usize, styled: &[Styled]) {
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(Article::BLOCK_SEPARATOR);
        }
        let start = self.text.len();
        // The places in `words` where a space was inserted, because a blank line would end the
        // block.
        let mut spaced: Vec<usize> = Vec::new();
        for (at, c) in words.char_indices() {
            if c == '\n' && self.text.ends_with('\n') {
                self.text.push(' ');
                spaced.push(at);
            }
            self.text.push(c);
        }
        let place = |at: usize| {
            let at = at.saturating_sub(cut).min(words.len());
            start + at + spaced.partition_point(|space| *space < at)
        };
        let mut inlines: Vec<Inline> = styled
            .iter()
            .map(|styled| Inline {
                range: TextRange::new(place(styled.start), place(styled.end)),
                style: styled.style.clone(),
            })
            .filter(|inline| !inline.range.is_empty())
            .collect();
        inlines.sort_by_key(|inline| (inline.range.start, std::cmp::Reverse(inline.range.end)));
        self.plain += inlines.len().saturating_sub(MOST_STYLED);
        inlines.truncate(MOST_STYLED);
        self.blocks.push(Block {
            kind,
            range: TextRange::new(start, self.text.len()),
            inlines,
        });
    }

    /// Takes the id as the title, and reports why.
    pub(super) fn name_by_id(&mut self, id: &str, why: TextProblem, diagnostics: &mut Diagnostics) {
        diagnostics.report("title", why, id);
        self.metadata.title = id.to_owned();
        self.metadata.title_by_editor = true;
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The blocks so far.
    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Finishes the article. If no language is known, it is guessed from the words.
    pub(super) fn finish(mut self, id: &str, diagnostics: &mut Diagnostics) -> Article {
        if self.parted > 0 {
            diagnostics.report_file(TextProblem::LongParagraphs);
        }
        if self.plain > 0 {
            diagnostics.report_file(TextProblem::TooManyStyles { count: self.plain });
        }
        if self.metadata.language.is_empty() {
            let tag = language::guess(&self.text);
            if !tag.is_empty() {
                diagnostics.report("language", TextProblem::LanguageGuessed, tag);
                self.metadata.language = tag.to_owned();
            }
        }
        if self.metadata.direction == Direction::LeftToRight {
            self.metadata.direction = Direction::of_language(&self.metadata.language);
        }
        Article {
            id: ArticleId::new(id),
            metadata: self.metadata,
            text: self.text,
            blocks: self.blocks,
            entities: Vec::new(),
            mentions: Vec::new(),
            claims: Vec::new(),
            corrections: Vec::new(),
        }
    }
}

/// The words of a block without surrounding white space, and how many bytes are before them. The
/// first line of preformatted text keeps its indentation.
fn trimmed(kind: BlockKind, words: &str) -> (usize, &str) {
    let mut start = words.len() - words.trim_start().len();
    if kind == BlockKind::Preformatted {
        let blank = words.get(..start).unwrap_or_default();
        start = blank.rfind('\n').map_or(0, |at| at + 1);
    }
    let words = words.get(start..).unwrap_or_default();
    (start, words.trim_end())
}

/// Divides a long text at the ends of sentences.
fn parts(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for sentence in sentences(words) {
        let end = sentence.end as usize;
        if end - start >= PART {
            parts.extend(words.get(start..end));
            start = end;
        }
    }
    parts.extend(words.get(start..).filter(|rest| !rest.trim().is_empty()));
    parts
}
