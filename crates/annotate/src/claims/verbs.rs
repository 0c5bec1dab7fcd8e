//! Claims with a reporting verb.

use std::ops::Range;

use super::frame::Frame;
use super::speaker::Subject;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{
    ADDRESSEE, AUXILIARY, CLAUSE, CONJUNCTION, CUE, Cue, PREPOSITION, QUOTE, SPEAKING, THOUGHT,
    VERB, VerbForm,
};
use crate::patterns::is_one_of;
use crate::tokens::{Case, Token, TokenKind};
use model::Stance;

/// The maximum number of tokens to search for the first verb of a sentence.
const REACH: usize = 80;

/// A reporting verb in a sentence.
struct Verb {
    at: usize,
    cue: Cue,
    /// The start of its negation ("did not").
    negation: Option<usize>,
    /// The token before it in the sentence.
    previous: Option<usize>,
    /// The number of the first claim found in the same sentence.
    before: usize,
}

impl Verb {
    /// The verb, including its negation.
    fn words(&self) -> Range<usize> {
        self.negation.unwrap_or(self.at)..self.at + 1
    }

    fn has(&self, frames: u16) -> bool {
        self.cue.frames & frames != 0
    }
}

impl Finder<'_, '_> {
    pub(super) fn verb(
        &mut self,
        frame: &Frame,
        at: usize,
        cue: Cue,
        subject: &mut Option<Subject>,
        before: usize,
    ) {
        let verb = Verb {
            at,
            cue,
            negation: frame.negation(at),
            previous: at
                .checked_sub(1)
                .filter(|previous| *previous >= frame.range.start),
            before,
        };
        if let Some(words) = self.name_behind_quotation(frame, &verb) {
            *subject = Some(words);
            return;
        }
        let own = own_subject(frame, &verb);
        if (own.is_none() || frame.is_inverted(at))
            && let Some(speaker) = self.inverted(frame, at, cue)
        {
            *subject = Some(speaker);
            return;
        }
        // "If she says it is safe, we believe her": she has not said it.
        let opening = own.as_ref().map(|own| own.from);
        if opening.is_some_and(|from| {
            from > frame.range.start && is_one_of!(frame.hash(from - 1), "if", "unless")
        }) {
            return;
        }
        // "No one has claimed", "nobody said"
        if own.as_ref().is_some_and(|own| frame.is_nobody(&own.words)) {
            return;
        }
        let shares = own.is_none();
        let who = own.clone().or_else(|| subject.clone()).or_else(|| {
            (cue.form == VerbForm::Ing || shares)
                .then(|| self.main_subject(frame, at))
                .flatten()
        });
        if let Some(own) = &own
            && let Some(place) = self.words_before_subject(frame, &verb, own)
        {
            let content = self.content_before(frame, frame.range.start, place + 1);
            let direct = content
                .iter()
                .all(|range| frame.quote_of(range.start).is_some());
            let reported = verb.has(CLAUSE) && frame.is_statement(&content);
            if !(direct || reported) {
                return;
            }
            if self.push_tagged(frame, &verb, own, content, direct) {
                *subject = Some(own.clone());
                return;
            }
        }
        let speaker = who.map(|subject| subject.words);
        if self.content_behind(frame, &verb, speaker, shares)
            && own.is_some()
            && cue.form != VerbForm::Ing
        {
            *subject = own;
        }
    }

