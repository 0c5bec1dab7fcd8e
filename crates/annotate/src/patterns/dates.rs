//! Calendar dates and numeric dates.

use super::{Pattern, Reader, dated};
use crate::lexicon::{
    ADVERB, AUXILIARY, CONJUNCTION, DETERMINER, MONTH, PREPOSITION, PRONOUN, WEEKDAY,
};
use crate::patterns::is_one_of;
use crate::tokens::TokenKind;
use model::{Date, month_named};

impl Reader<'_, '_> {
    pub(super) fn month(&self, at: usize) -> Option<u8> {
        let token = self.token(at).filter(|token| token.is(MONTH))?;
        if !token.first.is_uppercase() {
            return None;
        }
        month_of(self.document.word(at))
    }

    pub(super) fn weekday(&self, at: usize) -> Option<i64> {
        let token = self.token(at).filter(|token| token.is(WEEKDAY))?;
        if !token.first.is_uppercase() {
            return None;
        }
        let word = self.document.word(at).to_lowercase();
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        // "Sun" and "Sat" alone are rarely days.
        let long = word.trim_end_matches('.').len() > 3 || word.ends_with('.');
        let place = days.iter().position(|day| word.starts_with(day))?;
        long.then_some(place as i64)
    }

    pub(super) fn year(&self, at: usize) -> Option<u16> {
        let word = self.document.word(at);
        let token = self.token(at)?;
        if token.kind != TokenKind::Number || word.len() != 4 {
            return None;
        }
        word.parse().ok().filter(|year| (1000..2200).contains(year))
    }

    pub(super) fn day(&self, at: usize) -> Option<u8> {
        let word = self.document.word(at);
        let token = self.token(at)?;
        if token.kind != TokenKind::Number {
            return None;
        }
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or_default();
        if !["", "st", "nd", "rd", "th"].contains(&ending) {
            return None;
        }
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    }

    pub(super) fn date(&self, at: usize) -> Option<Pattern> {
        self.numeric_date(at)
            .or_else(|| self.ideographic_date(at))
            .or_else(|| self.calendar_date(at))
            .or_else(|| self.relative_date(at))
            .or_else(|| self.named_day(at))
            .or_else(|| self.year_alone(at))
    }

    /// A numeric date: "2026-01-22", "22/01/2026", "22.1.2026".
    fn numeric_date(&self, at: usize) -> Option<Pattern> {
        let token = self.token(at)?;
        if token.kind != TokenKind::Number {
            return None;
        }
        let mut end = at + 1;
        let mut text = self.document.word(at).to_owned();
        let joined = |at: usize| self.token(at).is_some_and(|token| !token.spaced);
        // "2026-01-22" consists of five tokens.
        if text.len() == 4 && self.mark(end, '-') && joined(end) && joined(end + 1) {
            text = format!("{text}-{}", self.document.word(end + 1));
            end += 2;
            if self.mark(end, '-') && joined(end) && joined(end + 1) {
                text = format!("{text}-{}", self.document.word(end + 1));
                end += 2;
            }
            let date = Date::parse(&text)?;
            date.day?;
            return Some(dated(at..end, Some(date), 0.97));
        }
        let parts: Vec<u16> = text
            .split(['/', '.'])
            .map(|part| part.parse().unwrap_or(0))
            .collect();
        let [first, second, year] = parts.as_slice() else {
            return None;
        };
        let (day, month) = match (*first, *second) {
            (day, month) if month <= 12 && day > 12 => (day, month),
            (month, day) if month <= 12 && day > 12 => (day, month),
            (day, month) if text.contains('.') => (day, month),
            (month, day) if month == day => (day, month),
            // Day and month are ambiguous.
            _ => {
                return (*year > 1900).then(|| dated(at..end, Date::parse(&year.to_string()), 0.6));
            }
        };
        if *year < 1000 {
            return None;
        }
        let date = Date::parse(&format!("{year:04}-{month:02}-{day:02}"))?;
        Some(dated(at..end, Some(date), 0.9))
    }

