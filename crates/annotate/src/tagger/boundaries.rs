//! Corrects the boundaries of names if the tagger included too much: a verb between two
//! names, a person's title, or the organisation that a person heads.

use std::ops::Range;

use super::Tagged;
use super::known::known_at;
use crate::document::Document;
use crate::lexicon::{
    DETERMINER, FIRST, Lexicon, OFFICE, ORG, ORG_WORD, PLACE, PLACE_WORD, PREPOSITION, ROLE, TITLE,
    VerbForm,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, Token, TokenKind};
use model::EntityKind;

/// Splits results that are not a single name. The names stay in order.
pub(super) fn mend(document: &Document, found: &mut Vec<Tagged>) {
    let mut parts = Vec::with_capacity(found.len());
    for name in found.drain(..) {
        let part = |tokens, kind| Tagged {
            tokens,
            kind,
            confidence: name.confidence,
        };
        for tokens in between_verbs(document, &name.tokens) {
            if is_only_title(document, &tokens) {
                continue;
            }
            if let Some((person, kind)) = head_of_body(document, &tokens) {
                parts.push(part(tokens.start..person, kind));
                parts.push(part(person..tokens.end, EntityKind::Person));
            } else if name.kind != EntityKind::Person
                && let Some(person) = behind_office(document, &tokens)
            {
                parts.push(part(person..tokens.end, EntityKind::Person));
            } else if name.kind != EntityKind::Person {
                let place =
                    tokens != name.tokens && place_at(document, &tokens) == Some(tokens.end);
                let kind = if place { EntityKind::Place } else { name.kind };
                parts.push(part(tokens, kind));
            } else if is_firm(document, &tokens) {
                parts.push(part(tokens, EntityKind::Organisation));
            } else {
                let person = behind_titles(document, &tokens);
                let place = place_at(document, &(tokens.start..person));
                parts.extend(place.map(|end| part(tokens.start..end, EntityKind::Place)));
                parts.push(part(person..tokens.end, name.kind));
            }
        }
    }
    *found = parts;
}

/// Splits a name at a verb: "Acme Bank told Reuters" contains two names.
fn between_verbs(document: &Document, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::with_capacity(1);
    let mut start = tokens.start;
    for at in tokens.clone() {
        let verb = (document.token(at)).is_some_and(|token| {
            let cue = Lexicon::get().cue(token.word);
            token.case == Case::Lower
                && (cue.is_some_and(|cue| cue.form == VerbForm::Past)
                    || is_one_of!(
                        token.word, "than", "met", "beat", "with", "against", "versus"
                    ))
        });
        if verb {
            parts.push(start..at);
            start = at + 1;
        }
    }
    parts.push(start..tokens.end);
    if parts.len() > 1 {
        parts.retain(|part| document.slice(part).iter().any(is_name_word));
    }
    parts
}

/// Whether a name belongs to a firm: "Doe & Sons" is not a person.
fn is_firm(document: &Document, tokens: &Range<usize>) -> bool {
    document
        .slice(tokens)
        .iter()
        .any(|token| token.is_mark('&'))
}

/// The end of the titles before a person's name: "Shadow Home Secretary Jane Doe". The name
/// of an office may contain other words; any other title must come first.
fn behind_titles(document: &Document, tokens: &Range<usize>) -> usize {
    let mut start = tokens.start;
    for at in tokens.start..tokens.end.saturating_sub(1) {
        let (Some(token), Some(next)) = (document.token(at), document.token(at + 1)) else {
            break;
        };
        let given = token.is(FIRST) && !token.is(PLACE);
        if given || is_one_of!(next.word, "jr", "jr.", "sr", "sr.") {
            break;
        }
        let title = at == start && token.is(TITLE) || is_office(token);
        if title && is_name_word(next) {
            start = at + 1;
        }
    }
    start
}

/// Whether a name is only a title, as in "the President" or "Mr. President".
fn is_only_title(document: &Document, tokens: &Range<usize>) -> bool {
    let [token] = document.slice(tokens) else {
        return false;
    };
    is_office(token) && token.is(TITLE) && token.case == Case::Capital
}

/// The start of the person in "National Security Advisor Doe", and in "State Doe" after
/// "Secretary of".
fn behind_office(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    let word = |at: usize| document.hash(at);
    let is_secretary = tokens.start > 1
        && is_one_of!(word(tokens.start - 1), "of", "for")
        && is_one_of!(word(tokens.start - 2), "secretary", "minister");
    let is_portfolio = is_one_of!(
        word(tokens.start),
        "state",
        "defense",
        "defence",
        "energy",
        "commerce",
        "finance",
        "justice",
        "health",
        "interior",
        "education",
        "labor"
    );
    let office = match is_secretary && is_portfolio {
        true => tokens.start,
        false => tokens.clone().rev().find(|at| {
            is_one_of!(
                word(*at),
                "adviser",
                "advisor",
                "ambassador",
                "minister",
                "president",
                "secretary",
                "senator",
                "spokesman",
                "spokeswoman"
            )
        })?,
    };
    let person = document.slice(&(office + 1..tokens.end));
    let other = ORG | ORG_WORD | PLACE | PLACE_WORD | ROLE | TITLE;
    let is_named = (1..=2).contains(&person.len())
        && person
            .iter()
            .all(|token| is_name_word(token) && !token.is(other));
    is_named.then_some(office + 1)
}

fn is_office(token: &Token) -> bool {
    token.is(OFFICE)
}

