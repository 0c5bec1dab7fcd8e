//! Names that are the same everywhere in a text: their kind by all the words around them, and
//! the places where the tagger missed them.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Tagged;
use crate::document::Document;
use crate::lexicon::{
    ADVERB, AUXILIARY, BODY, BUSINESS, CONJUNCTION, CUE, DETERMINER, FIRST, MONTH, NO_BODY, ORG,
    ORG_WORD, PEOPLE, PLACE, PLACE_WORD, PREPOSITION, PRONOUN, ROLE, Ready, TITLE, WEEKDAY,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, TokenKind};
use model::EntityKind;

/// The confidence of a name that was found elsewhere.
const ELSEWHERE: f32 = 0.7;
/// The least confidence of a name that is looked for in the whole text.
const KNOWN: f32 = 0.6;

type Seen = HashMap<u32, Word, BuildHasherDefault<Ready>>;

/// What a text says about a single word.
#[derive(Default)]
struct Word {
    /// The sum of the confidences for each kind of [`super::KINDS`].
    votes: [f32; 3],
    /// How often the words around it mean a body or a firm.
    body: u32,
    /// How often they mean a person.
    person: u32,
    /// How often they mean a person without a doubt.
    surely: u32,
    /// How often it is the first word of a person's name.
    given: u32,
    /// How often it is in lower case.
    lower: u32,
}

/// Makes names of one word agree in a text, and adds those that were missed. The names are in
/// order and stay so. Takes time linear in the length of the text.
pub(super) fn agree(document: &Document, found: &mut Vec<Tagged>) {
    let mut seen = Seen::default();
    for name in found.iter() {
        let kind = super::KINDS.iter().position(|kind| *kind == name.kind);
        let last = document.token(name.tokens.end - 1);
        let (Some(kind), Some(last)) = (kind, last) else {
            continue;
        };
        if name.tokens.len() == 1 || name.kind == EntityKind::Person {
            let word = seen.entry(last.word).or_default();
            if let Some(votes) = word.votes.get_mut(kind) {
                *votes += name.confidence;
            }
            if name.tokens.len() > 1 {
                word.person += 1;
                word.surely += u32::from(name.confidence >= KNOWN);
                let given = document.token(name.tokens.start);
                if let Some(given) = given.filter(|_| name.confidence >= KNOWN) {
                    seen.entry(given.word).or_default().given += 1;
                }
            }
        }
    }
    for (at, token) in document.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word {
            continue;
        }
        if token.case == Case::Lower {
            if let Some(word) = seen.get_mut(&token.word) {
                word.lower += 1;
            }
            continue;
        }
        let body = is_body(document, at);
        let surely = is_surely_person(document, at);
        let person = surely || is_titled(document, at);
        if body || person {
            let word = seen.entry(token.word).or_default();
            word.surely += u32::from(surely);
            word.body += u32::from(body);
            word.person += u32::from(person);
        }
    }
    for name in found.iter_mut().filter(|name| name.tokens.len() == 1) {
        let Some(token) = document.token(name.tokens.start) else {
            continue;
        };
        let word = seen.get(&token.word);
        let is_body = word.is_some_and(|word| word.body > word.person);
        if is_body && name.kind == EntityKind::Person {
            name.kind = EntityKind::Organisation;
        }
        // "Cherelle" beside "Cherelle Doe"
        let is_given = word.is_some_and(|word| word.given > 0 && word.body == 0);
        let is_other = token.is(PLACE | ORG | ORG_WORD | PLACE_WORD | PEOPLE | ROLE);
        if is_given && !is_other {
            name.kind = EntityKind::Person;
        }
    }
    add_missed(document, found, &seen);
}

/// Whether the words around a capitalised word mean that it is a body: "Acme, a shipping agency",
/// "Acme was founded", "staff at Acme".
fn is_body(document: &Document, at: usize) -> bool {
    let word = |at: usize| document.hash(at);
    let next = word(at + 1);
    let possessive = document
        .token(at + 1)
        .is_some_and(crate::tokens::Token::is_possessive);
    if possessive {
        return document.is(at + 2, BUSINESS);
    }
    if is_one_of!(next, "was", "were") && is_one_of!(word(at + 2), "founded", "established") {
        return true;
    }
    if document
        .token(at + 1)
        .is_some_and(|token| token.is_mark(','))
        && is_one_of!(word(at + 2), "a", "an", "the", "one", "which")
    {
        let head = (at + 3..at + 8)
            .take_while(|place| {
                document.token(*place).is_some_and(|token| {
                    token.kind == TokenKind::Word
                        && token.case == Case::Lower
                        && !token.is(PREPOSITION)
                })
            })
            .last();
        return head.is_some_and(|head| document.is(head, BODY));
    }
    let before = |back: usize| at.checked_sub(back).map_or(0, word);
    is_one_of!(before(1), "at", "in", "of", "for", "by")
        && is_one_of!(
            before(2),
            "staff",
            "shares",
            "employees",
            "stake",
            "workers",
            "engineers"
        )
        && !document.is(at, PLACE)
}

