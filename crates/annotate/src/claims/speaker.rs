//! Speakers: the noun phrase before or after a reporting verb.

use std::ops::Range;

use super::frame::Frame;
use crate::lexicon::{
    ADVERB, AFTER_NAME, AUXILIARY, CONJUNCTION, CUE, DETERMINER, ORG_WORD, PARTICLE, PREPOSITION,
    PRONOUN, ROLE, SUBJECT, VERB, WEEKDAY,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, Token, TokenKind};

/// The maximum length of a noun phrase, in tokens.
pub(super) const LONGEST: usize = 18;
/// The maximum distance of a name before its apposition, in tokens.
const APPOSITION: usize = 40;

/// A subject, and the start of its clause.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Subject {
    pub(super) words: Range<usize>,
    /// The first token of "X, who …, said".
    pub(super) from: usize,
    /// Whether the verb shares the subject of an earlier verb.
    pub(super) shared: bool,
}

impl Frame<'_, '_> {
    /// The subject before the verb at `at`.
    pub(super) fn subject_before(&self, at: usize) -> Option<Subject> {
        let mut last = at.checked_sub(1)?;
        while last > self.range.start
            && self.quote_of(last).is_none()
            && (self.is(last, AUXILIARY) || self.is_adverb(last))
            && !self.is(last, SUBJECT)
            && !self.is_modal_name(last)
            && !self.token(last).is_some_and(Token::is_possessive)
        {
            last -= 1;
        }
        // "The campaign on Friday said", "Trump Monday told"
        if self.is(last, WEEKDAY) && last > self.range.start + 1 {
            last -= 1;
            if is_one_of!(self.hash(last), "on") && last > self.range.start {
                last -= 1;
            }
        }
        // "The Bank this morning said"
        if self.is_time(last)
            && last > self.range.start + 2
            && is_one_of!(
                self.hash(last - 1),
                "this",
                "last",
                "earlier",
                "late",
                "yesterday"
            )
        {
            last -= 2;
            if is_one_of!(self.hash(last), "earlier", "late", "later") && last > self.range.start {
                last -= 1;
            }
        }
        // "A report published Tuesday finds"
        if is_one_of!(
            self.hash(last),
            "published",
            "released",
            "issued",
            "conducted",
            "commissioned",
            "leaked"
        ) && last > self.range.start + 1
            && !self.is(last - 1, AUXILIARY)
        {
            last -= 1;
        }
        // "X 's said" in texts that separate contractions.
        if last + 1 == at && self.token(last).is_some_and(Token::is_possessive) {
            last = last.checked_sub(1)?;
        }
        let token = self.token(last)?;
        if self
            .quote_of(last)
            .is_some_and(|quoted| !quoted.single || self.is_stopped(quoted))
        {
            return None;
        }
        if token.is_mark(',')
            || token.is_mark(')')
            || token.is_mark('>')
            || token.is_mark('—')
            || token.is_mark('–')
            || token.is_mark('-') && token.spaced
        {
            return self.before_apposition(last);
        }
        if is_one_of!(token.word, "and", "but", "then", "or") {
            return None;
        }
        let words = self.phrase_before(last)?;
        let words = self.before_open_apposition(&words).unwrap_or(words);
        let words = self
            .opening_subject(&words)
            .or_else(|| self.governing(&words))
            .unwrap_or(words);
        let words = self.without_object(words);
        Some(Subject {
            from: words.start,
            words,
            shared: false,
        })
    }

    /// The name before an apposition without its second comma: "Ann Lee, the chair of the
    /// board told".
    fn before_open_apposition(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let comma = words.start.checked_sub(1)?;
        if !self.mark(comma, ',') || !self.is(words.start, DETERMINER) {
            return None;
        }
        let (name, opens) = self.named_phrase(comma.checked_sub(1)?)?;
        (opens && self.is_bare_name(&name)).then_some(name)
    }

    /// Whether the words are a name of several words and nothing else.
    fn is_bare_name(&self, words: &Range<usize>) -> bool {
        words.len() > 1
            && words
                .clone()
                .all(|at| self.is_capital_at(at) && !self.is_time(at))
    }

