//! Claims, other than quotations, whose verb comes before its speaker: "prices, said Ann
//! Lee, will rise", "was described by Ann Lee as".

use std::ops::Range;

use super::frame::Frame;
use super::speaker::Subject;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{
    AUXILIARY, BEFORE_SPEAKER, CHARGE, CONJUNCTION, CUE, Cue, DETERMINER, DOCUMENT, Lexicon,
    PREPOSITION, ROLE, STRONG, VerbForm,
};
use crate::patterns::is_one_of;
use crate::tokens::TokenKind;

impl Finder<'_, '_> {
    /// Adds the claim in "S, said X." or "On average, said X, S." and returns its speaker,
    /// if there is one.
    pub(super) fn inverted(&mut self, frame: &Frame, at: usize, cue: Cue) -> Option<Subject> {
        let comma = at.checked_sub(1).filter(|place| frame.mark(*place, ','))?;
        if !frame.is(at, BEFORE_SPEAKER) {
            return None;
        }
        let first = frame.after_adverbs(at + 1);
        let words = frame.with_name(frame.phrase_after(first)?);
        let before = frame.range.start..comma;
        if !frame.is_named(&words)
            || before.is_empty()
            || before.clone().any(|at| frame.quote_of(at).is_some())
        {
            return None;
        }
        let content = self.around(frame, before, &words, cue)?;
        let subject = Subject {
            from: words.start,
            words: words.clone(),
            shared: false,
        };
        self.push(Found {
            speaker: Some(words),
            cue: Some(at..at + 1),
            content,
            stance: cue.stance,
            rule: Rule::ClauseCueName,
            confidence: 0.8,
        });
        Some(subject)
    }

    /// Adds the claim in "was described by X as “…”".
    pub(super) fn passive(&mut self, frame: &Frame, at: usize) {
        if !frame.is(at, CUE) || !is_one_of!(frame.hash(at + 1), "by") {
            return;
        }
        let passive = (at.saturating_sub(2)..at).any(|before| frame.is(before, AUXILIARY));
        let cue = frame
            .token(at)
            .and_then(|token| Lexicon::get().cue(token.word));
        let (Some(cue), Some(words), true) = (cue, frame.phrase_after(at + 2), passive) else {
            return;
        };
        let charged = (words.start + 1..=words.end).find(|place| {
            is_one_of!(frame.hash(*place), "of", "for")
                && self.document.word(place + 1).ends_with("ing")
        });
        if let Some(of) = charged.filter(|_| cue.frames & CHARGE != 0) {
            let start = of + 1;
            self.push(Found {
                speaker: Some(words.start..of),
                cue: Some(at..at + 1),
                content: std::iter::once(start..self.clause_end(frame, start)).collect(),
                stance: cue.second.unwrap_or(cue.stance),
                rule: Rule::CueCharge,
                confidence: 0.75,
            });
            return;
        }
        if !is_one_of!(frame.hash(words.end), "as") {
            return;
        }
        let quoted = frame.quote_at(words.end + 1);
        if let Some(quoted) = quoted.filter(|_| cue.form == VerbForm::Past) {
            self.push(Found {
                speaker: Some(words),
                cue: Some(at..at + 1),
                content: vec![quoted.inside.clone()],
                stance: cue.stance,
                rule: Rule::CueNamingQuote,
                confidence: 0.75,
            });
        }
    }

    /// The content before the verb and after the speaker.
    fn around(
        &self,
        frame: &Frame,
        before: Range<usize>,
        words: &Range<usize>,
        cue: Cue,
    ) -> Option<Vec<Range<usize>>> {
        let comma = frame.mark(words.end, ',');
        let mut start = words.end + usize::from(comma);
        // ", said Ann Lee, who leads the party, the mood"
        if is_one_of!(frame.hash(start), "who", "which") {
            let close = (start..frame.end()).find(|at| frame.mark(*at, ','));
            start = close.map_or_else(|| frame.end(), |close| close + 1);
        }
        let rest = start..self.clause_end(frame, start);
        if frame.is_statement(std::slice::from_ref(&before)) {
            let timed = is_one_of!(frame.hash(words.end), "on") && frame.is_time(words.end + 1);
            let closes = comma || timed || words.end >= frame.end() || frame.is_time(words.end);
            return closes.then(|| vec![before]);
        }
        let led = frame.is(before.start, PREPOSITION | CONJUNCTION);
        if words.end >= frame.end() && before.len() > 3 && !led {
            return Some(vec![before]);
        }
        let goes_on = rest.len() > 2 && cue.frames & STRONG != 0;
        goes_on.then(|| vec![before, rest])
    }
}