/// Whether a title or a first name comes before a word.
fn is_titled(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| document.token(before));
    before.is_some_and(|before| {
        before.is_capital() && (before.is(TITLE) || before.is(FIRST) && !before.is(PLACE))
    })
}

/// Whether the words after a capitalised word mean that it is a person: "who", "whose", "herself".
fn is_surely_person(document: &Document, at: usize) -> bool {
    let comma = usize::from(
        document
            .token(at + 1)
            .is_some_and(|token| token.is_mark(',')),
    );
    let after = document.token(at + 1 + comma).map_or(0, |token| token.word);
    is_one_of!(after, "herself", "himself") || comma == 1 && is_one_of!(after, "who", "whose")
}

/// Adds single words that are a name elsewhere in the text, persons whom the words around them
/// show, and acronyms in the place of a name.
fn add_missed(document: &Document, found: &mut Vec<Tagged>, seen: &Seen) {
    let mut added = Vec::new();
    let mut next = 0;
    let closed = ADVERB
        | CONJUNCTION
        | DETERMINER
        | PREPOSITION
        | PRONOUN
        | AUXILIARY
        | MONTH
        | WEEKDAY
        | PEOPLE
        | TITLE;
    for sentence in &document.sentences {
        let capitals = document
            .slice(sentence)
            .iter()
            .filter(|token| token.is_capital())
            .count();
        let shouted = document
            .slice(sentence)
            .iter()
            .take(40)
            .filter(|token| token.case == Case::Upper)
            .count()
            * 2
            > sentence.len().min(40);
        let headline = capitals * 2 > sentence.len();
        for at in sentence.clone() {
            while found.get(next).is_some_and(|name| name.tokens.end <= at) {
                next += 1;
            }
            let taken = found.get(next).is_some_and(|name| name.tokens.start <= at);
            let Some(token) = document.token(at).filter(|token| {
                !taken && token.kind == TokenKind::Word && token.is_capital() && !token.is(closed)
            }) else {
                continue;
            };
            let beside = |at: Option<usize>| {
                at.and_then(|at| document.token(at)).is_some_and(|token| {
                    token.kind == TokenKind::Word && token.is_capital() && !token.is(TITLE | closed)
                })
            };
            let followed = document
                .token(at + 1)
                .is_some_and(|next| next.kind == TokenKind::Word && next.is_capital());
            let dated = at > sentence.start
                && document
                    .token(at - 1)
                    .is_some_and(|token| token.kind == TokenKind::Number);
            let digits = document.word(at).contains(|c: char| c.is_numeric());
            let alone = !followed
                && !dated
                && !digits
                && (at == sentence.start || !beside(at.checked_sub(1)));
            if !alone || token.range.len() < 3 {
                continue;
            }
            let kind = seen
                .get(&token.word)
                .and_then(|word| kind_of(word, token.is(ROLE | ORG_WORD)))
                .or_else(|| {
                    let acronym = !shouted && !headline && is_acronym_of_body(document, at);
                    acronym.then_some(EntityKind::Organisation)
                });
            if let Some(kind) = kind {
                added.push(Tagged {
                    tokens: at..at + 1,
                    kind,
                    confidence: ELSEWHERE,
                });
            }
        }
    }
    found.append(&mut added);
    found.sort_by_key(|name| name.tokens.start);
}

fn kind_of(word: &Word, common: bool) -> Option<EntityKind> {
    if word.lower > 0 || common {
        return None;
    }
    let all: f32 = word.votes.iter().sum();
    if word.body > word.person && word.body > 0 {
        return Some(EntityKind::Organisation);
    }
    if word.surely > 0 || word.given > 0 {
        return Some(EntityKind::Person);
    }
    let best = word
        .votes
        .iter()
        .zip(super::KINDS)
        .max_by(|a, b| a.0.total_cmp(b.0))?;
    (*best.0 >= KNOWN && *best.0 * 1.5 > all).then_some(best.1)
}

/// Whether a word of two to five capitals is the subject of a verb or follows "the": "MTN said",
/// "the BND".
fn is_acronym_of_body(document: &Document, at: usize) -> bool {
    let Some(token) = document.token(at).filter(|token| token.case == Case::Upper) else {
        return false;
    };
    let letters = document.word(at);
    let common = token.is(NO_BODY);
    let plain = letters.chars().all(|c| c.is_ascii_uppercase()) && (3..=5).contains(&letters.len());
    let roman = letters
        .chars()
        .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    if common || roman || !plain || token.is(PLACE) && !token.is(ORG) {
        return false;
    }
    let after = |at: usize| {
        document.token(at).is_some_and(|token| {
            let past = token.is(CUE) && !document.word(at).ends_with('s');
            token.case == Case::Lower && (past || token.is(AUXILIARY)) || token.is_possessive()
        })
    };
    let and = is_one_of!(document.hash(at + 1), "and");
    after(at + 1) || and && after(at + 3)
}