    /// The phrase before an apposition that ends with the comma at `closing`: "Paul Dewar,
    /// an Ottawa MP, said".
    fn before_apposition(&self, closing: usize) -> Option<Subject> {
        let open = match self.token(closing)?.first {
            ')' => '(',
            '>' => '<',
            mark => mark,
        };
        let lowest = self.range.start.max(closing.saturating_sub(APPOSITION));
        // An apposition can contain commas. The farthest phrase that opens the sentence or
        // follows a quotation is preferred; otherwise the nearest.
        let mut nearest = None;
        let mut farthest = None;
        let mut place = closing;
        while place > lowest {
            place -= 1;
            if self.quote_of(place).is_some_and(|quoted| !quoted.single) {
                break;
            }
            let hyphen = |token: &Token| open == '-' && !token.spaced;
            if !self.mark(place, open) || self.token(place).is_some_and(hyphen) {
                continue;
            }
            let Some(mut last) = place.checked_sub(1) else {
                break;
            };
            // "Rep. Ed Jones, (D-Tenn.) said"
            if open == '(' && self.mark(last, ',') && last > lowest {
                last -= 1;
            }
            let Some((words, opens)) = self.named_phrase(last) else {
                continue;
            };
            // "the Institute for Fiscal Studies (IFS) said"
            if matches!(open, '(' | '<') && place + 2 == closing {
                nearest = nearest.or(Some(words.clone()));
            }
            if opens {
                farthest = Some(words);
            } else if nearest.is_none()
                && self
                    .token(words.start - 1)
                    .is_some_and(|token| token.kind == TokenKind::Mark)
            {
                nearest = Some(words);
            }
        }
        // "The security firm Secunia.com, has said": a stray comma.
        let alone = || {
            let (words, opens) = self.named_phrase(closing.checked_sub(1)?)?;
            opens.then_some(words)
        };
        // "The company that owns both ships, Northline Ferries, said"
        let name = || {
            let before = (lowest..closing).rev().find(|at| self.mark(*at, ','))?;
            let name = before + 1..closing;
            self.is_bare_name(&name).then_some(name)
        };
        let words = farthest.or(nearest).or_else(name).or_else(alone)?;
        // "The environment minister, Ann Lee, said", "Its captain, Ann Lee, 52, said"
        let end = (words.end + 1..closing)
            .find(|at| self.mark(*at, ','))
            .unwrap_or(closing);
        let described =
            !self.is_capital_at(words.end - 1) && self.is_bare_name(&(words.end + 1..end));
        Some(Subject {
            from: words.start,
            words: if described { words.start..end } else { words },
            shared: false,
        })
    }

    /// The phrase that ends with `last`, if its head is a name or a role; and whether it
    /// opens the sentence or a clause.
    fn named_phrase(&self, last: usize) -> Option<(Range<usize>, bool)> {
        let words = self.phrase_before(last)?;
        // "Meanwhile, Ann Lee, who was ill, said"
        if words.len() == 1 && self.is(last, ADVERB | CONJUNCTION) && !self.is(last, ROLE | SUBJECT)
        {
            return None;
        }
        let named = words.clone().any(|at| {
            self.token(at).is_some_and(|token| {
                token.is(ROLE)
                    || token.is_capital() && (at > self.range.start || !token.is(DETERMINER))
            })
        });
        let opens = words.start == self.range.start
            || self.quote_of(words.start - 1).is_some()
            || self.mark(words.start - 1, ',')
                && words.start > self.range.start + 1
                && self.quote_of(words.start - 2).is_some()
            || self.is(words.start - 1, CONJUNCTION | PARTICLE)
                && !self.is(words.start - 1, PREPOSITION);
        // "Speaking to reporters, Ann Lee, who …, said"
        let participle = words.len() > 1 && self.is_participle(words.start);
        (named && !participle).then_some((words, opens))
    }

