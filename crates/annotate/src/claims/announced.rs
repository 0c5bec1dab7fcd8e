//! Quotations that the paragraph before them announces: "Ann Lee wrote:".

use std::ops::Range;

use super::frame::Frame;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{CLAUSE, QUOTE};
use crate::tokens::TokenKind;
use model::Stance;

/// The maximum number of tokens between a verb and the colon at the end of its paragraph.
const WITHIN: usize = 12;

/// A sentence that ends in a colon.
#[derive(Clone, Debug)]
pub(super) struct Announced {
    speaker: Range<usize>,
    cue: Range<usize>,
    stance: Stance,
    paragraph: usize,
}

impl Finder<'_, '_> {
    /// Adds the claim of a quotation that the paragraph before it announced, and notes whether
    /// this sentence announces one.
    pub(super) fn announced(&mut self, frame: &Frame, paragraph: usize) {
        if let Some(announced) = self.announced.take()
            && announced.paragraph + 1 == paragraph
            && let Some(quoted) = frame.quote_at(frame.range.start)
            && quoted.whole.end + 1 >= frame.range.end
        {
            self.push(Found {
                speaker: Some(announced.speaker),
                cue: Some(announced.cue),
                content: vec![quoted.inside.clone()],
                stance: announced.stance,
                rule: Rule::CueColon,
                confidence: 0.85,
            });
        }
        let last = frame.range.end - 1;
        if !frame.mark(last, ':') {
            return;
        }
        let words = (frame.range.start.max(last.saturating_sub(WITHIN))..last).rev();
        let verb = words
            .take_while(|at| (frame.token(*at)).is_some_and(|token| token.kind != TokenKind::Mark))
            .find_map(|at| Some((at, frame.cue(at)?)));
        if let Some((at, cue)) = verb.filter(|(_, cue)| cue.frames & (QUOTE | CLAUSE) != 0)
            && let Some(subject) = frame.subject_before(at)
        {
            self.announced = Some(Announced {
                speaker: subject.words,
                cue: at..at + 1,
                stance: cue.stance,
                paragraph,
            });
        }
    }
}
