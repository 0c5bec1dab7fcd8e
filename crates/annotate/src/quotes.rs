//! What stands between quotation marks of any style, paragraph by paragraph.
//!
//! A paragraph that opens with a mark and does not close it goes on in the next one if that
//! opens with a mark again; where a text has lost its paragraphs, a mark that opens after a
//! full stop tells the same. A mark that a comma or a colon leads to (`he said, “`) and that
//! is never closed quotes the rest of its paragraph, any other quotes nothing. A straight
//! mark opens or closes by the white space beside it; where that does not tell, by turns.

use std::ops::Range;

use super::document::Document;
use super::tokens::{Token, TokenKind};

/// A quoted stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The tokens between the marks.
    pub inside: Range<usize>,
    /// With the marks.
    pub whole: Range<usize>,
    /// The paragraph in which it stands.
    pub paragraph: usize,
    /// It goes on from the quotation before it, across paragraphs.
    pub continues: bool,
    /// Single marks, which also stand around words that nobody says.
    pub single: bool,
}

/// The outermost quotations of a text, in order. Time is linear in its length.
#[must_use]
pub fn quotations(document: &Document) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut runs_on = false;
    let count = document.paragraphs.len();
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let next_opens = number + 1 < count
            && document
                .paragraphs
                .get(number + 1)
                .and_then(|next| document.token(next.start))
                .is_some_and(opens_paragraph);
        runs_on = in_paragraph(document, number, paragraph, runs_on, next_opens, &mut found);
    }
    found
}

fn opens_paragraph(token: &Token) -> bool {
    token.kind == TokenKind::Mark && matches!(token.first, '“' | '"' | '«' | '„' | '「')
}

/// Adds the quotations of one paragraph; tells whether the last one goes on in the next.
fn in_paragraph(
    document: &Document,
    number: usize,
    paragraph: &Range<usize>,
    runs_on: bool,
    next_opens: bool,
    found: &mut Vec<Quoted>,
) -> bool {
    let closings = closings(document, paragraph);
    let mut at = paragraph.start;
    let mut reopens = false;
    while at < paragraph.end {
        let Some(kind) = document.token(at).and_then(opening) else {
            at += 1;
            continue;
        };
        let closes_only = match kind {
            '\'' => !opens_single(document, at, paragraph),
            '"' => straight_side(document, at, paragraph) == Side::Closes,
            _ => false,
        };
        if closes_only {
            at += 1;
            continue;
        }
        let first = at == paragraph.start || reopens;
        let continues = at == paragraph.start && runs_on || reopens;
        let end = closing_of(document, at, kind, paragraph, &closings);
        reopens = false;
        let (end, closed) = match end {
            Some(End::Closed(end)) => (end, true),
            Some(End::Reopened(end)) => {
                reopens = true;
                (end, false)
            }
            None if first && kind != '\'' && (next_opens || runs_on) => (paragraph.end, false),
            None if kind != '\'' && ends_open(document, at, paragraph) => (paragraph.end, false),
            None => {
                at += 1;
                continue;
            }
        };
        if end > at + 1 {
            found.push(Quoted {
                inside: at + 1..end,
                whole: at..end + usize::from(closed),
                paragraph: number,
                continues,
                single: kind == '\'',
            });
        }
        if !closed && !reopens {
            return next_opens;
        }
        at = end + usize::from(closed);
    }
    false
}

/// What closes a quotation that this token opens; `None` if it opens none.
fn opening(token: &Token) -> Option<char> {
    if token.kind != TokenKind::Mark {
        return None;
    }
    match token.first {
        '“' | '„' | '‟' => Some('”'),
        '"' | '＂' => Some('"'),
        '«' => Some('»'),
        '»' => Some('«'),
        '‹' => Some('›'),
        '「' => Some('」'),
        '『' => Some('』'),
        '《' => Some('》'),
        '‘' | '\'' | '`' | '‚' => Some('\''),
        _ => None,
    }
}

