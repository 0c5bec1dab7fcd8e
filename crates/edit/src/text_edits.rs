//! What an editor does with the text itself: edits for typed words, and for paragraphs.

use crate::Edit;
use crate::ranges::{block_at, pieces_of, trimmed};
use model::{Article, Block, BlockKind, TextRange};

/// The level of a heading if no other heading is before it.
const FIRST_LEVEL: u8 = 2;

/// The words that an editor corrects at a selection: the selected ones, or the whole paragraph if
/// the selection is only a caret. `None` if they are in several paragraphs.
#[must_use]
pub fn words_to_correct(article: &Article, selection: TextRange) -> Option<TextRange> {
    if selection.is_empty() {
        let number = block_at(article, selection.start)?;
        return article.blocks.get(number).map(|block| block.range);
    }
    match pieces_of(article, selection).as_slice() {
        [words] => Some(*words),
        _ => None,
    }
}

/// The edit that replaces words by typed ones; `None` if they are the same. Where words are removed,
/// the space beside them goes too; a paragraph without words is removed.
#[must_use]
pub fn correction_of(article: &Article, words: TextRange, typed: &str) -> Option<Edit> {
    let typed = typed.trim().replace("\r\n", "\n");
    if typed == article.words(words) {
        return None;
    }
    if !typed.is_empty() {
        return Some(Edit::ChangeText {
            range: words,
            words: typed,
        });
    }
    let number = block_at(article, words.start)?;
    let block = article.blocks.get(number)?.range;
    if words == block {
        return Some(Edit::RemoveBlock { block: number });
    }
    let before = TextRange {
        start: block.start,
        end: words.start,
    };
    let after = TextRange {
        start: words.end,
        end: block.end,
    };
    let range = match trimmed(&article.text, before) {
        Some(before) => TextRange {
            start: before.end,
            end: words.end,
        },
        None => TextRange {
            start: words.start,
            end: trimmed(&article.text, after).map_or(words.end, |after| after.start),
        },
    };
    let words = typed;
    Some(Edit::ChangeText { range, words })
}

/// What an editor does with a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockChange {
    /// Makes it a heading.
    Heading,
    /// Makes it a paragraph.
    Paragraph,
    /// Appends it to the paragraph before it.
    Join,
    /// Divides it.
    Split,
}

impl BlockChange {
    /// All changes.
    pub const ALL: [Self; 4] = [Self::Heading, Self::Paragraph, Self::Join, Self::Split];

    /// The edit that makes this change at a place in the text, in bytes; `None` if it is not
    /// possible there.
    #[must_use]
    pub fn edit(self, article: &Article, at: u32) -> Option<Edit> {
        let number = block_at(article, at)?;
        let block = article.blocks.get(number)?;
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        let kind_of = |kind| {
            Some(Edit::ChangeBlockKind {
                block: number,
                kind,
            })
        };
        match self {
            Self::Heading if is_heading(block) => None,
            Self::Heading => {
                let before = article.blocks.get(..number).unwrap_or_default();
                let level = before.iter().rev().find(|block| is_heading(block));
                kind_of(level.map_or(BlockKind::Heading(FIRST_LEVEL), |block| block.kind))
            }
            Self::Paragraph if block.kind == BlockKind::Paragraph => None,
            Self::Paragraph => kind_of(BlockKind::Paragraph),
            Self::Join => {
                let first = number.checked_sub(1)?;
                Some(Edit::JoinBlocks { first })
            }
            Self::Split => {
                let part = |start, end| trimmed(&article.text, TextRange { start, end });
                part(block.range.start, at).and(part(at, block.range.end))?;
                Some(Edit::SplitBlock { at })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, range};
    use crate::{EditProblem, History};

    /// The text after words were replaced by typed ones; `None` if nothing changes.
    fn corrected(words: &str, typed: &str) -> Option<String> {
        let mut history = History::of(article());
        let edit = correction_of(history.article(), range(history.article(), words), typed)?;
        history.apply(edit).unwrap();
        Some(history.article().text.clone())
    }

    #[test]
    fn typed_words_take_the_place_of_others() {
        let rest = "\n\n“No,” Lee said, “not now.”\n\nA report warns of rain.";
        for (words, typed, expected) in [
            (
                "Monday",
                " Sunday\r\nmorning ",
                Some("Ann Lee spoke on Sunday\nmorning."),
            ),
            ("Monday", "Monday ", None),
            ("on Monday", "", Some("Ann Lee spoke.")),
            ("Ann", " ", Some("Lee spoke on Monday.")),
            ("Ann Lee spoke on Monday.", "No.", Some("No.")),
        ] {
            let expected = expected.map(|first| [first, rest].concat());
            assert_eq!(corrected(words, typed), expected, "{words} {typed}");
        }
        let without = corrected("Ann Lee spoke on Monday.", "");
        assert_eq!(without.as_deref(), rest.get(2..));
    }

    #[test]
    fn a_caret_means_its_paragraph_and_a_selection_only_its_words() {
        let article = article();
        let at = range(&article, "spoke").start;
        let caret = TextRange { start: at, end: at };
        assert_eq!(
            words_to_correct(&article, caret),
            Some(article.blocks[0].range)
        );
        let words = range(&article, "spoke on");
        assert_eq!(words_to_correct(&article, words), Some(words));
        let both = range(&article, "Monday.\n\n“No");
        assert_eq!(words_to_correct(&article, both), None);
    }

    #[test]
    fn paragraphs_are_changed_where_that_is_possible() {
        let mut history = History::of(article());
        let change = |history: &mut History, change: BlockChange, at: &str| {
            let at = range(history.article(), at).start;
            let edit = change.edit(history.article(), at)?;
            Some(history.apply(edit))
        };
        let possible = |history: &History, at: &str| -> Vec<BlockChange> {
            let at = range(history.article(), at).start;
            let edit = |change: &BlockChange| change.edit(history.article(), at).is_some();
            BlockChange::ALL.into_iter().filter(edit).collect()
        };
        use BlockChange::{Heading, Join, Paragraph, Split};
        assert_eq!(possible(&history, "Ann"), [Heading]);
        assert_eq!(possible(&history, "Lee said"), [Heading, Join, Split]);
        assert_eq!(change(&mut history, Heading, "Ann"), Some(Ok(())));
        assert_eq!(possible(&history, "spoke"), [Paragraph, Split]);
        history
            .apply(Edit::ChangeBlockKind {
                block: 0,
                kind: BlockKind::Heading(4),
            })
            .unwrap();
        assert_eq!(change(&mut history, Heading, "warns"), Some(Ok(())));
        assert_eq!(history.article().blocks[2].kind, BlockKind::Heading(4));
        assert_eq!(change(&mut history, Paragraph, "warns"), Some(Ok(())));
        assert_eq!(change(&mut history, Split, "of rain"), Some(Ok(())));
        assert_eq!(history.article().blocks.len(), 4);
        assert_eq!(change(&mut history, Join, "of rain"), Some(Ok(())));
        assert_eq!(history.article().text, article().text);
        let within = change(&mut history, Split, "Lee spoke");
        assert_eq!(within, Some(Err(EditProblem::WithinName)));
    }
}
