//! Claims with "according to": "According to X, S." and "S, according to X."

use std::ops::Range;

use super::frame::Frame;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{AUXILIARY, CLAUSE, DETERMINER, ROLE, SUBJECT, VERB, VerbForm};
use crate::patterns::is_one_of;
use crate::tokens::{Case, TokenKind};
use model::Stance;

/// The maximum number of tokens between a speaker and the comma that ends its phrase.
const COMMA_WITHIN: usize = 24;
/// The maximum number of tokens in an apposition.
const APPOSITION: usize = 12;

impl Finder<'_, '_> {
    /// Adds the claim in "As Ann Lee explained to reporters, S" and returns its verb.
    pub(super) fn as_explained(&mut self, frame: &Frame) -> Option<usize> {
        let start = frame.range.start;
        if !is_one_of!(frame.hash(start), "as") {
            return None;
        }
        let farthest = frame.end().min(start + COMMA_WITHIN);
        let comma = (start + 3..farthest).find(|at| frame.mark(*at, ','))?;
        let (verb, cue) = (start + 2..comma).find_map(|at| Some((at, frame.cue(at)?)))?;
        let said = matches!(cue.form, VerbForm::Past | VerbForm::Third) && cue.frames & CLAUSE != 0;
        let subject = frame.subject_before(verb).filter(|_| said)?;
        let content = comma + 1..frame.end();
        if subject.words.start != start + 1
            || content.len() < 3
            || frame
                .content_after(verb, cue)
                .is_some_and(|(from, _)| from < comma)
            || frame.quote_at(content.start).is_some()
        {
            return None;
        }
        self.push(Found {
            speaker: Some(subject.words),
            cue: Some(verb..verb + 1),
            content: vec![content],
            stance: cue.stance,
            rule: Rule::AccordingTo,
            confidence: 0.8,
        });
        Some(verb)
    }

    pub(super) fn according_to(&mut self, frame: &Frame) {
        let mut at = frame.range.start;
        while at + 2 < frame.range.end {
            if let Some(quoted) = frame.quote_of(at) {
                at = quoted.whole.end.max(at + 1);
                continue;
            }
            if !(is_one_of!(frame.hash(at), "according") && is_one_of!(frame.hash(at + 1), "to")) {
                at += 1;
                continue;
            }
            let Some(words) = frame.phrase_after(at + 2) else {
                at += 2;
                continue;
            };
            let (speaker, content) = if at <= frame.range.start + 2 {
                let (speaker, start) = behind_speaker(frame, &words);
                (speaker, start..frame.end())
            } else {
                (words.clone(), before_cue(frame, at))
            };
            if content.len() > 2 {
                let content = match frame.quote_at(content.start) {
                    Some(quoted) if quoted.whole.end + 1 >= content.end => quoted.inside.clone(),
                    _ => content,
                };
                self.push(Found {
                    speaker: Some(speaker),
                    cue: Some(at..at + 2),
                    content: vec![content],
                    stance: Stance::States,
                    rule: Rule::AccordingTo,
                    confidence: 0.9,
                });
            }
            at = words.end;
        }
    }
}

/// The full speaker phrase, and the start of the content after it.
fn behind_speaker(frame: &Frame, words: &Range<usize>) -> (Range<usize>, usize) {
    let at_once = frame.is(words.end, DETERMINER | SUBJECT)
        || is_one_of!(
            frame.hash(words.end),
            "over",
            "under",
            "about",
            "more",
            "at"
        )
        || frame
            .token(words.end)
            .is_some_and(|token| token.kind == TokenKind::Number);
    let farthest = frame.end().min(words.end + COMMA_WITHIN);
    let comma = (words.end..farthest)
        .find(|at| frame.mark(*at, ','))
        .filter(|_| !at_once);
    let Some(comma) = comma else {
        return (words.clone(), words.end);
    };
    if comma > words.end {
        return (words.clone(), comma + 1);
    }
    // "According to two officials, who asked not to be named, S"
    let aside = is_one_of!(
        frame.hash(comma + 1),
        "who",
        "which",
        "quoting",
        "citing",
        "speaking",
        "published",
        "released",
        "issued",
        "led",
        "based"
    );
    let closing =
        (comma + 2..frame.end().min(comma + COMMA_WITHIN)).find(|at| aside && frame.mark(*at, ','));
    if let Some(closing) = closing {
        return (words.clone(), closing + 1);
    }
    match apposition(frame, words, comma + 1) {
        Some(apposition) => {
            let content = apposition.end + 1;
            let is_name = apposition.clone().all(|at| frame.is_capital_at(at));
            let end = if is_name { apposition.end } else { words.end };
            (words.start..end, content)
        }
        None => (words.clone(), comma + 1),
    }
}

/// The apposition after a phrase: the name after a description ("the team's coach, Ann Lee,
/// S") or the description after a name ("Ann Lee, an MP, S"). Both end before a comma.
fn apposition(frame: &Frame, words: &Range<usize>, start: usize) -> Option<Range<usize>> {
    let farthest = frame.end().min(start + APPOSITION);
    let end = (start..farthest).find(|at| frame.mark(*at, ','))?;
    let own = start..end;
    // "According to her, Iran, Iraq and others": a list.
    if frame.is_capital_at(end + 1) || is_one_of!(frame.hash(end + 1), "who", "which", "and") {
        return None;
    }
    let named = frame.is_capital_at(words.end - 1);
    let fits = if named {
        let opens = is_one_of!(frame.hash(start), "a", "an")
            || frame
                .token(start)
                .is_some_and(|token| token.case == Case::Lower)
                && !frame.is(start, DETERMINER | SUBJECT);
        opens
            && own.len() > 1
            && own.clone().any(|at| frame.is(at, ROLE))
            && !own.clone().any(|at| frame.is(at, VERB | AUXILIARY))
    } else {
        let upper = |at| {
            frame
                .token(at)
                .is_some_and(|token| token.case == Case::Upper)
        };
        let head = words.end - 1;
        let described = frame.is(head, ROLE) && !frame.is_plural(head);
        // "According to the mayor, Ann Lee, a nurse, stole it": Ann Lee is not the mayor.
        let subject = frame.is_adverb(end + 1)
            || frame.is_participle(end + 1)
            || is_one_of!(frame.hash(end + 1), "a", "an")
            || frame
                .token(end + 1)
                .is_some_and(|token| token.kind == TokenKind::Number);
        described
            && !subject
            && own.clone().all(|at| frame.is_capital_at(at))
            && (own.len() > 1 || upper(start))
    };
    fits.then_some(own)
}

/// The content before the "according" at `at`.
fn before_cue(frame: &Frame, at: usize) -> Range<usize> {
    let mut to = at;
    while to > frame.range.start && frame.mark(to - 1, ',') {
        to -= 1;
    }
    let from = (frame.range.start..to).rev().find(|place| {
        let that = is_one_of!(frame.hash(*place), "that");
        frame.mark(*place, ';') || that && frame.cue(place.saturating_sub(1)).is_some()
    });
    from.map_or(frame.range.start, |place| place + 1)..to
}
