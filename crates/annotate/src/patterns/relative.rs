//! Dates relative to the article's date ("Wednesday", "the past two weeks", "early next
//! year"), and named days ("Christmas Eve").

use super::dates::{day_number, from_day_number, month_of, weekday_of};
use super::{Pattern, Reader, dated};
use crate::lexicon::{PERIOD, SPAN};
use crate::patterns::is_one_of;
use crate::tokens::TokenKind;
use model::Date;

/// The direction of a word: "last", "this", "next".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Here,
    On,
}

impl Reader<'_, '_> {
    /// A relative date: "Wednesday", "last Friday", "yesterday", "late last year", "two
    /// years ago".
    pub(super) fn relative_date(&self, at: usize) -> Option<Pattern> {
        self.part_of(at)
            .or_else(|| self.pointed(at))
            .or_else(|| self.near_day(at))
            .or_else(|| self.ago(at))
    }

    fn way(&self, at: usize) -> Option<Way> {
        let word = self.hash(at);
        if is_one_of!(word, "last", "past", "previous") {
            Some(Way::Back)
        } else if is_one_of!(word, "this", "current") {
            Some(Way::Here)
        } else {
            is_one_of!(word, "next", "coming", "following").then_some(Way::On)
        }
    }

    /// A part of a period: "early next year", "mid-January", "the end of 2016", "the
    /// beginning of the month".
    fn part_of(&self, at: usize) -> Option<Pattern> {
        let mut place = at + 1;
        if let Some(inner) = self.document.word(at).strip_prefix("mid-") {
            self.token(at)?;
            let date = match month_of(inner) {
                Some(month) => self
                    .nearest_year(month, None)
                    .and_then(|year| Date::parse(&format!("{year:04}-{month:02}"))),
                None if inner.len() == 4 => Some(Date::parse(inner)?),
                None => return None,
            };
            return Some(dated(at..at + 1, date, 0.85));
        }
        if is_one_of!(self.hash(at), "early", "late", "mid") {
            if self.mark(place, '-') {
                place += 1;
            }
        } else if is_one_of!(self.hash(at), "end", "beginning", "start", "middle", "eve")
            && is_one_of!(self.hash(place), "of")
        {
            place += 1;
            let whole = is_one_of!(self.hash(place), "the")
                && is_one_of!(
                    self.hash(place + 1),
                    "year",
                    "month",
                    "week",
                    "decade",
                    "century"
                );
            if whole {
                return Some(dated(at..place + 2, None, 0.8));
            }
        } else {
            return None;
        }
        let inner = self
            .calendar_date(place)
            .or_else(|| self.pointed(place))
            .or_else(|| self.year_alone(place))?;
        Some(Pattern {
            tokens: at..inner.tokens.end,
            ..inner
        })
    }

    /// A period with a direction: "last Friday", "next March", "this week", "the past 24
    /// hours"; also "Friday" alone.
    fn pointed(&self, at: usize) -> Option<Pattern> {
        let way = self.way(at);
        let place = at + usize::from(way.is_some());
        if let Some(weekday) = self.weekday(place) {
            let mut end = place + 1;
            if self.is_time_of_day(end) {
                end += 1;
            }
            let last = is_one_of!(self.hash(at), "last");
            let date = self.today().and_then(|today| {
                let back = (weekday_of(today) - weekday).rem_euclid(7);
                from_day_number(match (way, back) {
                    (Some(Way::On | Way::Here), 0) => today,
                    (Some(Way::On | Way::Here), back) => today + 7 - back,
                    (_, 0) if last => today - 7,
                    (_, back) => today - back,
                })
            });
            return Some(dated(at..end, date, 0.9));
        }
        let recent = is_one_of!(self.hash(at), "recent").then_some(Way::Back);
        let way = way.or(recent)?;
        if let Some(month) = self.month(place) {
            let year = self.published.map(|date| {
                let now = date.month.unwrap_or(1);
                match (way, month.cmp(&now)) {
                    (Way::Back, std::cmp::Ordering::Less) => date.year,
                    (Way::Back, _) => date.year.saturating_sub(1),
                    (_, std::cmp::Ordering::Less) => date.year + 1,
                    _ => date.year,
                }
            });
            let date = year.and_then(|year| Date::parse(&format!("{year:04}-{month:02}")));
            return Some(dated(at..place + 1, date, 0.85));
        }
        if recent.is_none() && self.is_period(place) {
            return Some(dated(at..place + 1, self.period(place, way), 0.85));
        }
        // "the past two weeks", "the last 24 hours", "recent years", "coming days and weeks"
        let mut place = at + 1;
        if self.is_number_word(place) || self.is_number(place) {
            place += 1;
        }
        if way == Way::Here || !self.is_span(place) {
            return None;
        }
        let mut end = place + 1;
        if is_one_of!(self.hash(end), "and", "or") && self.is_span(end + 1) {
            end += 2;
        }
        Some(dated(at..end, None, 0.8))
    }

