//! The blocks of an article, each with the marks over it.
//!
//! A [`MarkedBlock`] is all that the rendering of a block depends on, besides its emphasis. It does
//! not refer to the article, so that a block equals the same block after an edit elsewhere, and is
//! not rendered again.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::pieces::{Piece, pieces_of};
use explore::IndexedArticle;
use model::{
    Block, BlockKind, ClaimId, Correction, EntityId, EntityKind, Form, Inline, Provenance, Speaker,
    Stance, TextRange, sort,
};

/// The maximum number of claims, of names and of styles over one place.
const DEEPEST: usize = 12;

/// A block of the text with the marks over it. Ranges are in the article; numbers of marks are
/// places in the lists of the block.
#[derive(Clone, Debug)]
pub struct MarkedBlock {
    /// What the block is.
    pub kind: BlockKind,
    /// Its place in the article.
    pub range: TextRange,
    /// Its words.
    pub text: Rc<str>,
    /// Its inline styles.
    pub inlines: Vec<Inline>,
    /// The claims with words in it.
    pub claims: Vec<MarkedClaim>,
    /// The names in it.
    pub mentions: Vec<MarkedMention>,
    /// The corrections in it.
    pub corrections: Vec<Correction>,
    /// The marks over it, without its inline styles, sorted by start.
    over: Vec<(TextRange, Over)>,
    pieces: OnceCell<Vec<Piece>>,
}

/// What a passage shows of its claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedClaim {
    /// The id of the claim.
    pub id: ClaimId,
    /// The number of its note, from 1, if the text has notes.
    pub note: Option<usize>,
    /// From its first word to the last.
    pub extent: TextRange,
    /// The number of its underline among claims that share words with it.
    pub lane: usize,
    /// The colour of its speaker.
    pub colour: u8,
    /// What its speaker is called.
    pub speaker: Rc<str>,
    /// The stance of its speaker; `None` if nobody is said to speak.
    pub stance: Option<Stance>,
    /// Whether the words are the speaker's own.
    pub form: Form,
    /// It was detected automatically.
    pub is_found: bool,
}

/// What a name shows of its entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedMention {
    /// The entity.
    pub entity: EntityId,
    /// Its kind.
    pub kind: EntityKind,
    /// The place of the name in the article.
    pub range: TextRange,
    /// It was detected automatically.
    pub is_found: bool,
}

/// A mark over a range, as a place in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// A claim, and whether it quotes the words.
    Claim(usize, bool),
    Mention(usize),
    Inline(usize),
    Correction(usize),
}

/// A block with the places of its marks in the lists of the article.
pub(super) struct NumberedBlock {
    pub(super) block: Rc<MarkedBlock>,
    /// For each of [`MarkedBlock::claims`].
    pub(super) claims: Vec<usize>,
    /// For each of [`MarkedBlock::mentions`].
    pub(super) mentions: Vec<usize>,
}

impl MarkedBlock {
    /// The pieces of the block, in order. Together they give its text.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        self.pieces.get_or_init(|| {
            let inlines = self.inlines.iter().enumerate();
            let inlines = inlines.map(|(number, inline)| (inline.range, Over::Inline(number)));
            let mut over = self.over.clone();
            over.extend(shallow(inlines.collect()));
            pieces_of(self, &over)
        })
    }

    /// The words of a range in the block.
    #[must_use]
    pub fn words(&self, range: TextRange) -> &str {
        let place = |offset: u32| offset.saturating_sub(self.range.start);
        let (start, end) = (place(range.start), place(range.end));
        TextRange { start, end }.of(&self.text)
    }

    fn of(block: &Block, text: &str) -> Self {
        Self {
            kind: block.kind,
            range: block.range,
            text: text.into(),
            inlines: block.inlines.clone(),
            claims: Vec::new(),
            mentions: Vec::new(),
            corrections: Vec::new(),
            over: Vec::new(),
            pieces: OnceCell::new(),
        }
    }
}

