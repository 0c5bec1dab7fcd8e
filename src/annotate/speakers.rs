//! From the words that stand for a speaker to an entity: by the name in them, or, less
//! surely, by who was named last.

use std::ops::Range;

use super::claims::Found;
use super::document::Document;
use super::lexicon::{ADVERB, DETERMINER, PREPOSITION, ROLE, TITLE};
use super::linking::{Linked, Name};
use super::patterns::is_one_of;
use super::rule::Rule;
use super::tokens::TokenKind;
use crate::model::EntityKind;

/// Whom the words stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    /// The entity is named.
    Named(usize),
    /// A pronoun or a description, and the entity that it most likely means.
    Guessed(usize, Rule),
    /// Nobody who is known.
    Nobody,
}

/// Resolves the speakers of claims in their order.
pub(super) struct Resolver<'a, 't> {
    document: &'a Document<'t>,
    names: &'a [Name],
    entity_of: &'a [Option<usize>],
    linked: &'a [Linked],
    last_person: Option<(usize, usize)>,
    last_body: Option<(usize, usize)>,
}

/// How far back a pronoun reaches, in tokens.
const REACH: usize = 260;

impl<'a, 't> Resolver<'a, 't> {
    pub(super) fn new(
        document: &'a Document<'t>,
        names: &'a [Name],
        entity_of: &'a [Option<usize>],
        linked: &'a [Linked],
    ) -> Self {
        Self {
            document,
            names,
            entity_of,
            linked,
            last_person: None,
            last_body: None,
        }
    }

