//! The content of a reporting verb: where it begins after the verb, and where it ends.

use std::ops::Range;

use super::Finder;
use super::frame::Frame;
use crate::Rule;
use crate::lexicon::{
    ADDRESSEE, ADVERB, AUXILIARY, CHARGE, CLAUSE, CONJUNCTION, Cue, DETERMINER, FOCUS, INFINITIVE,
    NAMING, NUMERAL, ORDER, PREPOSITION, PRONOUN, QUOTE, REMARK, STRONG, SUBJECT, THAT, VERB,
    VerbForm, WEEKDAY,
};
use crate::patterns::is_one_of;
use crate::quotes::Quoted;
use crate::tokens::{Case, Token, TokenKind};
use model::Stance;

impl Finder<'_, '_> {
    /// The start of the content after a verb, by any rule that the verb's frames allow.
    pub(super) fn content_of(&self, frame: &Frame, at: usize, cue: Cue) -> Option<(usize, Rule)> {
        let next = frame.after_adverbs(at + 1);
        if cue.frames & INFINITIVE != 0
            && is_one_of!(frame.hash(next), "to")
            && cue.form != VerbForm::Base
            && !frame.is(next + 1, DETERMINER)
            && !frame.is_capital_at(next + 1)
        {
            // "promised not to leave"
            let not = is_one_of!(frame.hash(next - 1), "not") && next > at + 1;
            return Some((next - usize::from(not), Rule::CueInfinitive));
        }
        let end = frame.end().min(at + 14);
        if cue.frames & NAMING != 0
            && let Some(quoted) = frame
                .quotes
                .iter()
                .find(|quoted| quoted.whole.start > at)
                .filter(|quoted| quoted.whole.start < end && !frame.is_title(quoted))
            && at + 1 < quoted.whole.start
            && (at + 1..quoted.whole.start).all(|place| {
                frame.token(place).is_some_and(|token| {
                    token.kind == TokenKind::Word
                        && !token.is(AUXILIARY)
                        && frame.cue(place).is_none()
                        || matches!(token.first, '-' | '\'' | '’' | '&')
                })
            })
        {
            return Some((quoted.whole.start, Rule::CueNamingQuote));
        }
        if cue.frames & (CLAUSE | THAT | QUOTE) != 0
            && let Some((start, rule)) = frame.content_after(at, cue)
        {
            return Some((start, rule));
        }
        if cue.frames & CHARGE != 0 {
            for place in next..end {
                // "accused the contractor, Acme Ltd, of theft"
                let apposed = frame.mark(place, ',')
                    && (frame.is_capital_at(place + 1)
                        || is_one_of!(frame.hash(place + 1), "of", "for"));
                if frame.token(place).is_none_or(|token| {
                    token.kind == TokenKind::Mark
                        && !matches!(token.first, '-' | '\'' | '’')
                        && !apposed
                }) {
                    break;
                }
                if is_one_of!(frame.hash(place), "of", "for") && place > next {
                    let start = place + 1;
                    let merit = is_one_of!(frame.hash(place), "for") && frame.is_own(start);
                    if merit || frame.is_deed_or_quoted(start) {
                        return Some((start, Rule::CueCharge));
                    }
                }
            }
        }
        if cue.frames & ORDER != 0 {
            let called_for = is_one_of!(frame.hash(next), "for") && cue.frames_on & ORDER != 0;
            let on = called_for || is_one_of!(frame.hash(next), "on", "upon");
            let next = next + usize::from(on);
            let words = (next..end.min(next + 8)).take_while(|place| {
                frame.token(*place).is_some_and(|token| {
                    token.kind != TokenKind::Mark || matches!(token.first, '-' | '\'' | '’')
                })
            });
            let mut to = words.filter(|place| {
                let verb = frame.token(place + 1).is_some_and(|token| {
                    token.kind == TokenKind::Word && !token.is_capital() && !token.is(DETERMINER)
                });
                is_one_of!(frame.hash(*place), "to") && *place > next && verb
            });
            let to = to.next()?;
            // "asked the court for leave to appeal"
            let begged = (next + 1..to).find(|place| is_one_of!(frame.hash(*place), "for"));
            if let Some(start) = begged.filter(|place| frame.is_somebody(&(next..*place))) {
                return Some((start, Rule::CueOrder));
            }
            // "urged him not to leave"
            let start = to - usize::from(is_one_of!(frame.hash(to - 1), "not", "never"));
            // "called for the law to be changed"
            let passive = called_for && is_one_of!(frame.hash(to + 1), "be");
            if !passive && !frame.is_somebody(&(next..start)) {
                return None;
            }
            let whole = on && !frame.is(next, PRONOUN);
            return Some((if whole { next } else { start }, Rule::CueOrder));
        }
        None
    }