impl Frame<'_, '_> {
    /// Whether the verb at `at` is followed by its speaker, who a comma or the end of the sentence
    /// closes: "Prices, said Ann Lee, will rise".
    pub(super) fn is_inverted(&self, at: usize) -> bool {
        let Some(words) = self.phrase_after(self.after_adverbs(at + 1)) else {
            return false;
        };
        let closes = words.end >= self.end() || self.mark(words.end, ',');
        at > self.range.start && self.mark(at - 1, ',') && closes && self.is_named(&words)
    }

    /// The phrase with the name after it: "his lawyer, Ann Lee".
    pub(super) fn with_name(&self, words: Range<usize>) -> Range<usize> {
        let is_name = |at: &usize| {
            self.token(*at)
                .is_some_and(|token| token.kind == TokenKind::Word && token.is_capital())
        };
        if !self.mark(words.end, ',') || is_name(&(words.end - 1)) {
            return words;
        }
        let count = (words.end + 1..self.end()).take_while(is_name).count();
        let end = words.end + 1 + count;
        let closes = end >= self.end() || self.mark(end, ',');
        if closes && count > 0 {
            words.start..end
        } else {
            words
        }
    }

    /// Whether a phrase means something written that says what its author says: "a statement",
    /// "the letter".
    pub(super) fn is_document(&self, words: &Range<usize>) -> bool {
        words.len() <= 4
            && is_one_of!(self.hash(words.start), "a", "an", "the")
            && self.is(words.end - 1, DOCUMENT)
    }

    /// Whether the head of a phrase is a name or a word for a speaker: "Ann Lee", "a
    /// spokesman for the firm", not "a London street".
    pub(super) fn is_named(&self, words: &Range<usize>) -> bool {
        self.token(self.head_of(words)).is_some_and(|token| {
            token.is_capital() && !token.is(DETERMINER) || token.is(ROLE) && !token.is(CUE)
        })
    }

    /// Whether a phrase can mean people who are asked to do something: "him", "residents",
    /// "the minister", not "the truth" or "questions".
    pub(super) fn is_somebody(&self, words: &Range<usize>) -> bool {
        (words.start..self.head_of(words) + 1).any(|at| {
            is_one_of!(
                self.hash(at),
                "him",
                "her",
                "them",
                "us",
                "me",
                "you",
                "it",
                "everyone",
                "everybody",
                "anyone",
                "others",
                "banks",
                "community",
                "companies",
                "countries",
                "country",
                "firms",
                "governments",
                "industry",
                "nation",
                "nations",
                "public",
                "state",
                "states",
                "utility",
                "voters",
                "world"
            ) || self.is(at, ROLE)
                || self.is_capital_at(at) && !self.is_time(at)
                || self.is_plural(at) && is_people(self.document.word(at))
        })
    }

    /// The last word of a phrase before its first preposition.
    pub(super) fn head_of(&self, words: &Range<usize>) -> usize {
        let mut behind_first = words.clone().skip(1);
        let end = behind_first.find(|place| self.is(*place, PREPOSITION));
        end.unwrap_or(words.end).saturating_sub(1)
    }
}

/// Whether a plural means people: "readers", "contractors", "recipients", "journalists",
/// not "questions" or "payments".
pub(super) fn is_people(plural: &str) -> bool {
    ["men", "ers", "ors", "ees", "ants", "ents", "ists", "ians"]
        .iter()
        .any(|ending| plural.ends_with(ending))
        && !plural.ends_with("ments")
}
