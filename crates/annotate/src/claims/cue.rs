//! Recognises reporting verbs, as opposed to nouns, names and passives.

use super::frame::Frame;
use crate::lexicon::{
    ADVERB, ATTITUDE, AUXILIARY, BE, CONJUNCTION, CUE, Classes, Cue, DETERMINER, Lexicon,
    NO_ADJECTIVE, NUMERAL, ORDER, PEOPLE, PLAN, PREPOSITION, PRONOUN, ROLE, SPEAKING, SUBJECT,
    THING, TITLE, VERB, VerbForm,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, Token, TokenKind};
use model::Stance;

/// The maximum number of words between "not" and its verb.
const NEGATED_WITHIN: usize = 4;

impl Frame<'_, '_> {
    /// The reporting verb at `at`, if it is outside quotations and used as a verb.
    pub(super) fn cue(&self, at: usize) -> Option<Cue> {
        self.verb_of(at, CUE)
    }

    /// The verb at `at` that may express a stance towards a thing, like [`Frame::cue`].
    pub(super) fn attitude(&self, at: usize) -> Option<Cue> {
        self.verb_of(at, ATTITUDE)
            .filter(|cue| cue.frames & (THING | PLAN) != 0)
    }

    fn verb_of(&self, at: usize, class: Classes) -> Option<Cue> {
        let token = self.token(at).filter(|token| token.is(class))?;
        if token.kind != TokenKind::Word || self.quote_of(at).is_some() {
            return None;
        }
        let mut cue = Lexicon::get().cue(token.word)?;
        match self.hash(at + 1) {
            next if is_one_of!(next, "on", "upon") => cue.frames |= cue.frames_on & !THING,
            // "called for the law to be changed"
            next if is_one_of!(next, "for") => cue.frames |= cue.frames_on & (ORDER | THING),
            _ => {}
        }
        if cue.frames == 0 || cue.stance == Stance::Declines && !self.is_about_speaking(at + 1) {
            return None;
        }
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        let Some(before) = before else {
            // A verb opens a sentence only as "Saying that, …".
            return (cue.form == VerbForm::Ing).then_some(cue);
        };
        let doubled = before.is(CUE) && !before.is(ROLE) && cue.form == VerbForm::Ing;
        if doubled
            || self.is_name(token, before, cue.form)
            || self.is_set_phrase(at, token)
            || self.is_noun(at, before, cue.form)
        {
            return None;
        }
        let noun_before = self.calls_for_noun(at, before, cue.form);
        let verb = match cue.form {
            VerbForm::Base => self.is_base_verb(at, before, noun_before),
            VerbForm::Third => !noun_before && self.is_third_person(at, token, before),
            VerbForm::Past | VerbForm::Participle => {
                self.is_past_verb(at, before, noun_before, cue.form)
            }
            VerbForm::Ing => {
                let gerund = noun_before
                    && !is_one_of!(
                        before.word,
                        "in",
                        "by",
                        "with",
                        "as",
                        "to",
                        "after",
                        "before",
                        "without"
                    );
                !gerund
            }
        };
        verb.then_some(cue)
    }

    /// Whether an infinitive at `at` is a verb of speaking about something: "to comment", "to say
    /// why", not "to leave", "to say more".
    fn is_about_speaking(&self, at: usize) -> bool {
        is_one_of!(self.hash(at), "to")
            && !is_one_of!(self.hash(at + 2), "more", "anything", "so")
            && self.is(at + 1, SPEAKING)
    }

    /// Whether a capitalised verb is a name; headlines capitalise verbs too.
    fn is_name(&self, token: &Token, before: &Token, form: VerbForm) -> bool {
        token.is_capital()
            && before.kind == TokenKind::Word
            && before.is_capital()
            && (form == VerbForm::Base || before.is(TITLE) || !self.is_headline())
    }

    /// Whether the verb is part of a set phrase: "found guilty", "pleaded not guilty",
    /// "agreed to pay".
    fn is_set_phrase(&self, at: usize, token: &Token) -> bool {
        let judged = is_one_of!(
            token.word, "found", "plead", "pleads", "pleaded", "pleading"
        ) && (at + 1..at + 3)
            .any(|place| is_one_of!(self.hash(place), "guilty", "innocent", "dead", "alive"));
        let points_at = is_one_of!(token.word, "point", "points", "pointed", "pointing")
            && is_one_of!(self.hash(at + 1), "to", "at", "towards");
        let agreed_to = is_one_of!(token.word, "agree", "agrees", "agreed", "agreeing")
            && is_one_of!(self.hash(at + 1), "to");
        // "suspected rebels"
        let suspected = is_one_of!(token.word, "suspected")
            && (self.is_plural(at + 1) || self.is_capital_at(at + 1) || self.is_plural(at + 2))
            && !self.is(at + 1, DETERMINER | SUBJECT);
        judged || agreed_to || points_at || suspected
    }