    /// Finds the claim in `“…,” said X` and returns X.
    fn name_behind_quotation(&mut self, frame: &Frame, verb: &Verb) -> Option<Subject> {
        let (at, cue, previous) = (verb.at, verb.cue, verb.previous?);
        let quoted = frame.quote_before(previous)?;
        if cue.form == VerbForm::Ing
            || !verb.has(QUOTE | CLAUSE)
            || quoted.single && !frame.is_stopped(quoted)
        {
            return None;
        }
        let words = frame.with_name(frame.phrase_after(frame.after_adverbs(at + 1))?);
        let is_beside = quoted.whole.end + 1 >= at;
        if self.holds(verb.before, words.start)
            || !(frame.is_named(&words)
                || is_beside && (frame.is_stopped(quoted) || frame.mark(previous, ',')))
        {
            return None;
        }
        let from = frame.range.start;
        let alone = is_beside || quoted.whole.start == from;
        let to = if alone { quoted.whole.end } else { at };
        let content = self.content_before(frame, from, to);
        let content = self.resumed(frame, words.end, content);
        self.push(Found {
            speaker: Some(words.clone()),
            cue: Some(verb.words()),
            content,
            stance: cue.stance,
            rule: Rule::QuoteCueName,
            confidence: 0.95,
        });
        Some(Subject {
            from: words.start,
            words,
            shared: false,
        })
    }

    /// The last token of the content before X in `“…,” X said` and `S, X said.`, if X said
    /// it.
    fn words_before_subject(&self, frame: &Frame, verb: &Verb, own: &Subject) -> Option<usize> {
        let place = own
            .from
            .checked_sub(1)
            .filter(|place| *place >= frame.range.start)?;
        let relative = is_one_of!(frame.hash(own.words.end - 1), "who", "which", "that");
        if relative
            || !verb.has(CLAUSE | QUOTE)
            || place <= frame.range.start + 2
            || !self.is_tied_to_subject(frame, place)
        {
            return None;
        }
        let comma = frame.mark(place, ',');
        let quoted = frame.quote_of(place);
        let direct = quoted.is_some()
            || comma && place > frame.range.start && frame.quote_of(place - 1).is_some();
        if !direct && !self.tag_closes(frame, verb.at) {
            return None;
        }
        // A comma at its end links a quotation to the words after it.
        let tied = direct
            && (comma
                || quoted.is_some_and(|quoted| {
                    self.document
                        .token(quoted.inside.end - 1)
                        .is_some_and(|last| last.is_mark(','))
                }));
        let right = frame.content_after(verb.at, verb.cue);
        let right_quote = right.is_some_and(|(_, rule)| rule == Rule::CueQuote);
        (right.is_none() || direct && right_quote || tied).then_some(place)
    }

    /// Whether a comma, a dash or a quotation that ends at `place` links the preceding
    /// words to the following subject.
    fn is_tied_to_subject(&self, frame: &Frame, place: usize) -> bool {
        let behind_quotation = frame.quote_of(place).is_some_and(|quoted| {
            if frame.is_title(quoted) && !self.opens_sentence(frame, quoted.whole.start) {
                return false;
            }
            let last = frame.document.token(quoted.inside.end - 1);
            (!quoted.single || quoted.inside.len() > 4)
                && (quoted.inside.len() > 6
                    || last.is_some_and(|last| {
                        last.kind == TokenKind::Mark
                            && matches!(last.first, ',' | '.' | '!' | '?' | '…' | '-' | '—')
                    }))
        });
        behind_quotation
            || frame.mark(place, ',')
            || frame.mark(place, '—')
            || frame.mark(place, '-')
            || frame.mark(place, '–')
    }

    /// Adds the claim in `“…,” X said`. Returns `false` if it contains no new words.
    fn push_tagged(
        &mut self,
        frame: &Frame,
        verb: &Verb,
        own: &Subject,
        content: Vec<Range<usize>>,
        direct: bool,
    ) -> bool {
        let content = self.resumed(frame, verb.at + 1, content);
        let known = content
            .first()
            .is_some_and(|range| self.holds(verb.before, range.start));
        if known || content.iter().all(Range::is_empty) {
            return false;
        }
        self.push(Found {
            speaker: Some(own.words.clone()),
            cue: Some(verb.words()),
            content,
            stance: verb.cue.stance,
            rule: if direct {
                Rule::QuoteNameCue
            } else {
                Rule::ClauseNameCue
            },
            confidence: if direct { 0.95 } else { 0.8 },
        });
        true
    }

