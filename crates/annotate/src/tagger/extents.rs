//! Where names begin and end: what belongs to them and was left out, and the first words of
//! sentences that do not.

use std::ops::Range;

use super::Tagged;
use crate::document::Document;
use crate::lexicon::{
    ADVERB, CITIZEN, CONJUNCTION, FIRST, LEGAL_FORM, NAME_PARTICLE, ORG, ORG_WORD, PARTICLE, PLACE,
    PLACE_WORD, PREPOSITION, STATE, SUBJECT,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, Token, TokenKind};
use model::EntityKind;

/// The confidence of a place that is found by the words around it.
const SURE: f32 = 0.8;

/// Corrects the extents of the names found in a text, which are in order and stay so. Takes time
/// linear in its length.
pub(super) fn correct(document: &Document, found: &mut Vec<Tagged>) {
    for name in found.iter_mut() {
        name.tokens = without_marks(document, &name.tokens);
        name.tokens = behind_first_word(document, &name.tokens);
        extend(document, name);
    }
    join_firms(document, found);
    add_states(document, found);
    add_datelines(document, found);
    without_overlaps(found);
}

/// Adds names in the place of those that overlap them; both are in order.
pub(super) fn replace_by(found: &mut Vec<Tagged>, mut added: Vec<Tagged>) {
    if added.is_empty() {
        return;
    }
    let mut next = 0;
    found.retain(|name| {
        while added
            .get(next)
            .is_some_and(|new| new.tokens.end <= name.tokens.start)
        {
            next += 1;
        }
        added
            .get(next)
            .is_none_or(|new| new.tokens.start >= name.tokens.end)
    });
    found.append(&mut added);
    found.sort_by_key(|name| name.tokens.start);
}

/// Removes names that begin within the one before them.
fn without_overlaps(found: &mut Vec<Tagged>) {
    found.retain(|name| !name.tokens.is_empty());
    found.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    let mut end = 0;
    found.retain(|name| {
        let free = name.tokens.start >= end;
        if free {
            end = name.tokens.end;
        }
        free
    });
}

/// A name without quotation marks, commas and brackets at its edges.
fn without_marks(document: &Document, tokens: &Range<usize>) -> Range<usize> {
    let is_mark = |at: &usize, marks: &[char]| {
        (document.token(*at))
            .is_some_and(|token| token.kind == TokenKind::Mark && marks.contains(&token.first))
    };
    let quotes = ['"', '”', '“', '„', '«', '»', ',', ';', ':'];
    let opening = tokens.clone().take_while(|at| {
        is_mark(at, &quotes) || is_mark(at, &[')', '’', '\'', '-', '–', '—', '.'])
    });
    let start = tokens.start + opening.count();
    let closing = (start..tokens.end)
        .rev()
        .take_while(|at| is_mark(at, &quotes) || is_mark(at, &['(', '-', '–', '—']));
    start..tokens.end - closing.count()
}

/// A name without a first word that only opens its sentence: "But Maybury", "Even Crowe", "Swede
/// Ann Lee".
fn behind_first_word(document: &Document, tokens: &Range<usize>) -> Range<usize> {
    let (Some(first), Some(next)) = (
        document.token(tokens.start),
        document.token(tokens.start + 1),
    ) else {
        return tokens.clone();
    };
    let opens = first.case == Case::Capital
        && first.is(ADVERB | CONJUNCTION | PREPOSITION)
        && !first.is(FIRST | ORG | PLACE | ORG_WORD | PLACE_WORD | SUBJECT)
        && !is_one_of!(first.word, "first", "over", "near", "like", "all", "as");
    let people = tokens.len() == 3
        && first.is(CITIZEN)
        && !document
            .slice(tokens)
            .iter()
            .any(|token| token.is(ORG_WORD | PLACE_WORD));
    if tokens.len() > 1 && next.is_capital() && (opens || people) {
        tokens.start + 1..tokens.end
    } else {
        tokens.clone()
    }
}

/// Adds the words after and before a name that belong to it.
fn extend(document: &Document, name: &mut Tagged) {
    let token = |at: usize| document.token(at);
    let capital = |at: usize| {
        token(at).is_some_and(|token| token.kind == TokenKind::Word && token.is_capital())
    };
    let end = name.tokens.end;
    // "Tarn Cable Co."
    if token(end).is_some_and(|next| next.is_capital() && next.is(LEGAL_FORM)) {
        name.tokens.end = end + 1;
        name.kind = EntityKind::Organisation;
    }
    // "Maria de la Cruz"
    let given = token(name.tokens.start).is_some_and(|token| token.is(FIRST) && !token.is(PLACE));
    let particle = token(name.tokens.start + 1).is_some_and(|token| {
        is_one_of!(
            token.word, "von", "van", "de", "del", "della", "di", "da", "dos", "bin", "ibn"
        )
    });
    if given && particle && name.tokens.len() > 2 {
        name.kind = EntityKind::Person;
    }
    if name.kind == EntityKind::Person {
        // "Ursula von der Leyen"
        let particles = (end..end + 3)
            .take_while(|at| {
                token(*at).is_some_and(|token| token.case == Case::Lower && token.is(NAME_PARTICLE))
            })
            .count();
        let last = end + particles;
        if particles > 0 && capital(last) {
            name.tokens.end = last + 1;
        }
    }
    if name.kind == EntityKind::Organisation {
        let words = document.slice(&name.tokens);
        // "12th District Court"
        let ordinal = name.tokens.start.checked_sub(1).filter(|before| {
            token(*before).is_some_and(|token| token.kind == TokenKind::Number) && {
                let word = document.word(*before);
                ["st", "nd", "rd", "th"]
                    .iter()
                    .any(|ending| word.ends_with(ending))
            }
        });
        if let Some(before) = ordinal.filter(|_| words.iter().any(|token| token.is(ORG_WORD))) {
            name.tokens.start = before;
        }
        // "Free University at Aarhus"
        let college = words.iter().any(|token| {
            is_one_of!(
                token.word,
                "university",
                "college",
                "school",
                "institute",
                "academy"
            )
        });
        let at = token(end).is_some_and(|token| is_one_of!(token.word, "at"));
        if college && at && capital(end + 1) {
            name.tokens.end = end + 2;
            while capital(name.tokens.end) {
                name.tokens.end += 1;
            }
        }
    }
}

