//! Compares the claims found with claims annotated by people, in the same way as the data
//! set's own scorer: by shared words, by the speaker's range, and by quoted ranges.

use std::fmt;

use serde_json::Value;

use super::examples::list;
use super::names::{Tally, percent};

/// A half-open range of code points.
type Span = (usize, usize);

/// A claim, without punctuation at its edges.
struct Claim {
    spans: Vec<Span>,
    speaker: Option<Span>,
    kind: &'static str,
}

/// The results for one set of texts.
#[derive(Debug, Default)]
pub(super) struct ClaimFigures {
    all: Pair,
    direct: Pair,
    indirect: Pair,
    stretches: Tally,
}

/// The number of claims found (with at least half of the words shared), and the number
/// found with the right speaker. Precision counts the claims found, recall the annotated
/// ones.
#[derive(Debug, Default)]
struct Pair {
    found: usize,
    there: usize,
    right_of_found: usize,
    right_of_there: usize,
    spoken_of_found: usize,
    spoken_of_there: usize,
}

impl Pair {
    fn f1(&self, of_found: usize, of_there: usize) -> f64 {
        let precision = percent(of_found, self.found);
        let recall = percent(of_there, self.there);
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "F1 {:.1} (P {:.1} R {:.1}), with speaker {:.1}",
            self.f1(self.right_of_found, self.right_of_there),
            percent(self.right_of_found, self.found),
            percent(self.right_of_there, self.there),
            self.f1(self.spoken_of_found, self.spoken_of_there)
        )
    }
}

impl fmt::Display for ClaimFigures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "all {}; direct {}; indirect {}; quoted stretches F1 {:.1} (P {:.1} R {:.1})",
            self.all,
            self.direct,
            self.indirect,
            self.stretches.f1(),
            self.stretches.precision(),
            self.stretches.recall()
        )
    }
}

impl ClaimFigures {
    /// Adds one text: a line with the reference annotations, and a line with the findings.
    pub(super) fn add(&mut self, text: &str, gold: &Value, found: &Value) {
        let chars: Vec<char> = text.chars().collect();
        let regions = quoted_regions(&chars);
        let gold = read(gold, &chars, &regions);
        let found = read(found, &chars, &regions);
        let matches = matched(&gold, &found);
        for (pair, kind) in [
            (&mut self.all, None),
            (&mut self.direct, Some("direct")),
            (&mut self.indirect, Some("indirect")),
        ] {
            let counts = |claim: &Claim| kind.is_none_or(|kind| claim.kind == kind);
            pair.found += found.iter().filter(|claim| counts(claim)).count();
            pair.there += gold.iter().filter(|claim| counts(claim)).count();
            for (there, here) in &matches {
                let (Some(there), Some(here)) = (gold.get(*there), found.get(*here)) else {
                    continue;
                };
                let spoken = match (there.speaker, here.speaker) {
                    (None, None) => true,
                    (Some(a), Some(b)) => shared(a, b) > 0,
                    _ => false,
                };
                pair.right_of_found += usize::from(counts(here));
                pair.right_of_there += usize::from(counts(there));
                pair.spoken_of_found += usize::from(counts(here) && spoken);
                pair.spoken_of_there += usize::from(counts(there) && spoken);
            }
        }
        for region in regions {
            let letters = letters(&chars, region);
            if letters < 3 {
                continue;
            }
            let held = |claims: &[Claim]| {
                claims.iter().any(|claim| {
                    let inside: usize = claim.spans.iter().map(|span| shared(*span, region)).sum();
                    2 * inside >= region.1 - region.0 && inside > 0
                })
            };
            let (there, here) = (held(&gold), held(&found));
            self.stretches.add(
                usize::from(there && here),
                usize::from(here),
                usize::from(there),
            );
        }
    }
}

fn read(line: &Value, chars: &[char], regions: &[Span]) -> Vec<Claim> {
    let number = |value: Option<&Value>| {
        let number = value.and_then(Value::as_u64).unwrap_or(0);
        usize::try_from(number).unwrap_or(0).min(chars.len())
    };
    let mut claims = Vec::new();
    for item in list(line, "quotes") {
        let mut spans: Vec<Span> = list(item, "spans")
            .iter()
            .map(|span| (number(span.get(0)), number(span.get(1))))
            .collect();
        if spans.is_empty() {
            spans.push((number(item.get("start")), number(item.get("end"))));
        }
        let spans: Vec<Span> = spans
            .into_iter()
            .map(|span| without_edges(chars, span))
            .collect();
        if spans.iter().all(|span| span.1 <= span.0) {
            continue;
        }
        let speaker = item.get("speaker").filter(|speaker| !speaker.is_null());
        claims.push(Claim {
            kind: kind(chars, &spans, regions),
            spans,
            speaker: speaker
                .map(|speaker| (number(speaker.get("start")), number(speaker.get("end")))),
        });
    }
    claims
}

