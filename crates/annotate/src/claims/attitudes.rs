//! Stances towards things and deeds: "Ann Lee denounced the sale", "Ann Lee wants to leave", "Ann
//! Lee was afraid that it was late".

use std::ops::Range;

use super::frame::Frame;
use super::inverted::is_people;
use super::speaker::Subject;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{
    AUXILIARY, CHANGE, CLAUSE_OPENER, COMMUNITY, CONJUNCTION, Cue, DETERMINER, Lexicon, MEDIUM,
    MONTH, NO_AGENT, ORG, ORG_WORD, PARTICLE, PLACE, PLAN, PREPOSITION, PRONOUN, ROLE, SUBJECT,
    THING, VERB, VerbForm, WEEKDAY, WHEN_OR_WHERE,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, TokenKind};
use model::Stance;

/// The maximum length of the words for a thing, in tokens.
const LONGEST: usize = 24;

impl Finder<'_, '_> {
    /// Adds the claim in "Ann Lee denounced the sale" and "Ann Lee plans to leave".
    pub(super) fn attitude(
        &mut self,
        frame: &Frame,
        at: usize,
        subject: &mut Option<Subject>,
        before: usize,
    ) {
        let Some(cue) = frame.attitude(at) else {
            return;
        };
        let progressive = cue.form == VerbForm::Ing && at > 0 && frame.is_be(at - 1);
        if cue.form == VerbForm::Ing && !progressive
            || frame.negation(at).is_some()
            || self.holds(before, at)
        {
            return;
        }
        let Some((content, rule)) = frame.thing_after(at, cue) else {
            return;
        };
        let previous = at.saturating_sub(1);
        // "Consumer demand drives the rest"
        if cue.form == VerbForm::Base && frame.is_capital_at(previous) && !frame.is_plural(previous)
        {
            return;
        }
        let joined = is_one_of!(frame.hash(previous), "and", "but")
            || frame.is_adverb(previous)
                && is_one_of!(frame.hash(previous.saturating_sub(1)), "and");
        let who = if joined {
            subject.clone().or_else(|| self.main_subject(frame, at))
        } else {
            frame.subject_before(at)
        };
        let Some(who) = who.filter(|who| frame.is_actor(&who.words)) else {
            return;
        };
        let conditional = who.from > frame.range.start
            && is_one_of!(frame.hash(who.from - 1), "if", "unless", "whether", "that");
        if conditional {
            return;
        }
        let head = (content.clone()).take_while(|place| !frame.is(*place, PREPOSITION | PARTICLE));
        let charge = head
            .filter_map(|place| Lexicon::get().charge(frame.hash(place)))
            .last();
        let stance = match cue.second.unwrap_or(cue.stance) {
            Stance::Criticises if cue.stance == Stance::Denies => {
                charge.unwrap_or(Stance::Criticises)
            }
            Stance::Denies if charge.is_none() && !frame.is_deed(content.start) => return,
            stance => stance,
        };
        if rule == Rule::CueThing && frame.is_act(at, &who.words, &content) {
            return;
        }
        self.push(Found {
            speaker: Some(who.words.clone()),
            cue: Some(at..content.start.min(at + 1)),
            content: vec![content],
            stance,
            rule,
            confidence: 0.7,
        });
        *subject = Some(who);
    }