/// How many closing marks of each kind are left from a token on, so that a mark by the
/// thousand that nothing closes costs no search.
struct Closings {
    last: [Option<usize>; 9],
}

const SINGLE: usize = 7;
/// Marks that open more often within one another close nothing.
const DEEPEST: usize = 8;

fn closing_kind(mark: char) -> Option<usize> {
    match mark {
        '”' => Some(0),
        '“' => Some(8),
        '"' | '＂' => Some(1),
        '»' => Some(2),
        '«' => Some(3),
        '›' => Some(4),
        '」' => Some(5),
        '』' | '》' => Some(6),
        '\'' | '’' => Some(SINGLE),
        _ => None,
    }
}

fn closings(document: &Document, paragraph: &Range<usize>) -> Closings {
    let mut last = [None; 9];
    for at in paragraph.clone() {
        let kind = document
            .token(at)
            .filter(|token| token.kind == TokenKind::Mark)
            .and_then(|token| closing_kind(token.first))
            .filter(|kind| *kind != SINGLE || closes_single(document, at));
        if let Some(slot) = kind.and_then(|kind| last.get_mut(kind)) {
            *slot = Some(at);
        }
    }
    Closings { last }
}

/// On which side of a quotation a straight mark stands, by the white space beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

fn straight_side(document: &Document, at: usize, paragraph: &Range<usize>) -> Side {
    let mark_in = |token: &Token, marks: &[char]| {
        token.kind == TokenKind::Mark && marks.contains(&token.first)
    };
    let free_before = at == paragraph.start
        || document.token(at).is_some_and(|token| token.spaced)
        || document
            .token(at - 1)
            .is_some_and(|before| mark_in(before, &['(', '[', '—', '–', '“', '‘', '\'']));
    let free_after = at + 1 >= paragraph.end
        || document.token(at + 1).is_some_and(|after| {
            after.spaced || mark_in(after, &['.', ',', ';', ':', '!', '?', ')', ']', '—', '–'])
        });
    match (free_before, free_after) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    }
}

/// Where a quotation ends.
#[derive(Clone, Copy)]
enum End {
    /// At the mark that closes it.
    Closed(usize),
    /// Before a mark that opens it again, as each paragraph of a longer one does.
    Reopened(usize),
}

/// Whether the mark at `place` follows the end of a sentence.
fn after_sentence(document: &Document, place: usize) -> bool {
    document.token(place).is_some_and(|token| token.spaced)
        && place
            .checked_sub(1)
            .and_then(|before| document.token(before))
            .is_some_and(|before| {
                before.kind == TokenKind::Mark && matches!(before.first, '.' | '!' | '?' | '…')
            })
}

/// The token that closes the quotation opened at `at`.
fn closing_of(
    document: &Document,
    at: usize,
    kind: char,
    paragraph: &Range<usize>,
    closings: &Closings,
) -> Option<End> {
    let low = document.token(at).is_some_and(|token| token.first == '„');
    let last_of =
        |mark| closing_kind(mark).and_then(|kind| closings.last.get(kind).copied().flatten());
    let last = last_of(kind)
        .max(last_of('“').filter(|_| low))
        .filter(|last| *last > at)?;
    let mut depth = 0usize;
    for place in at + 1..=last.min(paragraph.end) {
        let Some(token) = document.token(place) else {
            break;
        };
        if token.kind != TokenKind::Mark {
            continue;
        }
        let mark = token.first;
        let opens = match kind {
            '"' => {
                matches!(mark, '"' | '＂')
                    && straight_side(document, place, paragraph) == Side::Opens
            }
            '\'' => false,
            _ => !low && Some(kind) == opening(token),
        };
        if opens && place > at + 1 && matches!(kind, '"' | '”') && after_sentence(document, place)
        {
            return Some(End::Reopened(place));
        }
        let closes = !opens
            && match kind {
                '”' => mark == '”' || (low && mark == '“'),
                '\'' => matches!(mark, '’' | '\'') && closes_single(document, place),
                '"' => matches!(mark, '"' | '＂'),
                '》' => mark == '》',
                other => mark == other,
            };
        if closes {
            if depth == 0 {
                return Some(End::Closed(place));
            }
            depth -= 1;
        } else if opens {
            depth += 1;
            if depth > DEEPEST {
                return None;
            }
        }
    }
    None
}