impl PartialEq for MarkedBlock {
    /// The pieces follow from everything else.
    fn eq(&self, other: &Self) -> bool {
        (self.kind, self.range, &self.text) == (other.kind, other.range, &other.text)
            && self.inlines == other.inlines
            && self.claims == other.claims
            && self.mentions == other.mentions
            && self.corrections == other.corrections
            && self.over == other.over
    }
}

impl Eq for MarkedBlock {}

/// Whether the claims of a text have notes, which are numbered in the order of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notes {
    /// They have notes.
    Numbered,
    /// They have none, so the removal of a claim does not change the blocks after it.
    None,
}

/// The blocks of an article with the marks over them, in order.
#[must_use]
pub fn marked_blocks(indexed: &IndexedArticle) -> Vec<Rc<MarkedBlock>> {
    let blocks = numbered_blocks(indexed, Notes::Numbered).into_iter();
    blocks.map(|numbered| numbered.block).collect()
}

/// The blocks of an article with the marks over them, and the places of these marks in the lists of
/// the article.
pub(super) fn numbered_blocks(indexed: &IndexedArticle, notes: Notes) -> Vec<NumberedBlock> {
    let article = &indexed.article;
    let blocks = &article.blocks;
    let mut marked: Vec<(MarkedBlock, Vec<usize>, Vec<usize>)> = blocks
        .iter()
        .map(|block| {
            let block = MarkedBlock::of(block, article.words(block.range));
            (block, Vec::new(), Vec::new())
        })
        .collect();
    let mut local: HashMap<(usize, usize), usize> = HashMap::new();
    let mut first = 0;
    for (range, over) in shallow(marks_over(indexed)) {
        let is_before = |block: &Block| block.range.end <= range.start;
        while blocks.get(first).is_some_and(is_before) {
            first += 1;
        }
        for (at, (block, claims, mentions)) in marked.iter_mut().enumerate().skip(first) {
            if block.range.start >= range.end {
                break;
            }
            if !range.overlaps(block.range) {
                continue;
            }
            let over = match over {
                Over::Claim(number, is_quoted) => {
                    let place = *local.entry((at, number)).or_insert_with(|| {
                        block.claims.extend(marked_claim(indexed, number, notes));
                        claims.push(number);
                        claims.len() - 1
                    });
                    Over::Claim(place, is_quoted)
                }
                Over::Mention(number) => {
                    block.mentions.extend(marked_mention(indexed, number));
                    mentions.push(number);
                    Over::Mention(mentions.len() - 1)
                }
                Over::Correction(number) => {
                    let place = block.corrections.len();
                    block
                        .corrections
                        .extend(article.corrections.get(number).cloned());
                    Over::Correction(place)
                }
                Over::Inline(_) => over,
            };
            block.over.push((range, over));
        }
    }
    let numbered = |(block, claims, mentions)| NumberedBlock {
        block: Rc::new(block),
        claims,
        mentions,
    };
    marked.into_iter().map(numbered).collect()
}

/// The marks of an article, as places in its lists, sorted by start. Of those with the same start,
/// claims come first and corrections last.
fn marks_over(indexed: &IndexedArticle) -> Vec<(TextRange, Over)> {
    let article = &indexed.article;
    let mut claims = Vec::new();
    for number in 0..article.claims.len() {
        let stretches = indexed.stretches(number).into_iter();
        claims.extend(stretches.map(|it| (it.range, Over::Claim(number, it.is_quoted))));
    }
    let mentions = article.mentions.iter().enumerate();
    let mut mentions = mentions
        .map(|(number, mention)| (mention.range, Over::Mention(number)))
        .collect();
    let corrections = article.corrections.iter().enumerate();
    let mut corrections = corrections
        .map(|(number, correction)| (correction.range, Over::Correction(number)))
        .collect();
    // Each list is mostly sorted already, all of them together are not.
    for list in [&mut claims, &mut mentions, &mut corrections] {
        sort(list, |(a, _), (b, _)| a.start.cmp(&b.start));
    }
    merged(merged(claims, mentions), corrections)
}

