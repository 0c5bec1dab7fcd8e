//! Which words of a sentence are reporting verbs, and not nouns, names or passives.

use super::frame::Frame;
use crate::lexicon::{
    ADVERB, AUXILIARY, CUE, Cue, DETERMINER, Lexicon, ORDER, PREPOSITION, ROLE, SUBJECT, TITLE,
    VerbForm,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, TokenKind};

/// How many words can stand between "not" and its verb.
const NEGATED_WITHIN: usize = 4;

impl Frame<'_, '_> {
    /// The reporting verb at `at`, outside quotations, where it is used as a verb.
    pub(super) fn cue(&self, at: usize) -> Option<Cue> {
        let token = self.token(at).filter(|token| token.is(CUE))?;
        if token.kind != TokenKind::Word || self.quote_of(at).is_some() {
            return None;
        }
        let mut cue = Lexicon::get().cue(token.word)?;
        match self.hash(at + 1) {
            next if is_one_of!(next, "on", "upon") => cue.frames |= cue.frames_on,
            // "called for the law to be changed"
            next if is_one_of!(next, "for") => cue.frames |= cue.frames_on & ORDER,
            _ => {}
        }
        if cue.frames == 0 {
            return None;
        }
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        let Some(before) = before else {
            // A sentence opens with a verb only as "Saying that, …".
            return (cue.form == VerbForm::Ing).then_some(cue);
        };
        if token.is_capital() && before.kind == TokenKind::Word && before.is_capital() {
            // A headline has verbs with capitals; a name is no verb.
            if cue.form == VerbForm::Base || before.is(TITLE) || !self.is_headline() {
                return None;
            }
        }
        // "found guilty", "pleaded not guilty", "agreed to pay"
        let judged = is_one_of!(
            token.word, "found", "plead", "pleads", "pleaded", "pleading"
        ) && (at + 1..at + 3)
            .any(|place| is_one_of!(self.hash(place), "guilty", "innocent", "dead", "alive"));
        let agreed_to = is_one_of!(token.word, "agree", "agrees", "agreed", "agreeing")
            && is_one_of!(self.hash(at + 1), "to");
        if judged || agreed_to {
            return None;
        }
        if before.is(CUE) && !before.is(ROLE) && cue.form == VerbForm::Ing {
            return None;
        }
        // "Recent reports have revealed", "the claims were": nouns.
        let next = self.token(at + 1);
        let noun_like = matches!(cue.form, VerbForm::Base | VerbForm::Third);
        if noun_like
            && next.is_some_and(|next| {
                next.is(AUXILIARY) && !next.is_possessive() && !is_one_of!(next.word, "not")
                    || next.is(CUE)
                        && next.case == Case::Lower
                        && self.document.word(at + 1).ends_with("ed")
                    || is_one_of!(next.word, "of")
            })
        {
            return None;
        }
        let word_before = self.document.word(at - 1);
        if noun_like
            && before.case == Case::Lower
            && !before.is(ROLE)
            && word_before.len() > 4
            && (word_before.ends_with("ed") || word_before.ends_with("ing"))
        {
            return None;
        }
        let noun_before = before.is(DETERMINER) && !before.is(SUBJECT)
            || before.is_possessive() && self.quote_of(at - 1).is_none()
            || before.is(PREPOSITION)
                && (noun_like && !is_one_of!(before.word, "as")
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
                    ));
        match cue.form {
            VerbForm::Base => {
                let governed = is_one_of!(before.word, "to", "not");
                let modal = before.is(AUXILIARY);
                let subject = before.is(SUBJECT)
                    || self.is_plural(at - 1)
                    || (before.is_capital()
                        && before.kind == TokenKind::Word
                        && !before.is(PREPOSITION | DETERMINER))
                    || (before.is(ADVERB) && !noun_before);
                if governed && is_one_of!(before.word, "to") {
                    // "refused to say", "declined to comment": nothing is said.
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
                    )
                    .then_some(cue);
                }
                ((modal || subject || governed) && !noun_before).then_some(cue)
            }
            VerbForm::Third => {
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
                (!noun_before && !plural && !self.is_adjective(at - 1)).then_some(cue)
            }
            VerbForm::Past | VerbForm::Participle => {
                // "better than expected"
                let compared = is_one_of!(before.word, "than", "as");
                if noun_before && !before.is(SUBJECT) || compared {
                    return None;
                }
                let passive = self.is_be(at - 1)
                    || (before.is(ADVERB) || is_one_of!(before.word, "first", "later"))
                        && at.checked_sub(2).is_some_and(|place| self.is_be(place));
                let reduced = is_one_of!(self.hash(at + 1), "by", "as") && !before.is(SUBJECT);
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
                if cue.form == VerbForm::Participle && !perfect && !before.is(ADVERB) {
                    return None;
                }
                (!passive && !reduced).then_some(cue)
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
                (!gerund).then_some(cue)
            }
        }
    }

    /// Where "did not say", "has never said" begins, where the verb at `at` is denied.
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

    pub(super) fn is_be(&self, at: usize) -> bool {
        is_one_of!(
            self.hash(at),
            "was",
            "were",
            "been",
            "be",
            "is",
            "are",
            "being",
            "'re",
            "'m"
        )
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
            && !is_one_of!(
                self.hash(at),
                "official",
                "general",
                "representative",
                "executive",
                "president",
                "government",
                "agent",
                "resident",
                "student",
                "statement",
                "public",
                "department",
                "parent",
                "hospital",
                "journal",
                "critic",
                "cleric",
                "client",
                "republic",
                "clinic",
                "detective",
                "opponent",
                "capital",
                "document",
                "parliament"
            )
    }
}
