//! Names that match a pattern: dates, sums of money, percentages and quantities,
//! nationalities, laws.
//!
//! Relative dates are resolved with the date of the article: "Wednesday" in an article of
//! Thursday, 22 January 2026 is 2026-01-21.

mod amounts;
mod dates;
mod relative;

use std::ops::Range;

use super::document::Document;
use super::lexicon::{COUNT, Classes, DETERMINER, LAW, NO_PEOPLE, NUMBERED_LAW, PEOPLE};
use super::rule::Rule;
use super::tokens::{Token, TokenKind};
use model::{Date, EntityKind};

/// A match of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The kind of name.
    pub kind: EntityKind,
    /// The day, month or year that a date refers to.
    pub date: Option<Date>,
    /// The confidence, from 0 to 1.
    pub confidence: f32,
    /// The pattern.
    pub rule: Rule,
}

/// All matches in a text, in order and without overlaps.
#[must_use]
pub fn patterns(document: &Document, published: Option<Date>) -> Vec<Pattern> {
    let mut found: Vec<Pattern> = Vec::new();
    for sentence in &document.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let reader = Reader {
                document,
                end: sentence.end,
                start: sentence.start,
                published,
            };
            let pattern = reader
                .money(at)
                .or_else(|| reader.percentage(at))
                .or_else(|| reader.date(at))
                .or_else(|| reader.amount(at))
                .or_else(|| reader.law(at))
                .or_else(|| reader.people(at));
            match pattern {
                Some(pattern) => {
                    at = pattern.tokens.end.max(at + 1);
                    found.push(pattern);
                }
                None => at += 1,
            }
        }
    }
    found
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    start: usize,
    end: usize,
    published: Option<Date>,
}

macro_rules! is_one_of {
    ($word:expr, $($known:literal),+ $(,)?) => {{
        const KNOWN: &[u32] = &[$($crate::lexicon::word_hash($known)),+];
        KNOWN.contains(&$word)
    }};
}
pub(super) use is_one_of;

impl Reader<'_, '_> {
    fn token(&self, at: usize) -> Option<&Token> {
        (at >= self.start && at < self.end)
            .then(|| self.document.token(at))
            .flatten()
    }

    fn hash(&self, at: usize) -> u32 {
        self.token(at).map_or(0, |token| token.word)
    }

    fn is(&self, at: usize, classes: Classes) -> bool {
        self.token(at).is_some_and(|token| token.is(classes))
    }

    fn is_number(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == TokenKind::Number)
    }

    fn is_number_word(&self, at: usize) -> bool {
        self.is(at, COUNT)
    }

    fn mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    /// A law: "Lisbon Treaty", "the revised Cybersecurity Act", "Resolution 2254", "Bill
    /// C-18".
    fn law(&self, at: usize) -> Option<Pattern> {
        let token = self.token(at).filter(|token| token.is_capital())?;
        let is_law = |at: usize| self.is(at, LAW) && self.token(at).is_some_and(Token::is_capital);
        if token.is(NUMBERED_LAW) {
            let next = self.token(at + 1)?;
            let numbered = next.kind == TokenKind::Number;
            return (numbered).then(|| found(at..at + 2, EntityKind::Law, 0.8, Rule::Law));
        }
        if at > self.start
            && self.token(at - 1).is_some_and(Token::is_capital)
            && !is_one_of!(self.hash(at - 1), "the", "a", "an")
        {
            // A name is matched only from its beginning.
            return None;
        }
        let mut start = at;
        if token.is(DETERMINER) || is_one_of!(token.word, "under", "in", "by", "if", "when") {
            start += 1;
        }
        let mut last = None;
        let mut place = start;
        while place < start + 12 {
            let Some(here) = self.token(place) else { break };
            if here.is_capital() {
                if is_law(place) && place > start {
                    last = Some(place + 1);
                }
            } else if !is_one_of!(
                here.word, "of", "and", "for", "on", "the", "'s", "&", "against", "to"
            ) {
                break;
            }
            place += 1;
        }
        let mut end = last?;
        if (self.mark(end, ',') || is_one_of!(self.hash(end), "of")) && self.year(end + 1).is_some()
        {
            end += 2;
        }
        Some(found(start..end, EntityKind::Law, 0.75, Rule::Law))
    }

    /// A nationality or group: "Chinese", "Democrats", "South Korean".
    fn people(&self, at: usize) -> Option<Pattern> {
        let token = self.token(at)?;
        let lexicon = super::lexicon::Lexicon::get();
        let next = self.token(at + 1);
        if token.is_capital()
            && let Some(next) = next
        {
            let joined = super::lexicon::join(super::lexicon::join(0, token.word), next.word);
            if lexicon
                .phrase(joined)
                .is_some_and(|classes| classes & PEOPLE != 0)
            {
                return Some(found(
                    at..at + 2,
                    EntityKind::Nationality,
                    0.85,
                    Rule::Nationality,
                ));
            }
        }
        let general = token.is(NO_PEOPLE);
        (token.is_capital() && token.is(PEOPLE) && !(general && at == self.start)).then(|| {
            found(
                at..at + 1,
                EntityKind::Nationality,
                if general { 0.6 } else { 0.9 },
                Rule::Nationality,
            )
        })
    }
}

