//! Days in a query, in the usual ways of writing them.

use super::pieces::Piece;
use super::{Day, Wanted};
use model::{Date, MONTHS, month_named};

/// The days or the date that a text may mean: one, or two where the order of day and month is not
/// known ("01/02/2026"). Empty if it is no date.
pub(super) fn dates_of(text: &str) -> Vec<Date> {
    let text = text.trim().trim_end_matches([',', '.']);
    if let Some(date) = Date::parse(text) {
        return vec![date];
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    if let [first, second, year] = parts.as_slice() {
        let date = |year: &str, month: &str, day: &str| {
            let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let fits = year.len() == 4 && (1..=2).contains(&month.len()) && day.len() <= 2;
            let all = fits && [year, month, day].into_iter().all(is_number);
            Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")).filter(|_| all)
        };
        let mut found: Vec<Date> = [
            date(first, second, year),
            date(year, second, first),
            date(year, first, second),
        ]
        .into_iter()
        .flatten()
        .collect();
        found.dedup();
        return found;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let year = |text: &str| {
        (text.len() == 4)
            .then(|| text.parse::<u16>().ok())
            .flatten()
    };
    match words.as_slice() {
        [month, last] if let (Some(month), Some(year)) = (month_of(month), year(last)) => {
            let text = format!("{year:04}-{month:02}");
            Date::parse(&text).into_iter().collect()
        }
        [a, b, last]
            if let (Some((day, month)), Some(year)) = (day_and_month(a, b), year(last)) =>
        {
            let text = format!("{year:04}-{month:02}-{day:02}");
            Date::parse(&text).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn month_of(word: &str) -> Option<u8> {
    month_named(word.trim_end_matches([',', '.']))
}

/// "22 January", "January 22", "22nd Jan.".
fn day_and_month(first: &str, second: &str) -> Option<(u8, u8)> {
    let day = |word: &str| {
        let word = word.trim_end_matches([',', '.']);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or_default();
        let is_day = digits.len() <= 2 && ["", "st", "nd", "rd", "th"].contains(&ending);
        let number = digits.parse().ok().filter(|day| (1..=31).contains(day));
        number.filter(|_| is_day)
    };
    let either = day(first).zip(month_of(second));
    either.or_else(|| day(second).zip(month_of(first)))
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

/// What to look for to find a day: the day as texts write it, and the day of publication.
pub(super) fn wanted_of(day: Day) -> Vec<Wanted> {
    let Day {
        year,
        month,
        day: number,
    } = day;
    let name = MONTHS.get(usize::from(month).wrapping_sub(1)).copied();
    let name = name.unwrap_or_default().to_lowercase();
    let short: String = name.chars().take(3).collect();
    let ending = match number {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    let plain = number.to_string();
    let ordinal = format!("{number}{ending}");
    let mut phrases: Vec<Vec<String>> = Vec::new();
    for name in [&name, &short] {
        phrases.push(vec![plain.clone(), name.clone()]);
        phrases.push(vec![name.clone(), plain.clone()]);
    }
    phrases.push(vec![ordinal.clone(), name.clone()]);
    phrases.push(vec![ordinal, "of".to_owned(), name.clone()]);
    if let Some(year) = year {
        for phrase in &mut phrases {
            phrase.push(year.to_string());
        }
        let (year, month) = (year.to_string(), month.to_string());
        for (month, day) in [
            (month.clone(), plain.clone()),
            (format!("{month:0>2}"), format!("{plain:0>2}")),
        ] {
            phrases.push(vec![format!("{day}.{month}.{year}")]);
            phrases.push(vec![year.clone(), month.clone(), day.clone()]);
            phrases.push(vec![day, month, year.clone()]);
        }
        phrases.dedup();
    }
    let phrase = |folded| Wanted::Phrase {
        folded,
        prefix: false,
    };
    let published = std::iter::once(Wanted::Published(day));
    published.chain(phrases.into_iter().map(phrase)).collect()
}