    /// Adds the claim in `X said that …` or `X said: “…”`. Returns `false` if no content
    /// follows.
    fn content_behind(
        &mut self,
        frame: &Frame,
        verb: &Verb,
        speaker: Option<Range<usize>>,
        shares: bool,
    ) -> bool {
        let cue = verb.cue;
        let Some((start, rule)) = self.content_of(frame, verb.at, cue) else {
            return false;
        };
        let mut end = self.clause_end(frame, start);
        let mut speaker = speaker;
        // "Swearing it was late, Ann Lee left."
        if verb.cue.form == VerbForm::Ing
            && verb.at == frame.range.start
            && frame.quote_at(start).is_none()
            && let Some(comma) = (start..end).find(|at| frame.mark(*at, ','))
            && let Some(words) = frame.phrase_after(comma + 1)
            && frame.is_clause(comma + 1)
        {
            end = comma;
            speaker = Some(words.start..words.end.min(frame.after_capitals(words.start)));
        }
        // "While he thought it was late, the others left."
        let subordinate = is_one_of!(
            frame.hash(frame.range.start),
            "while",
            "although",
            "though",
            "when",
            "because",
            "after",
            "since"
        ) && !(frame.range.start..verb.at).any(|at| frame.mark(at, ','));
        if subordinate
            && frame.quote_at(start).is_none()
            && let Some(comma) = (start..end).find(|at| frame.mark(*at, ','))
            && frame.is_clause(comma + 1)
        {
            end = comma;
        }
        if matches!(rule, Rule::CueInfinitive | Rule::CueOrder) {
            end = frame.before_medium(start, end);
        }
        let mut content = start..end;
        if let Some(quoted) = frame.quote_at(start) {
            content = if rule == Rule::CueNamingQuote {
                quoted.inside.clone()
            } else {
                self.quote_and_more(frame, quoted, end)
            };
        }
        if content.len() < 2 && !matches!(rule, Rule::CueQuote | Rule::CueNamingQuote) {
            return false;
        }
        let speaker = speaker.or_else(|| {
            (cue.form == VerbForm::Ing)
                .then(|| self.last_speaker.clone())
                .flatten()
        });
        if rule != Rule::CueQuestion
            && frame.is_unsaid(verb.at, verb.negation)
            && verb.cue.stance == Stance::States
        {
            return false;
        }
        let denied = verb.negation.is_some();
        // "must guarantee"
        let due = cue.stance == Stance::Promises
            && (verb.previous)
                .is_some_and(|at| is_one_of!(frame.hash(at), "must", "should", "could", "might"));
        // "The storm threatens to"
        let thing = cue.stance == Stance::Warns
            && rule == Rule::CueInfinitive
            && (speaker.as_ref()).is_some_and(|words| !frame.is_actor(words));
        if due || thing {
            return false;
        }
        let second = matches!(rule, Rule::CueInfinitive | Rule::CueCharge | Rule::CueOrder);
        self.push(Found {
            confidence: confidence(rule, verb, speaker.is_some(), shares),
            speaker,
            cue: Some(verb.words()),
            content: vec![content],
            stance: match cue.second.filter(|_| second).unwrap_or(cue.stance) {
                // "did not deny", "did not say whether", and "never said"
                Stance::Denies if denied => Stance::States,
                Stance::States if denied && rule == Rule::CueQuestion => {
                    let refuses = frame.is(verb.at, SPEAKING);
                    if refuses {
                        Stance::Declines
                    } else {
                        Stance::States
                    }
                }
                Stance::States if denied => Stance::Denies,
                stance => stance,
            },
            rule,
        });
        true
    }