/// A single mark opens a quotation at the start of a word, unless it stands for a left-out
/// letter or number ("’90s", "’tis").
fn opens_single(document: &Document, at: usize, paragraph: &Range<usize>) -> bool {
    let Some(token) = document.token(at) else {
        return false;
    };
    let free = token.spaced
        || at == paragraph.start
        || document.token(at - 1).is_some_and(|before| {
            before.kind == TokenKind::Mark && !matches!(before.first, ')' | '%')
        });
    let next = document.token(at + 1);
    free && next.is_some_and(|next| !next.spaced && next.kind != TokenKind::Number)
}

/// A single mark closes at the end of a word, unless another word follows at once. After
/// an "s" it may be a possessive; a space and a small letter after it, with no mark before
/// it, leave that open and it is taken to close.
fn closes_single(document: &Document, at: usize) -> bool {
    let Some(token) = document.token(at) else {
        return false;
    };
    let next = document.token(at + 1);
    let joined = next.is_some_and(|next| !next.spaced && next.kind != TokenKind::Mark);
    !token.spaced && !joined
}

/// An opening mark that a comma or a colon leads to may stay open to the paragraph's end:
/// `He said: “It began here.`
fn ends_open(document: &Document, at: usize, paragraph: &Range<usize>) -> bool {
    let introduced = at
        .checked_sub(1)
        .and_then(|before| document.token(before))
        .is_some_and(|token| token.is_mark(':') || token.is_mark(','));
    introduced && paragraph.end > at + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let document = Document::of(text);
        quotations(&document)
            .iter()
            .map(|quoted| document.bytes(&quoted.inside).of(text).to_owned())
            .collect()
    }

    #[test]
    fn marks_of_many_kinds() {
        for (text, expected) in [
            ("He said “never” twice.", vec!["never"]),
            ("say \"one\" and \"two\"", vec!["one", "two"]),
            ("“Outer ‘inner’ outer”", vec!["Outer ‘inner’ outer"]),
            ("“Outer “inner” outer”", vec!["Outer “inner” outer"]),
            ("« Oui » et «non»", vec!["Oui", "non"]),
            ("„Ja“, sagte er, „und nein”.", vec!["Ja", "und nein"]),
            ("他说「好」。", vec!["好"]),
            ("the 'quasi-state of war' it's", vec!["quasi-state of war"]),
            ("countries’ phasing out of ’90s", vec![]),
            ("‘Europe’s digital’ market", vec!["Europe’s digital"]),
            ("James' book and Chris' car", vec![]),
            ("“never closed\nnext” one", vec![]),
            ("a 5\" disk", vec![]),
            ("”“", vec![]),
            ("\"We \"won\" it,\" he said.", vec!["We \"won\" it,"]),
            (
                "He said: \"One. \"Two.\" \"Three,\" she said.",
                vec!["One.", "Two.", "Three,"],
            ),
            ("“One. “Two,” he said.", vec!["One.", "Two,"]),
            ("lost\" marks, \"one\" he said", vec!["one"]),
            ("pre \" parted \" words", vec!["parted"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_quotation_over_paragraphs_opens_each() {
        let text = "He said: “One.\n“Two.\n“Three,” he added.\nFour.";
        assert_eq!(found(text), ["One.", "Two.", "Three,"]);
        let document = Document::of(text);
        let continues: Vec<_> = quotations(&document)
            .iter()
            .map(|quoted| quoted.continues)
            .collect();
        assert_eq!(continues, [false, true, true]);
    }

    #[test]
    fn marks_by_the_thousand_take_linear_time() {
        for mark in ["“", "\"", "‘", "«", "”", "'", " '", "“ \" "] {
            let text = mark.repeat(50_000);
            let _ = found(&text);
        }
    }
}
