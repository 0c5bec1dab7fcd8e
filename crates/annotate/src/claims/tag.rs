//! Tags that are a sentence of their own: `“Who left?” Ann Lee said.`

use std::ops::Range;

use super::frame::Frame;
use crate::document::Document;
use crate::lexicon::{
    ADDRESSEE, AUXILIARY, CLAUSE, DETERMINER, OPENER, PREPOSITION, PRONOUN, QUOTE, SUBJECT,
    VerbForm,
};
use crate::patterns::is_one_of;
use crate::quotes::Quoted;
use crate::tokens::TokenKind;

/// The maximum number of tokens before the verb of a tag.
const TAG: usize = 7;

/// Whether a sentence is the tag of a quotation that ends directly before it with a mark of its
/// own: `“Who left?” Ann Lee said, smiling.`
pub(super) fn is_tag_behind(
    document: &Document,
    quotes: Option<&[Quoted]>,
    sentence: &Range<usize>,
) -> bool {
    let is_behind = quotes.and_then(<[Quoted]>::last).is_some_and(|quoted| {
        let last = document.token(quoted.inside.end - 1);
        quoted.whole.end == sentence.start
            && last.is_some_and(|last| matches!(last.first, '.' | '?' | '!' | '…'))
    });
    if !is_behind
        || document
            .token(sentence.start)
            .is_some_and(|first| first.is(OPENER) && !first.is(SUBJECT | DETERMINER))
    {
        return false;
    }
    let frame = Frame {
        document,
        range: sentence.clone(),
        quotes: &[],
    };
    let farthest = sentence.end.min(sentence.start + TAG);
    let is_phrase = |at: &usize| {
        document.token(*at).is_some_and(|token| {
            token.kind == TokenKind::Word && !token.is(AUXILIARY)
                || token.is_mark('-')
                || token.is_possessive()
        })
    };
    let verb = (sentence.start + 1..farthest)
        .take_while(is_phrase)
        .find_map(|at| Some((at, frame.cue(at)?)));
    verb.is_some_and(|(at, cue)| {
        let mut next = frame.after_adverbs(at + 1);
        // "She asked him."
        if cue.frames & ADDRESSEE != 0 && frame.is(next, PRONOUN) {
            next = frame.after_adverbs(next + 1);
        }
        let closes = next >= frame.end()
            || frame.mark(next, ',')
            || frame.is(next, PREPOSITION)
            || frame.is_time(next)
            || is_one_of!(frame.hash(next), "back", "out");
        let content = frame.content_after(at, cue);
        matches!(cue.form, VerbForm::Past | VerbForm::Third)
            && cue.frames & (QUOTE | CLAUSE) != 0
            && closes
            && content.is_none()
    })
}
