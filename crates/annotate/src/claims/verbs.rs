//! Claims beside a reporting verb.

use std::ops::Range;

use super::frame::Frame;
use super::speaker::Subject;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{
    ADVERB, AUXILIARY, CHARGE, CLAUSE, CONJUNCTION, CUE, Cue, DETERMINER, INFINITIVE, NAMING,
    ORDER, PREPOSITION, QUOTE, SUBJECT, THAT, THOUGHT, VERB, VerbForm,
};
use crate::patterns::is_one_of;
use crate::quotes::Quoted;
use crate::tokens::{Case, Token, TokenKind};
use model::Stance;

/// How many tokens of a sentence are searched for its first verb.
const REACH: usize = 80;

impl Finder<'_, '_> {
    pub(super) fn verb(
        &mut self,
        frame: &Frame,
        at: usize,
        cue: Cue,
        subject: &mut Option<Subject>,
        before: usize,
    ) {
        let negation = frame.negation(at);
        let cue_range = negation.unwrap_or(at)..at + 1;
        let previous = at
            .checked_sub(1)
            .filter(|previous| *previous >= frame.range.start);
        let after_quote = previous.and_then(|previous| frame.quote_before(previous));
        let is_beside = |quoted: &Quoted| quoted.whole.end + 1 >= at;
        let previous_is_comma = previous.is_some_and(|previous| frame.mark(previous, ','));
        // `“…,” said X`
        if let Some(quoted) = after_quote
            && cue.form != VerbForm::Ing
            && cue.frames & (QUOTE | CLAUSE) != 0
            && (!quoted.single || self.is_stopped(quoted))
            && let Some(words) = frame.phrase_after(frame.after_adverbs(at + 1))
            && !self.holds(before, words.start)
            && (frame.is_named(&words)
                || is_beside(quoted) && (self.is_stopped(quoted) || previous_is_comma))
        {
            let from = frame.range.start;
            let alone = is_beside(quoted) || quoted.whole.start == from;
            let to = if alone { quoted.whole.end } else { at };
            let content = self.content_before(frame, from, to);
            *subject = Some(Subject {
                from: words.start,
                words: words.clone(),
                shared: false,
            });
            let content = self.resumed(frame, words.end, content);
            self.push(Found {
                speaker: Some(words),
                cue: Some(cue_range),
                content,
                stance: cue.stance,
                rule: Rule::QuoteCueName,
                confidence: 0.95,
            });
            return;
        }
        let progressive = previous.is_some_and(|previous| frame.is(previous, AUXILIARY));
        let own = if cue.form == VerbForm::Ing && !progressive {
            // "with Boswell stating"
            previous
                .filter(|previous| {
                    frame.token(*previous).is_some_and(|token| {
                        token.kind == TokenKind::Word
                            && !token.is(PREPOSITION | CONJUNCTION)
                            && !frame.is_adverb(*previous)
                    })
                })
                .and_then(|previous| frame.phrase_before(previous))
                .map(|words| {
                    let with = words
                        .clone()
                        .rev()
                        .find(|at| is_one_of!(frame.hash(*at), "with"));
                    let words = with.map_or(words.clone(), |with| with + 1..words.end);
                    Subject {
                        from: words.start,
                        words,
                        shared: false,
                    }
                })
        } else {
            frame.subject_before(at)
        };
        if own.is_none()
            && let Some(speaker) = self.inverted(frame, at, cue)
        {
            *subject = Some(speaker);
            return;
        }
        // "If she says it is safe, we believe her": nobody says so yet.
        let opening = own.as_ref().map(|own| own.from);
        if opening.is_some_and(|from| {
            from > frame.range.start && is_one_of!(frame.hash(from - 1), "if", "unless")
        }) {
            return;
        }
        let shares = own.is_none();
        let who = own.clone().or_else(|| subject.clone()).or_else(|| {
            (cue.form == VerbForm::Ing || shares)
                .then(|| self.main_subject(frame, at))
                .flatten()
        });
        // `“…,” X said` and `S, X said.`
        if let Some(own) = &own {
            let place = own
                .from
                .checked_sub(1)
                .filter(|place| *place >= frame.range.start);
            let behind = place.is_some_and(|place| {
                frame.quote_of(place).is_some_and(|quoted| {
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
                }) || frame.mark(place, ',')
                    || frame.mark(place, '—')
                    || frame.mark(place, '-')
                    || frame.mark(place, '–')
            });
            let right = frame.content_after(at, cue);
            let closes = self.tag_closes(frame, at);
            let direct = behind
                && place.is_some_and(|place| {
                    frame.quote_of(place).is_some()
                        || frame.mark(place, ',')
                            && place > frame.range.start
                            && frame.quote_of(place - 1).is_some()
                });
            let wide = place.is_some_and(|place| place > frame.range.start + 2);
            let right_quote = right.is_some_and(|(_, rule)| rule == Rule::CueQuote);
            // A comma at its end ties a quotation to the words behind it.
            let tied = direct
                && place.is_some_and(|place| {
                    frame.mark(place, ',')
                        || frame.quote_of(place).is_some_and(|quoted| {
                            self.document
                                .token(quoted.inside.end - 1)
                                .is_some_and(|last| last.is_mark(','))
                        })
                });
            if behind
                && (right.is_none() || direct && right_quote || tied)
                && (cue.frames & (CLAUSE | QUOTE) != 0)
                && (closes || direct)
                && wide
                && let Some(place) = place
            {
                let content = self.content_before(frame, frame.range.start, place + 1);
                let direct = content
                    .iter()
                    .all(|range| frame.quote_of(range.start).is_some());
                let reported = cue.frames & CLAUSE != 0 && frame.is_statement(&content);
                if !(direct || reported) {
                    return;
                }
                let content = self.resumed(frame, at + 1, content);
                if content.iter().any(|range| !range.is_empty())
                    && !content
                        .first()
                        .is_some_and(|range| self.holds(before, range.start))
                {
                    self.push(Found {
                        speaker: Some(own.words.clone()),
                        cue: Some(cue_range),
                        content,
                        stance: cue.stance,
                        rule: if direct {
                            Rule::QuoteNameCue
                        } else {
                            Rule::ClauseNameCue
                        },
                        confidence: if direct { 0.95 } else { 0.8 },
                    });
                    *subject = Some(own.clone());
                    return;
                }
            }
        }
        let speaker = who.as_ref().map(|subject| subject.words.clone());
        if let Some((start, rule)) = self.content_of(frame, at, cue) {
            let end = self.clause_end(frame, start);
            let mut content = start..end;
            if let Some(quoted) = frame.quote_at(start) {
                content = if rule == Rule::CueNamingQuote {
                    quoted.inside.clone()
                } else {
                    self.quote_and_more(frame, quoted, end)
                };
            }
            if content.len() < 2 && !matches!(rule, Rule::CueQuote | Rule::CueNamingQuote) {
                return;
            }
            let speaker = speaker.or_else(|| {
                (cue.form == VerbForm::Ing)
                    .then(|| self.last_speaker.clone())
                    .flatten()
            });
            if own.is_some() && cue.form != VerbForm::Ing {
                subject.clone_from(&own);
            }
            let mut confidence: f32 = match rule {
                Rule::CueThat => 0.9,
                Rule::CueQuote | Rule::CueColon => 0.9,
                Rule::CueClause => 0.8,
                Rule::CueCharge | Rule::CueNamingQuote => 0.75,
                _ => 0.65,
            };
            if cue.frames & THOUGHT != 0 {
                confidence *= 0.7;
            }
            if speaker.is_none() {
                confidence *= 0.6;
            }
            if shares {
                confidence *= 0.9;
            }
            if negation.is_some() {
                confidence *= 0.7;
            }
            let second = matches!(rule, Rule::CueInfinitive | Rule::CueCharge | Rule::CueOrder);
            self.push(Found {
                speaker,
                cue: Some(cue_range),
                content: vec![content],
                stance: match cue.second.filter(|_| second).unwrap_or(cue.stance) {
                    // "did not deny", and "never said"
                    Stance::Denies if negation.is_some() => Stance::States,
                    Stance::States if negation.is_some() => Stance::Denies,
                    stance => stance,
                },
                rule,
                confidence,
            });
        }
    }