    /// The noun phrase that ends with `last`.
    pub(super) fn phrase_before(&self, last: usize) -> Option<Range<usize>> {
        let token = self.token(last)?;
        if token.kind == TokenKind::Mark && !is_quote_mark(token) {
            return None;
        }
        if token.is(SUBJECT) && !token.is_capital() || self.is_pronoun(last) {
            if is_one_of!(token.word, "who", "that", "which") {
                return self.before_relative(last);
            }
            return Some(last..last + 1);
        }
        let opens = last == self.range.start && token.case == Case::Capital;
        if token.is(PREPOSITION | CONJUNCTION | PARTICLE) && token.case == Case::Lower
            || token.is(CONJUNCTION) && opens
        {
            return None;
        }
        if self.is_past(last) {
            return None;
        }
        let lowest = self.range.start.max(last.saturating_sub(LONGEST));
        let mut start = last;
        while let Some(before) = self.extended(start, lowest) {
            start = before;
        }
        start = self.after_openers(start, last);
        if let Some(first) = self.list_of_names_before(start, last, lowest) {
            start = first;
        }
        start = self.names_before_pair(start, last, lowest);
        start = self.coordinated(start, last);
        (!self.is_bare(start, last)).then_some(start..last + 1)
    }

    /// The start of the sentence if it opens with "Friends and family members", whose last words
    /// are those from `start` to `last`.
    fn coordinated(&self, start: usize, last: usize) -> usize {
        let opening = self.range.start;
        let Some(and) = start.checked_sub(1).filter(|and| {
            *and > opening && is_one_of!(self.hash(*and), "and") && self.is_plural(last)
        }) else {
            return start;
        };
        let noun = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.kind == TokenKind::Word
                    && (!token.is(AUXILIARY
                        | VERB
                        | CUE
                        | PREPOSITION
                        | SUBJECT
                        | CONJUNCTION
                        | ADVERB)
                        || token.is(DETERMINER | ROLE))
            }) && !self.is_past(at)
                && !self.is_time(at)
        };
        let pair = and - opening <= 4
            && (and - opening == 1 || self.is_plural(and - 1))
            && (opening..and).all(noun);
        if pair { opening } else { start }
    }

    /// The start of a noun phrase that begins at `start`, extended by the words before it
    /// if they belong to it.
    fn extended(&self, start: usize, lowest: usize) -> Option<usize> {
        let before = start.checked_sub(1).filter(|_| start > lowest)?;
        let token = self.token(before)?;
        if self
            .quote_of(before)
            .is_some_and(|quoted| !quoted.single || self.is_stopped(quoted))
        {
            return None;
        }
        if token.kind == TokenKind::Mark {
            return self.extended_over_mark(before, token, lowest);
        }
        if self.determiner_closes(start, token)
            || token.is(PRONOUN) && token.case == Case::Lower && !token.is(DETERMINER | ROLE)
            || token.is(SUBJECT) && !token.is(DETERMINER) && !token.is(ROLE)
        {
            return None;
        }
        if token.is(CONJUNCTION | PARTICLE) && !token.is(DETERMINER | PREPOSITION) {
            let pair = is_one_of!(token.word, "and")
                && self.is_capital_at(start)
                && before > lowest
                && self.is_capital_at(before - 1);
            return pair.then(|| before - 1);
        }
        let loose = token.is(PREPOSITION)
            && !is_one_of!(
                token.word, "of", "for", "at", "in", "from", "with", "to", "on", "by"
            );
        // "found that many voters believe"
        let that = is_one_of!(token.word, "that") && before > lowest && self.is(before - 1, CUE);
        let adverb = self.is_adverb(before) && !token.is(DETERMINER) && token.case == Case::Lower;
        (!(loose || that || adverb || self.is_verb_before(start, token, lowest))).then_some(before)
    }

    /// Like [`Frame::extended`], if a mark comes before the phrase.
    fn extended_over_mark(&self, before: usize, token: &Token, lowest: usize) -> Option<usize> {
        let dash = token.first == '-' && token.spaced;
        if !dash && matches!(token.first, '-' | '&' | '\'' | '’' | '/' | '‘' | '`') {
            return Some(before);
        }
        // "Food Standards Agency (FSA) chairman Ann Lee"
        let acronym = token.first == ')'
            && before >= lowest + 3
            && self.mark(before - 2, '(')
            && self.is_capital_at(before - 3);
        acronym.then(|| before - 3)
    }

    /// Whether the article at `start` begins a new phrase after this token.
    fn determiner_closes(&self, start: usize, before: &Token) -> bool {
        let counted = is_one_of!(
            before.word,
            "the",
            "these",
            "those",
            "its",
            "their",
            "his",
            "her"
        ) && !is_one_of!(self.hash(start), "the", "a", "an");
        self.is(start, DETERMINER)
            && !counted
            && !self.is(start, ROLE)
            && !before.is(PREPOSITION)
            && !is_one_of!(before.word, "all", "both", "and", "some")
    }

    /// Whether the token before `start` is a verb that has the phrase as its object.
    fn is_verb_before(&self, start: usize, token: &Token, lowest: usize) -> bool {
        let before = start - 1;
        if token.is(AUXILIARY) && !token.is_possessive() && !self.is_modal_name(before) {
            return true;
        }
        let lower = token.case == Case::Lower && !token.is(ROLE);
        if token.is(CUE) && lower {
            let ending = self.document.word(before);
            let adjective = before > lowest
                && ending.ends_with("ing")
                && is_one_of!(self.hash(before - 1), "a", "an", "the");
            if adjective {
                return false;
            }
            if ending.ends_with("ed")
                || ending.ends_with("ing")
                || ["said", "says", "say", "told"].contains(&ending)
            {
                return true;
            }
        }
        let verb = token.is(VERB) && lower
            || self.is_past(before)
                && !(before > lowest && self.is(before - 1, DETERMINER | PREPOSITION));
        // "to meet": an infinitive.
        let infinitive = is_one_of!(token.word, "to")
            && self
                .token(start)
                .is_some_and(|next| next.case == Case::Lower && !next.is(DETERMINER | ROLE));
        verb || infinitive
    }

    /// Skips words that cannot begin a phrase.
    fn after_openers(&self, mut start: usize, last: usize) -> usize {
        // "In London officials"
        while start < last
            && (self.is(start, PREPOSITION) && !self.is(start, ROLE)
                || self.mark(start, '-')
                || self.mark(start, '\''))
        {
            let mut place = start + 1;
            while place < last && !self.is_phrase_start(place) {
                place += 1;
            }
            start = place;
        }
        // "Later Acme put out"
        if start == self.range.start
            && start < last
            && self.is(start, ADVERB | CONJUNCTION)
            && !self.is(start, DETERMINER | ROLE | SUBJECT)
            && !is_one_of!(self.hash(start), "first", "as")
        {
            start += 1;
        }
        // "told the paper that News Corp was"
        let that =
            start < last && is_one_of!(self.hash(start), "that") && self.is_capital_at(start + 1);
        start + usize::from(that)
    }

    /// The start of a name such as "the Department for Culture, Media and Sport", whose
    /// last words are those from `start` to `last`.
    fn list_of_names_before(&self, start: usize, last: usize, lowest: usize) -> Option<usize> {
        let listed = start > lowest + 2
            && last > start
            && self.mark(start - 1, ',')
            && self.is_capital_at(start - 2)
            && (start..=last).any(|at| is_one_of!(self.hash(at), "and"))
            && (start..=last).all(|at| self.is_capital_at(at) || is_one_of!(self.hash(at), "and"));
        let first = self.phrase_before(start.checked_sub(2).filter(|_| listed)?)?;
        let mut words = first.clone();
        let office = words.clone().any(|at| self.is(at, ORG_WORD))
            && words.any(|at| is_one_of!(self.hash(at), "for", "of"));
        office.then_some(first.start)
    }

    /// Whether a phrase is only a time, an article or a particle.
    fn is_bare(&self, start: usize, last: usize) -> bool {
        start == last
            && (self.is_time(start) && !self.is_modal_name(start)
                || is_one_of!(
                    self.hash(start),
                    "the",
                    "a",
                    "an",
                    "there",
                    "down",
                    "up",
                    "off",
                    "out"
                ))
    }

    /// Whether "May" or "Will" is a name: "Brian May has", "May said", not "in May".
    fn is_modal_name(&self, at: usize) -> bool {
        is_one_of!(self.hash(at), "may", "will")
            && self.is_capital_at(at)
            && (at == self.range.start
                || self.quote_of(at - 1).is_some()
                || self.is_capital_at(at - 1))
    }

    fn is_phrase_start(&self, at: usize) -> bool {
        self.is(at, DETERMINER) && !self.is(at - 1, PREPOSITION)
            || self.is(at, ROLE) && !self.is(at - 1, PREPOSITION | DETERMINER)
            || self.is_time(at - 1) && !self.is_time(at)
    }

    /// Whether the word is a verb in the past: "traveled", "prompted".
    pub(super) fn is_past(&self, at: usize) -> bool {
        let word = self.document.word(at);
        word.len() > 4
            && word.ends_with("ed")
            && self
                .token(at)
                .is_some_and(|token| token.case == Case::Lower && !token.is(ROLE))
    }

    fn is_pronoun(&self, at: usize) -> bool {
        // "US" is not "us", and "WHO" is not "who".
        let upper = self
            .token(at)
            .is_some_and(|token| token.case == Case::Upper);
        if upper && self.document.word(at).len() > 1 {
            return false;
        }
        self.is(at, PRONOUN) && !self.is(at, DETERMINER)
            || is_one_of!(
                self.hash(at),
                "he",
                "she",
                "they",
                "it",
                "we",
                "i",
                "you",
                "who",
                "that",
                "which",
                "others",
                "some",
                "many"
            )
    }

    /// The antecedent of "who": "the man who said".
    fn before_relative(&self, at: usize) -> Option<Range<usize>> {
        let mut last = at.checked_sub(1)?;
        if self.mark(last, ',') {
            last = last.checked_sub(1)?;
        }
        if self.quote_of(last).is_some() || !self.is(last, ROLE) && !self.is_capital_at(last) {
            return Some(at..at + 1);
        }
        let words = self.phrase_before(last);
        Some(words.map_or(at, |words| words.start)..at + 1)
    }

    /// The noun phrase that begins at `first`, after "said" or "according to".
    pub(super) fn phrase_after(&self, first: usize) -> Option<Range<usize>> {
        let token = self.token(first)?;
        if token.kind != TokenKind::Word || self.quote_of(first).is_some() {
            return None;
        }
        if self.is_pronoun(first) {
            return Some(first..first + 1);
        }
        if token.is(PREPOSITION | PARTICLE | AUXILIARY) && !token.is(DETERMINER | ROLE) {
            return None;
        }
        let end = self.end().min(first + LONGEST);
        let mut place = first;
        while place < end {
            let Some(token) = self.token(place) else {
                break;
            };
            if token.kind == TokenKind::Mark {
                if matches!(token.first, '-' | '&' | '\'' | '’' | '/') && place + 1 < end {
                    place += 1;
                    continue;
                }
                break;
            }
            if self.quote_of(place).is_some() {
                break;
            }
            if place > first {
                let stops = token.is(AUXILIARY) && !token.is_possessive()
                    || token.is(AFTER_NAME)
                    || token.is(SUBJECT) && !token.is(DETERMINER)
                    || token.is(DETERMINER) && !self.is(place - 1, PREPOSITION | CONJUNCTION)
                    || is_one_of!(
                        token.word, "over", "under", "until", "since", "through", "per", "despite",
                        "amid", "during"
                    )
                    || self.is_time(place) && !token.is(ROLE)
                    || is_one_of!(token.word, "and") && !self.is_capital_at(place + 1);
                if stops {
                    break;
                }
            }
            place += 1;
        }
        while place > first + 1 && self.is(place - 1, PREPOSITION) {
            place -= 1;
        }
        (place > first).then_some(first..place)
    }
}

fn is_quote_mark(token: &Token) -> bool {
    matches!(token.first, '’' | '\'')
}
