//! Edits of the text and its blocks. Annotations follow their words; those whose words vanish
//! are removed, and come back when the edit is undone.

use super::replacement::Replacement;
use crate::EditProblem;
use crate::editor::Editor;
use crate::ranges::{block_at, check_boundaries, is_one_word, joined, of_claim, trimmed};
use crate::step::{Splice, Step};
use model::{Article, Block, BlockKind, Claim, Inline, Mention, Speaker, TextRange};

/// New words for a range of the text, and what becomes of the blocks that they touch.
struct Rewrite<'w> {
    range: TextRange,
    words: &'w str,
    /// The number of the first block that is replaced.
    first: usize,
    /// The number of blocks that are replaced.
    count: usize,
}

impl Editor<'_> {
    /// Replaces words within a block.
    pub(crate) fn change_text(&mut self, range: TextRange, new: &str) -> Result<(), EditProblem> {
        check_boundaries(&self.article().text, range)?;
        let number = block_at(self.article(), range.start).ok_or(EditProblem::BetweenBlocks)?;
        let block = self.block(number)?;
        if !block.range.contains(range) {
            return Err(match block_at(self.article(), range.end) {
                Some(_) => EditProblem::AcrossBlocks,
                None => EditProblem::BetweenBlocks,
            });
        }
        let (range, words) = difference(&self.article().text, range, new);
        if range.is_empty() && words.is_empty() {
            return Ok(());
        }
        self.check_words(block.range, range, words)?;
        self.rewrite(
            Rewrite {
                range,
                words,
                first: number,
                count: 1,
            },
            |replacement, blocks| {
                let changed = |block: &Block| Block {
                    kind: block.kind,
                    range: TextRange {
                        start: block.range.start,
                        end: replacement.shifted(block.range.end),
                    },
                    inlines: moved_inlines(block, replacement),
                };
                blocks.iter().map(changed).collect()
            },
        );
        Ok(())
    }

    /// Checks the text that a block would have.
    fn check_words(
        &self,
        block: TextRange,
        range: TextRange,
        words: &str,
    ) -> Result<(), EditProblem> {
        let text = &self.article().text;
        let before = TextRange {
            start: block.start,
            end: range.start,
        };
        let after = TextRange {
            start: range.end,
            end: block.end,
        };
        let changed = [before.of(text), words, after.of(text)].concat();
        self.check_length(words)?;
        if changed.trim().is_empty() {
            return Err(EditProblem::EmptyBlock);
        }
        let is_kept = changed.trim() == changed
            && !changed.contains("\r\n")
            && !changed.contains(Article::BLOCK_SEPARATOR);
        is_kept.then_some(()).ok_or(EditProblem::BlankLine)
    }

    /// Checks that offsets in the text with these words added fit in 32 bits.
    fn check_length(&self, words: &str) -> Result<(), EditProblem> {
        let length = self.article().text.len().saturating_add(words.len());
        let is_short = length < u32::MAX as usize;
        is_short.then_some(()).ok_or(EditProblem::TooLong)
    }

    /// Changes the kind of a block.
    pub(crate) fn change_block_kind(
        &mut self,
        number: usize,
        kind: BlockKind,
    ) -> Result<(), EditProblem> {
        if let BlockKind::Heading(level) = kind
            && !(2..=6).contains(&level)
        {
            return Err(EditProblem::InvalidLevel(level));
        }
        let mut block = self.block(number)?;
        if block.kind != kind {
            block.kind = kind;
            self.run(Step::Blocks(Splice::replace(number, 1, vec![block])));
        }
        Ok(())
    }

    /// Appends the next block to a block, after a space if their scripts have spaces.
    pub(crate) fn join_blocks(&mut self, number: usize) -> Result<(), EditProblem> {
        let first = self.block(number)?;
        let second = self.block(number.saturating_add(1))?;
        let range = TextRange {
            start: first.range.end,
            end: second.range.start,
        };
        let text = &self.article().text;
        check_boundaries(text, range)?;
        let before = first.range.of(text).chars().next_back();
        let after = second.range.of(text).chars().next();
        let is_spaceless = |(before, after): (char, char)| {
            let is_letter = |c: char| is_one_word([c, '\u{301}']);
            is_letter(before) && is_letter(after) && !is_one_word([before, after])
        };
        let words = if before.zip(after).is_some_and(is_spaceless) {
            ""
        } else {
            " "
        };
        self.rewrite(
            Rewrite {
                range,
                words,
                first: number,
                count: 2,
            },
            |replacement, blocks| {
                let inlines = blocks.iter();
                let inlines = inlines.flat_map(|block| moved_inlines(block, replacement));
                vec![Block {
                    kind: first.kind,
                    range: TextRange {
                        start: first.range.start,
                        end: replacement.shifted(second.range.end),
                    },
                    inlines: inlines.collect(),
                }]
            },
        );
        Ok(())
    }

    /// Divides a block.
    pub(crate) fn split_block(&mut self, at: u32) -> Result<(), EditProblem> {
        let text = &self.article().text;
        check_boundaries(text, TextRange { start: at, end: at })?;
        let number = block_at(self.article(), at).ok_or(EditProblem::BetweenBlocks)?;
        let block = self.block(number)?;
        let before = TextRange {
            start: block.range.start,
            end: at,
        };
        let after = TextRange {
            start: at,
            end: block.range.end,
        };
        let parts = trimmed(text, before).zip(trimmed(text, after));
        let (before, after) = parts.ok_or(EditProblem::EmptyBlock)?;
        let range = TextRange {
            start: before.end,
            end: after.start,
        };
        if self.cuts_words(range) {
            return Err(EditProblem::WithinName);
        }
        let words = Article::BLOCK_SEPARATOR;
        self.check_length(words)?;
        self.rewrite(
            Rewrite {
                range,
                words,
                first: number,
                count: 1,
            },
            |replacement, _| {
                let break_start = range.start;
                let break_end = break_start + replacement.length;
                let first = TextRange {
                    start: block.range.start,
                    end: break_start,
                };
                let second = TextRange {
                    start: break_end,
                    end: replacement.shifted(block.range.end),
                };
                [first, second]
                    .map(|part| Block {
                        kind: block.kind,
                        range: part,
                        inlines: inlines_within(&block, replacement, part),
                    })
                    .into()
            },
        );
        Ok(())
    }

    /// Whether a name, a cue, or words for a speaker begin before a range and end behind it.
    fn cuts_words(&self, range: TextRange) -> bool {
        let cuts = |other: TextRange| other.start < range.start && other.end > range.end;
        let article = self.article();
        let cuts_claim = |claim: &Claim| {
            let cue = claim.cue.is_some_and(cuts);
            cue || matches!(claim.speaker, Speaker::Words(words) if cuts(words))
        };
        article.mentions.iter().any(|mention| cuts(mention.range))
            || article.claims.iter().any(cuts_claim)
    }

    /// Removes a block with its text.
    pub(crate) fn remove_block(&mut self, number: usize) -> Result<(), EditProblem> {
        let block = self.block(number)?;
        let next = self.article().blocks.get(number + 1);
        let before = number.checked_sub(1);
        let before = before.and_then(|before| self.article().blocks.get(before));
        let (range, first, kept) = match (next, before) {
            (Some(next), _) => {
                let range = TextRange {
                    start: block.range.start,
                    end: next.range.start,
                };
                (range, number, 1)
            }
            (None, Some(before)) => {
                let range = TextRange {
                    start: before.range.end,
                    end: block.range.end,
                };
                (range, number - 1, 0)
            }
            (None, None) => return Err(EditProblem::EmptyBlock),
        };
        check_boundaries(&self.article().text, range)?;
        self.rewrite(
            Rewrite {
                range,
                words: "",
                first,
                count: 2,
            },
            |replacement, blocks| {
                let kept = blocks.get(kept).map(|block| Block {
                    kind: block.kind,
                    range: replacement.moved(block.range).unwrap_or_default(),
                    inlines: moved_inlines(block, replacement),
                });
                kept.into_iter().collect()
            },
        );
        Ok(())
    }

    /// A block of the article.
    fn block(&self, number: usize) -> Result<Block, EditProblem> {
        let block = self.article().blocks.get(number).cloned();
        block.ok_or(EditProblem::NoSuchBlock)
    }

    /// Replaces words of the text and the blocks that they touch, and moves annotations.
    fn rewrite(
        &mut self,
        rewrite: Rewrite<'_>,
        blocks: impl FnOnce(&Replacement, &[Block]) -> Vec<Block>,
    ) {
        let Rewrite {
            range,
            words,
            first,
            count,
        } = rewrite;
        let replacement = Replacement::of(&self.article().text, range, words);
        let old = self.article().blocks.get(first..first + count);
        let blocks = blocks(&replacement, old.unwrap_or_default());
        // What the words touch is taken out first, because moving offsets there has no inverse.
        self.run(Step::Blocks(Splice::replace(first, count, Vec::new())));
        let mentions = self.take_mentions(&replacement);
        let claims = self.take_claims(&replacement);
        self.run(Step::Text {
            range,
            words: words.to_owned(),
        });
        self.run(Step::Blocks(Splice::replace(first, 0, blocks)));
        for mut mention in mentions {
            if let Some(range) = self.moved_words(&replacement, mention.range) {
                mention.range = range;
                self.insert_mention(mention);
            }
        }
        let mut vanished = 0;
        for (at, claim) in claims {
            match self.moved_claim(&replacement, claim) {
                Some(claim) => self.run(Step::Claims(Splice::insert(at - vanished, claim))),
                None => vanished += 1,
            }
        }
    }

    /// Takes out the mentions that a replacement touches.
    fn take_mentions(&mut self, replacement: &Replacement) -> Vec<Mention> {
        let mentions = self.article().mentions.iter().enumerate();
        let touched = mentions.filter(|(_, mention)| replacement.touches(mention.range));
        let touched: Vec<(usize, Mention)> =
            touched.map(|(at, mention)| (at, mention.clone())).collect();
        for (at, _) in touched.iter().rev() {
            self.remove_mention(*at);
        }
        touched.into_iter().map(|(_, mention)| mention).collect()
    }

    /// Takes out the claims that a replacement touches, with their positions.
    fn take_claims(&mut self, replacement: &Replacement) -> Vec<(usize, Claim)> {
        let claims = self.article().claims.iter().enumerate();
        let touched = claims.filter(|(_, claim)| of_claim(claim).any(|it| replacement.touches(it)));
        let touched: Vec<(usize, Claim)> = touched.map(|(at, claim)| (at, claim.clone())).collect();
        for (at, _) in touched.iter().rev() {
            self.run(Step::Claims(Splice::remove(*at)));
        }
        touched
    }

    /// What is left of a range, without white space at its ends.
    fn moved_words(&self, replacement: &Replacement, range: TextRange) -> Option<TextRange> {
        trimmed(&self.article().text, replacement.moved(range)?)
    }

    /// What is left of a claim; `None` if no words are.
    fn moved_claim(&self, replacement: &Replacement, mut claim: Claim) -> Option<Claim> {
        let moved = |range: TextRange| self.moved_words(replacement, range);
        let content = claim.content.into_iter().filter_map(moved);
        claim.content = joined(content.collect());
        claim.cue = claim.cue.and_then(moved);
        if let Speaker::Words(words) = claim.speaker {
            claim.speaker = moved(words).map_or(Speaker::Unnamed, Speaker::Words);
        }
        (!claim.content.is_empty()).then_some(claim)
    }
}

