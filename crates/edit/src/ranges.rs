//! Ranges of an article: checked, trimmed, and made of whole words.

use crate::EditProblem;
use model::{Article, Block, Claim, Speaker, TextRange, sort};
use text::words::words;

/// All ranges of a claim: its pieces, its cue, and the words for its speaker.
pub(crate) fn of_claim_mut(claim: &mut Claim) -> impl Iterator<Item = &mut TextRange> {
    let speaker = match &mut claim.speaker {
        Speaker::Words(range) => Some(range),
        Speaker::Entity(_) | Speaker::Unnamed => None,
    };
    claim
        .content
        .iter_mut()
        .chain(&mut claim.cue)
        .chain(speaker)
}

/// All ranges of a claim, as in [`of_claim_mut`].
pub(crate) fn of_claim(claim: &Claim) -> impl Iterator<Item = TextRange> {
    let speaker = match claim.speaker {
        Speaker::Words(range) => Some(range),
        Speaker::Entity(_) | Speaker::Unnamed => None,
    };
    let content = claim.content.iter().copied();
    content.chain(claim.cue).chain(speaker)
}

/// Checks that a range fits the text, and begins and ends with a character that is not white
/// space.
pub(crate) fn check(article: &Article, range: TextRange) -> Result<(), EditProblem> {
    check_boundaries(&article.text, range)?;
    match trimmed(&article.text, range) {
        None => Err(EditProblem::NoWords),
        Some(words) if words == range => Ok(()),
        Some(_) => Err(EditProblem::BlankEnds),
    }
}

/// Checks a range like [`check`], and that it is within one block.
pub(crate) fn check_in_block(article: &Article, range: TextRange) -> Result<(), EditProblem> {
    check(article, range)?;
    let blocks = block_at(article, range.start).zip(block_at(article, range.end));
    match blocks {
        Some((first, last)) if first == last => Ok(()),
        _ => Err(EditProblem::AcrossBlocks),
    }
}

/// Checks that a range lies in the text and does not cut a character.
pub(crate) fn check_boundaries(text: &str, range: TextRange) -> Result<(), EditProblem> {
    let (start, end) = (range.start as usize, range.end as usize);
    if start > end || end > text.len() {
        Err(EditProblem::OutsideText)
    } else if text.is_char_boundary(start) && text.is_char_boundary(end) {
        Ok(())
    } else {
        Err(EditProblem::WithinCharacter)
    }
}

/// The number of the block that contains an offset or ends there; `None` between blocks.
#[must_use]
pub fn block_at(article: &Article, offset: u32) -> Option<usize> {
    let before = |block: &Block| block.range.start <= offset;
    let number = article.blocks.partition_point(before).checked_sub(1)?;
    let block = article.blocks.get(number)?;
    (offset <= block.range.end).then_some(number)
}

/// A range without white space at its ends; `None` if nothing else is in it.
#[must_use]
pub fn trimmed(text: &str, range: TextRange) -> Option<TextRange> {
    let words = range.of(text);
    let start = range.start as usize + words.len() - words.trim_start().len();
    let words = words.trim();
    (!words.is_empty()).then(|| TextRange::new(start, start + words.len()))
}

/// The pieces of a selection: in each block that it touches the selected words, without white
/// space at their ends.
#[must_use]
pub fn pieces_of(article: &Article, selection: TextRange) -> Vec<TextRange> {
    let in_block = |block: &Block| {
        let within = TextRange {
            start: block.range.start.max(selection.start),
            end: block.range.end.min(selection.end),
        };
        trimmed(&article.text, within)
    };
    let before = |block: &Block| block.range.end <= selection.start;
    let first = article.blocks.partition_point(before);
    let rest = article.blocks.get(first..).unwrap_or_default().iter();
    rest.take_while(|block| block.range.start < selection.end)
        .filter_map(in_block)
        .collect()
}

/// A range that is widened so that it cuts no word.
#[must_use]
pub fn whole_words(article: &Article, range: TextRange) -> TextRange {
    let cut = |offset: u32| {
        words_around(article, offset).find(|word| word.start < offset && offset < word.end)
    };
    TextRange {
        start: cut(range.start).map_or(range.start, |word| word.start),
        end: cut(range.end).map_or(range.end, |word| word.end),
    }
}

/// The words of the block at an offset, in order.
fn words_around(article: &Article, offset: u32) -> impl Iterator<Item = TextRange> + '_ {
    let block = block_at(article, offset).and_then(|number| article.blocks.get(number));
    let range = block.map_or_else(TextRange::default, |block| block.range);
    words(range.of(&article.text)).map(move |word| TextRange {
        start: range.start + word.start,
        end: range.start + word.end,
    })
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first word.
    Start,
    /// The last word.
    End,
}

