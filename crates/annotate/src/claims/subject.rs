//! The extent of a subject: the phrase that governs it, lists of names, and what is not part of it.

use std::ops::Range;

use super::frame::Frame;
use super::speaker::LONGEST;
use crate::lexicon::{
    ADVERB, AUXILIARY, CONJUNCTION, DETERMINER, FIRST, ORG, ORG_WORD, PARTICLE, PEOPLE, PLACE,
    PREPOSITION, PRONOUN, ROLE, SUBJECT, SURNAME, TITLE, VERB,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, TokenKind};

impl Frame<'_, '_> {
    /// Whether the words mean that nobody did something: "no one", "none of them".
    pub(super) fn is_nobody(&self, words: &Range<usize>) -> bool {
        is_one_of!(self.hash(words.start), "no", "nobody", "none", "neither")
            || words.start > self.range.start && is_one_of!(self.hash(words.start - 1), "no")
    }

    /// The name that opens a sentence before a verb in the present: "Ann Lee talks".
    pub(super) fn opening_name(&self) -> Option<Range<usize>> {
        let closed = ADVERB | PREPOSITION | CONJUNCTION | DETERMINER | PRONOUN;
        let is_name = |at: &usize| {
            self.token(*at).is_some_and(|token| {
                token.kind == TokenKind::Word && token.is_capital() && !token.is(closed)
            })
        };
        let start = self.range.start;
        let end = start + (start..start + 5).take_while(is_name).count();
        let next = self.token(end)?;
        // "Human rights groups", not a name with a verb
        let known = FIRST | SURNAME | PLACE | PEOPLE | ORG | ORG_WORD | TITLE;
        let phrase = PREPOSITION | DETERMINER | PARTICLE | ADVERB;
        let is_name = end > start + 1 || self.is(start, known) || self.is(end + 1, phrase);
        let third = is_name
            && next.case == Case::Lower
            && !next.is_possessive()
            && !next.is(closed | ROLE)
            && {
                let word = self.document.word(end);
                word.ends_with('s') && !word.ends_with("ss")
            };
        (end > start && third && !self.is_participle(start)).then_some(start..end)
    }

    /// The end of the capitalised words at `start`, or of the whole text if there are none.
    pub(super) fn after_capitals(&self, start: usize) -> usize {
        let count = (start..self.end())
            .take_while(|at| self.is_capital_at(*at))
            .count();
        if count == 0 {
            self.end()
        } else {
            start + count
        }
    }

    /// The words from the beginning of the sentence on, if these words only end its subject: "A
    /// lawyer for a man named Lee", "Fishermen who heard the speech", "A maker of shoes and bags".
    pub(super) fn opening_subject(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let start = self.range.start;
        let inner = start + 1..words.start;
        let find = |tie: fn(&Self, usize) -> bool| inner.clone().find(|at| tie(self, *at));
        let relative = find(|frame, at| is_one_of!(frame.hash(at), "who", "which"));
        let participle = find(Self::is_participle_of_noun);
        let joined = find(|frame, at| is_one_of!(frame.hash(at), "and", "or"));
        let opens = !inner.is_empty()
            && words.end - start <= 2 * LONGEST
            && self.opens_noun_phrase(start..words.start)
            && !self.is(words.start, PARTICLE);
        let is_within = |at: usize| {
            let in_relative = relative.is_some_and(|relative| relative < at);
            self.is_in_noun_phrase(at)
                || in_relative && self.is(at, AUXILIARY | VERB)
                || in_relative && self.is_past(at)
        };
        let is_one = joined.is_none() || relative.is_none() && participle.is_none();
        (opens && is_one && inner.clone().all(is_within)).then_some(start..words.end)
    }

    /// Whether words at the beginning of the sentence begin with a noun phrase.
    fn opens_noun_phrase(&self, words: Range<usize>) -> bool {
        let start = words.start;
        self.token(start).is_some_and(|first| {
            let closed = PREPOSITION | CONJUNCTION | ADVERB | SUBJECT | PARTICLE;
            first.kind == TokenKind::Word
                && (first.is(DETERMINER) || !first.is(closed))
                && (first.is(DETERMINER | ROLE) || words.clone().any(|at| self.is_plural(at)))
        }) && !self.is_time(start)
            && !self.is_participle(start)
    }

    /// Whether a participle at `at` tells which noun is meant: "named Lee", "issued by", "seeking
    /// peace", not "angered some".
    fn is_participle_of_noun(&self, at: usize) -> bool {
        let lower = self.token(at).is_some_and(|token| {
            token.case == Case::Lower && !token.is(DETERMINER | ROLE) && !token.is_possessive()
        });
        let past = self.is_past(at)
            && (self.is(at + 1, PREPOSITION) && !self.is(at + 1, CONJUNCTION)
                || is_one_of!(self.hash(at), "named", "called")
                || self.mark(at - 1, '-'));
        lower && (past || self.document.word(at).ends_with("ing"))
    }