/// The inlines of a block after a replacement.
fn moved_inlines(block: &Block, replacement: &Replacement) -> Vec<Inline> {
    let moved = |inline: &Inline| {
        Some(Inline {
            range: replacement.moved(inline.range)?,
            style: inline.style.clone(),
        })
    };
    block.inlines.iter().filter_map(moved).collect()
}

/// The parts of a block’s inlines that lie in one part of it after a replacement.
fn inlines_within(block: &Block, replacement: &Replacement, part: TextRange) -> Vec<Inline> {
    let mut inlines = moved_inlines(block, replacement);
    for inline in &mut inlines {
        inline.range.start = inline.range.start.max(part.start);
        inline.range.end = inline.range.end.min(part.end);
    }
    inlines.retain(|inline| !inline.range.is_empty());
    inlines
}

/// A replacement without the characters that stay the same at its ends.
fn difference<'n>(text: &str, range: TextRange, new: &'n str) -> (TextRange, &'n str) {
    let old = range.of(text);
    let same = |(a, b): &(char, char)| a == b;
    let length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.map(|(c, _)| c.len_utf8()).sum()
    };
    let head = length(&mut old.chars().zip(new.chars()).take_while(same));
    let (rest, words) = (
        old.get(head..).unwrap_or_default(),
        new.get(head..).unwrap_or_default(),
    );
    let backwards = rest.chars().rev().zip(words.chars().rev());
    let tail = length(&mut backwards.take_while(same));
    let start = range.start as usize + head;
    let end = range.end as usize - tail;
    let words = words.get(..words.len() - tail).unwrap_or_default();
    (TextRange::new(start, end), words)
}
