//! Names of the lexicon that the tagger missed or split.

use std::ops::Range;

use super::Tagged;
use crate::document::Document;
use crate::lexicon::{self, Lexicon, join};
use crate::tokens::{Case, Token};
use model::EntityKind;

/// The confidence of a name from the lexicon.
const SURE: f32 = 0.8;

/// Adds names of several words from the lexicon, replacing the tagger's overlapping
/// results, and marks known acronyms as organisations. A longer result that contains such a
/// name is kept.
pub(super) fn add_known(document: &Document, found: &mut Vec<Tagged>) {
    for name in found.iter_mut() {
        let tokens = document.slice(&name.tokens);
        if let [token] = tokens
            && token.case == Case::Upper
            && token.is(lexicon::ORG)
            && !token.is(lexicon::PLACE)
        {
            name.kind = EntityKind::Organisation;
        }
    }
    let mut known = Vec::new();
    let mut at = 0;
    let mut next = 0;
    while at < document.tokens.len() {
        let Some((tokens, kind)) = known_at(document, at) else {
            at += 1;
            continue;
        };
        at = tokens.end;
        while found
            .get(next)
            .is_some_and(|name| name.tokens.end <= tokens.start)
        {
            next += 1;
        }
        let holds = found
            .get(next)
            .is_some_and(|name| name.tokens.start <= tokens.start && tokens.end <= name.tokens.end);
        let crosses = found
            .get(next)
            .is_some_and(|name| name.tokens.start < tokens.start && tokens.start < name.tokens.end);
        let beyond = document.token(tokens.end).is_some_and(|after| {
            after.is_capital() && after.is(lexicon::ORG_WORD | lexicon::PLACE_WORD)
        });
        // "the 2005 New Zealand general election" names an event.
        let event = document.token(tokens.end).is_some_and(|after| {
            [
                lexicon::word_hash("general"),
                lexicon::word_hash("federal"),
                lexicon::word_hash("election"),
                lexicon::word_hash("presidential"),
            ]
            .contains(&after.word)
        });
        if !holds && !crosses && !beyond && !event {
            known.push(Tagged {
                tokens,
                kind,
                confidence: SURE,
            });
        }
    }
    if known.is_empty() {
        return;
    }
    let mut place = 0;
    found.retain(|name| {
        while known
            .get(place)
            .is_some_and(|known| known.tokens.end <= name.tokens.start)
        {
            place += 1;
        }
        known
            .get(place)
            .is_none_or(|known| known.tokens.start >= name.tokens.end)
    });
    found.append(&mut known);
    found.sort_by_key(|name| name.tokens.start);
}

/// The longest name of several words that begins at a token.
pub(super) fn known_at(document: &Document, at: usize) -> Option<(Range<usize>, EntityKind)> {
    let lexicon = Lexicon::get();
    if !document.token(at).is_some_and(Token::is_capital) {
        return None;
    }
    let mut joined = 0;
    let mut longest = None;
    for place in at..at + lexicon::LONGEST_PHRASE {
        let Some(token) = document.token(place) else {
            break;
        };
        joined = join(joined, token.word);
        match lexicon.phrase(joined) {
            None => break,
            Some(classes) if place > at && token.is_capital() => {
                let kind = if classes & lexicon::ORG != 0 {
                    Some(EntityKind::Organisation)
                } else if classes & lexicon::PLACE != 0 {
                    Some(EntityKind::Place)
                } else {
                    None
                };
                longest = kind.map(|kind| (at..place + 1, kind)).or(longest);
            }
            Some(_) => {}
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_lexicon_are_complete() {
        for (text, before, expected) in [
            ("the European Union said", None, vec!["European Union"]),
            (
                "the European Union said",
                Some(1..2),
                vec!["European Union"],
            ),
            (
                "the Greater New York Council",
                Some(1..5),
                vec!["Greater New York Council"],
            ),
            ("New ideas", None, vec![]),
            ("the new york", None, vec![]),
        ] {
            let document = Document::of(text);
            let mut found: Vec<Tagged> = before
                .into_iter()
                .map(|tokens| Tagged {
                    tokens,
                    kind: EntityKind::Place,
                    confidence: 1.0,
                })
                .collect();
            add_known(&document, &mut found);
            let names: Vec<_> = found
                .iter()
                .map(|name| document.bytes(&name.tokens).of(text))
                .collect();
            assert_eq!(names, expected, "{text}");
        }
    }
}
