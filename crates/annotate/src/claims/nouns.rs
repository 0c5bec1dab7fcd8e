//! Claims with a reporting noun: "his claim that …", "amid fears that …".

use super::frame::Frame;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{
    AUXILIARY, CONJUNCTION, Lexicon, PARTICLE, PEOPLE, PLACE, PREPOSITION, ROLE, VERB,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, Token, TokenKind};

/// The maximum number of adjectives between a noun and its owner.
const ADJECTIVES: usize = 3;

impl Finder<'_, '_> {
    /// Adds the claim in "Trump's claim that S". The speaker is the owner of the noun, if
    /// there is one. Claims that a verb has found since `before` are kept ("said in a
    /// statement that").
    pub(super) fn nouns(&mut self, frame: &Frame, before: usize) {
        for at in frame.range.clone() {
            if !is_one_of!(frame.hash(at + 1), "that") || frame.quote_of(at).is_some() {
                continue;
            }
            let Some(token) = frame.token(at).filter(|token| token.case == Case::Lower) else {
                continue;
            };
            let known = Lexicon::get().noun(token.word);
            let Some(stance) = known.filter(|_| frame.cue(at).is_none()) else {
                continue;
            };
            let start = at + 2;
            // "the claim that was made": a relative clause.
            let relative = frame.is(start, AUXILIARY | VERB | PREPOSITION);
            if relative
                || self.holds(before, start)
                || !(frame.quote_at(start).is_some() || frame.is_clause(start))
            {
                continue;
            }
            let end = self.clause_end(frame, start);
            let end = frame
                .before_main_verb(at, start)
                .map_or(end, |verb| verb.min(end));
            self.push(Found {
                speaker: owner(frame, at),
                cue: Some(at..at + 1),
                content: std::iter::once(start..end).collect(),
                stance,
                rule: Rule::NounThat,
                confidence: 0.6,
            });
        }
    }
}

impl Frame<'_, '_> {
    /// The verb of the sentence, if the noun at `noun` with its clause is the subject: "The claim
    /// that it is late was doubted". The clause begins at `start`.
    fn before_main_verb(&self, noun: usize, start: usize) -> Option<usize> {
        let finite = |at: usize| {
            self.is(at, AUXILIARY)
                && !is_one_of!(
                    self.hash(at),
                    "not",
                    "never",
                    "be",
                    "been",
                    "being",
                    "having"
                )
                && !self.token(at).is_some_and(Token::is_possessive)
        };
        if (self.range.start..noun)
            .any(|at| finite(at) || self.cue(at).is_some() || self.mark(at, ','))
        {
            return None;
        }
        let mut verbs = 0;
        let mut last = start;
        for at in start..self.end() {
            if self.token(at).is_some_and(|token| {
                token.kind == TokenKind::Mark || token.is(CONJUNCTION | PARTICLE)
            }) {
                return None;
            }
            let verb = finite(at) || self.is(at, VERB);
            if verb && at > last + 1 {
                verbs += 1;
            }
            let not = self.is_adverb(at) || is_one_of!(self.hash(at), "not");
            if verb || not && at == last + 1 {
                last = at;
            }
            if verbs == 2 && verb {
                return Some(at);
            }
        }
        None
    }
}

/// The owner of the noun at `at`: "Trump's repeated", "their".
fn owner(frame: &Frame, at: usize) -> Option<std::ops::Range<usize>> {
    let lowest = frame.range.start.max(at.saturating_sub(ADJECTIVES + 1));
    for place in (lowest..at).rev() {
        let token = frame.token(place)?;
        if is_one_of!(token.word, "his", "her", "their", "its", "my", "our") {
            return Some(place..place + 1);
        }
        // "U.S. allegations that", "Iranian claims that", "government statements that"
        let named = token.is_capital() && (place > frame.range.start || token.is(PLACE | PEOPLE));
        if place + 1 == at && token.kind == TokenKind::Word && (named || token.is(ROLE)) {
            return Some(place..at);
        }
        if token.is_possessive() {
            return frame.phrase_before(place.checked_sub(1)?);
        }
        if token.kind != TokenKind::Word || token.case != Case::Lower || token.is(PREPOSITION) {
            return None;
        }
    }
    None
}
