//! Days as numbers, and the intervals into which a timeline divides time.

use model::Date;

/// The number of a day: 1 January of the year 1, a Monday, is day 0.
pub(super) type Day = i32;

/// The number of a day of the calendar, as (year, month, day).
pub(super) fn day_number((year, month, day): (u16, u8, u8)) -> Day {
    let before = Day::from(year) - 1;
    let leap_days = before / 4 - before / 100 + before / 400;
    let first = first_of_year(month, is_leap(Day::from(year)));
    before * 365 + leap_days + first + Day::from(day) - 1
}

/// The day of the calendar with a number. Days outside the years 1 to 9999 become the first or the
/// last day of these.
pub(super) fn day_of(number: Day) -> Date {
    let last = day_number((9999, 12, 31));
    let number = number.clamp(0, last);
    // At most one year too early.
    let mut year = number / 366 + 1;
    while year < 9999 && day_number((year as u16 + 1, 1, 1)) <= number {
        year += 1;
    }
    let rest = number - day_number((year as u16, 1, 1));
    let begun = |month: &u8| first_of_year(*month, is_leap(year)) <= rest;
    let month = (1..=12).take_while(begun).last().unwrap_or(1);
    let day = rest - first_of_year(month, is_leap(year)) + 1;
    Date {
        year: year as u16,
        month: Some(month),
        day: Some(day as u8),
    }
}

fn is_leap(year: Day) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days of the year precede a month.
fn first_of_year(month: u8, is_leap: bool) -> Day {
    const BEFORE: [Day; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let before = BEFORE.get(usize::from(month).wrapping_sub(1));
    before.copied().unwrap_or(0) + Day::from(is_leap && month > 2)
}

/// The length of the intervals of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// A day.
    Day,
    /// A week from Monday to Sunday.
    Week,
    /// This number of months. Several years begin at a multiple of their number.
    Months(i32),
}

impl Interval {
    /// All lengths, shortest first.
    pub(super) const ALL: [Self; 11] = [
        Self::Day,
        Self::Week,
        Self::Months(1),
        Self::Months(3),
        Self::Months(12),
        Self::Months(24),
        Self::Months(60),
        Self::Months(120),
        Self::Months(240),
        Self::Months(600),
        Self::Months(2400),
    ];

    /// The number of the interval that contains a day. Consecutive intervals have consecutive
    /// numbers.
    pub(super) fn number_of(self, day: Day) -> i32 {
        match self {
            Self::Day => day,
            Self::Week => day.div_euclid(7),
            Self::Months(months) => {
                let date = day_of(day);
                let month = i32::from(date.year) * 12 + i32::from(date.month.unwrap_or(1)) - 1;
                month / months
            }
        }
    }

    /// The first day of the interval with a number.
    pub(super) fn first_day(self, number: i32) -> Day {
        match self {
            Self::Day => number,
            Self::Week => number * 7,
            Self::Months(months) => {
                let month = number * months;
                let year = (month / 12).clamp(0, 10_000) as u16;
                day_number((year, (month % 12) as u8 + 1, 1))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Day {
        day_number(Date::parse(text).unwrap().first_day())
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(number("0001-01-01"), 0);
        assert_eq!(number("1970-01-01"), 719_162);
        // 4 November 2024 was a Monday.
        assert_eq!(number("2024-11-04").rem_euclid(7), 0);
        assert_eq!(day_of(-5), day_of(0));
        assert_eq!(day_of(i32::MAX).to_string(), "9999-12-31");
    }

    proptest! {
        #[test]
        fn every_day_has_its_number(day in 0..3_652_059_i32) {
            let date = day_of(day);
            prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
            prop_assert_eq!(day_number(date.first_day()), day);
        }

        #[test]
        fn an_interval_contains_its_days(day in 0..3_652_059_i32) {
            for interval in Interval::ALL {
                let number = interval.number_of(day);
                prop_assert!(interval.first_day(number) <= day);
                prop_assert!(day < interval.first_day(number + 1));
            }
        }
    }
}
