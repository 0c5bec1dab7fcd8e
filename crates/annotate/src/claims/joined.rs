//! Quotations that continue the statement of the quotation before them.

use super::frame::Frame;
use super::{Finder, Found};
use crate::Rule;
use crate::lexicon::{CUE, SUBJECT};
use crate::quotes::Quoted;
use crate::tokens::{Case, TokenKind};

/// The maximum number of tokens between two quotations of one statement.
const BETWEEN: usize = 40;
/// How many of the last claims are searched for the one that a quotation continues.
const CLAIMS_BACK: usize = 4;

impl Finder<'_, '_> {
    /// Adds a quotation to the claim of the one before it, if only the words that name the
    /// speaker come between: `“One,” she said. “Two.”`. Returns whether it was added.
    pub(super) fn joins(&mut self, frame: &Frame, previous: &Quoted, quoted: &Quoted) -> bool {
        let opens = self.opens_sentence(frame, quoted.whole.start) && frame.is_stopped(quoted);
        let near = quoted.paragraph == previous.paragraph
            && quoted.whole.start.saturating_sub(previous.whole.end) < BETWEEN;
        // `“Two,” wrote the paper.`
        let closes = quoted.whole.end + 1 >= frame.range.end
            || self.ends_sentence(frame, quoted.whole.end)
                && frame.is_stopped(quoted)
                && !self.has_comma_at_end(quoted);
        if !opens || !near || !closes {
            return false;
        }
        let claims = self.found.iter().enumerate().rev().take(CLAIMS_BACK);
        let continued = claims
            .filter(|(_, claim)| claim.content.last() == Some(&previous.inside))
            .find(|(_, claim)| {
                self.only_names_speaker(claim, previous.whole.end..quoted.whole.start)
            })
            .map(|(number, _)| number);
        let Some(claim) = continued.and_then(|number| self.found.get_mut(number)) else {
            return false;
        };
        claim.content.push(quoted.inside.clone());
        true
    }

    fn has_comma_at_end(&self, quoted: &Quoted) -> bool {
        let last = self.document.token(quoted.inside.end - 1);
        last.is_some_and(|last| last.is_mark(','))
    }

    /// Whether the words between two quotations only say whose the first one is.
    fn only_names_speaker(&self, claim: &Found, between: std::ops::Range<usize>) -> bool {
        if between.is_empty() {
            return claim.rule != Rule::CueNamingQuote;
        }
        let Some(cue) = &claim.cue else { return false };
        let named = claim
            .speaker
            .as_ref()
            .map_or(cue.end, |speaker| speaker.end);
        if cue.start < between.start || named > between.end {
            return false;
        }
        let last = between.end - 1;
        (cue.end.max(named)..between.end).all(|at| {
            self.document.token(at).is_some_and(|token| {
                let stop = token.kind == TokenKind::Mark && matches!(token.first, '.' | '!' | '?');
                let says = token.is(CUE) && token.case == Case::Lower;
                (!stop || at == last) && !says && !token.is(SUBJECT)
            })
        })
    }
}
