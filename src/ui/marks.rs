//! The claims and names of each block, and which of them are emphasised.

use std::rc::Rc;

use super::block::Emphasis;
use super::marked_block::{MarkedMention, Notes, NumberedBlock, numbered_blocks};
use super::ptr_eq_rc::PtrEqRc;
use super::visible_blocks::VisibleBlocks;
use explore::{FilterResult, IndexedArticle};
use model::{EntityId, Speaker, TextRange};

/// In an article with more claims than this, the margin contains only the notes near the view.
const ALL_NOTES: usize = 150;
/// How many blocks above and below the view then have their notes in the margin.
const NEAR: usize = 3;

/// The claims of a note, as numbers in the article's list: neighbours by one speaker.
pub(super) type NoteClaims = Rc<[usize]>;

/// The marks of an article, computed once.
pub(super) struct Marks {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The blocks with the marks over them.
    pub(super) blocks: Vec<NumberedBlock>,
    /// The notes on the claims that begin in each block, in reading order.
    pub(super) notes: Vec<Vec<NoteClaims>>,
    /// The claims in reading order.
    order: Vec<usize>,
}

impl Marks {
    pub(super) fn of(indexed: &PtrEqRc<IndexedArticle>) -> Self {
        Self::with(indexed, Notes::Numbered)
    }

    /// The marks of an article whose claims have no notes in print.
    pub(super) fn without_notes(indexed: &PtrEqRc<IndexedArticle>) -> Self {
        Self::with(indexed, Notes::None)
    }

    fn with(indexed: &PtrEqRc<IndexedArticle>, notes: Notes) -> Self {
        let article = &indexed.article;
        let block_at = |at: u32| {
            article
                .blocks
                .partition_point(|block| block.range.end <= at)
        };
        let order = indexed.claims_in_order();
        let mut beginning = vec![Vec::new(); article.blocks.len()];
        for &number in &order {
            let Some(claim) = article.claims.get(number) else {
                continue;
            };
            let first = block_at(claim.extent().start);
            if let Some(list) = beginning.get_mut(first) {
                list.push(number);
            }
        }
        Self {
            indexed: indexed.clone(),
            blocks: numbered_blocks(indexed, notes),
            notes: beginning
                .iter()
                .map(|claims| joined(indexed, claims))
                .collect(),
            order,
        }
    }

    /// The matching claims, in reading order.
    pub(super) fn shown(&self, result: &FilterResult) -> Vec<usize> {
        let left = |claim: &usize| result.has(*claim);
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
        let of_block = |numbered: &NumberedBlock| {
            let claims = |holds: &dyn Fn(usize) -> bool| {
                places_where(&numbered.claims, |number| holds(*number))
            };
            let is_selected = |mention: &MarkedMention| Some(&mention.entity) == entity;
            Emphasis {
                filtered: result.filtered,
                left: claims(&|claim| result.filtered && result.has(claim)),
                active: claims(&|claim| active.contains(&Some(claim))),
                selected: match entity {
                    Some(_) => places_where(&numbered.block.mentions, is_selected),
                    None => Vec::new(),
                },
                plain: self.unmarked(numbered, result),
                hits: hits_in(
                    if in_elements { &result.hits.marks } else { &[] },
                    numbered.block.range,
                ),
            }
        };
        self.blocks.iter().map(of_block).collect()
    }

    /// The notes of the margin: all, or, if there are many claims, those whose passages are near the
    /// view and the one with the selected claim.
    pub(super) fn near(&self, visible: VisibleBlocks, selected: Option<usize>) -> Vec<NoteClaims> {
        let all = self.order.len() <= ALL_NOTES;
        let blocks = visible.first.saturating_sub(NEAR)..=visible.last + NEAR;
        let mut near = Vec::new();
        for (block, notes) in self.notes.iter().enumerate() {
            let whole = all || blocks.contains(&block);
            let holds = |note: &&NoteClaims| {
                whole || selected.is_some_and(|selected| note.contains(&selected))
            };
            near.extend(notes.iter().filter(holds).cloned());
        }
        near
    }

    /// The mentions of a block that are not marked.
    fn unmarked(&self, numbered: &NumberedBlock, result: &FilterResult) -> Vec<usize> {
        let mentions = &self.indexed.article.mentions;
        places_where(&numbered.mentions, |number| {
            let mention = mentions.get(*number);
            mention.is_some_and(|mention| !result.is_marked(mention))
        })
    }
}

/// The places in a list of what something holds for.
fn places_where<T>(list: &[T], holds: impl Fn(&T) -> bool) -> Vec<usize> {
    let those = list.iter().enumerate().filter(|(_, it)| holds(it));
    those.map(|(place, _)| place).collect()
}

/// Joins claims in reading order into notes: neighbours by one speaker. Claims that nobody is named
/// for may be by several, so they are not joined.
fn joined(indexed: &IndexedArticle, claims: &[usize]) -> Vec<NoteClaims> {
    let has_speaker = |claim: usize| {
        let claim = indexed.article.claims.get(claim);
        claim.is_some_and(|claim| claim.speaker != Speaker::Unnamed)
    };
    let by_one =
        |a: &usize, b: &usize| has_speaker(*a) && indexed.speaker_of(*a) == indexed.speaker_of(*b);
    claims.chunk_by(by_one).map(Into::into).collect()
}

/// The hits in a block. `hits` is sorted.
fn hits_in(hits: &[TextRange], block: TextRange) -> Vec<TextRange> {
    let from = hits.partition_point(|hit| hit.end <= block.start);
    let rest = hits.iter().skip(from);
    rest.take_while(|hit| hit.start < block.end)
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown};
    use serde_json::json;

    #[test]
    fn neighbours_by_one_speaker_in_one_paragraph_share_a_note() {
        let text = "---\ntitle: T\nlanguage: en\n---\nAnn: one, two. Bob: three. Ann: four.\n\n\
            Ann: five, some say six, some say seven; eight, nine.";
        let (mut article, _) = article_from_markdown("a", "a.md", text);
        let some = |suffix: &str| json!({"exact": "some say", "suffix": suffix});
        let claim = |id: &str, speaker: serde_json::Value| json!({"id": id, "speaker": speaker, "content": [id]});
        let claims = [
            claim("two", json!("ann")),
            claim("one", json!("ann")),
            claim("three", json!("bob")),
            claim("four", json!("ann")),
            claim("five", json!("ann")),
            claim("six", some(" six")),
            claim("seven", some(" seven")),
            claim("eight", json!("zoe")),
            claim("nine", json!("zoe")),
        ];
        let annotations = json!({"version": 1, "claims": claims, "entities": [
            {"id": "ann", "kind": "person", "name": "Ann"},
            {"id": "bob", "kind": "person", "name": "Bob"}
        ]});
        annotate(&mut article, "a.json", &annotations);
        let indexed = PtrEqRc::new(IndexedArticle::of(article));
        let ids = |note: &NoteClaims| -> Vec<String> {
            let claims = &indexed.article.claims;
            note.iter()
                .map(|claim| claims[*claim].id.to_string())
                .collect()
        };
        let notes = Marks::of(&indexed).notes;
        let found: Vec<Vec<Vec<String>>> = notes
            .iter()
            .map(|notes| notes.iter().map(ids).collect())
            .collect();
        assert_eq!(
            found,
            [
                vec![vec!["one", "two"], vec!["three"], vec!["four"]],
                vec![
                    vec!["five"],
                    vec!["six", "seven"],
                    vec!["eight"],
                    vec!["nine"]
                ],
            ]
        );
    }
}
