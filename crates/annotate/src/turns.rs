//! Turns of a transcript: paragraphs that open with who speaks, "IRENE CALDER: Good morning."

use std::collections::HashMap;
use std::ops::Range;

use super::document::Document;
use super::lexicon::{Lexicon, MONTH, NO_TURN, ORG, PLACE, TITLE, WEEKDAY, join};
use super::patterns::is_one_of;
use super::tokens::{Case, Token, TokenKind};

/// The maximum number of tokens before the colon.
const LABEL: usize = 10;
/// The number of turns from which a text is a transcript: with names in capitals, and without.
const FEWEST: usize = 2;
const FEWEST_IN_LOWER_CASE: usize = 3;

/// A paragraph that one person speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// The words before the colon.
    pub(super) label: Range<usize>,
    /// The name among them, if there is one.
    pub(super) name: Option<Range<usize>>,
    /// The words after the colon.
    pub(super) words: Range<usize>,
    /// Whether somebody answers or reports, and does not only ask or lead.
    pub(super) states: bool,
}

/// The turn of each paragraph, if the text is a transcript. Takes time linear in its length.
pub(super) fn turns(document: &Document) -> HashMap<usize, Turn> {
    let mut found = HashMap::new();
    let mut counts: HashMap<u32, usize> = HashMap::new();
    let mut upper = 0;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        if let Some(turn) = turn(document, paragraph) {
            let letters = document.slice(&turn.label);
            upper += usize::from(letters.iter().all(|token| {
                token.kind != TokenKind::Word || matches!(token.case, Case::Upper | Case::Single)
            }));
            let last = letters.last().map_or(0, |token| token.word);
            *counts.entry(last).or_default() += 1;
            found.insert(number, turn);
        }
    }
    let again: usize = counts.values().filter(|count| **count > 1).sum();
    let repeated = 2 * again > found.len() && counts.len() > 1;
    // "IRENE CALDER:" or "MS. CALDER:".
    let is_full = found.values().any(|turn: &Turn| {
        let name = turn.name.as_ref();
        name.is_some_and(|name| name.len() > 1 || name.start > turn.label.start)
    });
    let in_capitals = upper >= FEWEST && upper == found.len() && counts.len() > 1;
    let is_transcript =
        in_capitals && (is_full || repeated) || found.len() >= FEWEST_IN_LOWER_CASE && repeated;
    if !is_transcript {
        found.clear();
    }
    found
}

fn turn(document: &Document, paragraph: &Range<usize>) -> Option<Turn> {
    let start = paragraph.start;
    let farthest = paragraph.end.min(start + LABEL);
    let is = |at: usize, mark: char| document.token(at).is_some_and(|token| token.is_mark(mark));
    let colon = (start + 1..farthest).find(|at| is(*at, ':'))?;
    let bracket = (start + 1..colon).find(|at| is(*at, '('));
    let name_end = bracket.unwrap_or(colon);
    let mut name_start = start;
    let is_title = |at: usize| document.is(at, TITLE);
    while name_start + 1 < name_end
        && (is_title(name_start) || (name_start > start && is(name_start, '.')))
    {
        name_start += 1;
    }
    let fits = |token: &Token| match token.kind {
        TokenKind::Word => token.is_capital() || token.is_possessive(),
        TokenKind::Mark => matches!(token.first, '.' | '-' | '\'' | '’'),
        TokenKind::Number => false,
    };
    let words = colon + 1..paragraph.end;
    let first = document.token(words.start)?;
    let quotes = matches!(first.first, '“' | '"' | '«' | '„' | '‘' | '\'' | '`');
    if name_end - start > 6
        || !document.slice(&(start..name_end)).iter().all(fits)
        || !first.spaced
        || quotes
        || words.len() < 2
    {
        return None;
    }
    let nobody = (start..name_end).any(|at| document.is(at, NO_TURN));
    let joined = |all: u32, token: &Token| join(all, token.word);
    let name = document.slice(&(start..name_end));
    let known = match name {
        [token] => token.classes,
        _ => (Lexicon::get().phrase(name.iter().fold(0, joined))).unwrap_or(0),
    };
    if known & (PLACE | ORG | MONTH | WEEKDAY) != 0 {
        return None;
    }
    let answer = name_end == start + 1
        && is_one_of!(
            document.token(start).map_or(0, |token| token.word),
            "a",
            "answer"
        );
    Some(Turn {
        label: start..colon,
        name: (!nobody && !answer).then_some(name_start..name_end),
        words,
        states: !nobody,
    })
}
