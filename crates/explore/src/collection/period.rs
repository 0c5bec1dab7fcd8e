//! A period of publication, and the fields of the query that ask for it.

use super::calendar::{Day, day_number, day_of};
use crate::fields::without_fields;
use crate::view::View;
use model::Date;
use search::{Field, Query};

/// A period of whole days, months or years. It is open where it has no end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The day, month or year with which it begins.
    pub from: Option<Date>,
    /// The day, month or year with which it ends; part of the period.
    pub to: Option<Date>,
}

impl Period {
    /// The period that a query asks for with `after:` and `before:`.
    #[must_use]
    pub fn of(query: &Query) -> Self {
        let asked = |field: Field| {
            let terms = query.fields.iter();
            let terms = terms.filter(move |term| term.field == field && !term.excluded);
            terms.filter_map(|term| Date::parse(&term.value))
        };
        // Two values of one field are alternatives.
        let first = asked(Field::After).map(|date| day_number(date.last_day()) + 1);
        let last = asked(Field::Before).map(|date| day_number(date.first_day()) - 1);
        Self::between(first.min(), last.max())
    }

    /// The period from one day to another, in years or months if it consists of whole ones.
    pub(super) fn between(first: Option<Day>, last: Option<Day>) -> Self {
        let (begin, last) = (first.map(day_of), last.map(|last| last.max(0)));
        // The day after the last one begins a year or a month if the period ends with one.
        let end = last.map(|last| day_of(last + 1));
        let both = |is_first: &dyn Fn(Date) -> bool| {
            begin.is_none_or(is_first) && end.is_none_or(is_first)
        };
        let is_first_of_month = |date: Date| date.day == Some(1);
        let is_first_of_year = |date: Date| is_first_of_month(date) && date.month == Some(1);
        let precision = |date: Date| {
            if both(&is_first_of_year) {
                Date {
                    month: None,
                    day: None,
                    ..date
                }
            } else if both(&is_first_of_month) {
                Date { day: None, ..date }
            } else {
                date
            }
        };
        Self {
            from: begin.map(precision),
            to: last.map(day_of).map(precision),
        }
    }

    /// The first and the last day.
    pub(super) fn days(self) -> (Day, Day) {
        let first = self.from.map(|from| day_number(from.first_day()));
        let last = self.to.map(|to| day_number(to.last_day()));
        (first.unwrap_or(Day::MIN), last.unwrap_or(Day::MAX))
    }

    /// Whether it covers all time.
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Self::default()
    }

    /// The view with this period instead of its own.
    #[must_use]
    pub fn put_into(self, view: &View) -> View {
        let (first, last) = (self.from.map(before), self.to.map(after));
        let asked = [(Field::After, first), (Field::Before, last)];
        let mut text = String::new();
        for (field, date) in asked {
            if let Some(date) = date.flatten() {
                text.push_str(field.as_str());
                text.push(':');
                text.push_str(&date.to_string());
                text.push(' ');
            }
        }
        let rest = without_fields(&view.query, &[Field::After, Field::Before]);
        text.push_str(rest.trim_start());
        let mut view = view.clone();
        view.query = text.into();
        view
    }
}

/// The date before another, of the same precision.
fn before(date: Date) -> Option<Date> {
    let day = day_number(date.first_day()).checked_sub(1);
    let day = day.filter(|day| *day >= 0)?;
    Some(as_precise_as(date, day_of(day)))
}

/// The date after another, of the same precision.
fn after(date: Date) -> Option<Date> {
    let day = day_of(day_number(date.last_day()) + 1);
    (day.first_day() > date.last_day()).then(|| as_precise_as(date, day))
}

fn as_precise_as(date: Date, day: Date) -> Date {
    Date {
        month: date.month.and(day.month),
        day: date.day.and(day.day),
        ..day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn view(query: &str) -> View {
        View {
            query: query.into(),
            ..View::default()
        }
    }

    fn period(from: &str, to: &str) -> Period {
        Period {
            from: Date::parse(from),
            to: Date::parse(to),
        }
    }

    #[test]
    fn a_period_becomes_fields_and_fields_a_period() {
        for (from, to, query) in [
            ("2024", "2024", "after:2023 before:2025 "),
            ("2022-07", "2024-08", "after:2022-06 before:2024-09 "),
            ("2024-01", "2024-02", "after:2023-12 before:2024-03 "),
            (
                "2024-02-29",
                "2024-03-01",
                "after:2024-02-28 before:2024-03-02 ",
            ),
            ("2024", "", "after:2023 "),
            ("", "2024-02-29", "before:2024-03-01 "),
            ("", "", ""),
        ] {
            let period = period(from, to);
            let put = period.put_into(&view(""));
            assert_eq!(&*put.query, query);
            let read = Period::of(put.query.query());
            let named = Period::between(
                period.from.map(|_| period.days().0),
                period.to.map(|_| period.days().1),
            );
            assert_eq!(read, named, "{query}");
        }
        let of = |query| Period::of(&Query::parse(query));
        assert_eq!(of("after:2023-12 before:2025"), period("2024", "2024"));
        assert_eq!(of("after:2021 after:2023"), period("2022", ""));
        assert_eq!(of("-after:2021 trade"), Period::default());
        assert_eq!(of("before:0001"), period("", "0001-01-01"));
    }

    #[test]
    fn the_rest_of_the_query_stays() {
        for (query, rest) in [
            ("trade after:2020", "trade "),
            ("after:2020 trade ", "trade "),
            (
                "trade before:\"2020\" “after:2020 x” law",
                "trade “after:2020 x” law",
            ),
            (
                "-after:2020 speaker:\"Ann Lee\"before:2021 a",
                "-after:2020 speaker:\"Ann Lee\" a",
            ),
            ("after:soon \"open", "after:soon \"open"),
            ("  ", ""),
        ] {
            let put = Period::default().put_into(&view(query));
            assert_eq!(&*put.query, rest, "{query}");
            let put = period("2024", "2024").put_into(&view(query));
            assert_eq!(
                &*put.query,
                format!("after:2023 before:2025 {rest}"),
                "{query}"
            );
        }
    }

    #[test]
    fn time_has_a_first_and_a_last_day() {
        let put = period("0001", "9999").put_into(&view(""));
        assert_eq!(&*put.query, "");
    }

    proptest! {
        #[test]
        fn no_other_word_is_lost(query in "[a-z\":“” -]{0,30}") {
            let put = Period::default().put_into(&view(&query));
            prop_assert_eq!(&*put.query, query.trim_start());
        }

        #[test]
        fn a_period_of_days_is_read_as_it_was_put(first in 1..3_652_050_i32, length in 0..800_i32) {
            let last = (first + length).min(3_652_057);
            let period = Period::between(Some(first), Some(last));
            prop_assert_eq!(period.days(), (first, last));
            let put = period.put_into(&view("trade"));
            prop_assert_eq!(Period::of(put.query.query()), period);
        }
    }
}