    /// A quotation after its verb, including the words that continue it.
    pub(super) fn quote_and_more(
        &self,
        frame: &Frame,
        quoted: &Quoted,
        end: usize,
    ) -> Range<usize> {
        let rest = quoted.whole.end;
        let introduced = quoted
            .whole
            .start
            .checked_sub(1)
            .is_some_and(|before| frame.mark(before, ':') || frame.mark(before, ','));
        let goes_on = !introduced
            && rest + 1 < end
            && !frame.mark(rest, ',')
            && !frame.mark(rest, '.')
            && quoted.inside.len() < 12
            && !frame.token(quoted.inside.end - 1).is_some_and(|token| {
                token.kind == TokenKind::Mark && matches!(token.first, '.' | '!' | '?' | ',')
            });
        if goes_on {
            quoted.whole.start..end
        } else {
            quoted.inside.clone()
        }
    }

    /// The end of a clause that begins at `start`.
    pub(super) fn clause_end(&self, frame: &Frame, start: usize) -> usize {
        let end = frame.end();
        let mut at = start;
        while at < end {
            if let Some(quoted) = frame.quote_of(at) {
                at = quoted.whole.end.max(at + 1);
                continue;
            }
            let Some(token) = frame.token(at) else { break };
            if token.is_mark('(')
                && let Some(close) = (at..end.min(at + 30)).find(|at| frame.mark(*at, ')'))
            {
                at = close;
                continue;
            }
            let quotes = token.is_mark(':') && frame.quote_at(at + 1).is_some();
            if token.is_mark(';') && at > start + 3 || quotes && at > start {
                return at;
            }
            let dash = matches!(token.first, '-' | '–' | '—') && token.spaced;
            if (dash || token.is_mark(',')) && frame.is_remark(at + 1) && at > start + 1 {
                return at;
            }
            if token.is_mark(',') {
                let next = frame.after_adverbs(at + 1);
                let ing = frame.cue(next).is_some_and(|cue| {
                    cue.form == VerbForm::Ing && cue.frames & (CLAUSE | QUOTE | CHARGE) != 0
                });
                let according = is_one_of!(frame.hash(at + 1), "according");
                let joined = is_one_of!(frame.hash(at + 1), "and", "but");
                let says = |from: usize| {
                    let verb =
                        (from..end).find(|at| !frame.is_adverb(*at) && !frame.is(*at, AUXILIARY));
                    verb.is_some_and(|at| frame.cue(at).is_some() || frame.attitude(at).is_some())
                };
                let other = joined
                    && (says(at + 2)
                        || is_one_of!(frame.hash(at + 2), "declined", "refused")
                        || frame.is(at + 2, SUBJECT | ADVERB) && says(at + 3));
                let tag = frame.is(at + 1, SUBJECT) && frame.cue(at + 2).is_some();
                let turns = is_one_of!(
                    frame.hash(at + 1),
                    "but",
                    "and",
                    "while",
                    "although",
                    "though",
                    "with"
                ) && (at + 2..(at + 9).min(end))
                    .take_while(|place| {
                        frame
                            .token(*place)
                            .is_some_and(|token| token.kind == TokenKind::Word)
                    })
                    .any(|place| {
                        frame
                            .cue(place)
                            .is_some_and(|cue| frame.content_after(place, cue).is_some())
                    });
                if turns || ing || according || other || tag {
                    return at;
                }
            }
            let joins = is_one_of!(token.word, "and", "but") && at > start + 2;
            if joins
                && let Some(next) = frame.cue(at + 1)
                && matches!(next.form, VerbForm::Past | VerbForm::Third)
            {
                // "has admitted it is dear and says only a lottery would pay"
                let bare = next.frames & STRONG != 0 && next.form == VerbForm::Third;
                let explicit = Cue {
                    frames: if bare { next.frames } else { THAT | QUOTE },
                    ..next
                };
                if frame.content_after(at + 1, explicit).is_some() {
                    return at;
                }
            }
            at += 1;
        }
        end
    }
}

