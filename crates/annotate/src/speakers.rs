//! Resolves the words for a speaker to an entity: by a name in them or, with less
//! confidence, by the last one named.

use std::collections::HashMap;
use std::ops::Range;

use super::claims::Found;
use super::document::Document;
use super::lexicon::{
    ADVERB, AFTER_NAME, AUXILIARY, CUE, DETERMINER, DOCUMENT, PEOPLE, PLACE, PREPOSITION, ROLE,
    SEAT, TITLE, VERB,
};
use super::linking::{Linked, Name};
use super::patterns::is_one_of;
use super::rule::Rule;
use super::tokens::{Token, TokenKind};
use model::EntityKind;

/// The resolution of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    /// The words name the entity.
    Named(usize),
    /// A pronoun or a description, with the entity it most likely refers to.
    Guessed(usize, Rule),
    /// No known entity.
    Nobody,
}

/// A pronoun for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pronoun {
    He,
    She,
}

impl Pronoun {
    /// The pronoun with this hash.
    fn of(word: u32) -> Option<Self> {
        if is_one_of!(word, "he") {
            Some(Self::He)
        } else {
            is_one_of!(word, "she").then_some(Self::She)
        }
    }

    /// The pronoun of a person with this title.
    fn of_title(title: u32) -> Option<Self> {
        if is_one_of!(
            title, "mr", "sir", "lord", "king", "prince", "monsieur", "herr"
        ) {
            return Some(Self::He);
        }
        let she = is_one_of!(
            title, "mrs", "ms", "miss", "lady", "queen", "princess", "madame", "frau"
        );
        she.then_some(Self::She)
    }
}

/// Resolves the speakers of claims, in order.
pub(super) struct Resolver<'a, 't> {
    document: &'a Document<'t>,
    names: &'a [Name],
    entity_of: &'a [Option<usize>],
    linked: &'a [Linked],
    last_person: Option<(usize, usize)>,
    last_body: Option<(usize, usize)>,
    /// The pronouns of persons: those of their titles, and those resolved to them.
    pronouns: HashMap<usize, Pronoun>,
    /// Where a person without a name spoke last: "a witness said".
    last_unnamed: Option<usize>,
}

/// The maximum distance from a pronoun to its entity, in tokens.
const REACH: usize = 260;
/// The maximum distance from a pronoun to an earlier speaker, in tokens.
const SPOKE_WITHIN: usize = 80;
/// The maximum number of names to search for the one that a description introduced.
const NAMES_BACK: usize = 60;
/// The maximum number of tokens between a name and its description.
const APPOSITION: usize = 8;

