//! Dates, in German.

use explore::collection::Period;
use model::Date;

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

const SHORT_MONTHS: [&str; 12] = [
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
];

/// "2024", "Juli 2024", "5. Juli 2024".
pub(super) fn date(date: Date) -> String {
    let year = date.year;
    match (month_of(date, &MONTHS), date.day) {
        (Some(month), Some(day)) => format!("{day}. {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_string(),
    }
}

/// "2024", "Juli 2022 bis August 2024", "seit 2023".
pub(super) fn period(period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) => match (date(from), date(to)) {
            (from, to) if from == to => from,
            (from, to) => format!("{from} bis {to}"),
        },
        (Some(from), None) => format!("seit {}", date(from)),
        (None, Some(to)) => format!("bis {}", date(to)),
        (None, None) => "gesamte Zeit".to_owned(),
    }
}

/// "2024", "Juli 2024", "5. Juli".
pub(super) fn tick(date: Date) -> String {
    match (month_of(date, &SHORT_MONTHS), date.day) {
        (Some(month), Some(day)) => format!("{day}. {month}"),
        (Some(month), None) => format!("{month} {}", date.year),
        (None, _) => date.year.to_string(),
    }
}

fn month_of(date: Date, names: &[&'static str; 12]) -> Option<&'static str> {
    let month = usize::from(date.month?);
    names.get(month.wrapping_sub(1)).copied()
}