    /// Adds the claim in "Ann Lee was afraid that it was late".
    pub(super) fn adjective(&mut self, frame: &Frame, at: usize) {
        let known = frame
            .token(at)
            .filter(|token| token.case == Case::Lower)
            .and_then(|token| Lexicon::get().adjective(token.word));
        let (Some(stance), true) = (known, is_one_of!(frame.hash(at + 1), "that")) else {
            return;
        };
        let verb = (frame.range.start + 1..at)
            .rev()
            .find(|place| !frame.is_adverb(*place) && !is_one_of!(frame.hash(*place), "not"))
            .filter(|place| frame.is_be(*place));
        let denied = verb.is_some_and(|verb| {
            (verb..at).any(|place| is_one_of!(frame.hash(place), "not", "n't", "never"))
        });
        let Some(subject) = verb
            .filter(|_| !denied)
            .and_then(|at| frame.subject_before(at))
        else {
            return;
        };
        let content = at + 2..self.clause_end(frame, at + 2);
        // "It was clear that it was late"
        let expletive = is_one_of!(frame.hash(subject.words.start), "it");
        if !expletive && frame.is_actor(&subject.words) && content.len() > 2 {
            self.push(Found {
                speaker: Some(subject.words),
                cue: Some(at..at + 1),
                content: vec![content],
                stance,
                rule: Rule::AdjectiveThat,
                confidence: 0.7,
            });
        }
    }
}

impl Frame<'_, '_> {
    /// Whether the words mean people or a body: only they have stances.
    pub(super) fn is_actor(&self, words: &Range<usize>) -> bool {
        if words.len() == 1 && self.is(words.start, PRONOUN) {
            return is_one_of!(self.hash(words.start), "he", "she", "they", "we", "i", "it");
        }
        let head = self.head_of(words);
        let last = self.hash(words.end - 1);
        let relative = is_one_of!(self.hash(words.start), "that", "which", "who", "what");
        !relative
            && !is_one_of!(
                last, "who", "which", "that", "report", "reports", "study", "data", "results"
            )
            && (self.is_capital_at(head) && !self.is_time(head)
                || self.is(head, ROLE | ORG_WORD | ORG)
                || self.is_plural(head) && is_people(self.document.word(head))
                || self.is(head, COMMUNITY)
                || is_one_of!(self.hash(head), "statement", "declaration", "editorial")
                || self.is_agent(head))
    }

    /// Whether the words are about an act, not a stance: a judge dismisses a case, a host welcomes
    /// a guest, a president dismisses a minister.
    fn is_act(&self, at: usize, who: &Range<usize>, thing: &Range<usize>) -> bool {
        let dismisses = is_one_of!(self.hash(at), "dismiss", "dismisses", "dismissed");
        let rejects = dismisses || is_one_of!(self.hash(at), "reject", "rejects", "rejected");
        let welcomes = is_one_of!(self.hash(at), "welcome", "welcomes", "welcomed");
        let court = who.clone().any(|place| {
            is_one_of!(
                self.hash(place),
                "court",
                "judge",
                "judges",
                "tribunal",
                "jury",
                "justices"
            )
        });
        let head = self.head_of(thing);
        let somebody = self.is(head, ROLE) && !self.is_plural(head)
            || is_one_of!(
                self.hash(head),
                "government",
                "cabinet",
                "guests",
                "visitors"
            );
        let to = (thing.start..=thing.end)
            .any(|place| is_one_of!(self.hash(place), "to") && self.is(place + 1, PLACE));
        rejects && court || dismisses && somebody || welcomes && (somebody || to)
    }

    /// Whether a word has the ending of one who acts: "treasurer", "inspector", "physicist".
    fn is_agent(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let thing = self.is(at, NO_AGENT);
        word.len() > 4
            && !thing
            && ["er", "or", "ist", "ian", "ant"]
                .iter()
                .any(|ending| word.ends_with(ending))
    }

    /// Whether a word is a gerund for a deed: "denied hiding the map".
    fn is_deed(&self, at: usize) -> bool {
        let word = self.document.word(at);
        word.len() > 5 && word.ends_with("ing") && !self.is(at, DETERMINER | PREPOSITION)
            || is_one_of!(self.hash(at), "any")
    }

