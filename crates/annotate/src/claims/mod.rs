//! Claims: who said what, found by rules over words and punctuation. Each rule has a name;
//! each claim records its rule and a confidence.

mod according;
mod announced;
mod attitudes;
mod content;
mod cue;
mod frame;
mod inverted;
mod joined;
#[cfg(test)]
mod news_tests;
mod nouns;
mod quoted;
mod speaker;
mod subject;
mod tag;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

use frame::Frame;
use speaker::Subject;
use tag::is_tag_behind;

use super::document::Document;
use super::lexicon::{
    AUXILIARY, CUE, FIRST, Lexicon, ORG, ORG_WORD, PLACE, ROLE, SURNAME, TITLE, VERB, join,
};
use super::patterns::is_one_of;
use super::quotes::Quoted;
use super::rule::Rule;
use super::tokens::{Case, Token, TokenKind};
use super::turns::turns;
use model::Stance;

/// A claim as found by a rule; ranges count tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The words for the speaker.
    pub speaker: Option<Range<usize>>,
    /// The reporting verb, ":" or "according to".
    pub cue: Option<Range<usize>>,
    /// The words of the claim.
    pub content: Vec<Range<usize>>,
    /// The speaker's stance.
    pub stance: Stance,
    /// The rule.
    pub rule: Rule,
    /// The confidence, from 0 to 1.
    pub confidence: f32,
}

/// The maximum length of a sentence; longer ones are processed in parts of this many
/// tokens, without splitting quotations.
const LONGEST_SENTENCE: usize = 300;

/// All claims of a text, in order. Takes time linear in its length.
#[must_use]
pub fn claims(document: &Document, quotes: &[Quoted]) -> Vec<Found> {
    let mut finder = Finder {
        document,
        found: Vec::new(),
        last_speaker: None,
        last_paragraph: 0,
        last_quoted: None,
        announced: None,
    };
    let mut sentence = 0;
    let mut quote = 0;
    let turns = turns(document);
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        if let Some(turn) = turns.get(&number) {
            let within = |sentence: &Range<usize>| sentence.start < paragraph.end;
            while document.sentences.get(sentence).is_some_and(within) {
                sentence += 1;
            }
            while quotes
                .get(quote)
                .is_some_and(|quoted| within(&quoted.whole))
            {
                quote += 1;
            }
            if turn.states {
                finder.push(Found {
                    speaker: turn.name.clone(),
                    cue: Some(turn.label.end..turn.label.end + 1),
                    content: vec![turn.words.clone()],
                    stance: Stance::States,
                    rule: Rule::Turn,
                    confidence: if turn.name.is_some() { 0.85 } else { 0.5 },
                });
            }
            continue;
        }
        while sentence < document.sentences.len() {
            let Some(first) = document.sentences.get(sentence) else {
                break;
            };
            if first.start >= paragraph.end {
                break;
            }
            let (start, mut end) = (first.start, first.end);
            sentence += 1;
            // Sentences that share a quotation are treated as one.
            let first_quote = quote;
            loop {
                while quotes
                    .get(quote)
                    .is_some_and(|quoted| quoted.whole.start < end)
                {
                    end = end.max(quotes.get(quote).map_or(end, |quoted| quoted.whole.end));
                    quote += 1;
                }
                match document.sentences.get(sentence) {
                    Some(next) if next.start < end && next.start < paragraph.end => {
                        end = end.max(next.end);
                        sentence += 1;
                    }
                    Some(next)
                        if next.start == end
                            && next.start < paragraph.end
                            && is_tag_behind(document, quotes.get(..quote), next) =>
                    {
                        end = next.end;
                        sentence += 1;
                    }
                    _ => break,
                }
            }
            let start = if start == paragraph.start {
                behind_dateline(document, start..end)
            } else {
                start
            };
            let mut inside = quotes.get(first_quote..quote).unwrap_or_default();
            // A line without a full stop can be as long as the text. It is processed in
            // parts, so that no rule looks back over all of it.
            let mut from = start;
            while from < end {
                let mut to = end.min(from + LONGEST_SENTENCE);
                let mut count = 0;
                while let Some(quoted) = inside.get(count).filter(|next| next.whole.start < to) {
                    to = to.max(quoted.whole.end).min(end);
                    count += 1;
                }
                let (here, after) = inside.split_at_checked(count).unwrap_or((inside, &[]));
                inside = after;
                let frame = Frame {
                    document,
                    range: from..to,
                    quotes: here,
                };
                finder.sentence(&frame, number);
                from = to.max(from + 1);
            }
        }
    }
    finder.found
}

/// The maximum number of claims that contain another claim.
const DEEPEST: usize = 6;
/// The maximum number of tokens in a dateline.
const DATELINE: usize = 14;