    /// Whether a word that looks like a verb in the present is a noun, judging by its
    /// neighbours: "Recent reports have revealed", "the claims were".
    fn is_noun(&self, at: usize, before: &Token, form: VerbForm) -> bool {
        if !is_present(form) {
            return false;
        }
        // "faces charges", "new charges against", "Western charges that", "protests that have"
        let ambiguous = is_one_of!(
            self.hash(at),
            "charges",
            "protests",
            "claims",
            "reports",
            "fears",
            "demands"
        );
        let relative = is_one_of!(self.hash(at + 1), "that")
            && (self.is(at + 2, AUXILIARY | VERB) || self.is_past(at + 2));
        let qualified = before.is(PEOPLE) && !self.is_plural(at - 1)
            || before.is(VERB) && before.case == Case::Lower
            || before.case == Case::Lower
                && is_one_of!(before.word, "new", "old", "more", "recent");
        if ambiguous
            && (relative || qualified || is_one_of!(self.hash(at + 1), "against", "by", "from"))
        {
            return true;
        }
        let next_tells = self.token(at + 1).is_some_and(|next| {
            next.is(AUXILIARY) && !next.is_possessive() && !is_one_of!(next.word, "not")
                || next.is(CUE)
                    && next.case == Case::Lower
                    && self.document.word(at + 1).ends_with("ed")
                || is_one_of!(next.word, "of", "say", "says", "said")
        }) || (self.token(at + 1)).is_some_and(|next| {
            next.case == Case::Lower && !next.is(DETERMINER | SUBJECT | PRONOUN)
        }) && is_one_of!(self.hash(at + 2), "say", "says", "said");
        let word_before = self.document.word(at - 1);
        next_tells
            || before.case == Case::Lower
                && !before.is(ROLE)
                && word_before.len() > 4
                && (word_before.ends_with("ed") || word_before.ends_with("ing"))
    }

    /// Whether the word before `at` requires a noun: an article, a possessive or a
    /// preposition.
    fn calls_for_noun(&self, at: usize, before: &Token, form: VerbForm) -> bool {
        if form == VerbForm::Past && self.is_quantity_alone(at - 1) {
            return false;
        }
        before.is(DETERMINER) && !before.is(SUBJECT)
            || before.is_possessive() && self.quote_of(at - 1).is_none()
            || before.is(PREPOSITION)
                && (is_present(form) && !is_one_of!(before.word, "as")
                    || !is_one_of!(
                        before.word,
                        "than",
                        "as",
                        "like",
                        "before",
                        "after",
                        "since",
                        "until",
                        "over"
                    ))
    }

    /// Whether a word for a number or an amount stands for people: "Another said", "The two said".
    fn is_quantity_alone(&self, at: usize) -> bool {
        let quantity =
            self.is(at, NUMERAL) || is_one_of!(self.hash(at), "another", "several", "most", "few");
        let start = at - usize::from(at > 0 && is_one_of!(self.hash(at - 1), "the"));
        let opens = start == self.range.start
            || self.mark(start - 1, ',')
            || self.is(start - 1, CONJUNCTION);
        quantity && opens
    }

    /// Whether the word is a verb in its base form: "they say", "would say", "went on to
    /// say".
    fn is_base_verb(&self, at: usize, before: &Token, noun_before: bool) -> bool {
        if is_one_of!(before.word, "to") {
            // "refused to say", "declined to comment": no statement was made.
            let verb = at.checked_sub(2).map_or(0, |place| self.hash(place));
            return is_one_of!(
                verb,
                "went",
                "on",
                "continued",
                "likes",
                "liked",
                "used",
                "want",
                "wants",
                "wanted"
            );
        }
        // "a solid Labour state"
        let singular = at.saturating_sub(4).max(self.range.start);
        if (singular..at)
            .rev()
            .take_while(|place| !self.is(*place, PREPOSITION))
            .any(|place| is_one_of!(self.hash(place), "a", "an"))
            && !before.is(AUXILIARY | ADVERB | SUBJECT)
            && !self.is_plural(at - 1)
        {
            return false;
        }
        let subject = before.is(SUBJECT)
            || self.is_plural(at - 1)
            || (before.is_capital()
                && before.kind == TokenKind::Word
                && !before.is(PREPOSITION | DETERMINER))
            || (before.is(ADVERB) && !noun_before);
        // "Opponents, among them the mayor, argue"
        let apposed = before.is_mark(',') && at > self.range.start + 3 && {
            let subject = self.subject_before(at).map(|subject| subject.words);
            subject.is_some_and(|words| self.is_plural(words.end - 1))
        };
        // "Critics of the measure say"
        let headed = || {
            let subject = self.subject_before(at).map(|subject| subject.words);
            subject.is_some_and(|words| {
                words.start == self.range.start && self.is_plural(self.head_of(&words))
            })
        };
        (before.is(AUXILIARY) || subject || apposed || is_one_of!(before.word, "not") || headed())
            && !noun_before
    }