    /// The thing or the infinitive after the verb at `at`, without time and place.
    fn thing_after(&self, at: usize, cue: Cue) -> Option<(Range<usize>, Rule)> {
        let next = at + 1;
        if is_one_of!(self.hash(next), "to") {
            let verb = self.token(next + 1)?;
            let fits = cue.frames & PLAN != 0
                && verb.kind == TokenKind::Word
                && verb.case == Case::Lower
                && !verb.is(DETERMINER);
            let end = self.before_medium(next, self.deed_end(next + 1));
            return fits.then_some((next..end, Rule::CueInfinitive));
        }
        if cue.frames & THING == 0 {
            return None;
        }
        let particle = cue.frames_on & THING != 0 && is_one_of!(self.hash(next), "for");
        let first = next + usize::from(particle);
        let token = self.token(first)?;
        let opens = token.kind == TokenKind::Word
            && !token.is(PREPOSITION | AUXILIARY | PARTICLE)
            && !token.is(CONJUNCTION)
            && (!token.is(PRONOUN) || token.is(DETERMINER))
            && (!token.is(SUBJECT) || token.is(DETERMINER))
            && (!self.is_adverb(first) || token.is(DETERMINER))
            && !self.is_time(first)
            && !is_one_of!(
                token.word, "that", "this", "out", "up", "down", "back", "off", "away"
            )
            || matches!(token.first, '$' | '£' | '€');
        let end = self.thing_end(first);
        let last = self.token(end.checked_sub(1)?)?;
        let whole = end > first && !(last.is(DETERMINER) && end > first + 1);
        // "urged Austria, Norway and Sweden not to sign"
        let listed = end == first + 1
            && token.is_capital()
            && self.mark(end, ',')
            && self.is_capital_at(end + 1);
        let clause = listed || self.is(end, AUXILIARY | VERB) && !is_one_of!(self.hash(end), "and");
        (opens && whole && !clause).then_some((first..end, Rule::CueThing))
    }

    /// The end of a noun phrase for a thing, before a time, a place or another clause.
    fn thing_end(&self, start: usize) -> usize {
        let limit = self.end().min(start + LONGEST);
        let mut at = start;
        while at < limit {
            if let Some(quoted) = self.quote_of(at) {
                at = quoted.whole.end.max(at + 1);
                continue;
            }
            let Some(token) = self.token(at) else { break };
            let within = matches!(
                token.first,
                '-' | '\'' | '’' | '&' | '$' | '£' | '€' | '%' | '/'
            );
            let dash = matches!(token.first, '-' | '\'') && token.spaced;
            // "a plan that divides the city"
            let restricts = is_one_of!(token.word, "that", "who", "which")
                && at > start
                && (self.token(at - 1)).is_some_and(|before| before.kind == TokenKind::Word);
            if restricts {
                return self.deed_end(at);
            }
            if token.is_mark(',') && self.is_listed_behind(at) {
                at += 1;
                continue;
            }
            if token.kind == TokenKind::Mark && (!within || dash)
                || token.is(AUXILIARY)
                    && !token.is_possessive()
                    && !is_one_of!(self.hash(at - 1), "to")
                || at > start && (self.begins_time_or_place(at) || self.begins_clause(at))
            {
                break;
            }
            at += 1;
        }
        while at > start + 1 && self.is(at - 1, PREPOSITION | CONJUNCTION) {
            at -= 1;
        }
        at
    }

    /// Whether more things of a list, and nothing else, follow a comma: "demanded a search, a trial
    /// and a report".
    fn is_listed_behind(&self, comma: usize) -> bool {
        let rest = comma + 1..self.end();
        let said = |at: usize| {
            self.is(at, AUXILIARY | VERB | SUBJECT | PARTICLE) && !self.is(at, DETERMINER)
                || self.is_past(at)
                || self.cue(at).is_some()
        };
        let first = comma + 1 + usize::from(is_one_of!(self.hash(comma + 1), "and", "or"));
        let opens = self.is(first, DETERMINER)
            || is_one_of!(self.hash(comma + 1), "as") && is_one_of!(self.hash(comma + 2), "well");
        opens
            && rest.len() <= 2 * LONGEST
            && rest
                .clone()
                .any(|at| is_one_of!(self.hash(at), "and", "or"))
            && !rest.clone().any(said)
    }