impl Frame<'_, '_> {
    /// The start of the content after a verb, and the rule that found it.
    pub(super) fn content_after(&self, at: usize, cue: Cue) -> Option<(usize, Rule)> {
        let mut first = self.after_adverbs(self.after_particle(at + 1));
        // "said Tuesday: …"
        if self.is(first, WEEKDAY) && !self.is(first + 1, AUXILIARY | VERB) {
            first = self.after_adverbs(first + 1);
        }
        // "reported last week that …"
        if is_one_of!(self.hash(first), "last", "this", "late", "earlier", "early")
            && self.is_time(first + 1)
            && !self.is(first + 2, AUXILIARY | VERB)
        {
            first = self.after_adverbs(first + 2);
        }
        let mut search = ContentSearch {
            frame: self,
            at,
            cue,
            first,
            in_phrase: false,
            addressee: false,
        };
        let mut place = first;
        let end = self.end().min(at + 26);
        while place < end {
            match search.step(place) {
                Step::To(next) => place = next,
                Step::Found(start, rule) => return Some((start, rule)),
                Step::Nothing => return None,
            }
        }
        None
    }

    /// Skips the particle of "pointed out".
    fn after_particle(&self, at: usize) -> usize {
        let particle = is_one_of!(self.hash(at - 1), "point", "points", "pointed", "pointing")
            && is_one_of!(self.hash(at), "out");
        at + usize::from(particle)
    }

    /// Whether a deed or a quotation begins at `at`, after "of" or "for": "leaving", "not leaving",
    /// "a “theft”".
    fn is_deed_or_quoted(&self, at: usize) -> bool {
        let quoted = self.is(at, DETERMINER) && self.quote_at(at + 1).is_some();
        let first = match self.quote_at(at) {
            Some(quoted) => quoted.inside.start,
            None => self.after_adverbs(at),
        };
        quoted || self.document.word(first).ends_with("ing")
    }

    /// Whether "their work" begins at `at`, and not a time.
    fn is_own(&self, at: usize) -> bool {
        is_one_of!(self.hash(at), "its", "his", "her", "their")
            && !self.is_time(at + 1)
            && !self.is_time(at + 2)
    }

    /// Whether the writer's own remark begins at `at`: "a move widely seen as".
    fn is_remark(&self, at: usize) -> bool {
        is_one_of!(self.hash(at), "a", "an") && self.is(at + 1, REMARK)
    }

    /// Whether an adverb after a verb belongs to the following clause and not to the verb.
    fn is_within_clause(&self, at: usize) -> bool {
        self.is(at, FOCUS) || is_one_of!(self.hash(at), "there") && self.is(at + 1, AUXILIARY)
    }

    /// Whether a preposition at `at` opens an amount and not a phrase of place or time: "at least
    /// five", "up to 200", "between two and three".
    fn opens_amount(&self, at: usize) -> bool {
        let (word, next) = (self.hash(at), self.hash(at + 1));
        let amount = if is_one_of!(word, "at") && is_one_of!(next, "least", "most") {
            at + 2
        } else if is_one_of!(word, "about", "between", "over", "under", "around") {
            at + 1
        } else {
            return is_one_of!(word, "as") && is_one_of!(next, "many", "much", "few");
        };
        self.token(amount)
            .is_some_and(|token| token.kind == TokenKind::Number || token.is(NUMERAL))
            || is_one_of!(
                self.hash(amount),
                "a",
                "one",
                "half",
                "dozens",
                "hundreds",
                "thousands",
                "millions"
            )
    }

    /// The token after "that" in "explains, in a satirical fashion, that".
    fn after_aside(&self, comma: usize) -> Option<usize> {
        let close = (comma + 2..comma + 16).find(|at| self.mark(*at, ','))?;
        is_one_of!(self.hash(close + 1), "that").then_some(close + 2)
    }
}

/// The result of examining a token after a reporting verb.
enum Step {
    /// The search continues at this token.
    To(usize),
    /// The content begins here, by this rule.
    Found(usize, Rule),
    /// The verb has no content.
    Nothing,
}