    /// Whether the word is a verb in the third person: "she says", not "would suspects" or
    /// "police documents".
    fn is_third_person(&self, at: usize, token: &Token, before: &Token) -> bool {
        let plural = before.is(AUXILIARY) && !before.is_possessive()
            || before.case == Case::Lower
                && !before.is(SUBJECT | ROLE | ADVERB)
                && !is_one_of!(self.hash(at + 1), "that", "how", "why")
                && is_one_of!(
                    token.word,
                    "suspects",
                    "documents",
                    "notes",
                    "details",
                    "records",
                    "signals"
                );
        !plural && !self.is_adjective(at - 1)
    }

    /// Whether the word is a verb in the past: "she said", "has said", not "was told" or
    /// "better than expected".
    fn is_past_verb(&self, at: usize, before: &Token, noun_before: bool, form: VerbForm) -> bool {
        let compared = is_one_of!(before.word, "than", "as");
        if noun_before && !before.is(SUBJECT) || compared {
            return false;
        }
        let perfect = is_one_of!(
            before.word,
            "has",
            "have",
            "had",
            "'ve",
            "'d",
            "'s",
            "not",
            "never"
        );
        if form == VerbForm::Participle && !perfect && !before.is(ADVERB) {
            return false;
        }
        let passive = self.is_be(at - 1)
            || (before.is(ADVERB) || is_one_of!(before.word, "first", "later"))
                && at.checked_sub(2).is_some_and(|place| self.is_be(place));
        let reduced = is_one_of!(self.hash(at + 1), "by", "as") && !before.is(SUBJECT);
        !passive && !reduced
    }

    /// The start of a negation of the verb at `at`: "did not say", "has never said".
    pub(super) fn negation(&self, at: usize) -> Option<usize> {
        let lowest = self.range.start.max(at.saturating_sub(NEGATED_WITHIN));
        let words = (lowest..at)
            .rev()
            .take_while(|place| self.is(*place, AUXILIARY | ADVERB));
        let (mut start, mut denied) = (at, false);
        for place in words {
            start = place;
            // "not only said"
            if is_one_of!(self.hash(place), "only", "just", "merely", "simply") {
                return None;
            }
            denied |= is_one_of!(self.hash(place), "not", "never", "n't", "cannot")
                || self.document.word(place).ends_with("n't")
                || self.document.word(place).ends_with("n’t");
        }
        denied.then_some(start)
    }

    /// Whether something has not been said: "haven't said", "has not said".
    pub(super) fn is_unsaid(&self, at: usize, negation: Option<usize>) -> bool {
        negation.is_some_and(|start| {
            (start..at).any(|place| {
                is_one_of!(self.hash(place), "haven't", "hasn't", "hadn't")
                    || is_one_of!(self.hash(place), "has", "have", "had", "'ve")
                        && is_one_of!(self.hash(place + 1), "not", "yet")
            })
        })
    }

    pub(super) fn is_be(&self, at: usize) -> bool {
        self.is(at, BE)
    }

    /// Whether a word may be a plural noun.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            let word = self.document.word(at);
            word.ends_with("men")
                || (word.ends_with('s')
                    && !word.ends_with("ss")
                    && word.len() > 3
                    && token.kind == TokenKind::Word)
                || is_one_of!(
                    token.word, "people", "police", "media", "children", "who", "data"
                )
        })
    }

    fn is_adjective(&self, at: usize) -> bool {
        let word = self.document.word(at);
        self.token(at)
            .is_some_and(|token| (!token.is_capital() || at == self.range.start) && !token.is(ROLE))
            && ["al", "ive", "ous", "ent", "ic", "able", "ful", "less"]
                .iter()
                .any(|ending| word.len() > 4 && word.ends_with(ending))
            && !self.is(at, NO_ADJECTIVE)
    }
}

/// Whether the verb has a present form, which nouns can have too.
fn is_present(form: VerbForm) -> bool {
    matches!(form, VerbForm::Base | VerbForm::Third)
}
