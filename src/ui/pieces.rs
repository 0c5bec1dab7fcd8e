//! The pieces of a block: which marks cover each stretch of its text.

use explore::IndexedArticle;
use explore::segments::segments;
use model::{TextRange, sort};

/// A stretch of text with all its marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its place in the article.
    pub range: TextRange,
    /// The claims over it, as numbers in the article's list.
    pub claims: Vec<usize>,
    /// Those of the claims that quote these words. The others paraphrase them.
    pub quoted: Vec<usize>,
    /// The claims whose last piece this is.
    pub ends: Vec<usize>,
    /// The mentions over it, longest first, as numbers in the article's list.
    pub mentions: Vec<usize>,
    /// The inline styles over it, as numbers in the block's list.
    pub inlines: Vec<usize>,
    /// The correction that changed it, as a number in the article's list.
    pub correction: Option<usize>,
}

/// The maximum number of claims, of names and of styles over one place.
const DEEPEST: usize = 12;

#[derive(Clone, Copy)]
enum Over {
    /// A claim, and whether it quotes the words.
    Claim(usize, bool),
    Mention(usize),
    Inline(usize),
    Correction(usize),
}

/// The pieces of each block of an article, in order. Together, the pieces of a block give its text.
#[must_use]
pub fn pieces(indexed: &IndexedArticle) -> Vec<Vec<Piece>> {
    let article = &indexed.article;
    let mut over: Vec<(TextRange, Over)> = Vec::new();
    for number in 0..article.claims.len() {
        let stretches = indexed.stretches(number).into_iter();
        over.extend(stretches.map(|it| (it.range, Over::Claim(number, it.is_quoted))));
    }
    for (number, mention) in article.mentions.iter().enumerate() {
        over.push((mention.range, Over::Mention(number)));
    }
    for (number, correction) in article.corrections.iter().enumerate() {
        over.push((correction.range, Over::Correction(number)));
    }
    sort(&mut over, |(a, _), (b, _)| a.start.cmp(&b.start));
    shallow(&mut over);
    article
        .blocks
        .iter()
        .map(|block| {
            // The ranges are sorted by start, so only those before the block's end can reach it.
            let until = over.partition_point(|(range, _)| range.start < block.range.end);
            let mut here: Vec<(TextRange, Over)> = over
                .iter()
                .take(until)
                .filter(|(range, _)| range.overlaps(block.range))
                .copied()
                .collect();
            let inlines = block.inlines.iter().enumerate();
            let mut inlines = inlines
                .map(|(number, inline)| (inline.range, Over::Inline(number)))
                .collect();
            shallow(&mut inlines);
            here.append(&mut inlines);
            segments(block.range, &here)
                .into_iter()
                .map(|segment| piece(indexed, segment.range, &segment.over))
                .collect()
        })
        .collect()
}

/// Drops ranges, sorted by start, where more than [`DEEPEST`] of their kind would cover one place.
/// Otherwise their elements could nest without limit.
fn shallow(over: &mut Vec<(TextRange, Over)>) {
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
}

fn piece(indexed: &IndexedArticle, range: TextRange, over: &[Over]) -> Piece {
    let article = &indexed.article;
    let mut piece = Piece {
        range,
        ..Piece::default()
    };
    for label in over {
        match label {
            Over::Claim(number, is_quoted) => {
                piece.claims.push(*number);
                if *is_quoted {
                    piece.quoted.push(*number);
                }
            }
            Over::Mention(number) => piece.mentions.push(*number),
            Over::Inline(number) => piece.inlines.push(*number),
            Over::Correction(number) => piece.correction = Some(*number),
        }
    }
    let length = |mention: &usize| article.mentions.get(*mention).map_or(0, |m| m.range.len());
    sort(&mut piece.mentions, |a, b| length(b).cmp(&length(a)));
    let ends = |claim: &usize| {
        article
            .claims
            .get(*claim)
            .is_some_and(|claim| claim.extent().end == range.end)
    };
    piece.ends = piece.claims.iter().copied().filter(ends).collect();
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

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
        shallow(&mut over);
        assert_eq!(over.len(), 2 * DEEPEST + 1);
        assert!(matches!(over.last(), Some((_, Over::Mention(100)))));
    }
}