impl<'a, 't> Resolver<'a, 't> {
    pub(super) fn new(
        document: &'a Document<'t>,
        names: &'a [Name],
        entity_of: &'a [Option<usize>],
        linked: &'a [Linked],
    ) -> Self {
        let titled = names.iter().zip(entity_of).filter_map(|(name, entity)| {
            let start = name.tokens.start;
            let mut words = (start.saturating_sub(1)..=start).filter_map(|at| document.token(at));
            let pronoun = words.find_map(|token| Pronoun::of_title(token.word))?;
            (name.kind == EntityKind::Person).then_some(((*entity)?, pronoun))
        });
        Self {
            pronouns: titled.collect(),
            document,
            names,
            entity_of,
            linked,
            last_person: None,
            last_body: None,
            last_unnamed: None,
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
        if let Resolved::Guessed(index, Rule::PronounToPerson) = resolved
            && let Some(pronoun) = self
                .document
                .token(words.start)
                .and_then(|token| Pronoun::of(token.word))
        {
            self.pronouns.entry(index).or_insert(pronoun);
        }
        if resolved == Resolved::Nobody && self.is_person(words) {
            self.last_unnamed = Some(words.start);
        }
        if let Resolved::Named(index) | Resolved::Guessed(index, _) = resolved {
            self.remember(index, words.start);
        }
        resolved
    }

    /// Whether words describe one person: "a human rights expert".
    fn is_person(&self, words: &Range<usize>) -> bool {
        // "the president" is somebody known.
        if words.len() <= 2 && is_one_of!(self.document.hash(words.start), "the") {
            return false;
        }
        let mut head = (words.start..words.end)
            .take_while(|at| *at == words.start || !self.document.is(*at, PREPOSITION))
            .last()
            .unwrap_or(words.start);
        while head > words.start && self.document.is(head, AFTER_NAME) {
            head -= 1;
        }
        self.document.is(head, ROLE) && !self.document.word(head).ends_with('s')
    }

    fn remember(&mut self, index: usize, at: usize) {
        match self.linked.get(index).map(|linked| linked.kind) {
            Some(EntityKind::Person) => self.last_person = Some((index, at)),
            Some(_) => self.last_body = Some((index, at)),
            None => {}
        }
    }

    /// Whether a preposition within the phrase that begins at `start` governs the name at
    /// `name`: "for Acme", "for the ministry" or, in a list, "for Culture, Media and
    /// Sport".
    fn is_governed(&self, start: usize, name: usize) -> bool {
        let is = |at: usize, class| self.document.is(at, class);
        // "the government of President Ann Lee"
        let titled = (start..name)
            .rev()
            .take_while(|at| is(*at, TITLE | ROLE | PEOPLE))
            .count();
        let Some(before) = (name - titled)
            .checked_sub(1)
            .filter(|before| *before >= start)
        else {
            return false;
        };
        let is_and = is_one_of!(self.document.hash(before), "and");
        // "a lawyer for a man named Ann Lee"
        let called = is_one_of!(self.document.hash(before), "named", "called");
        is(before, PREPOSITION)
            || called && (start..before).any(|at| is(at, PREPOSITION))
            || before > start && is(before, DETERMINER) && is(before - 1, PREPOSITION)
            || is_and && (start..before).any(|at| is(at, PREPOSITION))
    }

    /// Whether the name at `name` is the author of the document that the phrase from `start` on
    /// means: "a statement issued by the ministry".
    fn is_author(&self, start: usize, name: usize) -> bool {
        let is = |at: usize, class| self.document.is(at, class);
        let apart = |at: &usize| is(*at, TITLE | ROLE | PEOPLE | DETERMINER);
        let by = name.saturating_sub((start..name).rev().take_while(apart).count());
        let is_by = by > start && is_one_of!(self.document.hash(by - 1), "by");
        let head = (start..by).find(|at| is(*at, DOCUMENT) || self.is_report(*at));
        let wrote = |at: usize| {
            is_one_of!(
                self.document.hash(at),
                "issued",
                "released",
                "published",
                "written",
                "made",
                "signed",
                "prepared",
                "posted",
                "sent",
                "compiled"
            )
        };
        is_by
            && head.is_some_and(|head| {
                let direct = head + 2 == by || wrote(by - 2) || is(by - 2, PLACE);
                direct && !(start..head).any(|at| is(at, PREPOSITION))
            })
    }

    fn is_report(&self, at: usize) -> bool {
        let token = self.document.token(at);
        token.is_some_and(|token| is_one_of!(token.word, "report", "study", "survey", "analysis"))
    }

    /// Whether the name is one of two speakers: "Ann Lee and Bob Kim".
    fn is_one_of_two(&self, words: &Range<usize>, name: &Name) -> bool {
        let and = name.tokens.end;
        and + 1 < words.end
            && is_one_of!(self.document.hash(and), "and")
            && (self.document.token(and + 1)).is_some_and(Token::is_capital)
    }

    fn look(&self, words: &Range<usize>) -> Resolved {
        let mut whole = None;
        for (name, entity) in self.names_within(words) {
            let possessive =
                (self.document.token(name.tokens.end)).is_some_and(Token::is_possessive);
            // "an interview with Ann Lee, who said"
            let antecedent = words.end.saturating_sub(name.tokens.end) <= 2
                && is_one_of!(self.document.hash(words.end - 1), "who");
            // "a report by the Court of Auditors"
            let can_speak = matches!(
                name.kind,
                EntityKind::Person | EntityKind::Organisation | EntityKind::Place
            );
            if can_speak && !possessive && self.is_author(words.start, name.tokens.start) {
                return Resolved::Named(entity);
            }
            let governed = !antecedent && self.is_governed(words.start, name.tokens.start);
            if possessive || governed {
                continue;
            }
            match name.kind {
                EntityKind::Person if self.is_one_of_two(words, name) => return Resolved::Nobody,
                EntityKind::Person => return Resolved::Named(entity),
                EntityKind::Organisation | EntityKind::Place => {
                    // "Ministry spokesman" is not the ministry.
                    // "The Paris-based World Organization for Animal Health"
                    let based = (words.start..name.tokens.start).rev().find(|at| {
                        let token = self.document.token(*at);
                        token.is_some_and(|token| is_one_of!(token.word, "based"))
                    });
                    let rest_is_bare = (based.map_or(words.start, |at| at + 1)..words.end)
                        .filter(|at| !name.tokens.contains(at))
                        .filter_map(|at| self.document.token(at))
                        .take_while(|token| !token.is(PREPOSITION))
                        .all(|token| {
                            token.is(DETERMINER | ADVERB | TITLE) && !token.is(ROLE)
                                || token.kind == TokenKind::Mark
                        });
                    // "the state oil firm, Ecopetrol"
                    let apposed = name.tokens.end == words.end
                        && name.tokens.start > words.start
                        && (self.document.token(name.tokens.start - 1))
                            .is_some_and(|token| token.is_mark(','));
                    if rest_is_bare || apposed {
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
        if let Some(pronoun) = Pronoun::of(head.word).filter(|_| words.len() == 1) {
            let fits = |index: &usize| self.fits(*index, pronoun);
            let person = self
                .person_before(words.start, pronoun)
                .or(near(self.last_person).map(|(index, _)| index).filter(fits));
            return person.map_or(Resolved::Nobody, |index| {
                Resolved::Guessed(index, Rule::PronounToPerson)
            });
        }
        if words.len() == 1 && is_one_of!(head.word, "it") {
            return near(self.last_body).map_or(Resolved::Nobody, |(index, _)| {
                Resolved::Guessed(index, Rule::PronounToBody)
            });
        }
        // "the spokesman", "the president", after somebody was introduced as one.
        let definite = words.len() <= 3 && is_one_of!(self.document.hash(words.start), "the");
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

    /// Whether nothing says that a person has another pronoun.
    fn fits(&self, index: usize, pronoun: Pronoun) -> bool {
        self.pronouns
            .get(&index)
            .is_none_or(|known| *known == pronoun)
    }

    /// The person a pronoun most likely refers to: one who has opened a sentence since the
    /// last speaker, who spoke recently, or who was named last.
    fn person_before(&self, at: usize, pronoun: Pronoun) -> Option<usize> {
        let spoke = self.last_person.filter(|(index, place)| {
            at.saturating_sub(*place) < SPOKE_WITHIN && self.fits(*index, pronoun)
        });
        let unnamed = self.last_unnamed.filter(|place| {
            at.saturating_sub(*place) < SPOKE_WITHIN
                && spoke.is_none_or(|(_, spoke)| spoke < *place)
        });
        let since = spoke.map_or(at.saturating_sub(SPOKE_WITHIN), |(_, place)| place);
        let persons = || {
            let people = self.names_before(at);
            people
                .take_while(|(name, _)| at - name.tokens.start < REACH)
                .filter(|(_, index)| self.fits(*index, pronoun))
        };
        let opened = persons()
            .take_while(|(name, _)| name.tokens.start > unnamed.unwrap_or(since))
            .find(|(name, _)| self.opens_sentence(name.tokens.start));
        if unnamed.is_some() {
            return opened.map(|(_, entity)| entity);
        }
        opened
            .or(persons().next().filter(|_| spoke.is_none()))
            .map(|(_, entity)| entity)
            .or(spoke.map(|(entity, _)| entity))
    }

    /// The persons named before a token, nearest first.
    fn names_before(&self, at: usize) -> impl Iterator<Item = (&'a Name, usize)> + use<'a> {
        let first = self.names.partition_point(|name| name.tokens.start < at);
        let before = self.names.get(..first).unwrap_or_default();
        let entities = self.entity_of.get(..first).unwrap_or_default();
        before
            .iter()
            .zip(entities)
            .rev()
            .take(NAMES_BACK)
            .filter(|(name, _)| name.kind == EntityKind::Person)
            .filter_map(|(name, entity)| entity.map(|entity| (name, entity)))
    }

    /// Whether the name at a token is the subject of its sentence: it opens the sentence, or
    /// follows a comma before the first verb, in each case with or without a title.
    fn opens_sentence(&self, at: usize) -> bool {
        let start = self.sentence_of(at).start;
        let titled = (start..at)
            .rev()
            .take_while(|place| self.document.is(*place, TITLE | ROLE | DETERMINER))
            .count();
        let first = at - titled;
        let comma = first
            .checked_sub(1)
            .and_then(|before| self.document.token(before))
            .is_some_and(|token| token.is_mark(','));
        let verb = |place: usize| {
            let token = self.document.token(place);
            token.is_some_and(|token| token.is(AUXILIARY | VERB | CUE) && !token.is_possessive())
                || self.document.word(place).ends_with("ed")
        };
        first == start || comma && !(start..first).any(verb)
    }

    /// The tokens of the sentence that contains a token.
    fn sentence_of(&self, at: usize) -> Range<usize> {
        let sentences = &self.document.sentences;
        let number = sentences.partition_point(|sentence| sentence.end <= at);
        sentences.get(number).cloned().unwrap_or(at..at + 1)
    }

    /// The person whom a description introduced: "Foreign Ministry spokesman Guo Jiakun",
    /// "Ann Lee, the company's chairwoman".
    fn introduced_as(&self, role: u32, at: usize) -> Option<usize> {
        let token = |place: usize| self.document.token(place);
        let is_role = |place: usize| token(place).is_some_and(|token| token.word == role);
        let introduced = |name: &Name| {
            let Range { start, end } = name.tokens;
            let first = self.sentence_of(start).start;
            let before = (first..start).rev().find(|place| {
                !token(*place).is_some_and(|token| {
                    token.is_mark(',') || token.is(TITLE) && token.word != role
                })
            });
            if before.is_some_and(is_role) {
                return true;
            }
            if !token(end).is_some_and(|token| token.is_mark(',') || token.is_mark('(')) {
                return false;
            }
            let is_age = token(end + 1).is_some_and(|token| token.kind == TokenKind::Number);
            let is_mark =
                |place: &usize| token(*place).is_some_and(|token| token.kind == TokenKind::Mark);
            let age = if is_age { end + 2 } else { end + 1 };
            let first = age + (age..age + 2).take_while(is_mark).count();
            let last = self.sentence_of(start).end.min(at).min(first + APPOSITION);
            // "the firm's head" and "head of the firm" do not introduce the firm.
            (first..last)
                .take_while(|place| {
                    token(*place).is_some_and(|token| {
                        token.kind == TokenKind::Word && !token.is(PREPOSITION)
                    })
                })
                .any(|place| is_role(place) && !token(place + 1).is_some_and(Token::is_possessive))
        };
        let spoke = self.last_person.map(|(entity, _)| entity);
        let is_speaker =
            |(name, entity): &(&Name, usize)| Some(*entity) == spoke && introduced(name);
        self.names_before(at)
            .find(is_speaker)
            .or_else(|| self.names_before(at).find(|(name, _)| introduced(name)))
            .map(|(_, entity)| entity)
    }
}

/// Changes the seat of a government that speaks to an organisation: "Beijing said". A country that
/// speaks is still a place.
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
        let seat = document.is(name.tokens.end - 1, SEAT);
        if name.kind == EntityKind::Place && bare && seat && name.tokens.end <= words.end {
            name.kind = EntityKind::Organisation;
            name.confidence *= 0.8;
            name.rule = Rule::PlaceThatSpeaks;
        }
    }
}