/// Two sorted lists as one. Of marks with the same start, those of the first list come first.
fn merged(first: Vec<(TextRange, Over)>, second: Vec<(TextRange, Over)>) -> Vec<(TextRange, Over)> {
    let mut all = Vec::with_capacity(first.len() + second.len());
    let mut first = first.into_iter().peekable();
    for mark in second {
        while let Some(before) = first.next_if(|(range, _)| range.start <= mark.0.start) {
            all.push(before);
        }
        all.push(mark);
    }
    all.extend(first);
    all
}

/// Drops ranges, sorted by start, where more than [`DEEPEST`] of their kind would cover one place.
/// Otherwise their elements could nest without limit.
fn shallow(mut over: Vec<(TextRange, Over)>) -> Vec<(TextRange, Over)> {
    let mut open: [Vec<u32>; 4] = Default::default();
    over.retain(|(range, label)| {
        let [claims, mentions, inlines, corrections] = &mut open;
        let open = match label {
            Over::Claim(..) => claims,
            Over::Mention(_) => mentions,
            Over::Inline(_) => inlines,
            Over::Correction(_) => corrections,
        };
        open.retain(|end| *end > range.start);
        let shown = open.len() < DEEPEST;
        if shown {
            open.push(range.end);
        }
        shown
    });
    over
}

fn marked_claim(indexed: &IndexedArticle, number: usize, notes: Notes) -> Option<MarkedClaim> {
    let claim = indexed.article.claims.get(number)?;
    let has_speaker = claim.speaker != Speaker::Unnamed;
    Some(MarkedClaim {
        id: claim.id.clone(),
        note: (notes == Notes::Numbered).then_some(number + 1),
        extent: claim.extent(),
        lane: indexed.lane(number),
        colour: indexed.claim_colour(number),
        speaker: indexed.speaker_name(number).into(),
        stance: has_speaker.then_some(claim.stance),
        form: claim.form,
        is_found: claim.provenance != Provenance::Curated,
    })
}