    /// Where the content behind a verb begins, by any rule that its frames allow.
    fn content_of(&self, frame: &Frame, at: usize, cue: Cue) -> Option<(usize, Rule)> {
        let next = frame.after_adverbs(at + 1);
        if cue.frames & INFINITIVE != 0
            && is_one_of!(frame.hash(next), "to")
            && cue.form != VerbForm::Base
        {
            return Some((next, Rule::CueInfinitive));
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
                if frame.token(place).is_none_or(|token| {
                    token.kind == TokenKind::Mark && !matches!(token.first, '-' | '\'' | '’')
                }) {
                    break;
                }
                if is_one_of!(frame.hash(place), "of", "for") && place > next {
                    let start = place + 1;
                    let first = match frame.quote_at(start) {
                        Some(quoted) => quoted.inside.start,
                        None => start,
                    };
                    let quoted = frame.is(start, DETERMINER) && frame.quote_at(start + 1).is_some();
                    if self.document.word(first).ends_with("ing") || quoted {
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
            // "called for the law to be changed"
            let passive = |to: usize| called_for && is_one_of!(frame.hash(to + 1), "be");
            return to
                .next()
                .filter(|to| passive(*to) || frame.is_somebody(&(next..*to)))
                .map(|to| (to, Rule::CueOrder));
        }
        None
    }

    /// Whether nothing but a time, a place or an aside follows "X said".
    fn tag_closes(&self, frame: &Frame, at: usize) -> bool {
        let next = frame.after_adverbs(at + 1);
        next >= frame.end()
            || frame.mark(next, ',')
            || frame.mark(next, '.')
            || frame.is(next, PREPOSITION)
            || frame.is_time(next)
            || frame
                .token(next)
                .is_some_and(|token| token.kind == TokenKind::Mark)
    }

    /// What stands from `from` to `to`, without the marks around it; a quotation alone is
    /// taken without its marks.
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
            // The words before a quotation of some length are another sentence's.
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

    /// Whether a sentence, or a quotation, ends before `at`.
    pub(super) fn ends_sentence(&self, frame: &Frame, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            frame.token(before).is_some_and(|token| {
                token.kind == TokenKind::Mark
                    && matches!(token.first, '.' | '!' | '?' | ':' | '”' | '"')
            })
        })
    }