    /// Whether only a time, a place or an aside follows "X said".
    fn tag_closes(&self, frame: &Frame, at: usize) -> bool {
        let mut next = frame.after_adverbs(at + 1);
        // "two actuaries told me on Monday"
        if frame.cue(at).is_some_and(|cue| cue.frames & ADDRESSEE != 0)
            && frame
                .token(next)
                .is_some_and(|token| token.kind == TokenKind::Word && !token.is(PREPOSITION))
        {
            next = frame.after_adverbs(frame.after_addressee(next));
        }
        let dated = is_one_of!(frame.hash(next), "last", "this", "next", "late", "earlier");
        if dated && frame.is_time(next + 1) {
            return true;
        }
        next >= frame.end()
            || frame.mark(next, ',')
            || frame.mark(next, '.')
            || frame.is(next, PREPOSITION)
            || frame.is_time(next)
            || frame
                .token(next)
                .is_some_and(|token| token.kind == TokenKind::Mark)
    }

    /// The words from `from` to `to`, without the marks around them; a quotation alone is
    /// taken without its quotation marks.
    fn content_before(&self, frame: &Frame, from: usize, to: usize) -> Vec<Range<usize>> {
        let mut to = to;
        let edge = |place: usize| {
            frame.token(place).is_some_and(|token| {
                token.kind == TokenKind::Mark
                    && matches!(token.first, ',' | '—' | '–' | '-')
                    && frame.quote_of(place).is_none()
            })
        };
        while to > from && edge(to - 1) {
            to -= 1;
        }
        if let Some(last) = to.checked_sub(1).and_then(|last| frame.quote_of(last)) {
            let whole = last.whole.clone();
            // The words before a long quotation belong to another sentence.
            let before = whole.start.saturating_sub(from);
            if before == 0
                || last.inside.len() > 3 * before
                || self.ends_sentence(frame, whole.start)
            {
                return vec![last.inside.clone()];
            }
        }
        std::iter::once(from..to).collect()
    }

    pub(super) fn opens_sentence(&self, frame: &Frame, at: usize) -> bool {
        at == frame.range.start || self.ends_sentence(frame, at)
    }

    /// Whether a sentence or a quotation ends before `at`.
    pub(super) fn ends_sentence(&self, frame: &Frame, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            frame.token(before).is_some_and(|token| {
                token.kind == TokenKind::Mark
                    && matches!(token.first, '.' | '!' | '?' | ':' | '”' | '"')
            })
        })
    }

    /// Adds the second part of `“One,” he said, “and two.”` to the claim.
    fn resumed(
        &self,
        frame: &Frame,
        from: usize,
        mut content: Vec<Range<usize>>,
    ) -> Vec<Range<usize>> {
        let end = frame.range.end.min(from + 24);
        let next = frame
            .quotes
            .iter()
            .find(|quoted| quoted.whole.start >= from);
        let Some(next) = next.filter(|quoted| quoted.whole.start < end && !quoted.single) else {
            return content;
        };
        let comma = next
            .whole
            .start
            .checked_sub(1)
            .is_some_and(|before| frame.mark(before, ','));
        let verb_between = (from..next.whole.start).any(|at| frame.cue(at).is_some());
        let other = (from..next.whole.start).any(|at| {
            frame.mark(at, '.') || frame.mark(at, ';') || is_one_of!(frame.hash(at), "and")
        });
        if (comma || next.whole.start == from) && !verb_between && !other {
            content.push(next.inside.clone());
        }
        content
    }

    /// The subject of the sentence's first verb, for ", adding that".
    pub(super) fn main_subject(&self, frame: &Frame, at: usize) -> Option<Subject> {
        let start = frame.range.start;
        let limit = at.min(start + REACH);
        if let Some(words) = frame.opening_name().filter(|words| words.end < limit) {
            return Some(Subject {
                from: start,
                words,
                shared: true,
            });
        }
        // "Writing in a blog, Ann Lee called it …", "After the leak, Ann Lee called it …"
        let opening = frame.is_participle(start) || frame.is(start, PREPOSITION);
        let comma = (start..limit).find(|at| opening && frame.mark(*at, ','));
        comma
            .and_then(|comma| self.subject_from(frame, comma + 1, limit))
            .or_else(|| self.subject_from(frame, start, limit))
    }

    /// The subject of the first verb from `place` on.
    fn subject_from(&self, frame: &Frame, mut place: usize, limit: usize) -> Option<Subject> {
        while place < limit {
            if let Some(quoted) = frame.quote_of(place) {
                place = quoted.whole.end.max(place + 1);
                continue;
            }
            let verb = frame.is(place, AUXILIARY)
                && !frame.token(place).is_some_and(Token::is_possessive)
                || {
                    let word = self.document.word(place);
                    frame
                        .token(place)
                        .is_some_and(|token| token.case == Case::Lower)
                        && (word.ends_with("ed") || frame.is(place, CUE))
                }
                || frame.is(place, VERB);
            if verb
                && place > frame.range.start
                && let Some(subject) = frame.subject_before(place)
                && !is_one_of!(frame.hash(subject.words.start), "that", "which")
            {
                return Some(Subject {
                    shared: true,
                    ..subject
                });
            }
            place += 1;
        }
        None
    }
}

