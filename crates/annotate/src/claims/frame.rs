//! A sentence prepared for the rules: its quotations, reporting verbs, possible subjects
//! and possible content.

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{
    ADVERB, AUXILIARY, CONJUNCTION, CUE, Classes, DETERMINER, MONTH, NO_ADVERB, ORG, PARTICLE,
    PLACE, PREPOSITION, PRONOUN, ROLE, SUBJECT, SUBORDINATOR, SURNAME, TIME_WORD, TITLE, VERB,
    WEEKDAY,
};
use crate::patterns::is_one_of;
use crate::quotes::Quoted;
use crate::tokens::{Case, Token, TokenKind};

/// A sentence with its quotations. If a quotation spans several sentences, they form one.
pub(super) struct Frame<'d, 't> {
    pub(super) document: &'d Document<'t>,
    /// Its tokens.
    pub(super) range: Range<usize>,
    /// The quotations that begin in it, in order.
    pub(super) quotes: &'d [Quoted],
}

impl Frame<'_, '_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.range
            .contains(&at)
            .then(|| self.document.token(at))
            .flatten()
    }

    pub(super) fn is_capital_at(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capital)
    }

    pub(super) fn hash(&self, at: usize) -> u32 {
        self.token(at).map_or(0, |token| token.word)
    }

    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    pub(super) fn is(&self, at: usize, classes: Classes) -> bool {
        self.token(at).is_some_and(|token| token.is(classes))
    }

    /// The end of the sentence before its closing marks.
    pub(super) fn end(&self) -> usize {
        let mut end = self.range.end;
        while end > self.range.start
            && self.quote_of(end - 1).is_none()
            && self.token(end - 1).is_some_and(|token| {
                token.kind == TokenKind::Mark && matches!(token.first, '.' | '!' | '?' | '…' | ';')
            })
        {
            end -= 1;
        }
        end
    }

    /// Whether a word is an adverb: it is in the list or has the ending of one.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.is(ADVERB)
                || token.case == Case::Lower
                    && !token.is(ROLE)
                    && self.document.word(at).len() > 4
                    && self.document.word(at).ends_with("ly")
                    && !token.is(NO_ADVERB)
        })
    }

    /// Whether a phrase is "it", "there" or "who", or an article with nothing after it.
    pub(super) fn is_bare_pronoun(&self, words: &Range<usize>) -> bool {
        words.len() == 1
            && (self.is(words.start, DETERMINER)
                || is_one_of!(
                    self.hash(words.start),
                    "it",
                    "there",
                    "who",
                    "which",
                    "that",
                    "we",
                    "you",
                    "i"
                ))
    }

    /// Whether most words have capitals.
    pub(super) fn is_headline(&self) -> bool {
        let (mut capital, mut lower) = (0, 0);
        for at in self.range.clone().take(30) {
            match self.token(at) {
                Some(token) if token.is_capital() => capital += 1,
                Some(token) if token.case == Case::Lower => lower += 1,
                _ => {}
            }
        }
        capital > 2 * lower
    }

    /// Whether a sentence opens with a participle at `at`: "Speaking to reporters", not
    /// "Beijing".
    pub(super) fn is_participle(&self, at: usize) -> bool {
        let name = PLACE | ORG | ROLE | SURNAME | TITLE;
        self.document.word(at).ends_with("ing")
            && !self.is(at, name)
            && self
                .token(at + 1)
                .is_some_and(|next| next.case == Case::Lower && !next.is(CUE | VERB | AUXILIARY))
    }

    /// The first token from `at` on that is not an adverb.
    pub(super) fn after_adverbs(&self, mut at: usize) -> usize {
        while self.is_adverb(at) && !self.is(at, PARTICLE) {
            at += 1;
        }
        at
    }

    /// The token after the addressee: "him", "the BBC", "a group of reporters".
    pub(super) fn after_addressee(&self, at: usize) -> usize {
        if self.is(at, PRONOUN) && !self.is(at, DETERMINER) {
            return at + 1;
        }
        let mut place = at;
        let limit = (at + 7).min(self.end());
        let mut named = false;
        while place < limit {
            let Some(token) = self.token(place) else {
                break;
            };
            let counted = token.kind == TokenKind::Number && is_one_of!(self.hash(place - 1), "of");
            let owned = token.is_possessive() && place > at;
            let within = owned
                || (token.kind == TokenKind::Word || counted)
                    && !token.is(AUXILIARY | CONJUNCTION | PARTICLE | SUBJECT)
                    && (place == at || !token.is(DETERMINER) || self.is(place - 1, PREPOSITION))
                    && (!token.is(PREPOSITION) || is_one_of!(token.word, "of"));
            if !within
                || (named
                    && !token.is_capital()
                    && !token.is(ROLE)
                    && !is_one_of!(token.word, "of"))
            {
                break;
            }
            // A bare clause begins with another capital: "told reporters Iran was".
            if place > at
                && token.is_capital()
                && !self.is(place - 1, DETERMINER | PREPOSITION)
                && !self.is_capital_at(place - 1)
            {
                break;
            }
            named |= token.is_capital();
            place += 1;
        }
        place.max(at + 1)
    }

    /// Whether a clause begins at `at`: a subject, then a verb.
    pub(super) fn is_clause(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        let next = self.token(at + 1);
        if token.is(SUBJECT)
            && !token.is(DETERMINER)
            && next.is_some_and(|next| next.kind == TokenKind::Word)
        {
            return !is_one_of!(token.word, "who");
        }
        let end = self.end().min(at + 28);
        for place in at + 1..end {
            let Some(token) = self.token(place) else {
                break;
            };
            if token.kind == TokenKind::Mark && matches!(token.first, ';' | ':' | '(') {
                break;
            }
            // A list of things, not a person in apposition.
            if token.is_mark(',')
                && !self.is(place + 1, DETERMINER)
                && !self.is_capital_at(place + 1)
            {
                break;
            }
            if token.is(SUBORDINATOR) {
                return false;
            }
            let joined = is_one_of!(self.hash(place - 1), "and", "or");
            if token.is(VERB)
                && token.case == Case::Lower
                && !joined
                && !self.is(place - 1, DETERMINER | PREPOSITION)
                && !token.is_possessive()
            {
                return true;
            }
            if token.is(AUXILIARY)
                && !joined
                && !token.is_possessive()
                && !is_one_of!(token.word, "be", "been", "being", "having", "not")
            {
                return true;
            }
            // "the raid and said it": another verb of the same subject
            if joined && token.is(CUE) && self.cue(place).is_some() {
                return false;
            }
            let word = self.document.word(place);
            if token.case == Case::Lower
                && !joined
                && !token.is(PREPOSITION | DETERMINER | ADVERB)
                && (word.ends_with("ed")
                    && word.len() > 4
                    && !self.is(place - 1, DETERMINER | PREPOSITION)
                    || token.is(CUE) && !self.is(place - 1, DETERMINER | PREPOSITION))
            {
                return true;
            }
            if token.is(SUBJECT)
                && !token.is(DETERMINER)
                && !is_one_of!(token.word, "who", "it", "you")
            {
                return true;
            }
        }
        false
    }

    /// Whether the words before "he said" can be the content: they contain a verb or are
    /// long, and are not just the time or condition of another sentence ("In 1892, he", "If
    /// so, he").
    pub(super) fn is_statement(&self, content: &[Range<usize>]) -> bool {
        let Some(range) = content.first() else {
            return false;
        };
        if range.clone().any(|at| self.quote_of(at).is_some()) {
            return true;
        }
        let comma = range.clone().any(|at| self.mark(at, ','));
        let led = self.is(range.start, PREPOSITION | CONJUNCTION)
            && !is_one_of!(self.hash(range.start), "and", "but", "so", "or", "that");
        let verb = range.clone().skip(1).any(|at| {
            self.token(at).is_some_and(|token| {
                token.case == Case::Lower
                    && (token.is(AUXILIARY | VERB) || self.document.word(at).ends_with("ed"))
            })
        });
        let word = self.document.word(range.start);
        let long = range.len() > 9 && !word.ends_with("ing") && !word.ends_with("ed");
        (verb || long) && (comma || !led)
    }

    /// Whether the token at `at` is a month, a day of the week or "today".
    pub(super) fn is_time(&self, at: usize) -> bool {
        self.is(at, MONTH | WEEKDAY) || self.is(at, TIME_WORD)
    }
}