/// A direction in the order of the text, not of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Toward the beginning of the text.
    Beginning,
    /// Toward the end of the text.
    End,
}

/// The range with one end moved by a word within its block; `None` if there is no further word
/// there, or the range would have none.
#[must_use]
pub fn moved_by_word(
    article: &Article,
    range: TextRange,
    end: End,
    toward: Toward,
) -> Option<TextRange> {
    let from = match end {
        End::Start => range.start,
        End::End => range.end,
    };
    let mut offsets = words_around(article, from).map(|word| match end {
        End::Start => word.start,
        End::End => word.end,
    });
    let to = match toward {
        Toward::End => offsets.find(|offset| *offset > from),
        Toward::Beginning => offsets.take_while(|offset| *offset < from).last(),
    }?;
    let moved = match end {
        End::Start => TextRange { start: to, ..range },
        End::End => TextRange { end: to, ..range },
    };
    (!moved.is_empty()).then_some(moved)
}

/// Whether two characters beside each other belong to one word.
pub(crate) fn is_one_word(pair: [char; 2]) -> bool {
    let text = String::from_iter(pair);
    let mut words = words(&text);
    words
        .next()
        .is_some_and(|word| word.len() as usize == text.len())
}

/// Pieces in the order of the text, joined where they overlap or touch.
pub(crate) fn joined(mut pieces: Vec<TextRange>) -> Vec<TextRange> {
    sort(&mut pieces, TextRange::cmp);
    let mut joined: Vec<TextRange> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if piece.start <= last.end => last.end = last.end.max(piece.end),
            _ => joined.push(piece),
        }
    }
    joined
}

/// The order of mentions: by start, then longest first.
pub(crate) fn in_text(a: TextRange, b: TextRange) -> std::cmp::Ordering {
    a.start.cmp(&b.start).then(b.end.cmp(&a.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, range};

    #[test]
    fn ends_move_by_words_within_their_block() {
        let article = article();
        use {End::End as Last, End::Start, Toward::Beginning, Toward::End as Ahead};
        for (words, end, toward, expected) in [
            ("spoke", Last, Ahead, Some("spoke on")),
            ("spoke on", Last, Beginning, Some("spoke")),
            ("spoke", Last, Beginning, None),
            ("spoke on", Start, Ahead, Some("on")),
            ("spoke", Start, Ahead, None),
            ("spoke", Start, Beginning, Some("Lee spoke")),
            ("Ann", Start, Beginning, None),
            ("Monday", Last, Ahead, None),
            ("not now", Start, Beginning, Some("said, “not now")),
        ] {
            let moved = moved_by_word(&article, range(&article, words), end, toward);
            let moved = moved.map(|moved| article.words(moved));
            assert_eq!(moved, expected, "{words} {end:?} {toward:?}");
        }
    }

    #[test]
    fn selections_become_whole_words_in_blocks() {
        let article = article();
        for (selection, whole, pieces) in [
            ("poke o", "spoke on", vec!["poke o"]),
            ("spoke on", "spoke on", vec!["spoke on"]),
            (" spoke ", " spoke ", vec!["spoke"]),
            ("day.\n\n“N", "Monday.\n\n“No", vec!["day.", "“N"]),
            ("\n\n", "\n\n", vec![]),
        ] {
            let selected = range(&article, selection);
            assert_eq!(article.words(whole_words(&article, selected)), whole);
            let found = pieces_of(&article, selected);
            let found: Vec<&str> = found.iter().map(|piece| article.words(*piece)).collect();
            assert_eq!(found, pieces, "{selection:?}");
        }
        let nowhere = TextRange::new(900, 920);
        assert_eq!(whole_words(&article, nowhere), nowhere);
        assert_eq!(pieces_of(&article, nowhere), []);
        assert_eq!(
            moved_by_word(&article, nowhere, End::Start, Toward::Beginning),
            None
        );
    }

    #[test]
    fn pieces_that_overlap_or_touch_are_one() {
        let pieces = |pieces: &[(usize, usize)]| -> Vec<TextRange> {
            pieces
                .iter()
                .map(|(start, end)| TextRange::new(*start, *end))
                .collect()
        };
        let joined = joined(pieces(&[(9, 12), (0, 3), (3, 5), (10, 11), (6, 8)]));
        assert_eq!(joined, pieces(&[(0, 5), (6, 8), (9, 12)]));
    }
}