/// The start of a report's first sentence: after "LONDON, Jan 5 (Reuters) -".
fn behind_dateline(document: &Document, sentence: Range<usize>) -> usize {
    let Some(first) = document.token(sentence.start) else {
        return sentence.start;
    };
    let is = |at: usize, mark: char| document.token(at).is_some_and(|token| token.is_mark(mark));
    let two = document
        .token(sentence.start + 1)
        .map_or(0, |second| join(join(0, first.word), second.word));
    let is_place = first.case == Case::Upper
        && (first.is(PLACE)
            || is(sentence.start + 1, ',')
            || (Lexicon::get().phrase(two)).is_some_and(|classes| classes & PLACE != 0));
    let last = sentence.end.min(sentence.start + DATELINE);
    (sentence.start + 1..last)
        .take_while(|at| {
            // "US officials said the strike – one of many – was late."
            let token = document.token(*at);
            token.is_some_and(|token| {
                let quotes = matches!(token.first, '“' | '"');
                let says = token.case == Case::Lower && token.is(CUE | AUXILIARY);
                !quotes && !says
            })
        })
        .find(|at| {
            let spaced = document.token(*at).is_some_and(|token| token.spaced);
            ['-', '–', '—'].iter().any(|dash| is(*at, *dash))
                && (is(at - 1, ')') || is_place && spaced)
        })
        .filter(|at| first.is_capital() && at + 1 < sentence.end)
        .map_or(sentence.start, |at| at + 1)
}

struct Finder<'d, 't> {
    document: &'d Document<'t>,
    found: Vec<Found>,
    /// The last speaker, for quotations without one.
    last_speaker: Option<Range<usize>>,
    last_paragraph: usize,
    /// The previous quotation, whether it is a claim or not.
    last_quoted: Option<Quoted>,
    /// Who speaks in the next paragraph, after "Ann Lee wrote:".
    announced: Option<announced::Announced>,
}

impl Finder<'_, '_> {
    fn sentence(&mut self, frame: &Frame, paragraph: usize) {
        let before = self.found.len();
        self.according_to(frame);
        self.widely_seen(frame);
        let explained = self.as_explained(frame);
        let mut subject: Option<Subject> = None;
        let mut at = frame.range.start;
        while at < frame.range.end {
            if let Some(quoted) = frame.quote_of(at) {
                at = quoted.whole.end.max(at + 1);
                continue;
            }
            if explained == Some(at) {
                at += 1;
                continue;
            }
            if let Some(cue) = frame.cue(at) {
                let known = self.found.len();
                self.verb(frame, at, cue, &mut subject, before);
                if self.found.len() == known {
                    self.attitude(frame, at, &mut subject, before);
                }
            } else {
                self.attitude(frame, at, &mut subject, before);
                self.passive(frame, at);
                self.adjective(frame, at);
            }
            at += 1;
        }
        self.nouns(frame, before);
        self.announced(frame, paragraph);
        if self.found.len() == before {
            self.headline(frame);
        }
        let before = self.quotations(frame, paragraph, before);
        let spoke = self.found.get(before..).unwrap_or_default().iter();
        if let Some(speaker) = spoke.filter_map(|claim| claim.speaker.clone()).next_back() {
            self.last_speaker = Some(speaker);
            self.last_paragraph = paragraph;
        } else if paragraph > self.last_paragraph + 3 {
            self.last_speaker = None;
        }
    }

    /// Whether a claim of this sentence already contains the token.
    fn holds(&self, from: usize, at: usize) -> bool {
        let claims = self.found.get(from..).unwrap_or_default();
        claims
            .iter()
            .any(|claim| claim.content.iter().any(|range| range.contains(&at)))
    }

    /// Adds opinions that nobody in particular holds: "widely seen as a move".
    fn widely_seen(&mut self, frame: &Frame) {
        for at in frame.range.clone() {
            let held = is_one_of!(frame.hash(at), "widely", "generally", "commonly")
                && is_one_of!(
                    frame.hash(at + 1),
                    "seen",
                    "regarded",
                    "viewed",
                    "believed",
                    "considered",
                    "thought",
                    "perceived"
                )
                && is_one_of!(frame.hash(at + 2), "as", "to");
            if !held || frame.quote_of(at).is_some() {
                continue;
            }
            let start = at + 3;
            let end = (start..frame.end())
                .find(|place| frame.mark(*place, ',') || frame.mark(*place, ';'))
                .unwrap_or_else(|| frame.end());
            self.push(Found {
                speaker: Some(at..at + 2),
                cue: Some(at + 1..at + 3),
                content: std::iter::once(start..end).collect(),
                stance: Stance::States,
                rule: Rule::WidelySeen,
                confidence: 0.6,
            });
        }
    }

