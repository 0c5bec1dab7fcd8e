//! The pieces of a block: which marks cover each stretch of its text.

use super::marked_block::{MarkedBlock, Over};
use explore::segments::segments;
use model::{TextRange, sort};

/// A stretch of text with all its marks, as places in the lists of the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its place in the article.
    pub range: TextRange,
    /// The claims over it.
    pub claims: Vec<usize>,
    /// Those of the claims that quote these words. The others paraphrase them.
    pub quoted: Vec<usize>,
    /// The claims whose last piece this is.
    pub ends: Vec<usize>,
    /// The mentions over it, longest first.
    pub mentions: Vec<usize>,
    /// The inline styles over it.
    pub inlines: Vec<usize>,
    /// The correction that changed it.
    pub correction: Option<usize>,
}

/// Cuts a block at the ends of the marks over it.
pub(super) fn pieces_of(block: &MarkedBlock, over: &[(TextRange, Over)]) -> Vec<Piece> {
    segments(block.range, over)
        .into_iter()
        .map(|segment| piece(block, segment.range, &segment.over))
        .collect()
}

fn piece(block: &MarkedBlock, range: TextRange, over: &[Over]) -> Piece {
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
    let length = |mention: &usize| block.mentions.get(*mention).map_or(0, |m| m.range.len());
    sort(&mut piece.mentions, |a, b| length(b).cmp(&length(a)));
    let ends = |claim: &usize| {
        let claim = block.claims.get(*claim);
        claim.is_some_and(|claim| claim.extent.end == range.end)
    };
    piece.ends = piece.claims.iter().copied().filter(ends).collect();
    piece
}
