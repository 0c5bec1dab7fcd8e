//! Calendar dates with the precision of a year, a month or a day.
//!
//! Dates compare by their earliest day. If two dates begin on the same day, the less precise
//! one comes first.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A year, a month or a day of the Gregorian calendar: `2026`, `2026-01` or `2026-01-22`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, extend("pattern" = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"))]
#[ts(as = "String", rename = "CalendarDate")]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month; present only if the month is.
    pub day: Option<u8>,
}

impl Date {
    /// Parses `2026`, `2026-01` or `2026-01-22`. A time after the day (`T10:00Z`) is
    /// ignored. Returns `None` for a date that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let date = text.split(['T', ' ']).next().unwrap_or_default();
        let mut parts = date.split('-');
        let mut number = |digits: usize| -> Option<Option<u16>> {
            match parts.next() {
                None => Some(None),
                Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                    part.parse().ok().map(Some)
                }
                Some(_) => None,
            }
        };
        let year = number(4)??;
        let month = number(2)?.map(|month| month as u8);
        let day = number(2)?.map(|day| day as u8);
        if parts.next().is_some() {
            return None;
        }
        Self::of(year, month, day)
    }

    /// A date with these numbers; `None` if it does not exist.
    #[must_use]
    pub fn of(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        if !(1..=9999).contains(&year) || (month.is_none() && day.is_some()) {
            return None;
        }
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return None;
        }
        if let (Some(month), Some(day)) = (month, day)
            && !(1..=days_in_month(year, month)).contains(&day)
        {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The first day as (year, month, day).
    #[must_use]
    pub fn first_day(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day as (year, month, day).
    #[must_use]
    pub fn last_day(self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(self.year, month));
        (self.year, month, day)
    }

    /// The date in words, day first: "22 January 2026".
    #[must_use]
    pub fn in_words(self) -> String {
        let month = self
            .month
            .and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
        match (month, self.day) {
            (Some(month), Some(day)) => format!("{day} {month} {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            (None, _) => self.year.to_string(),
        }
    }
}

/// The English names of the months, from January to December.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of a month, 1 to 12, from its English name: the full name, its first three
/// letters, or "sept". Case is ignored.
#[must_use]
pub fn month_named(word: &str) -> Option<u8> {
    let is = |month: &&str| {
        month.eq_ignore_ascii_case(word)
            || month
                .get(..3)
                .is_some_and(|short| short.eq_ignore_ascii_case(word))
    };
    let place = if word.eq_ignore_ascii_case("sept") {
        MONTHS.iter().position(|month| *month == "September")
    } else {
        MONTHS.iter().position(is)
    };
    place.and_then(|place| u8::try_from(place + 1).ok())
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| {
            format!("“{text}” is not a date of the calendar, as 2026, 2026-01 or 2026-01-22")
        })
    }
}

impl From<Date> for String {
    fn from(value: Date) -> Self {
        value.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn months_are_recognised_by_full_and_short_names() {
        for (word, month) in [
            ("January", Some(1)),
            ("may", Some(5)),
            ("SEP", Some(9)),
            ("Sept", Some(9)),
            ("dec", Some(12)),
            ("decem", None),
            ("ja", None),
            ("", None),
        ] {
            assert_eq!(super::month_named(word), month, "{word}");
        }
    }

    #[test]
    fn dates_keep_the_precision_they_are_written_with() {
        for (text, expected) in [
            ("2026", Some("2026")),
            ("2026-01", Some("2026-01")),
            ("2026-01-22", Some("2026-01-22")),
            ("2026-01-22T10:15:00Z", Some("2026-01-22")),
            ("2024-02-29", Some("2024-02-29")),
            ("2026-02-29", None),
            ("2026-13", None),
            ("2026-1-2", None),
            ("26", None),
            ("0000", None),
            ("2026-01-22-03", None),
            ("yesterday", None),
            ("", None),
        ] {
            let read = Date::parse(text).map(|date| date.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        let date = Date::parse("2024-02").unwrap();
        assert_eq!(date.first_day(), (2024, 2, 1));
        assert_eq!(date.last_day(), (2024, 2, 29));
        assert_eq!(date.in_words(), "February 2024");
    }
}