    /// Adds the claim of a headline: "Minister: taxes will rise", without a full stop.
    fn headline(&mut self, frame: &Frame) {
        let count = frame.range.len();
        if !(4..=24).contains(&count) || frame.end() != frame.range.end || !frame.quotes.is_empty()
        {
            return;
        }
        let colon = (frame.range.start + 1..frame.range.end.min(frame.range.start + 6))
            .find(|at| frame.mark(*at, ':'));
        let Some(colon) = colon else { return };
        let speaker = frame.range.start..colon;
        let head = frame.token(colon - 1);
        let named = head.is_some_and(|head| head.is_capital() || head.is(ROLE))
            && speaker.clone().all(|at| {
                frame
                    .token(at)
                    .is_some_and(|token| token.kind == TokenKind::Word)
            });
        let numbered = frame
            .token(colon + 1)
            .is_some_and(|token| token.kind == TokenKind::Number || !token.spaced);
        if named && !numbered && frame.is_clause(colon + 1) {
            self.push(Found {
                speaker: Some(speaker),
                cue: Some(colon..colon + 1),
                content: std::iter::once(colon + 1..frame.range.end).collect(),
                stance: Stance::States,
                rule: Rule::HeadlineColon,
                confidence: 0.55,
            });
        }
    }

    /// Handles quotations that no verb has claimed: they continue the last speaker's, or
    /// nobody said them. Returns the number of the first claim of this sentence, because an
    /// earlier claim may have been joined to one of them.
    fn quotations(&mut self, frame: &Frame, paragraph: usize, mut before: usize) -> usize {
        for quoted in frame.quotes {
            let previous = self.last_quoted.replace(quoted.clone());
            let words: usize = quoted
                .inside
                .clone()
                .filter_map(|at| self.document.token(at))
                .filter(|token| token.kind != TokenKind::Mark)
                // In scripts without spaces, about six bytes count as a word.
                .map(|token| {
                    if token.first >= '\u{3000}' {
                        token.range.len() as usize / 6 + 1
                    } else {
                        1
                    }
                })
                .sum();
            let held = self.holding(before, quoted);
            if words == 0 || frame.is_label(quoted) {
                continue;
            }
            if let Some(claim) = held {
                if quoted.continues && self.join_uncued(claim, &quoted.inside) {
                    before = before.saturating_sub(usize::from(claim <= before));
                }
                continue;
            }
            // If the previous quotation was too short for a claim, this one does not
            // continue it.
            if quoted.continues
                && let Some(previous) = &previous
                && let Some(last) = self.found.last_mut()
                && (last.content.last()).is_some_and(|range| range.end > previous.inside.start)
            {
                last.content.push(quoted.inside.clone());
                continue;
            }
            if let Some(previous) = &previous
                && self.joins(frame, previous, quoted)
            {
                before = before.saturating_sub(1);
                continue;
            }
            let alone =
                quoted.whole.start == frame.range.start && quoted.whole.end + 1 >= frame.range.end;
            let opens = self.opens_sentence(frame, quoted.whole.start);
            let stop = frame.is_stopped(quoted);
            let long = self.document.bytes(&quoted.inside).len() > 24;
            // `The minister was blunt: “…”` and `“…” – Name`
            let colon = quoted.whole.start > frame.range.start
                && (frame.mark(quoted.whole.start - 1, ':')
                    || frame.mark(quoted.whole.start - 1, '：')
                    || self.is_put(frame, quoted.whole.start));
            let signed = frame
                .token(quoted.whole.end)
                .is_some_and(|token| {
                    matches!(token.first, '-' | '–' | '—') && token.kind == TokenKind::Mark
                })
                .then(|| frame.phrase_after(quoted.whole.end + 1))
                .flatten()
                .filter(|words| frame.is_named(words));
            let (speaker, rule, confidence) = if let Some(words) = signed {
                (Some(words), Rule::QuoteSignature, 0.7)
            } else if colon && words > 2 {
                let subject = self
                    .main_subject(frame, quoted.whole.start)
                    .map(|subject| subject.words)
                    .filter(|words| !frame.is_bare_pronoun(words));
                let speaker = self.before_colon(frame, quoted.whole.start - 1).or(subject);
                (
                    speaker.or_else(|| self.last_speaker.clone()),
                    Rule::ColonQuote,
                    0.6,
                )
            } else if (alone || opens && stop)
                && (words > 3 || words > 1 && self.spoke_in(paragraph))
                && (!quoted.single || stop && self.spoke_in(paragraph))
            {
                match &self.last_speaker {
                    Some(last) if paragraph <= self.last_paragraph + 1 => {
                        (Some(last.clone()), Rule::QuotationFollowsOn, 0.6)
                    }
                    _ => (None, Rule::QuotationAlone, 0.4),
                }
            } else if words > 4 && long && !quoted.single && !frame.is_title(quoted) {
                let subject = self
                    .main_subject(frame, quoted.whole.start)
                    .map(|subject| subject.words)
                    .filter(|words| !frame.is_bare_pronoun(words));
                (subject, Rule::QuotationInSentence, 0.4)
            } else {
                continue;
            };
            self.push(Found {
                speaker,
                cue: colon.then(|| quoted.whole.start - 1..quoted.whole.start),
                content: vec![quoted.inside.clone()],
                stance: Stance::States,
                rule,
                confidence,
            });
        }
        before
    }