/// Pairs of claims that share at least half of their words, best first; each claim is used
/// once.
fn matched(gold: &[Claim], found: &[Claim]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (there, a) in gold.iter().enumerate() {
        for (here, b) in found.iter().enumerate() {
            let both: usize = a
                .spans
                .iter()
                .flat_map(|a| b.spans.iter().map(|b| shared(*a, *b)))
                .sum();
            let length = |claim: &Claim| -> usize {
                claim
                    .spans
                    .iter()
                    .map(|span| span.1.saturating_sub(span.0))
                    .sum()
            };
            let either = length(a) + length(b) - both;
            if either > 0 && 2 * both >= either {
                candidates.push((both as f64 / either as f64, there, here));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, there, here) in candidates {
        if !pairs.iter().any(|pair| pair.0 == there || pair.1 == here) {
            pairs.push((there, here));
        }
    }
    pairs
}

fn shared(a: Span, b: Span) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn letters(chars: &[char], span: Span) -> usize {
    let inside = chars.get(span.0..span.1).unwrap_or_default();
    inside.iter().filter(|c| c.is_alphanumeric()).count()
}

/// The insides of double quotation marks, line by line. An unclosed one extends to the end
/// of its line.
fn quoted_regions(chars: &[char]) -> Vec<Span> {
    let mut regions = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in chars.iter().chain(&['\n']).enumerate() {
        match c {
            '\n' => regions.extend(open.take().map(|start| (start, at))),
            '“' | '«' | '„' => open = open.or(Some(at + 1)),
            '”' | '»' => regions.extend(open.take().map(|start| (start, at))),
            '"' => match open.take() {
                Some(start) => regions.push((start, at)),
                None => open = Some(at + 1),
            },
            _ => {}
        }
    }
    regions.retain(|(start, end)| end > start);
    regions
}

fn kind(chars: &[char], spans: &[Span], regions: &[Span]) -> &'static str {
    let all: usize = spans.iter().map(|span| letters(chars, *span)).sum();
    let quoted: usize = spans
        .iter()
        .flat_map(|span| {
            regions
                .iter()
                .map(move |region| (span.0.max(region.0), span.1.min(region.1)))
        })
        .filter(|(start, end)| end > start)
        .map(|span| letters(chars, span))
        .sum();
    if quoted == 0 || all == 0 {
        "indirect"
    } else if 10 * quoted >= 9 * all {
        "direct"
    } else {
        "mixed"
    }
}

/// The range without punctuation and "that" at its edges.
fn without_edges(chars: &[char], span: Span) -> Span {
    const EDGES: &str = " \n\t\r\"“”«»„‘’'`.,;:!?—–-…";
    let (mut start, mut end) = span;
    let edge = |at: usize| chars.get(at).is_some_and(|c| EDGES.contains(*c));
    while start < end && edge(start) {
        start += 1;
    }
    while end > start && edge(end - 1) {
        end -= 1;
    }
    let that = chars.get(start..start + 4).unwrap_or_default();
    let that: String = that.iter().collect();
    let whole = chars.get(start + 4).is_some_and(|c| !c.is_alphanumeric());
    if that.eq_ignore_ascii_case("that") && whole && start + 5 < end {
        start += 4;
        while start < end && edge(start) {
            start += 1;
        }
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn claims_are_compared_by_words_and_speaker() {
        let text = "“We left,” Ann said. Bob said that it rained all day.";
        let start = |words: &str| {
            let at = text.find(words).unwrap();
            text.char_indices()
                .take_while(|(byte, _)| *byte < at)
                .count()
        };
        let claim = |words: &str, speaker: &str| {
            let (from, who) = (start(words), start(speaker));
            json!({
                "spans": [[from, from + words.chars().count()]],
                "speaker": { "start": who, "end": who + speaker.chars().count() },
            })
        };
        let gold = json!({ "quotes": [
            claim("“We left,”", "Ann"),
            claim("that it rained all day", "Bob"),
        ] });
        let found = json!({ "quotes": [
            claim("We left", "Ann"),
            claim("it rained all day", "Ann"),
            claim("said", "Ann"),
        ] });
        let mut figures = ClaimFigures::default();
        figures.add(text, &gold, &found);
        let all = &figures.all;
        assert_eq!(
            (
                all.found,
                all.there,
                all.right_of_there,
                all.spoken_of_there
            ),
            (3, 2, 2, 1)
        );
        assert_eq!(
            (figures.direct.found, figures.direct.right_of_there),
            (1, 1)
        );
        assert_eq!(
            figures.stretches,
            Tally {
                right: 1,
                found: 1,
                there: 1
            }
        );
    }
}
