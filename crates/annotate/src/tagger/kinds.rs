//! Kinds of names that a word next to them shows: newspapers that report, clubs that win, events.

use super::Tagged;
use super::extents::replace_by;
use super::known::known_at;
use crate::document::Document;
use crate::lexicon::{EVENT, FIRST, PLACE, PLACE_WORD, SURNAME};
use crate::patterns::is_one_of;
use crate::tokens::{Token, TokenKind};
use model::EntityKind;

/// The confidence of a name that the words around it show.
const SHOWN: f32 = 0.7;
/// The confidence below which another kind may be right.
const UNSURE: f32 = 0.75;

/// Corrects the kinds of the names found in a text, which are in order and stay so. Takes time
/// linear in its length.
pub(super) fn correct(document: &Document, found: &mut Vec<Tagged>) {
    found.retain(|name| !is_event(document, name));
    for name in found.iter_mut() {
        let kind = shown_kind(document, name);
        name.kind = kind.unwrap_or(name.kind);
    }
    add_shown(document, found);
}

fn word(document: &Document, at: usize) -> u32 {
    document.token(at).map_or(0, |token| token.word)
}

fn is_name_word(document: &Document, at: usize) -> bool {
    document
        .token(at)
        .is_some_and(|token| token.kind == TokenKind::Word && token.is_capital())
}

/// Whether a name is that of an event, a prize or a programme: "the Aarhus Masters".
fn is_event(document: &Document, name: &Tagged) -> bool {
    name.tokens.len() > 1 && document.is(name.tokens.end - 1, EVENT)
}

/// The kind that the words in or around a name show, if it differs from what the tagger found.
fn shown_kind(document: &Document, name: &Tagged) -> Option<EntityKind> {
    let tokens = &name.tokens;
    let first = word(document, tokens.start);
    let before = tokens
        .start
        .checked_sub(1)
        .map_or(0, |at| word(document, at));
    let known = known_at(document, tokens.start).is_some_and(|(known, _)| known == *tokens);
    let place = name.kind == EntityKind::Place;
    // "the Tarn Valley Lantern reported"
    let reports = is_one_of!(before, "the")
        && is_one_of!(
            word(document, tokens.end),
            "reported",
            "reports",
            "wrote",
            "said",
            "says"
        );
    let station = is_one_of!(first, "radio", "channel", "television", "tv")
        && !document
            .slice(tokens)
            .iter()
            .any(|token| token.is(PLACE_WORD) && token.word != first)
        && !is_one_of!(word(document, tokens.end - 1), "islands", "tunnel", "coast");
    if place && tokens.len() > 1 && !known && (reports || station) {
        return Some(EntityKind::Organisation);
    }
    // "They crossed Chukotka", "invaded Tuva"
    let unsure = name.kind == EntityKind::Person && name.confidence < UNSURE && tokens.len() == 1;
    let crossed = is_one_of!(
        before,
        "crossed",
        "invaded",
        "toured",
        "annexed",
        "across",
        "throughout"
    );
    let person = document
        .slice(tokens)
        .iter()
        .any(|token: &Token| token.is(FIRST | SURNAME));
    (unsure && crossed && !person).then_some(EntityKind::Place)
}

/// Adds newspapers and clubs that were missed: "The Lantern reported", "Braga beat Molde 2-1".
fn add_shown(document: &Document, found: &mut Vec<Tagged>) {
    let mut added = Vec::new();
    for at in 1..document.tokens.len() {
        let here = word(document, at);
        if is_one_of!(here, "reported", "reports", "wrote")
            && at > 1
            && is_name_word(document, at - 1)
            && is_one_of!(word(document, at - 2), "the")
        {
            added.push(at - 1);
        }
        let won = is_one_of!(here, "beat", "defeated", "thrashed");
        let score = document
            .token(at + 2)
            .is_some_and(|token| token.kind == TokenKind::Number)
            && document
                .token(at + 3)
                .is_some_and(|token| token.is_mark('-') || token.is_mark('–'))
            || document.word(at + 2).contains('-')
                && document.word(at + 2).starts_with(char::is_numeric);
        if won && score && is_name_word(document, at - 1) && is_name_word(document, at + 1) {
            added.extend([at - 1, at + 1]);
        }
    }
    let mut new = Vec::new();
    for at in added {
        let place = document.is(at, PLACE);
        let number = found.partition_point(|name| name.tokens.end <= at);
        let taken = found.get(number).filter(|name| name.tokens.start <= at);
        if !place && taken.is_none_or(|name| name.tokens == (at..at + 1)) {
            new.push(Tagged {
                tokens: at..at + 1,
                kind: EntityKind::Organisation,
                confidence: SHOWN,
            });
        }
    }
    new.dedup_by_key(|name| name.tokens.start);
    replace_by(found, new);
}