/// Joins the two parts of "Dale & Rook", a firm, and of "Department for Culture, Media and Sport".
fn join_firms(document: &Document, found: &mut Vec<Tagged>) {
    let mut joined: Vec<Tagged> = Vec::with_capacity(found.len());
    for name in found.drain(..) {
        let amp = name.tokens.start.checked_sub(1);
        if let Some(last) = joined.last_mut()
            && Some(last.tokens.end) == amp
            && document
                .token(last.tokens.end)
                .is_some_and(|token| token.is_mark('&'))
        {
            last.tokens.end = name.tokens.end;
            last.kind = EntityKind::Organisation;
        } else if let Some(last) = joined.last_mut()
            && is_list_of_office(document, last, &name)
        {
            last.tokens.end = name.tokens.end;
        } else {
            joined.push(name);
        }
    }
    *found = joined;
}

/// Whether a comma joins two organisations to the name of one office.
fn is_list_of_office(document: &Document, office: &Tagged, rest: &Tagged) -> bool {
    let holds =
        |name: &Tagged, word: fn(&Token) -> bool| document.slice(&name.tokens).iter().any(word);
    let is_body = |name: &Tagged| name.kind == EntityKind::Organisation;
    is_body(office)
        && is_body(rest)
        && office.tokens.end + 1 == rest.tokens.start
        && document
            .token(office.tokens.end)
            .is_some_and(|token| token.is_mark(','))
        && holds(office, |token| {
            is_one_of!(
                token.word,
                "department",
                "ministry",
                "office",
                "committee",
                "secretariat"
            )
        })
        && holds(office, |token| is_one_of!(token.word, "for", "of"))
        && holds(rest, |token| is_one_of!(token.word, "and"))
}

/// Adds the states and towns of "D-Utica, N.Y.", "Yreka, Calif.".
fn add_states(document: &Document, found: &mut Vec<Tagged>) {
    let is = |at: usize, mark: char| document.token(at).is_some_and(|token| token.is_mark(mark));
    let place = |tokens| Tagged {
        tokens,
        kind: EntityKind::Place,
        confidence: SURE,
    };
    let mut added = Vec::new();
    for (at, token) in document.tokens.iter().enumerate() {
        let party = |before: usize| {
            document.token(before).is_some_and(|token| {
                matches!(document.word(before), "D" | "R" | "I") && token.spaced
            })
        };
        let behind_party = at > 1 && is(at - 1, '-') && party(at - 2);
        if behind_party && token.is_capital() {
            added.push(place(at..at + 1));
            continue;
        }
        let stopped = token.is(STATE) && document.word(at).ends_with('.');
        if !stopped || !token.is_capital() || at == 0 {
            continue;
        }
        if is(at - 1, ',')
            && document
                .token(at.saturating_sub(2))
                .is_some_and(Token::is_capital)
        {
            let before = found.partition_point(|name| name.tokens.end < at - 1);
            let town = found
                .get_mut(before)
                .filter(|name| name.tokens.end == at - 1);
            if let Some(town) =
                town.filter(|town| town.tokens.len() == 1 && town.kind == EntityKind::Organisation)
            {
                town.kind = EntityKind::Place;
            }
            added.push(place(at..at + 1));
        }
    }
    replace_by(found, added);
}

/// Adds the town of a dateline: "ELKO, Nevada - He left".
fn add_datelines(document: &Document, found: &mut Vec<Tagged>) {
    let is = |at: usize, mark: char| document.token(at).is_some_and(|token| token.is_mark(mark));
    let mut added = Vec::new();
    for paragraph in &document.paragraphs {
        let upper = |at: &usize| {
            document
                .token(*at)
                .is_some_and(|token| token.case == Case::Upper && !token.is(PARTICLE | ORG))
        };
        let end = paragraph.start
            + (paragraph.start..paragraph.end.min(paragraph.start + 4))
                .take_while(upper)
                .count();
        if end == paragraph.start || !is(end, ',') {
            continue;
        }
        let dash = (end + 1..paragraph.end.min(end + 6)).find(|at| {
            ['-', '–', '—'].iter().any(|dash| is(*at, *dash))
                && document.token(*at).is_some_and(|token| token.spaced)
        });
        if dash.is_some() {
            let town = paragraph.start..end;
            added.push(Tagged {
                tokens: town,
                kind: EntityKind::Place,
                confidence: SURE,
            });
        }
    }
    replace_by(found, added);
}
