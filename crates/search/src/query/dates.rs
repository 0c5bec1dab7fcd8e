//! Days in a query, in the usual ways of writing them.

use super::pieces::Piece;
use super::{Day, Wanted};
use model::{Date, MONTHS, month_named};
use text::terms::is_among;

/// The days or the date that a text may mean: one, or two where the order of day and month is not
/// known ("01/02/2026"). Empty if it is no date.
pub(super) fn dates_of(text: &str) -> Vec<Date> {
    let text = text.trim().trim_end_matches([',', '.']);
    if let Some(date) = Date::parse(text) {
        return vec![date];
    }
    let mut found = Vec::new();
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    if let [first, second, last] = parts.as_slice() {
        for [year, month, day] in [
            [first, second, last],
            [last, second, first],
            [last, first, second],
        ] {
            if let (Some(month), Some(day)) = (number(month), number(day)) {
                found.extend(date(year, month, Some(day)));
            }
        }
        found.dedup();
        return found;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [month, year] => {
            if let Some(month) = month_of(month) {
                found.extend(date(year, month, None));
            }
        }
        [first, second, year] => {
            if let Some((day, month)) = day_and_month(first, second) {
                found.extend(date(year, month, Some(day)));
            }
        }
        _ => {}
    }
    found
}

fn month_of(word: &str) -> Option<u8> {
    month_named(word.trim_end_matches([',', '.']))
}

/// A number of one or two digits.
fn number(text: &str) -> Option<u8> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok();
    number.filter(|_| digits && text.len() <= 2)
}

/// The date of a year of four digits.
fn date(year: &str, month: u8, day: Option<u8>) -> Option<Date> {
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.parse().ok().filter(|_| is_year);
    Date::of(year?, Some(month), day)
}

/// The day of a month: "22", "22nd".
fn day_of(word: &str) -> Option<u8> {
    let word = word.trim_end_matches([',', '.']);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..).unwrap_or_default();
    let is_day = ending.is_empty() || is_among(ending, "st nd rd th");
    number(digits).filter(|day| is_day && (1..=31).contains(day))
}

/// "22 January", "January 22", "22nd Jan.".
fn day_and_month(first: &str, second: &str) -> Option<(u8, u8)> {
    let either = day_of(first).zip(month_of(second));
    either.or_else(|| day_of(second).zip(month_of(first)))
}

/// A day at the beginning of some pieces.
pub(super) struct Found {
    /// The days that it may be: two if the order of day and month is not known.
    pub(super) days: Vec<Day>,
    /// How many pieces it takes.
    pub(super) length: usize,
}

/// The day with which these pieces begin, as a unit.
pub(super) fn day_at(pieces: &[Piece]) -> Option<Found> {
    let plain = pieces.iter().take(3).map_while(|piece| {
        let is_alone = piece.is_plain() && !piece.or;
        is_alone.then_some(piece.body.as_str())
    });
    let plain: Vec<&str> = plain.collect();
    let first = plain.first()?;
    let whole = |dates: Vec<Date>| {
        let days = dates.into_iter().filter_map(|date| {
            let (month, day) = (date.month?, date.day?);
            let year = Some(date.year);
            Some(Day { year, month, day })
        });
        days.collect::<Vec<Day>>()
    };
    let days = whole(dates_of(first));
    if !days.is_empty() {
        return Some(Found { days, length: 1 });
    }
    let (day, month) = day_and_month(first, plain.get(1)?)?;
    if plain.len() == 3 {
        let days = whole(dates_of(&plain.join(" ")));
        if !days.is_empty() {
            return Some(Found { days, length: 3 });
        }
    }
    let year = None;
    let days = vec![Day { year, month, day }];
    Some(Found { days, length: 2 })
}

/// The ways in which texts write a day, in words and in numbers: the day is `D`, as an ordinal
/// number `O`; the month is `N` by name, `S` by its short name, `M` as a number; the year is `Y`.
const IN_WORDS: &str = "D N|N D|D S|S D|O N|O of N";
const IN_WORDS_WITH_YEAR: &str = "D N Y|N D Y|D S Y|S D Y|O N Y|O of N Y";
const IN_NUMBERS: &str = "D.M.Y|Y M D|D M Y";

/// What to look for to find a day: the day as texts write it, and the day of publication.
pub(super) fn wanted_of(day: Day) -> Vec<Wanted> {
    let name = MONTHS.get(usize::from(day.month).wrapping_sub(1)).copied();
    let name = name.unwrap_or_default().to_ascii_lowercase();
    let ending = match day.day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    let mut wanted = vec![Wanted::Published(day)];
    let mut add = |ways: &str, number: &str, month: &str| {
        for way in ways.split('|') {
            let mut written = String::new();
            for c in way.chars() {
                match c {
                    'D' => written += number,
                    'O' => written.extend([number, ending]),
                    'N' => written += &name,
                    'S' => written += name.get(..3).unwrap_or_default(),
                    'M' => written += month,
                    'Y' => written += &day.year.unwrap_or_default().to_string(),
                    other => written.push(other),
                }
            }
            wanted.push(Wanted::Phrase {
                folded: written.split(' ').map(ToOwned::to_owned).collect(),
                prefix: false,
            });
        }
    };
    let (number, month) = (day.day.to_string(), day.month.to_string());
    if day.year.is_none() {
        add(IN_WORDS, &number, &month);
    } else {
        add(IN_WORDS_WITH_YEAR, &number, &month);
        add(IN_NUMBERS, &number, &month);
        add(
            IN_NUMBERS,
            &format!("{number:0>2}"),
            &format!("{month:0>2}"),
        );
    }
    wanted
}