    fn is_time_of_day(&self, at: usize) -> bool {
        is_one_of!(self.hash(at), "morning", "afternoon", "evening", "night")
    }

    fn is_period(&self, at: usize) -> bool {
        self.is_time_of_day(at) || self.is(at, PERIOD)
    }

    fn is_span(&self, at: usize) -> bool {
        self.is(at, SPAN)
    }

    /// The month or the year that "last year" or "next month" refers to.
    fn period(&self, at: usize, way: Way) -> Option<Date> {
        let published = self.published?;
        let shift = match way {
            Way::Back => -1,
            Way::Here => 0,
            Way::On => 1,
        };
        let year = i64::from(published.year);
        if is_one_of!(self.hash(at), "year") {
            return Date::parse(&format!("{:04}", year + shift));
        }
        if !is_one_of!(self.hash(at), "month") {
            return None;
        }
        let month = i64::from(published.month?) - 1 + shift;
        let year = year + month.div_euclid(12);
        Date::parse(&format!("{year:04}-{:02}", month.rem_euclid(12) + 1))
    }

    /// The number of the article's date.
    fn today(&self) -> Option<i64> {
        self.published
            .filter(|date| date.day.is_some())
            .map(day_number)
    }

    /// A day near the article's date: "today", "yesterday evening".
    fn near_day(&self, at: usize) -> Option<Pattern> {
        let days = if is_one_of!(self.hash(at), "today", "tonight") {
            0
        } else if is_one_of!(self.hash(at), "yesterday") {
            -1
        } else if is_one_of!(self.hash(at), "tomorrow") {
            1
        } else {
            return None;
        };
        // The "Today" programme.
        let within = at > self.start
            && (self.token(at - 1)).is_some_and(|before| before.kind == TokenKind::Word);
        if within && self.token(at)?.first.is_uppercase() {
            return None;
        }
        let mut end = at + 1;
        if days != 0 && self.is_time_of_day(end) {
            end += 1;
        }
        let date = self.today().and_then(|today| from_day_number(today + days));
        Some(dated(at..end, date, 0.9))
    }

    /// A past date: "two years ago", "10 days ago", "a year ago".
    fn ago(&self, at: usize) -> Option<Pattern> {
        let counted =
            self.is_number(at) || self.is_number_word(at) || is_one_of!(self.hash(at), "a", "an");
        let unit = self.is_span(at + 1)
            || is_one_of!(
                self.hash(at + 1),
                "day",
                "week",
                "month",
                "year",
                "decade",
                "century",
                "generation"
            );
        (counted && unit && is_one_of!(self.hash(at + 2), "ago", "earlier", "later"))
            .then(|| dated(at..at + 3, None, 0.85))
    }

    /// A named day: "Christmas Eve", "this Thanksgiving", "New Year's Day", "Good Friday".
    pub(super) fn named_day(&self, at: usize) -> Option<Pattern> {
        let capital = |at: usize| self.token(at).is_some_and(|token| token.is_capital());
        let first = at + usize::from(self.way(at).is_some());
        if !capital(first) {
            return None;
        }
        let word = self.hash(first);
        let next = self.hash(first + 1);
        let eve = |at: usize| is_one_of!(self.hash(at), "eve");
        let day = |at: usize| is_one_of!(self.hash(at), "day") && capital(at);
        let (end, fixed) = if is_one_of!(
            word,
            "christmas",
            "thanksgiving",
            "easter",
            "ramadan",
            "halloween",
            "hanukkah",
            "passover",
            "diwali"
        ) {
            let more = day(first + 1)
                || eve(first + 1)
                || self.weekday(first + 1).is_some() && is_one_of!(word, "easter");
            let christmas =
                is_one_of!(word, "christmas").then_some((12, if eve(first + 1) { 24 } else { 25 }));
            (first + 1 + usize::from(more), christmas)
        } else if is_one_of!(word, "new") && is_one_of!(next, "year") {
            let behind = first + 2 + usize::from(is_one_of!(self.hash(first + 2), "'s"));
            let fixed = if eve(behind) { (12, 31) } else { (1, 1) };
            if !(day(behind) || eve(behind)) {
                return None;
            }
            (behind + 1, Some(fixed))
        } else {
            let weekday = is_one_of!(word, "good", "palm", "ash", "black", "cyber", "super")
                && self.weekday(first + 1).is_some();
            let holiday = is_one_of!(
                word,
                "independence",
                "memorial",
                "labor",
                "labour",
                "veterans",
                "election",
                "boxing",
                "inauguration",
                "remembrance",
                "may",
                "republic",
                "armistice"
            ) && day(first + 1);
            if !(weekday || holiday) {
                return None;
            }
            (first + 2, None)
        };
        let date = fixed.and_then(|(month, day)| {
            let year = self.nearest_year(month, Some(day))?;
            Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
        });
        Some(dated(at..end, date, 0.8))
    }
}