    /// `“One,” he said, “and two.”`: the second part belongs to the same claim.
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

    /// A quotation behind its verb, with what it goes on to.
    fn quote_and_more(&self, frame: &Frame, quoted: &Quoted, end: usize) -> Range<usize> {
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

    /// Where a clause that begins at `start` ends.
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
            if token.is_mark(',') {
                let next = frame.after_adverbs(at + 1);
                let ing = frame.cue(next).is_some_and(|cue| {
                    cue.form == VerbForm::Ing && cue.frames & (CLAUSE | QUOTE | CHARGE) != 0
                });
                let according = is_one_of!(frame.hash(at + 1), "according");
                let other = is_one_of!(frame.hash(at + 1), "and", "but")
                    && (frame.cue(at + 2).is_some()
                        || is_one_of!(frame.hash(at + 2), "declined", "refused")
                        || frame.cue(at + 3).is_some() && frame.is(at + 2, SUBJECT | ADVERB));
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
                // ", a move widely seen as": the writer's own words about it.
                let aside = is_one_of!(frame.hash(at + 1), "a", "an")
                    && is_one_of!(
                        frame.hash(at + 2),
                        "move",
                        "claim",
                        "statement",
                        "charge",
                        "allegation",
                        "decision",
                        "step",
                        "remark",
                        "comment",
                        "view",
                        "position"
                    )
                    && at > start + 6;
                if aside || turns || ing || according || other || tag {
                    return at;
                }
            }
            let joins = is_one_of!(token.word, "and", "but") && at > start + 2;
            if joins
                && let Some(next) = frame.cue(at + 1)
                && matches!(next.form, VerbForm::Past | VerbForm::Third)
            {
                let explicit = Cue {
                    frames: THAT | QUOTE,
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

    /// The subject of the sentence's first verb, for ", adding that".
    pub(super) fn main_subject(&self, frame: &Frame, at: usize) -> Option<Subject> {
        let start = frame.range.start;
        let limit = at.min(start + REACH);
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