    /// A Chinese or Japanese date: "2026年1月22日".
    fn ideographic_date(&self, at: usize) -> Option<Pattern> {
        let token = self.token(at)?;
        if token.kind != TokenKind::Number || !self.document.word(at).contains(['年', '月', '日'])
        {
            return None;
        }
        let word = self.document.word(at);
        let mut numbers = [0u16; 3];
        let mut digits = String::new();
        let mut length = 0;
        for (place, c) in word.char_indices() {
            let slot = match c {
                '年' => 0,
                '月' => 1,
                '日' => 2,
                c if c.is_ascii_digit() => {
                    digits.push(c);
                    continue;
                }
                _ => break,
            };
            if let Some(number) = numbers.get_mut(slot) {
                *number = digits.parse().unwrap_or(0);
            }
            digits.clear();
            length = place + c.len_utf8();
        }
        let [year, month, day] = numbers;
        let year = if year == 0 {
            self.published?.year
        } else {
            year
        };
        // Words that follow without a space belong to the token but not to the date.
        if length != word.len() {
            return None;
        }
        let text = match (month, day) {
            (0, _) => format!("{year:04}"),
            (_, 0) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
        Date::parse(&text).map(|date| dated(at..at + 1, Some(date), 0.95))
    }

    /// A calendar date: "Thursday 22 January 2026", "Jan. 22, 2026", "22nd of January",
    /// "January 2026".
    pub(super) fn calendar_date(&self, at: usize) -> Option<Pattern> {
        let weekday = self.weekday(at);
        let mut place = at;
        if weekday.is_some() {
            place += 1;
            if self.mark(place, ',') || is_one_of!(self.hash(place), "the") {
                place += 1;
            }
            if self.month(place).is_none() && self.day(place).is_none() {
                return None;
            }
        }
        let (mut day, month);
        if let Some(first) = self.day(place) {
            let mut next = place + 1;
            if is_one_of!(self.hash(next), "of") {
                next += 1;
            }
            // "11 - 13 Dec.", "5 or 6 April"
            if (self.mark(next, '-')
                || self.mark(next, '–')
                || is_one_of!(self.hash(next), "and", "or", "to"))
                && self.day(next + 1).is_some()
                && self.month(next + 2).is_some()
            {
                next += 2;
            }
            month = self.month(next)?;
            day = Some(first);
            place = next + 1;
        } else {
            month = self.month(place)?;
            let alone = place == at;
            place += 1;
            day = None;
            if self.year(place).is_none()
                && let Some(behind) = self.day(place)
                && !self.is_scale(place + 1)
                && !self.mark(place + 1, '%')
            {
                day = Some(behind);
                place += 1;
                // "May 15 - 24"
                if (self.mark(place, '-') || self.mark(place, '–'))
                    && self.day(place + 1).is_some()
                    && self.year(place + 1).is_none()
                {
                    place += 2;
                }
            } else if alone
                && self.year(place).is_none()
                && !(self.mark(place, ',') && self.year(place + 1).is_some())
                && !self.month_alone(at)
            {
                return None;
            }
        }
        let mut year = None;
        let comma = self.mark(place, ',') || is_one_of!(self.hash(place), "of");
        if let Some(behind) = self.year(place) {
            year = Some(behind);
            place += 1;
        } else if comma && let Some(behind) = self.year(place + 1) {
            year = Some(behind);
            place += 2;
        }
        let sure = year.is_some();
        let year = year.or_else(|| self.nearest_year(month, day));
        let date = year.and_then(|year| {
            let text = match day {
                Some(day) => format!("{year:04}-{month:02}-{day:02}"),
                None => format!("{year:04}-{month:02}"),
            };
            Date::parse(&text)
        });
        Some(dated(at..place, date, if sure { 0.97 } else { 0.9 }))
    }

    /// Whether a month without a day or a year is one; "May" and "March" require a
    /// preceding word.
    fn month_alone(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(0, |before| self.hash(before));
        let abbreviated = self.document.word(at).len() <= 3
            && !self.document.word(at).eq_ignore_ascii_case("may");
        if abbreviated {
            return false;
        }
        let doubtful = is_one_of!(self.hash(at), "may", "march", "august", "april", "june");
        !doubtful
            || is_one_of!(
                before, "in", "of", "since", "last", "next", "this", "by", "until", "early",
                "late", "mid", "from", "to", "during", "before", "after", "through", "between",
                "for", "and", "till", "every"
            )
    }

    /// The year that places a month nearest to the article's date.
    pub(super) fn nearest_year(&self, month: u8, day: Option<u8>) -> Option<u16> {
        let published = self.published?;
        let now = day_number(published);
        let year = i64::from(published.year);
        let distance = |year: i64| {
            let date = Date {
                year: u16::try_from(year).unwrap_or(1),
                month: Some(month),
                day: Some(day.unwrap_or(15)),
            };
            (day_number(date) - now).abs()
        };
        (year - 1..=year + 1)
            .min_by_key(|year| distance(*year))
            .and_then(|year| u16::try_from(year).ok())
            .filter(|year| *year > 0)
    }

    /// A year alone: "2011", "the 1990s". It follows a word that introduces years, or
    /// cannot be anything else.
    pub(super) fn year_alone(&self, at: usize) -> Option<Pattern> {
        self.token(at)
            .filter(|token| token.kind == TokenKind::Number)?;
        let word = self.document.word(at);
        if is_one_of!(self.hash(at + 1), "bc", "b.c.", "bce", "b.c.e.") {
            return Some(dated(at..at + 2, None, 0.9));
        }
        if let Some(decade) = word.strip_suffix('s')
            && decade.len() == 4
            && decade.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Some(dated(at..at + 1, None, 0.9));
        }
        let year = self.year(at).filter(|year| (1500..2100).contains(year))?;
        let before = at.checked_sub(1).map_or(0, |before| self.hash(before));
        let after = self.token(at + 1);
        let counted = after.is_some_and(|after| {
            after.kind == TokenKind::Word
                && !after.is_capital()
                && !after.is(PREPOSITION | CONJUNCTION | AUXILIARY | PRONOUN | ADVERB | DETERMINER)
                && (self.document.word(at + 1).ends_with('s')
                    || is_one_of!(after.word, "people", "men", "women", "children"))
        }) || after
            .is_some_and(|after| after.is_mark('%') || after.is_mark('°') || after.is_mark('$'));
        let led = is_one_of!(
            before, "in", "since", "of", "by", "until", "till", "before", "after", "during",
            "from", "early", "late", "mid", "to", "circa", "the", "for", "and", "through",
            "between"
        );
        let bracketed = self.mark(at.wrapping_sub(1), '(')
            || self.mark(at.wrapping_sub(1), ',')
            || self.mark(at.wrapping_sub(1), '-')
            || self.mark(at.wrapping_sub(1), '–');
        if counted
            || !(led || bracketed || (1900..2050).contains(&year))
            || self.mark(at.wrapping_sub(1), '$')
        {
            return None;
        }
        // "1990-91", "1980 – 1988"
        let to = self.mark(at + 1, '-') || self.mark(at + 1, '–');
        let short = |at: usize| {
            let word = self.document.word(at);
            word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        if to && (self.year(at + 2).is_some_and(|to| to > year) || short(at + 2)) {
            return Some(dated(at..at + 3, None, 0.8));
        }
        Some(dated(
            at..at + 1,
            Date::parse(word),
            if led { 0.9 } else { 0.75 },
        ))
    }
}

/// The number of the month with this full or abbreviated name.
pub(super) fn month_of(word: &str) -> Option<u8> {
    month_named(word.trim_end_matches('.'))
}

/// The number of days since 1 March of the year 0, by the algorithm in Howard Hinnant's
/// "chrono-Compatible Low-Level Date Algorithms".
pub(super) fn day_number(date: Date) -> i64 {
    let (year, month, day) = date.first_day();
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + of_year
}

/// The date with this number; the inverse of [`day_number`].
pub(super) fn from_day_number(number: i64) -> Option<Date> {
    let era = number.div_euclid(146_097);
    let of_era = number.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The day of the week, 0 for Monday.
pub(super) fn weekday_of(number: i64) -> i64 {
    (number + 2).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_numbers_and_weekdays() {
        for (text, weekday) in [("2026-01-22", 3), ("2000-02-29", 1), ("1970-01-01", 3)] {
            let date = Date::parse(text).unwrap();
            assert_eq!(weekday_of(day_number(date)), weekday, "{text}");
            assert_eq!(from_day_number(day_number(date)), Some(date));
        }
    }
}