fn found(tokens: Range<usize>, kind: EntityKind, confidence: f32, rule: Rule) -> Pattern {
    Pattern {
        tokens,
        kind,
        date: None,
        confidence,
        rule,
    }
}

fn dated(tokens: Range<usize>, date: Option<Date>, confidence: f32) -> Pattern {
    Pattern {
        date,
        ..found(tokens, EntityKind::Date, confidence, Rule::Date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, published: &str) -> Vec<(String, EntityKind, String)> {
        let document = Document::of(text);
        patterns(&document, Date::parse(published))
            .into_iter()
            .map(|pattern| {
                (
                    document.bytes(&pattern.tokens).of(text).to_owned(),
                    pattern.kind,
                    pattern
                        .date
                        .map(|date| date.to_string())
                        .unwrap_or_default(),
                )
            })
            .collect()
    }

    #[test]
    fn dates_are_found_and_resolved() {
        for (text, words, date) in [
            ("He spoke on Wednesday.", "Wednesday", "2026-01-21"),
            ("He spoke on Thursday.", "Thursday", "2026-01-22"),
            ("It begins next Monday.", "next Monday", "2026-01-26"),
            ("It was last Thursday.", "last Thursday", "2026-01-15"),
            ("They met yesterday.", "yesterday", "2026-01-21"),
            ("on 22 January 2026 in", "22 January 2026", "2026-01-22"),
            ("on Jan. 22, 2026, he", "Jan. 22, 2026", "2026-01-22"),
            (
                "on Friday, August 15, 2008",
                "Friday, August 15, 2008",
                "2008-08-15",
            ),
            ("on December 30 he", "December 30", "2025-12-30"),
            ("in March 2007 he", "March 2007", "2007-03"),
            ("in October he", "October", "2025-10"),
            ("in 2011 he", "2011", "2011"),
            ("last year he", "last year", "2025"),
            ("next month he", "next month", "2026-02"),
            ("on 2026-01-22 he", "2026-01-22", "2026-01-22"),
            ("am 22.1.2026 sagte", "22.1.2026", "2026-01-22"),
            ("am 25/12/2025 sagte", "25/12/2025", "2025-12-25"),
            ("four years ago he", "four years ago", ""),
            ("in the 1990s he", "1990s", ""),
            ("2026年1月22日 他说", "2026年1月22日", "2026-01-22"),
        ] {
            let expected = (words.to_owned(), EntityKind::Date, date.to_owned());
            assert_eq!(of(text, "2026-01-22"), [expected], "{text}");
        }
        for text in [
            "He may go.",
            "You march on.",
            "2000 people",
            "this recent idea",
            "early days of a new year",
            "the mid-market firm",
            "in mid-decade he",
            "on the Today programme",
        ] {
            assert_eq!(of(text, "2026-01-22"), [], "{text}");
        }
    }

    #[test]
    fn parts_of_the_year_and_named_days() {
        for (text, words, date) in [
            ("It begins early next year.", "early next year", "2027"),
            ("in mid-January he", "mid-January", "2026-01"),
            ("at the end of 2025 he", "end of 2025", "2025"),
            ("by the end of the year", "end of the year", ""),
            ("In the past two weeks", "past two weeks", ""),
            ("over the last 24 hours", "last 24 hours", ""),
            ("in recent years he", "recent years", ""),
            ("in the coming days and weeks", "coming days and weeks", ""),
            ("On Christmas Eve he", "Christmas Eve", "2025-12-24"),
            ("on this Thanksgiving we", "this Thanksgiving", ""),
            ("on New Year's Day he", "New Year's Day", "2026-01-01"),
            ("the war of 1980-88 was", "1980-88", ""),
            ("in 575 BC they", "575 BC", ""),
        ] {
            let expected = (words.to_owned(), EntityKind::Date, date.to_owned());
            assert_eq!(of(text, "2026-01-22"), [expected], "{text}");
        }
    }

    #[test]
    fn percentages_and_quantities() {
        for (text, words, rule) in [
            (
                "It is 10 percent of 2008 shares",
                "10 percent",
                Rule::Percentage,
            ),
            ("about 3.5 per cent more", "3.5 per cent", Rule::Percentage),
            ("10-15% of them", "10-15%", Rule::Percentage),
            (
                "by two percentage points",
                "two percentage points",
                Rule::Percentage,
            ),
            ("some 40 kilometres away", "40 kilometres", Rule::Quantity),
            (
                "1.2 million barrels a day",
                "1.2 million barrels",
                Rule::Quantity,
            ),
            (
                "500 square miles of land",
                "500 square miles",
                Rule::Quantity,
            ),
        ] {
            let document = Document::of(text);
            let found = patterns(&document, None);
            let [found] = found.as_slice() else {
                panic!("{text}: {found:?}");
            };
            assert_eq!(document.bytes(&found.tokens).of(text), words);
            assert_eq!(found.rule, rule);
        }
    }

    #[test]
    fn sums_of_money() {
        for (text, expected) in [
            ("$135 million went", "$135 million"),
            ("US$ 20,000 bail", "US$ 20,000"),
            ("to £59. 5 million, supporting", "£59. 5 million"),
            ("£59.5m it", "£59.5m"),
            ("over 9 billion euros it", "9 billion euros"),
            ("two Jordanian dinars it", "two Jordanian dinars"),
            ("millions of dollars it", "millions of dollars"),
            (
                "hundreds of thousands of dollars it",
                "hundreds of thousands of dollars",
            ),
            ("A $5 million plan", "$5 million"),
            ("for A$5 million it", "A$5 million"),
            ("a 20 mln dlrs loan", "20 mln dlrs"),
            ("a 385 million mark deal", "385 million mark"),
            ("it took 500 billion lire", "500 billion lire"),
            ("it cost 5,000 won a day", "5,000 won"),
        ] {
            let found = of(text, "2026-01-22");
            let found: Vec<_> = found
                .iter()
                .map(|(words, kind, _)| (words.as_str(), *kind))
                .collect();
            assert_eq!(found, [(expected, EntityKind::Money)], "{text}");
        }
    }

    #[test]
    fn laws_and_nationalities() {
        for (text, expected, kind) in [
            (
                "the revised Cybersecurity Act, which",
                "Cybersecurity Act",
                EntityKind::Law,
            ),
            ("under the Treaty of Lisbon and", "", EntityKind::Law),
            ("the Lisbon Treaty said", "Lisbon Treaty", EntityKind::Law),
            (
                "the Minsk Agreements said",
                "Minsk Agreements",
                EntityKind::Law,
            ),
            (
                "the Civil Rights Act of 1964 said",
                "Civil Rights Act of 1964",
                EntityKind::Law,
            ),
            ("Resolution 2328 was", "Resolution 2328", EntityKind::Law),
            ("the Chinese envoy", "Chinese", EntityKind::Nationality),
            (
                "South Korean troops",
                "South Korean",
                EntityKind::Nationality,
            ),
            ("many Democrats left", "Democrats", EntityKind::Nationality),
        ] {
            let found = of(text, "2026-01-22");
            let found: Vec<_> = found
                .iter()
                .map(|(words, kind, _)| (words.as_str(), *kind))
                .collect();
            if expected.is_empty() {
                assert_eq!(found, [], "{text}");
            } else {
                assert_eq!(found, [(expected, kind)], "{text}");
            }
        }
    }
}