/// The end of the place at the start of the words, as in "U.S. President".
fn place_at(document: &Document, words: &Range<usize>) -> Option<usize> {
    let first = document.slice(words).first()?;
    if first.is(PLACE) && !first.is(TITLE) {
        return Some(words.start + 1);
    }
    let (known, kind) = known_at(document, words.start)?;
    (kind == EntityKind::Place && known.end <= words.end).then_some(known.end)
}

/// The start of the person in "Relief Council Jane Doe" after "the head of the", and the
/// kind of the preceding name.
fn head_of_body(document: &Document, tokens: &Range<usize>) -> Option<(usize, EntityKind)> {
    let before = |back: usize| document.token(tokens.start.checked_sub(back)?);
    let role = match before(1)? {
        token if token.is(DETERMINER) => 3,
        _ => 2,
    };
    if !before(role - 1)?.is(PREPOSITION) || !before(role)?.is(TITLE | ROLE) {
        return None;
    }
    let known = known_at(document, tokens.start).map(|(known, kind)| (known.end, kind));
    let word = (tokens.start + 1..tokens.end).find(|at| {
        let token = document.token(*at);
        token.is_some_and(|token| token.is(ORG_WORD))
    });
    let (person, kind) = known.or(word.map(|at| (at + 1, EntityKind::Organisation)))?;
    let own = document.slice(&(person..tokens.end));
    let named = own.len() > 1
        && own
            .iter()
            .all(|token| is_name_word(token) && !token.is(ORG_WORD | PLACE_WORD));
    named.then_some((person, kind))
}

fn is_name_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.is_capital()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_exclude_verbs_titles_and_other_names() {
        use EntityKind::{Organisation as Org, Person, Place};
        for (text, name, kind, expected) in [
            (
                "Acme Bank told Reuters",
                "Acme Bank told Reuters",
                Org,
                vec![("Acme Bank", Org), ("Reuters", Org)],
            ),
            (
                "Acme Bank said France agreed",
                "Acme Bank said France",
                Org,
                vec![("Acme Bank", Org), ("France", Place)],
            ),
            (
                "laying eggs,\" said Doe.",
                ",\" said Doe",
                Person,
                vec![("Doe", Person)],
            ),
            (
                "the united states",
                "united states",
                Place,
                vec![("united states", Place)],
            ),
            (
                "Shadow Home Secretary Jane Doe",
                "Shadow Home Secretary Jane Doe",
                Person,
                vec![("Jane Doe", Person)],
            ),
            (
                "U.S. President Doe",
                "U.S. President Doe",
                Person,
                vec![("U.S.", Place), ("Doe", Person)],
            ),
            (
                "Martin King Jr. left",
                "Martin King Jr.",
                Person,
                vec![("Martin King Jr.", Person)],
            ),
            (
                "Ali Sheikh Khalil",
                "Ali Sheikh Khalil",
                Person,
                vec![("Ali Sheikh Khalil", Person)],
            ),
            (
                "the head of the Relief Council Jane Doe",
                "Relief Council Jane Doe",
                Org,
                vec![("Relief Council", Org), ("Jane Doe", Person)],
            ),
            (
                "the ambassador to the United States Jane Doe",
                "United States Jane Doe",
                Place,
                vec![("United States", Place), ("Jane Doe", Person)],
            ),
            (
                "the ambassador to the United States Jane Doe",
                "United States Jane Doe",
                Person,
                vec![("United States", Place), ("Jane Doe", Person)],
            ),
            (
                "Ms Doe of Doe & Sons left",
                "Doe & Sons",
                Person,
                vec![("Doe & Sons", Org)],
            ),
            (
                "the leader of the Coalition Avenir",
                "Coalition Avenir",
                Org,
                vec![("Coalition Avenir", Org)],
            ),
            (
                "In the Relief Council Jane Doe",
                "Relief Council Jane Doe",
                Org,
                vec![("Relief Council Jane Doe", Org)],
            ),
        ] {
            assert_eq!(names_of(text, name, kind), expected, "{text}");
        }
    }

    #[test]
    fn an_office_is_no_part_of_a_name() {
        use EntityKind::{Organisation as Org, Person};
        for (text, name, kind, expected) in [
            (
                "the National Security Advisor Doe agreed",
                "National Security Advisor Doe",
                Org,
                vec![("Doe", Person)],
            ),
            (
                "Secretary of State Doe agreed",
                "State Doe",
                Org,
                vec![("Doe", Person)],
            ),
            ("the President agreed", "President", Person, vec![]),
        ] {
            assert_eq!(names_of(text, name, kind), expected, "{text}");
        }
    }

    /// The names that are made of a name found in a text.
    fn names_of<'t>(text: &'t str, name: &str, kind: EntityKind) -> Vec<(&'t str, EntityKind)> {
        let document = Document::of(text);
        let start = text.find(name).unwrap();
        let within = |token: &Token| {
            let at = token.range.start as usize;
            (start..start + name.len()).contains(&at)
        };
        let first = document.tokens.iter().position(within).unwrap();
        let count = document.tokens.iter().filter(|token| within(token)).count();
        let mut found = vec![Tagged {
            tokens: first..first + count,
            kind,
            confidence: 1.0,
        }];
        mend(&document, &mut found);
        let names = found.iter();
        let names = names.map(|name| (document.bytes(&name.tokens).of(text), name.kind));
        names.collect()
    }
}