    /// The name before the colon in `- United manager Ann Lee: “…”`, if there is nothing
    /// else.
    fn before_colon(&self, frame: &Frame, colon: usize) -> Option<Range<usize>> {
        if let Some(name) = self.name_with_role(frame, colon) {
            return Some(name);
        }
        let words = frame.phrase_before(colon.checked_sub(1)?)?;
        let before = words.start.checked_sub(1);
        let opens = words.start == frame.range.start
            || before.is_some_and(|before| {
                let token = self.document.token(before);
                token.is_some_and(|token| matches!(token.first, '-' | '–' | '—' | '.' | '!' | '?'))
            });
        let classes = ROLE | TITLE | FIRST | SURNAME | ORG | ORG_WORD;
        let named = words.clone().any(|at| frame.is(at, classes));
        (opens && named).then_some(words)
    }

    /// The name in `Ann Lee, head of the guild: “…”`.
    fn name_with_role(&self, frame: &Frame, colon: usize) -> Option<Range<usize>> {
        let start = frame.range.start;
        let comma = (start + 1..colon).find(|at| frame.mark(*at, ','))?;
        let is_word = |at: usize| {
            frame
                .token(at)
                .is_some_and(|token| token.kind == TokenKind::Word && token.is_capital())
        };
        let verb = |at: usize| {
            let is_finite = frame.is(at, AUXILIARY | VERB) || frame.cue(at).is_some();
            is_finite && !frame.token(at).is_some_and(Token::is_possessive)
        };
        let named = comma - start <= 5 && (start..comma).all(is_word);
        (named && colon - comma < 16 && !(comma..colon).any(verb)).then_some(start..comma)
    }

    /// Whether a speaker was found in this paragraph.
    fn spoke_in(&self, paragraph: usize) -> bool {
        self.last_speaker.is_some() && self.last_paragraph == paragraph
    }

    /// Whether a quotation follows a phrase such as "As Clinton put it".
    fn is_put(&self, frame: &Frame, quote: usize) -> bool {
        quote >= frame.range.start + 4
            && frame.mark(quote - 1, ',')
            && is_one_of!(frame.hash(quote - 2), "it")
            && is_one_of!(frame.hash(quote - 3), "put", "puts")
    }

    /// The claim of this sentence that contains the quotation's first or last word.
    fn holding(&self, from: usize, quoted: &Quoted) -> Option<usize> {
        let ends = [quoted.inside.start, quoted.inside.end.saturating_sub(1)];
        let claims = self.found.iter().enumerate().skip(from);
        claims
            .filter(|(_, claim)| {
                let mut ranges = claim.content.iter();
                ranges.any(|range| ends.iter().any(|at| range.contains(at)))
            })
            .map(|(index, _)| index)
            .next()
    }

    /// Joins an earlier quotation without a cue to the claim that continues it:
    /// `“One. ¶“Two,” he said`. Returns whether it was joined.
    fn join_uncued(&mut self, claim: usize, inside: &Range<usize>) -> bool {
        let Some(before) = claim.checked_sub(1) else {
            return false;
        };
        let uncued = self.found.get(before).is_some_and(|before| {
            before.cue.is_none()
                && matches!(
                    before.rule,
                    Rule::QuotationFollowsOn | Rule::QuotationAlone | Rule::QuotationInSentence
                )
                && before
                    .content
                    .last()
                    .is_some_and(|range| range.end <= inside.start)
        });
        let whole = self.found.get(claim).is_some_and(|claim| {
            claim
                .content
                .first()
                .is_some_and(|range| range.start >= inside.start)
        });
        if uncued && whole {
            let joined = self.found.remove(before);
            if let Some(claim) = self.found.get_mut(before) {
                claim.content.splice(0..0, joined.content);
            }
        }
        uncued && whole
    }

    fn push(&mut self, claim: Found) {
        if claim.content.iter().all(|range| range.is_empty()) {
            return;
        }
        if self
            .found
            .last()
            .is_some_and(|last| last.content == claim.content)
        {
            return;
        }
        // "said said said …": limits the depth of nested claims.
        let start = claim.content.first().map_or(0, |range| range.start);
        let around = self.found.iter().rev().take(DEEPEST).filter(|other| {
            let mut ranges = other.content.iter();
            ranges.any(|range| range.contains(&start))
        });
        if around.count() < DEEPEST {
            self.found.push(claim);
        }
    }
}