impl Step {
    fn found(start: Option<usize>, rule: Rule) -> Self {
        start.map_or(Self::Nothing, |start| Self::Found(start, rule))
    }
}

/// The state of the search for the content of a verb.
struct ContentSearch<'f, 'd, 't> {
    frame: &'f Frame<'d, 't>,
    /// The verb.
    at: usize,
    cue: Cue,
    /// The first token of the search.
    first: usize,
    /// Whether a phrase of time, place or circumstance intervenes: "said on Monday".
    in_phrase: bool,
    /// Whether an addressee intervenes: "told reporters".
    addressee: bool,
}

impl ContentSearch<'_, '_, '_> {
    /// Examines the token at `place`.
    fn step(&mut self, place: usize) -> Step {
        if let Some(quoted) = self.frame.quote_at(place) {
            return self.at_quotation(place, quoted);
        }
        let frame = self.frame;
        let Some(token) = frame.token(place) else {
            return Step::Nothing;
        };
        if token.kind == TokenKind::Mark {
            return self.at_mark(place, token);
        }
        if let Some(step) = self.at_conjunction(place, token) {
            return step;
        }
        if place == self.first && self.has(ADDRESSEE) && !token.is(PREPOSITION) {
            let next = frame.after_addressee(place);
            // "warned it will act": the subject of the clause.
            let is_subject = frame.is(next, AUXILIARY)
                && !frame.token(next).is_some_and(Token::is_possessive)
                && !is_one_of!(frame.hash(next), "not")
                && !is_one_of!(token.word, "him", "her", "them", "us", "me");
            if is_subject {
                return Step::Found(place, Rule::CueClause);
            }
            self.addressee = true;
            return Step::To(next);
        }
        // "asked the union to stop": an order.
        let infinitive = self.addressee
            && self.has(ORDER)
            && is_one_of!(token.word, "to")
            && (frame.token(place + 1))
                .is_some_and(|next| next.case == Case::Lower && !next.is(DETERMINER));
        if infinitive {
            return Step::Nothing;
        }
        if let Some(step) = self.at_bare_clause(place, token) {
            return step;
        }
        // "jobs added in October were": the verb belongs only to its subject.
        if self.in_phrase
            && token.is(AUXILIARY)
            && token.case == Case::Lower
            && !token.is_possessive()
        {
            return Step::Nothing;
        }
        if token.is(PREPOSITION | WEEKDAY) {
            self.in_phrase = true;
        } else if token.is(CONJUNCTION)
            && !is_one_of!(token.word, "and", "as", "after", "before", "since", "until")
        {
            return Step::Nothing;
        } else if !self.in_phrase && !self.addressee {
            if self.has(THAT | CLAUSE) {
                return Step::Nothing;
            }
            self.in_phrase = true;
        }
        Step::To(place + 1)
    }

    fn has(&self, frames: u16) -> bool {
        self.cue.frames & frames != 0
    }

    fn at_quotation(&self, place: usize, quoted: &Quoted) -> Step {
        let frame = self.frame;
        // "says on “The Countdown”" names the programme.
        let named = self.in_phrase
            && frame.is(place - 1, PREPOSITION | DETERMINER)
            && !is_one_of!(frame.hash(place - 1), "as", "like", "that")
            || place > self.first
                && frame.is_title(quoted)
                && frame.token(place - 1).is_some_and(|before| {
                    before.kind == TokenKind::Word
                        && (before.is_capital() || before.is_possessive())
                        || before.is_mark('’')
                        || before.is(PREPOSITION | DETERMINER)
                        || is_one_of!(
                            before.word,
                            "program",
                            "programme",
                            "show",
                            "series",
                            "podcast"
                        )
                });
        if frame.is_tied_to_later(quoted) {
            return Step::Nothing;
        }
        let named = named || frame.is_label(quoted);
        if !named && self.has(QUOTE | CLAUSE | ADDRESSEE) {
            return Step::Found(place, Rule::CueQuote);
        }
        Step::To(quoted.whole.end)
    }

    fn at_mark(&self, place: usize, token: &Token) -> Step {
        let frame = self.frame;
        match token.first {
            ':' => {
                let start = (place + 1 < frame.end()).then_some(place + 1);
                Step::found(start, Rule::CueColon)
            }
            ',' => self.at_comma(place),
            '-' | '\'' | '’' | '&' | '$' | '£' | '€' | '%' => Step::To(place + 1),
            _ => Step::Nothing,
        }
    }

    fn at_comma(&self, place: usize) -> Step {
        let frame = self.frame;
        let next = place + 1;
        if frame.quote_at(next).is_some() && self.has(QUOTE | CLAUSE | ADDRESSEE) {
            return Step::Found(next, Rule::CueQuote);
        }
        if place == self.first || !self.in_phrase && !self.addressee {
            let start = frame.after_aside(place);
            return Step::found(start.filter(|_| self.has(CLAUSE | THAT)), Rule::CueThat);
        }
        let that = is_one_of!(frame.hash(next), "that").then_some(next + 1);
        Step::found(that, Rule::CueThat)
    }

    /// Handles "said that" and "asked whether".
    fn at_conjunction(&self, place: usize, token: &Token) -> Option<Step> {
        if !self.has(CLAUSE | THAT) {
            return None;
        }
        let frame = self.frame;
        // "wrote to the mayor that spring, …"
        let demonstrative = self.in_phrase
            && is_one_of!(token.word, "that")
            && frame
                .token(place + 2)
                .is_none_or(|after| after.kind == TokenKind::Mark);
        let that = is_one_of!(token.word, "that") && !demonstrative;
        if demonstrative {
            return Some(Step::To(place + 1));
        }
        // "that, if elected, she would stay", not "did not mean that, she said"
        if that && frame.mark(place + 1, ',') {
            let close = (place + 3..place + 18).find(|at| frame.mark(*at, ','));
            return Some(Step::found(close.map(|close| close + 1), Rule::CueThat));
        }
        // "says that is late"
        let is_subject = that
            && frame.is(place + 1, AUXILIARY)
            && !is_one_of!(frame.hash(place + 1), "not", "never");
        if is_subject {
            return Some(Step::Found(place, Rule::CueClause));
        }
        if that {
            return Some(Step::Found(place + 1, Rule::CueThat));
        }
        // "would not say when it opens"
        if place == self.first
            && is_one_of!(token.word, "when", "where", "who")
            && frame.negation(self.at).is_some()
            && (frame.token(place + 1)).is_some_and(|next| next.kind != TokenKind::Mark)
        {
            return Some(Step::Found(place, Rule::CueQuestion));
        }
        // "even if they disagree": a condition
        let condition = place > self.at + 1 && is_one_of!(frame.hash(place - 1), "even");
        let question = is_one_of!(token.word, "whether", "how", "why", "what", "if")
            && !condition
            && (place == self.first
                || self.addressee
                    && (!is_one_of!(token.word, "if") || self.cue.stance == Stance::Asks)
                || self.in_phrase && is_one_of!(token.word, "whether"));
        question.then_some(Step::Found(place, Rule::CueQuestion))
    }

    /// Handles "said it will rain".
    fn at_bare_clause(&self, place: usize, token: &Token) -> Option<Step> {
        let frame = self.frame;
        if !self.has(CLAUSE) && !self.addressee {
            return None;
        }
        if (place == self.first || self.addressee && !self.in_phrase)
            && (!token.is(PREPOSITION | CONJUNCTION) || frame.opens_amount(place))
        {
            // "said only judges should": the adverb belongs to the clause.
            let mut start = place;
            while start > self.at + 1 && frame.is_within_clause(start - 1) {
                start -= 1;
            }
            let clause = self.surely_clause(place, token) || frame.is_clause(place);
            return Some(Step::found(clause.then_some(start), Rule::CueClause));
        }
        let later = self.in_phrase
            && !frame.is(place - 1, PREPOSITION | DETERMINER)
            && token.is(SUBJECT | DETERMINER)
            && !is_one_of!(token.word, "who")
            && frame.is_clause(place);
        later.then_some(Step::Found(place, Rule::CueClause))
    }

    /// Whether only a clause can follow the verb.
    fn surely_clause(&self, place: usize, token: &Token) -> bool {
        // "could claim their pensions", "claimed responsibility"
        let owned = is_one_of!(self.frame.hash(self.at), "claim", "claims", "claimed");
        self.has(STRONG)
            && place + 3 < self.frame.end()
            && self.cue.form != VerbForm::Ing
            && !owned
            && !token.is_mark(',')
    }
}