    fn names_within(
        &self,
        words: &Range<usize>,
    ) -> impl Iterator<Item = (&'a Name, usize)> + use<'a> {
        let first = self
            .names
            .partition_point(|name| name.tokens.end <= words.start);
        let end = words.end;
        self.names
            .iter()
            .zip(self.entity_of)
            .skip(first)
            .take_while(move |(name, _)| name.tokens.start < end)
            .filter_map(|(name, entity)| entity.map(|entity| (name, entity)))
    }

    pub(super) fn resolve(&mut self, words: &Range<usize>) -> Resolved {
        let resolved = self.look(words);
        if let Resolved::Named(index) | Resolved::Guessed(index, _) = resolved {
            self.remember(index, words.start);
        }
        resolved
    }

    fn remember(&mut self, index: usize, at: usize) {
        match self.linked.get(index).map(|linked| linked.kind) {
            Some(EntityKind::Person) => self.last_person = Some((index, at)),
            Some(_) => self.last_body = Some((index, at)),
            None => {}
        }
    }

    /// Whether a preposition within the phrase that begins at `start` governs the name at
    /// `name`: "for Acme", "for the ministry", and in a list, "for Culture, Media and Sport".
    fn is_governed(&self, start: usize, name: usize) -> bool {
        let is = |at: usize, class| self.document.token(at).is_some_and(|token| token.is(class));
        let Some(before) = name.checked_sub(1).filter(|before| *before >= start) else {
            return false;
        };
        let is_and =
            (self.document.token(before)).is_some_and(|token| is_one_of!(token.word, "and"));
        is(before, PREPOSITION)
            || before > start && is(before, DETERMINER) && is(before - 1, PREPOSITION)
            || is_and && (start..before).any(|at| is(at, PREPOSITION))
    }

    fn look(&self, words: &Range<usize>) -> Resolved {
        let mut whole = None;
        for (name, entity) in self.names_within(words) {
            let possessive = self
                .document
                .token(name.tokens.end)
                .is_some_and(|token| is_one_of!(token.word, "'s") || token.is_mark('’'));
            if possessive || self.is_governed(words.start, name.tokens.start) {
                continue;
            }
            match name.kind {
                EntityKind::Person => return Resolved::Named(entity),
                EntityKind::Organisation | EntityKind::Place => {
                    // "Ministry spokesman" is not the ministry.
                    let rest_is_bare = (words.start..words.end)
                        .filter(|at| !name.tokens.contains(at))
                        .filter_map(|at| self.document.token(at))
                        .take_while(|token| !token.is(PREPOSITION))
                        .all(|token| {
                            token.is(DETERMINER | ADVERB | TITLE) && !token.is(ROLE)
                                || token.kind == TokenKind::Mark
                        });
                    if rest_is_bare {
                        whole = Some(entity);
                    }
                }
                _ => {}
            }
        }
        if let Some(entity) = whole {
            return Resolved::Named(entity);
        }
        let Some(head) = self.document.token(words.end.saturating_sub(1)) else {
            return Resolved::Nobody;
        };
        let near = |known: Option<(usize, usize)>| {
            known.filter(|(_, at)| words.start.saturating_sub(*at) < REACH)
        };
        if words.len() == 1 && is_one_of!(head.word, "he", "she") {
            let person = self
                .person_before(words.start)
                .or(near(self.last_person).map(|(index, _)| index));
            return person.map_or(Resolved::Nobody, |index| {
                Resolved::Guessed(index, Rule::PronounToPerson)
            });
        }
        if words.len() == 1 && is_one_of!(head.word, "it") {
            return near(self.last_body).map_or(Resolved::Nobody, |(index, _)| {
                Resolved::Guessed(index, Rule::PronounToBody)
            });
        }
        // "the spokesman", "the president", once somebody was introduced as one.
        let definite = words.len() <= 3
            && self
                .document
                .token(words.start)
                .is_some_and(|token| is_one_of!(token.word, "the"));
        let single = !self.document.word(words.end - 1).ends_with('s');
        if definite
            && head.is(ROLE)
            && single
            && let Some(index) = self.introduced_as(head.word, words.start)
        {
            return Resolved::Guessed(index, Rule::DescriptionToPerson);
        }
        Resolved::Nobody
    }

    /// The person named last before a pronoun, in its own paragraph or the one before.
    fn person_before(&self, at: usize) -> Option<usize> {
        let spoke = self
            .last_person
            .filter(|(_, place)| at.saturating_sub(*place) < 80);
        if let Some((index, _)) = spoke {
            return Some(index);
        }
        let first = self.names.partition_point(|name| name.tokens.start < at);
        let before = self.names.get(..first)?.iter().zip(self.entity_of).rev();
        before
            .take_while(|(name, _)| at - name.tokens.start < REACH)
            .find(|(name, _)| name.kind == EntityKind::Person)
            .and_then(|(_, entity)| *entity)
    }

    /// "Foreign Ministry spokesman Guo Jiakun": whom a description introduced.
    fn introduced_as(&self, role: u32, at: usize) -> Option<usize> {
        let first = self.names.partition_point(|name| name.tokens.start < at);
        let before = self.names.get(..first)?.iter().zip(self.entity_of).rev();
        for (name, entity) in before.take(60) {
            if name.kind != EntityKind::Person {
                continue;
            }
            let led = (name.tokens.start.saturating_sub(3)..name.tokens.start).any(|place| {
                self.document
                    .token(place)
                    .is_some_and(|token| token.word == role)
            });
            let followed = (name.tokens.end..name.tokens.end + 8).any(|place| {
                self.document
                    .token(place)
                    .is_some_and(|token| token.word == role)
            });
            if led || followed {
                return *entity;
            }
        }
        None
    }
}

/// A place that speaks is an institution: "Beijing said".
pub(super) fn places_that_speak(document: &Document, names: &mut [Name], claims: &[Found]) {
    for claim in claims {
        let Some(words) = &claim.speaker else {
            continue;
        };
        let first = names.partition_point(|name| name.tokens.end <= words.start);
        let Some(name) = names.get_mut(first) else {
            continue;
        };
        let bare = (words.start..words.end)
            .filter(|at| !name.tokens.contains(at))
            .filter_map(|at| document.token(at))
            .all(|token| token.is(DETERMINER));
        if name.kind == EntityKind::Place && bare && name.tokens.end <= words.end {
            name.kind = EntityKind::Organisation;
            name.confidence *= 0.8;
            name.rule = Rule::PlaceThatSpeaks;
        }
    }
}