/// The subject directly before a verb.
fn own_subject(frame: &Frame, verb: &Verb) -> Option<Subject> {
    let progressive = verb
        .previous
        .is_some_and(|previous| frame.is(previous, AUXILIARY));
    if verb.cue.form != VerbForm::Ing || progressive {
        return frame.subject_before(verb.at);
    }
    // "quotes Ann Lee as saying"
    if let Some(previous) = verb.previous
        && is_one_of!(frame.hash(previous), "as")
        && let Some(words) = previous
            .checked_sub(1)
            .and_then(|last| frame.phrase_before(last))
    {
        let quotes = |at: usize| {
            is_one_of!(
                frame.hash(at),
                "quote",
                "quotes",
                "quoted",
                "cite",
                "cites",
                "cited"
            )
        };
        let from = frame.range.start;
        let quoting = (from..previous).rev().find(|at| quotes(*at))?;
        // "Ann Lee was quoted by Acme as saying"
        if frame.is_be(quoting.checked_sub(1)?) {
            return frame.subject_before(quoting);
        }
        let words = words.start.max(quoting + 1)..words.end;
        return Some(Subject {
            from: words.start,
            words,
            shared: false,
        });
    }
    // "with Boswell stating"
    let previous = verb.previous.filter(|previous| {
        frame.token(*previous).is_some_and(|token| {
            token.kind == TokenKind::Word
                && !token.is(PREPOSITION | CONJUNCTION)
                && !frame.is_adverb(*previous)
        })
    })?;
    let words = frame.phrase_before(previous)?;
    if frame.is_document(&words) {
        return None;
    }
    let with = words
        .clone()
        .rev()
        .find(|at| is_one_of!(frame.hash(*at), "with"));
    let words = with.map_or(words.clone(), |with| with + 1..words.end);
    Some(Subject {
        from: words.start,
        words,
        shared: false,
    })
}

/// The confidence of a claim whose content follows its verb.
fn confidence(rule: Rule, verb: &Verb, has_speaker: bool, shares: bool) -> f32 {
    let mut confidence: f32 = match rule {
        Rule::CueThat | Rule::CueQuote | Rule::CueColon => 0.9,
        Rule::CueClause => 0.8,
        Rule::CueCharge | Rule::CueNamingQuote => 0.75,
        _ => 0.65,
    };
    for (doubtful, factor) in [
        (verb.has(THOUGHT), 0.7),
        (!has_speaker, 0.6),
        (shares, 0.9),
        (verb.negation.is_some(), 0.7),
    ] {
        if doubtful {
            confidence *= factor;
        }
    }
    confidence
}
