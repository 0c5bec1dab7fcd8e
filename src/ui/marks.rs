//! The claims and names of each block, and which of them are emphasised.

use super::block::Emphasis;
use super::pieces::{Piece, pieces};
use super::ptr_eq_rc::PtrEqRc;
use super::visible_blocks::VisibleBlocks;
use explore::{FilterResult, IndexedArticle};
use model::{Block, EntityId, TextRange};

/// In an article with more claims than this, the margin contains only the cards near the view.
const ALL_CARDS: usize = 150;
/// How many blocks above and below the view then have their cards in the margin.
const NEAR: usize = 3;

/// The marks of an article, computed once.
pub(super) struct Marks {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The pieces of each block.
    pub(super) pieces: PtrEqRc<Vec<Vec<Piece>>>,
    /// The claims that begin in each block, in reading order.
    pub(super) beginning: Vec<Vec<usize>>,
    blocks: Vec<BlockMarks>,
    /// The block in which each claim begins.
    block_of: Vec<usize>,
    /// The claims in reading order.
    order: Vec<usize>,
}

#[derive(Clone, Default)]
struct BlockMarks {
    claims: Vec<usize>,
    mentions: Vec<usize>,
}

impl Marks {
    pub(super) fn of(indexed: &PtrEqRc<IndexedArticle>) -> Self {
        let article = &indexed.article;
        let block_at = |at: u32| {
            article
                .blocks
                .partition_point(|block| block.range.end <= at)
        };
        let order = indexed.claims_in_order();
        let mut blocks = vec![BlockMarks::default(); article.blocks.len()];
        let mut beginning = vec![Vec::new(); article.blocks.len()];
        let mut block_of = vec![0; article.claims.len()];
        for (number, mention) in article.mentions.iter().enumerate() {
            if let Some(block) = blocks.get_mut(block_at(mention.range.start)) {
                block.mentions.push(number);
            }
        }
        for &number in &order {
            let Some(claim) = article.claims.get(number) else {
                continue;
            };
            for range in &claim.content {
                let reached = block_at(range.start)..=block_at(range.end.saturating_sub(1));
                for block in blocks.get_mut(reached).into_iter().flatten() {
                    if !block.claims.contains(&number) {
                        block.claims.push(number);
                    }
                }
            }
            let first = block_at(claim.extent().start);
            if let (Some(list), Some(slot)) = (beginning.get_mut(first), block_of.get_mut(number)) {
                list.push(number);
                *slot = first;
            }
        }
        Self {
            indexed: indexed.clone(),
            pieces: PtrEqRc::new(pieces(indexed)),
            beginning,
            blocks,
            block_of,
            order,
        }
    }

    /// The matching claims, in reading order.
    pub(super) fn shown(&self, result: &FilterResult) -> Vec<usize> {
        let left = |claim: &usize| result.claims.get(*claim) == Some(&true);
        self.order.iter().copied().filter(left).collect()
    }

    /// The emphasis in each block. `in_elements` says that elements of the text mark the hits, not
    /// the browser's highlights.
    pub(super) fn emphasis(
        &self,
        result: &FilterResult,
        entity: Option<&EntityId>,
        active: &[Option<usize>],
        in_elements: bool,
    ) -> Vec<Emphasis> {
        let of_block = |(block, marks): (&Block, &BlockMarks)| Emphasis {
            filtered: result.filtered,
            left: marks
                .claims_where(|claim| result.filtered && result.claims.get(claim) == Some(&true)),
            active: marks.claims_where(|claim| active.contains(&Some(claim))),
            selected: match entity {
                Some(entity) => self.mentions_where(marks, |id| id == entity),
                None => Vec::new(),
            },
            plain: self.unmarked(marks, result),
            hits: hits_in(
                if in_elements { &result.hits.marks } else { &[] },
                block.range,
            ),
        };
        let blocks = self.indexed.article.blocks.iter();
        blocks.zip(&self.blocks).map(of_block).collect()
    }

    /// If there are many claims, those whose passages are near the view, and the selected one.
    pub(super) fn near(
        &self,
        shown: &[usize],
        visible: VisibleBlocks,
        selected: Option<usize>,
    ) -> Vec<usize> {
        if self.block_of.len() <= ALL_CARDS {
            return shown.to_vec();
        }
        let blocks = visible.first.saturating_sub(NEAR)..=visible.last + NEAR;
        let is_near = |claim: &usize| {
            let near = self
                .block_of
                .get(*claim)
                .is_some_and(|block| blocks.contains(block));
            near || selected == Some(*claim)
        };
        shown.iter().copied().filter(is_near).collect()
    }

    /// The mentions of a block that are not marked.
    fn unmarked(&self, marks: &BlockMarks, result: &FilterResult) -> Vec<usize> {
        let mentions = &self.indexed.article.mentions;
        let unmarked = |number: &usize| {
            let mention = mentions.get(*number);
            mention.is_some_and(|mention| !result.is_marked(mention))
        };
        marks.mentions.iter().copied().filter(unmarked).collect()
    }

    fn mentions_where(&self, marks: &BlockMarks, holds: impl Fn(&EntityId) -> bool) -> Vec<usize> {
        let mentions = &self.indexed.article.mentions;
        let wanted = |number: &usize| {
            mentions
                .get(*number)
                .is_some_and(|mention| holds(&mention.entity))
        };
        marks.mentions.iter().copied().filter(wanted).collect()
    }
}

impl BlockMarks {
    fn claims_where(&self, holds: impl Fn(usize) -> bool) -> Vec<usize> {
        self.claims
            .iter()
            .copied()
            .filter(|claim| holds(*claim))
            .collect()
    }
}

/// The hits in a block. `hits` is sorted.
fn hits_in(hits: &[TextRange], block: TextRange) -> Vec<TextRange> {
    let from = hits.partition_point(|hit| hit.end <= block.start);
    let rest = hits.iter().skip(from);
    rest.take_while(|hit| hit.start < block.end)
        .copied()
        .collect()
}
