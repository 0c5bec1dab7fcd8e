//! Acronyms that a text introduces in brackets: "Ulster Unionist Party (UUP)". Later
//! occurrences of the letters name the same entity.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use super::document::Document;
use super::lexicon::{CONJUNCTION, DETERMINER, PREPOSITION, Ready};
use super::linking::Name;
use super::rule::Rule;
use super::tokens::{Case, Token, TokenKind};
use model::EntityKind;

/// The confidence of an acronym introduced next to its name.
const INTRODUCED: f32 = 0.9;
/// The maximum length of a name before a bracket, in tokens.
const LONGEST: usize = 10;

/// Adds acronyms introduced in brackets, and the names they abbreviate, where no name was
/// found yet. `names` are sorted and stay sorted. Takes time linear in the length of the
/// text.
pub(super) fn add(document: &Document, names: &mut Vec<Name>) {
    let mut known: HashMap<u32, (), BuildHasherDefault<Ready>> = HashMap::default();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (open, token) in document.tokens.iter().enumerate() {
        if !token.is_mark('(') {
            continue;
        }
        let Some(acronym) = acronym_in(document, open) else {
            continue;
        };
        if let Some(name) = spelled_by(document, open, acronym) {
            known.insert(acronym.word, ());
            found.push(name);
        }
    }
    if known.is_empty() {
        return;
    }
    let place = |range: &Range<usize>| (range.start, range.end);
    found.sort_by_key(place);
    // A name that is or spells an acronym is an organisation.
    for name in names.iter_mut() {
        let spelled = found
            .binary_search_by_key(&place(&name.tokens), place)
            .is_ok();
        let acronym = name.tokens.len() == 1
            && document
                .token(name.tokens.start)
                .is_some_and(|token| is_acronym(token) && known.contains_key(&token.word));
        if (spelled || acronym) && matches!(name.kind, EntityKind::Person | EntityKind::Place) {
            name.kind = EntityKind::Organisation;
        }
    }
    let alone = document
        .tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| is_acronym(token) && known.contains_key(&token.word))
        .map(|(at, _)| at..at + 1);
    let mut added: Vec<Name> = found
        .iter()
        .cloned()
        .chain(alone)
        .map(|tokens| Name {
            tokens,
            kind: EntityKind::Organisation,
            date: None,
            confidence: INTRODUCED,
            rule: Rule::AcronymInBrackets,
        })
        .collect();
    added.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    let mut place = 0;
    let mut last = 0;
    added.retain(|new| {
        while names
            .get(place)
            .is_some_and(|name| name.tokens.end <= new.tokens.start)
        {
            place += 1;
        }
        let free = names
            .get(place)
            .is_none_or(|name| name.tokens.start >= new.tokens.end)
            && last <= new.tokens.start;
        if free {
            last = new.tokens.end;
        }
        free
    });
    names.append(&mut added);
    names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
}

/// Whether a token is written like an acronym: 2 to 14 bytes, in upper or mixed case.
fn is_acronym(token: &Token) -> bool {
    token.kind == TokenKind::Word
        && matches!(token.case, Case::Upper | Case::Mixed)
        && (2..=14).contains(&token.range.len())
}

/// The acronym in brackets at `open`: "(UUP)", "(UUP," or "(the UUP)".
fn acronym_in<'d>(document: &'d Document, open: usize) -> Option<&'d Token> {
    let first = document.token(open + 1)?;
    let at = open + 1 + usize::from(first.is(DETERMINER));
    let close = document.token(at + 1)?;
    let ends = close.is_mark(')') || close.is_mark(',') || close.is_mark(';');
    document
        .token(at)
        .filter(|token| ends && is_acronym(token) && document.word(at).len() <= 7)
}

/// The words before the bracket whose first letters make up the acronym, with or without
/// small words.
fn spelled_by(document: &Document, open: usize, acronym: &Token) -> Option<Range<usize>> {
    let mut letters: Vec<char> = acronym
        .range
        .of(document.text)
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let mut at = open;
    while let Some(letter) = letters.last() {
        let place = at.checked_sub(1)?;
        let token = document.token(place)?;
        if open - place > LONGEST || token.kind == TokenKind::Number {
            return None;
        }
        let fits =
            token.kind == TokenKind::Word && token.first.to_lowercase().next() == Some(*letter);
        if fits && (token.is_capital() || token.is(PREPOSITION | CONJUNCTION)) {
            letters.pop();
        } else if !(token.is(PREPOSITION | CONJUNCTION | DETERMINER)
            || token.is_mark('-')
            || token.is_mark('&')
            || token.is_mark('\''))
        {
            return None;
        }
        at = place;
    }
    let whole = at..open;
    let capital = document.token(at).is_some_and(Token::is_capital);
    (capital && whole.len() > 1).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_spelled_by_the_preceding_words() {
        for (text, expected) in [
            (
                "the Ulster Unionist Party (UUP) said. UUP voters",
                vec!["Ulster Unionist Party", "UUP", "UUP"],
            ),
            (
                "the Department of Justice (DOJ, for short)",
                vec!["Department of Justice", "DOJ"],
            ),
            (
                "International Atomic Agency (the IAA)",
                vec!["International Atomic Agency", "IAA"],
            ),
            ("some old men (UUP) left", vec![]),
            ("He said it (in US) twice", vec![]),
            ("Ann Lee (R) said", vec![]),
        ] {
            let document = Document::of(text);
            let mut names = Vec::new();
            add(&document, &mut names);
            let found: Vec<_> = names
                .iter()
                .map(|name| document.bytes(&name.tokens).of(text))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