    /// Whether more names of a list follow a comma: "in Rome, Oslo and Bern".
    fn is_listed_name(&self, comma: usize) -> bool {
        let is_name = |at: &usize| self.is_capital_at(*at) || self.mark(*at, ',');
        let and = (comma + 1..self.end().min(comma + 10)).find(|at| !is_name(at));
        self.mark(comma, ',')
            && self.is_capital_at(comma - 1)
            && and.is_some_and(|and| {
                and > comma + 1 && is_one_of!(self.hash(and), "and") && self.is_capital_at(and + 1)
            })
    }

    /// The end of an infinitive, before a comma or another clause with the same subject.
    fn deed_end(&self, start: usize) -> usize {
        let limit = self.end().min(start + 2 * LONGEST);
        let stops = |at: &usize| {
            let mark = (self.token(*at)).is_some_and(|token| {
                token.kind == TokenKind::Mark && matches!(token.first, ',' | ';' | ':' | '—' | '–')
            });
            let next = self.after_adverbs(*at + 1);
            let says = is_one_of!(self.hash(*at), "and", "but")
                && (self.cue(next).is_some() || self.attitude(next).is_some());
            self.quote_of(*at).is_none() && (mark && !self.is_listed_name(*at) || says)
        };
        (start..limit).find(stops).unwrap_or(limit)
    }

    /// Whether a phrase of time or place begins at `at`: "on Monday", "in Rome", "last week".
    fn begins_time_or_place(&self, at: usize) -> bool {
        let next = at + 1;
        // "a case filed by Serbia", "talks aimed at peace"
        if self.is(at, PREPOSITION) && self.document.word(at - 1).ends_with("ed") {
            return false;
        }
        let dated = self.is_time(next)
            || self.is(next, MONTH | WEEKDAY)
            || self
                .token(next)
                .is_some_and(|token| token.kind == TokenKind::Number);
        self.is(at, WEEKDAY) && !self.is(at - 1, PREPOSITION | DETERMINER)
            || self.is(at, WHEN_OR_WHERE)
            || is_one_of!(
                self.hash(at),
                "on",
                "last",
                "this",
                "next",
                "late",
                "earlier",
                "early"
            ) && dated
            || is_one_of!(self.hash(at), "in")
                && !self.is(at - 1, CHANGE)
                && (dated
                    || self.is(next, PLACE)
                    || is_one_of!(self.hash(next), "a", "an")
                    || self.is_capital_at(next))
    }

    /// Whether another clause begins at `at`.
    fn begins_clause(&self, at: usize) -> bool {
        let next = self.after_adverbs(at + 1);
        // "condemned the raid as a crime"
        let judged = is_one_of!(self.hash(at), "as") && is_one_of!(self.hash(at + 1), "a", "an");
        self.is(at, CLAUSE_OPENER) && !judged
            || is_one_of!(self.hash(at), "by") && self.document.word(at + 1).ends_with("ing")
            || is_one_of!(self.hash(at), "and", "or")
                && (self.cue(next).is_some()
                    || self.attitude(next).is_some()
                    || self.is(next, VERB | AUXILIARY)
                    || self.is(next, SUBJECT) && !self.is(next, DETERMINER)
                    || self.document.word(next).ends_with("ed"))
            || self.is(at, SUBJECT) && !self.is(at, DETERMINER)
    }

    /// The end of the words before "in a letter", "at a press conference" or the like, which says
    /// where something was said.
    pub(super) fn before_medium(&self, start: usize, end: usize) -> usize {
        let medium = |at: usize| self.is(at, MEDIUM);
        let begins = |at: &usize| {
            is_one_of!(self.hash(*at), "in", "at", "during")
                && is_one_of!(
                    self.hash(at + 1),
                    "a",
                    "an",
                    "the",
                    "his",
                    "her",
                    "their",
                    "its"
                )
                && (at + 2..(at + 6).min(end))
                    .take_while(|place| !self.is(*place, PREPOSITION))
                    .any(medium)
        };
        (start + 2..end).find(begins).unwrap_or(end)
    }
}