    /// Whether the token at `at` can be within a noun phrase, and is no verb of its sentence.
    fn is_in_noun_phrase(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        if token.kind == TokenKind::Mark {
            return self.quote_of(at).is_none() && matches!(token.first, '-' | '\'' | '’' | '&');
        }
        // "U.S.-led"
        let compound = self.mark(at - 1, '-') && !token.spaced;
        if is_one_of!(token.word, "who", "which", "and", "or")
            || token.is_possessive()
            || compound
            || is_one_of!(token.word, "as") && is_one_of!(self.hash(at - 1), "known")
            || self.is_participle_of_noun(at)
        {
            return true;
        }
        let verb = token.case == Case::Lower
            && (token.is(AUXILIARY | VERB) || self.is_past(at) || self.cue(at).is_some());
        self.quote_of(at).is_none()
            && !verb
            && !token.is(CONJUNCTION | PARTICLE)
            && (!token.is(SUBJECT) || token.is(DETERMINER))
    }

    /// The phrase that a preposition ties these words to: "the group that represents boatmen
    /// across the country", "officials across the country".
    pub(super) fn governing(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let before = words.start.checked_sub(2)?;
        // "officials who met Ann Lee"
        if self.is_past(before + 1) || self.is(before + 1, VERB) {
            let mut relative = before;
            while relative > self.range.start && self.is(relative, AUXILIARY | ADVERB) {
                relative -= 1;
            }
            let last = relative.checked_sub(1)?;
            let head = is_one_of!(self.hash(relative), "who", "that", "which")
                .then(|| self.phrase_before(last))
                .flatten()?;
            return Some(head.start..words.end);
        }
        let tied = is_one_of!(
            self.hash(before + 1),
            "across",
            "around",
            "near",
            "within",
            "inside",
            "outside",
            "throughout",
            "behind",
            "among",
            "between",
            "against"
        );
        if !tied || before <= self.range.start {
            return None;
        }
        let lowest = self.range.start.max(before.saturating_sub(LONGEST));
        let is_word =
            |at: &usize| (self.token(*at)).is_some_and(|token| token.kind != TokenKind::Mark);
        let relative = (lowest..before)
            .rev()
            .take_while(is_word)
            .find(|at| is_one_of!(self.hash(*at), "that", "who", "which"));
        let head = match relative.and_then(|at| at.checked_sub(1)) {
            Some(last) => self.phrase_before(last)?,
            None => self.phrase_before(before)?,
        };
        let opens = head.start == self.range.start
            || self.is(head.start - 1, CONJUNCTION)
            || self.mark(head.start - 1, ',');
        (opens && !self.is(head.start, PRONOUN)).then_some(head.start..words.end)
    }

    /// The name in "a programme Acme says it needs", where the thing before it is not part of the
    /// subject.
    pub(super) fn without_object(&self, words: Range<usize>) -> Range<usize> {
        let is_name = |at: &usize| self.is_capital_at(*at);
        let count = words.clone().rev().take_while(is_name).count();
        let name = words.end - count;
        let Some(noun) = name
            .checked_sub(1)
            .filter(|noun| *noun > words.start && count > 0)
        else {
            return words;
        };
        let word = self.document.word(noun);
        let person = ["er", "or", "ist", "ian", "man", "ant", "ee"];
        let adjective = [
            "ing", "ed", "y", "al", "ive", "ous", "ent", "ic", "ful", "less", "ish",
        ];
        let thing = is_one_of!(self.hash(words.start), "a", "an")
            && self
                .token(noun)
                .is_some_and(|token| token.case == Case::Lower)
            && !self.is(noun, ROLE | TITLE)
            && !(words.start + 1..name)
                .any(|at| self.is(at, PREPOSITION | CONJUNCTION | PARTICLE | VERB))
            && !person
                .iter()
                .chain(&adjective)
                .any(|ending| word.ends_with(ending));
        if thing { name..words.end } else { words }
    }

    /// The start of a list of names whose last two are the words from `start` to `last`: "Ann Lee,
    /// Bob Kim and Cy Rey".
    pub(super) fn names_before_pair(&self, mut start: usize, last: usize, lowest: usize) -> usize {
        let is_name = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.kind == TokenKind::Word && token.is_capital() && !token.is(DETERMINER)
            })
        };
        let pair = (start..=last).all(|at| is_name(at) || is_one_of!(self.hash(at), "and"))
            && (start..=last).any(|at| is_one_of!(self.hash(at), "and"));
        while pair && start > lowest + 1 && self.mark(start - 1, ',') && is_name(start - 2) {
            start -= 2;
            while start > lowest && is_name(start - 1) {
                start -= 1;
            }
        }
        start
    }
}
