//! The quotations of a sentence: their positions, and which are names of things.

use super::frame::Frame;
use crate::lexicon::{CONJUNCTION, DETERMINER, ENTITLED, PREPOSITION, VerbForm};
use crate::patterns::is_one_of;
use crate::quotes::Quoted;
use crate::tokens::{Token, TokenKind};

/// The maximum number of words between a quotation and the comma before its verb.
const BETWEEN: usize = 5;

impl Frame<'_, '_> {
    /// Whether a quotation ends like a sentence, or with the comma before "he said".
    pub(super) fn is_stopped(&self, quoted: &Quoted) -> bool {
        let last = self.document.token(quoted.inside.end - 1);
        last.is_some_and(|last| {
            last.kind == TokenKind::Mark
                && matches!(last.first, '.' | '!' | '?' | ',' | '…' | '。' | '！' | '，')
        })
    }

    /// The quotation that begins with the mark at `at`.
    pub(super) fn quote_at(&self, at: usize) -> Option<&Quoted> {
        let index = self
            .quotes
            .partition_point(|quoted| quoted.whole.start < at);
        self.quotes
            .get(index)
            .filter(|quoted| quoted.whole.start == at)
    }

    /// The quotation that contains the token, including its marks.
    pub(super) fn quote_of(&self, at: usize) -> Option<&Quoted> {
        let index = self.quotes.partition_point(|quoted| quoted.whole.end <= at);
        self.quotes
            .get(index)
            .filter(|quoted| quoted.whole.contains(&at))
    }

    /// Whether a quotation is the name of a programme, a book or a song: "on “Meet the
    /// Press,”". All of its words except small ones are capitalised.
    pub(super) fn is_title(&self, quoted: &Quoted) -> bool {
        let words = |at: &usize| {
            self.document
                .token(*at)
                .filter(|token| token.kind != TokenKind::Mark)
        };
        let all: Vec<&Token> = quoted.inside.clone().filter_map(|at| words(&at)).collect();
        let small = |token: &Token| {
            token.is(PREPOSITION | CONJUNCTION | DETERMINER) || token.kind == TokenKind::Number
        };
        (2..=9).contains(&all.len())
            && all.first().is_some_and(|first| first.is_capital())
            && all.iter().all(|token| token.is_capital() || small(token))
            && !self
                .document
                .token(quoted.inside.end - 1)
                .is_some_and(|last| last.is_mark('.') || last.is_mark('!'))
    }

    /// Whether a quotation is the name of something: "a podcast called “The Daily”", "by
    /// the name “Max”". What a speaker calls something is not: "what he called “a farce”".
    pub(super) fn is_label(&self, quoted: &Quoted) -> bool {
        let Some(mut at) = quoted.whole.start.checked_sub(1) else {
            return false;
        };
        if self.is(at, ENTITLED) {
            return true;
        }
        if !is_one_of!(self.hash(at), "called", "named", "dubbed", "termed") {
            return false;
        }
        let mut what = (at.saturating_sub(6)..at).map(|before| self.hash(before));
        if what.any(|word| is_one_of!(word, "what", "which")) {
            return false;
        }
        while at > self.range.start && self.is_adverb(at - 1) {
            at -= 1;
        }
        let before = at.checked_sub(1).filter(|at| *at >= self.range.start);
        self.is_title(quoted)
            || before.is_some_and(|before| self.mark(before, '(') || self.is_be(before))
    }

    /// Whether a comma at its end links a quotation to the speaker after it: "adds “a
    /// stone,” said Ann Lee".
    pub(super) fn is_tied_to_later(&self, quoted: &Quoted) -> bool {
        let introduced = quoted
            .whole
            .start
            .checked_sub(1)
            .is_some_and(|before| self.mark(before, ',') || self.mark(before, ':'));
        let comma = self.document.token(quoted.inside.end - 1);
        !introduced
            && comma.is_some_and(|last| last.is_mark(','))
            && self
                .cue(quoted.whole.end)
                .is_some_and(|cue| matches!(cue.form, VerbForm::Past | VerbForm::Third))
    }

    /// The quotation before a verb; `last` is the token before the verb. It is directly
    /// before it (`“…,” said X`) or separated by a time or a place
    /// (`“… to be the case” in 2005, said X`).
    pub(super) fn quote_before(&self, last: usize) -> Option<&Quoted> {
        if !self.mark(last, ',') {
            return self.quote_of(last);
        }
        let end = last.checked_sub(1)?;
        let within = |at: &usize| {
            self.token(*at)
                .is_some_and(|token| token.kind != TokenKind::Mark)
        };
        let words = (last.saturating_sub(BETWEEN)..last).rev();
        let close = words
            .take_while(within)
            .last()
            .and_then(|at| at.checked_sub(1));
        let behind = close.filter(|at| self.is(at + 1, PREPOSITION));
        self.quote_of(end).or_else(|| self.quote_of(behind?))
    }
}