fn marked_mention(indexed: &IndexedArticle, number: usize) -> Option<MarkedMention> {
    let mention = indexed.article.mentions.get(number)?;
    Some(MarkedMention {
        entity: mention.entity.clone(),
        kind: indexed.kind_of_mention(number),
        range: mention.range,
        is_found: mention.provenance != Provenance::Curated,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown};
    use model::{Article, Claim, Mention};
    use proptest::prelude::*;
    use serde_json::json;

    fn article() -> Article {
        let text = "---\ntitle: T\nlanguage: en\n---\n\
            Ann said it rains.\n\nBob said Ann *sings*.\n\n“It snows,” Ann said.";
        let (mut article, _) = article_from_markdown("a", "a.md", text);
        let annotations = json!({"version": 1, "entities": [
            {"id": "ann", "kind": "person", "name": "Ann"},
            {"id": "bob", "kind": "person", "name": "Bob"}
        ], "claims": [
            {"id": "c1", "speaker": "ann", "content": ["it rains"]},
            {"id": "c2", "speaker": "bob", "content": ["Ann sings"]},
            {"id": "c3", "speaker": "ann", "content": ["It snows"]}
        ]});
        assert_eq!(annotate(&mut article, "a.json", &annotations), []);
        article
    }

    #[test]
    fn an_edit_changes_the_blocks_that_it_concerns() {
        let blocks = |article, notes| numbered_blocks(&IndexedArticle::of(article), notes);
        let changed_with = |notes, change: &dyn Fn(&mut Article)| -> Vec<usize> {
            let mut edited = article();
            change(&mut edited);
            let (before, after) = (blocks(article(), notes), blocks(edited, notes));
            assert_eq!(after.len(), 3);
            let differs = |number: &usize| before[*number].block != after[*number].block;
            (0..3).filter(differs).collect()
        };
        let changed = |change: &dyn Fn(&mut Article)| changed_with(Notes::None, change);
        let named = |article: &mut Article, start, end| {
            let range = TextRange { start, end };
            let mention = article.mentions[0].clone();
            article.mentions.insert(1, Mention { range, ..mention });
        };
        assert_eq!(changed(&|_| ()), [0; 0]);
        assert_eq!(changed(&|it| named(it, 12, 17)), [0]);
        assert_eq!(changed(&|it| it.claims[1].form = Form::Direct), [1]);
        assert_eq!(changed(&|it| it.blocks[2].kind = BlockKind::Quote), [2]);
        assert_eq!(changed(&|it| it.entities[1].name = "Bo".to_owned()), [1]);
        assert_eq!(changed(&|it| it.entities[1].kind = EntityKind::Law), [1]);
        let remove = |article: &mut Article| drop(article.claims.remove(1));
        assert_eq!(changed(&remove), [1]);
        assert_eq!(changed_with(Notes::Numbered, &remove), [1, 2]);
    }

    proptest! {
        #[test]
        fn every_block_has_the_marks_that_overlap_it(
            claims in prop::collection::vec((0u32..40, 1u32..30), 0..12),
            mentions in prop::collection::vec((0u32..40, 1u32..9), 0..12),
        ) {
            let (mut article, _) = article_from_markdown("a", "a.md", &"Rain falls.\n\n".repeat(4));
            let end = article.text.len() as u32;
            let range = |(start, length): &(u32, u32)| TextRange { start: *start, end: (start + length).min(end) };
            article.claims = claims.iter().enumerate().map(|(number, place)| Claim {
                id: ClaimId::new(&number.to_string()),
                speaker: Speaker::Unnamed,
                cue: None,
                content: vec![range(place)],
                form: Form::Indirect,
                stance: Stance::States,
                about: Vec::new(),
                provenance: Provenance::Curated,
                checked_by: None,
            }).collect();
            article.mentions = mentions.iter().map(|place| Mention {
                entity: EntityId::new("a"),
                range: range(place),
                provenance: Provenance::Curated,
            }).collect();
            let indexed = IndexedArticle::of(article);
            let article = &indexed.article;
            let all = article.claims.iter().enumerate()
                .map(|(number, claim)| (claim.content[0], Over::Claim(number, false)));
            let names = article.mentions.iter().enumerate()
                .map(|(number, mention)| (mention.range, Over::Mention(number)));
            let mut all: Vec<_> = all.chain(names).collect();
            all.sort_by_key(|(range, _)| range.start);
            for numbered in numbered_blocks(&indexed, Notes::Numbered) {
                let block = &numbered.block;
                let found = block.over.iter().map(|(range, over)| (*range, match over {
                    Over::Claim(place, is_quoted) => Over::Claim(numbered.claims[*place], *is_quoted),
                    Over::Mention(place) => Over::Mention(numbered.mentions[*place]),
                    other => *other,
                }));
                let expected = all.iter().copied().filter(|(range, _)| range.overlaps(block.range));
                prop_assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
                prop_assert!(block.claims.iter().zip(&numbered.claims).all(|(claim, number)| claim.note == Some(number + 1)));
                prop_assert_eq!(block.mentions.len(), numbered.mentions.len());
                let text: String = block.pieces().iter().map(|piece| block.words(piece.range)).collect();
                prop_assert_eq!(&*text, article.words(block.range));
            }
        }
    }

    #[test]
    fn ranges_lie_in_one_another_to_a_depth() {
        let nested = |number: u32| {
            (
                TextRange::new(number as usize, 1000 - number as usize),
                number,
            )
        };
        let mut over: Vec<_> = (0..100)
            .map(nested)
            .flat_map(|(range, number)| {
                [
                    (range, Over::Claim(number as usize, false)),
                    (range, Over::Mention(number as usize)),
                ]
            })
            .collect();
        over.push((TextRange::new(1000, 1001), Over::Mention(100)));
        let over = shallow(over);
        assert_eq!(over.len(), 2 * DEEPEST + 1);
        assert!(matches!(over.last(), Some((_, Over::Mention(100)))));
    }
}
