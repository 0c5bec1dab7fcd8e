//! Dates as pages and bylines write them.

use model::{Date, month_named};

/// Words that may accompany a date, in English, German, French, Spanish, Italian and Portuguese.
const BESIDE: [&str; 106] = [
    "published",
    "updated",
    "posted",
    "on",
    "at",
    "date",
    "of",
    "the",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "am",
    "pm",
    "a.m",
    "p.m",
    "utc",
    "gmt",
    "est",
    "edt",
    "et",
    "pt",
    "pst",
    "pdt",
    "cet",
    "cest",
    "bst",
    "z",
    "last",
    "modified",
    "first",
    "veröffentlicht",
    "aktualisiert",
    "stand",
    "den",
    "der",
    "um",
    "vom",
    "uhr",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "publié",
    "mis",
    "jour",
    "modifié",
    "le",
    "à",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "publicado",
    "actualizado",
    "el",
    "de",
    "del",
    "a",
    "las",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "pubblicato",
    "aggiornato",
    "il",
    "alle",
    "ore",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
];

/// The months in German, French, Spanish, Italian and Portuguese, each with its number. English
/// names are [`month_named`]'s.
const MONTHS: [(&str, u8); 75] = [
    ("januar", 1),
    ("jänner", 1),
    ("februar", 2),
    ("feber", 2),
    ("märz", 3),
    ("mär", 3),
    ("mrz", 3),
    ("mai", 5),
    ("juni", 6),
    ("juli", 7),
    ("okt", 10),
    ("oktober", 10),
    ("dez", 12),
    ("dezember", 12),
    ("janvier", 1),
    ("janv", 1),
    ("février", 2),
    ("févr", 2),
    ("fév", 2),
    ("mars", 3),
    ("avril", 4),
    ("avr", 4),
    ("juin", 6),
    ("juillet", 7),
    ("juil", 7),
    ("août", 8),
    ("septembre", 9),
    ("octobre", 10),
    ("novembre", 11),
    ("décembre", 12),
    ("déc", 12),
    ("enero", 1),
    ("ene", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("abr", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("ago", 8),
    ("septiembre", 9),
    ("setiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
    ("dic", 12),
    ("gennaio", 1),
    ("genn", 1),
    ("gen", 1),
    ("febbraio", 2),
    ("febbr", 2),
    ("aprile", 4),
    ("maggio", 5),
    ("magg", 5),
    ("mag", 5),
    ("giugno", 6),
    ("giu", 6),
    ("luglio", 7),
    ("lug", 7),
    ("settembre", 9),
    ("set", 9),
    ("sett", 9),
    ("ottobre", 10),
    ("ott", 10),
    ("dicembre", 12),
    ("janeiro", 1),
    ("fevereiro", 2),
    ("março", 3),
    ("maio", 5),
    ("junho", 6),
    ("julho", 7),
    ("outubro", 10),
    ("dezembro", 12),
];

/// The order of day and month in a date of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DateOrder {
    /// Nothing is known: only dates that can be read in one way are dates.
    #[default]
    Unknown,
    DayFirst,
    /// As in the United States.
    MonthFirst,
}

impl DateOrder {
    /// The order that goes with a language, given as a BCP 47 tag.
    pub(super) fn of_language(tag: &str) -> Self {
        match tag.to_ascii_lowercase().as_str() {
            "" => Self::Unknown,
            "en-us" => Self::MonthFirst,
            _ => Self::DayFirst,
        }
    }
}

/// The date in a short text: ISO 8601, with the month as a word ("Wednesday, January 21, 2026",
/// "le 14 mai 2025", "14. Mai 2025, 10:30 Uhr"), of numbers ("14.05.2025", "21/01/2026"), or
/// Chinese or Japanese ("2026年1月21日"). `None` if the text contains anything else, or if day and
/// month cannot be told apart.
pub(super) fn date_of(text: &str, order: DateOrder) -> Option<Date> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    if let Some(date) = Date::parse(text).or_else(|| ideographic(text)) {
        return Some(date);
    }
    let (mut year, mut month, mut day, mut whole) = (None, None, None, None);
    let words = text.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '·' | '•' | '—' | '’' | '\'')
    });
    for word in words {
        let word = word.trim_end_matches(['.', ':', ';']);
        if word.is_empty() || matches!(word, "-" | "–" | "/") {
            continue;
        }
        let lower = word.to_lowercase();
        let number = number_of(&lower);
        if let Some(found) = month_in(&lower) {
            month.get_or_insert(found);
        } else if let Some(date) = Date::parse(word).filter(|date| date.day.is_some()) {
            whole.get_or_insert(date);
        } else if let Some(date) = of_numbers(word, order) {
            whole.get_or_insert(date);
        } else if let (Some(number), true) = (
            number,
            lower.len() == 4 && !lower.ends_with(char::is_alphabetic),
        ) {
            year.get_or_insert(number);
        } else if let Some(number) = number.filter(|number| (1..=31).contains(number)) {
            if day.is_none() {
                day = Some(number);
            }
        } else if !BESIDE.contains(&lower.as_str()) && !is_time(&lower) && !is_zone(&lower) {
            return None;
        }
    }
    if whole.is_some() {
        return whole;
    }
    let (year, month) = (year?, month?);
    let written = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    Date::parse(&written)
}

/// The date in the path of an address, such as `/2025/05/14/` or `/2025-05-14-storm`.
pub(super) fn date_in_address(address: &str) -> Option<Date> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let numbers: Vec<&str> = path.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    numbers.windows(3).find_map(|numbers| {
        let [year, month, day] = numbers else {
            return None;
        };
        let is_recent = matches!(year.parse(), Ok(1990..=2100));
        let is_date = year.len() == 4 && month.len() == 2 && day.len() == 2 && is_recent;
        is_date
            .then(|| Date::parse(&format!("{year}-{month}-{day}")))
            .flatten()
    })
}

/// The number of a month, given its name in lower case.
fn month_in(word: &str) -> Option<u8> {
    let known = MONTHS.iter().find(|(name, _)| *name == word);
    known.map(|(_, month)| *month).or_else(|| month_named(word))
}

/// A date of three numbers.
fn of_numbers(word: &str, order: DateOrder) -> Option<Date> {
    let mark = ['.', '/', '-']
        .into_iter()
        .find(|mark| word.contains(*mark))?;
    let parts: Vec<&str> = word.split(mark).collect();
    let [first, second, year] = parts.as_slice() else {
        return None;
    };
    let is_short = |part: &str| part.len() <= 2;
    if !is_short(first) || !is_short(second) || !matches!(year.len(), 2 | 4) {
        return None;
    }
    let [first, second, year] = [number_of(first)?, number_of(second)?, number_of(year)?];
    let year = if year < 100 { year + 2000 } else { year };
    let (day, month) = match order {
        _ if first == second => (first, second),
        _ if first > 12 => (first, second),
        _ if second > 12 => (second, first),
        DateOrder::DayFirst => (first, second),
        DateOrder::MonthFirst => (second, first),
        DateOrder::Unknown => return None,
    };
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// A date such as `2026年1月21日 10:30`.
fn ideographic(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, rest) = rest.split_once('日')?;
    let rest = rest.trim();
    if !rest.split_whitespace().all(is_time) {
        return None;
    }
    let [year, month, day] = [year, month, day].map(|part| number_of(part.trim()));
    Date::parse(&format!("{:04}-{:02}-{:02}", year?, month?, day?))
}

fn number_of(word: &str) -> Option<u16> {
    let digits = ["st", "nd", "rd", "th", "er", "º", "ª"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// Whether a word is the offset of a time zone, such as `+0200`.
fn is_zone(word: &str) -> bool {
    let digits = word.strip_prefix(['+', '-']).unwrap_or_default();
    matches!(digits.len(), 4 | 5) && is_time(digits)
}

/// Whether a word is a time, such as `10:15`, `10:15:30`, `10.15pm` or `8am`.
fn is_time(word: &str) -> bool {
    let time = word
        .trim_end_matches("am")
        .trim_end_matches("pm")
        .trim_end_matches('h');
    !time.is_empty()
        && time.len() <= 8
        && time
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'h'))
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, date_in_address, date_of};

    #[test]
    fn dates_in_words_are_read() {
        for (text, expected) in [
            ("2026-01-21T10:15:00+01:00", Some("2026-01-21")),
            ("Wednesday, January 21, 2026", Some("2026-01-21")),
            ("Published 21 Jan 2026, 10:15 GMT", Some("2026-01-21")),
            ("Jan. 21st, 2026 at 8pm ET", Some("2026-01-21")),
            ("January 2026", Some("2026-01")),
            ("Updated: 2026-01-21 | 10:15", Some("2026-01-21")),
            ("31 February 2026", None),
            ("21/01/2026", Some("2026-01-21")),
            ("1/21/2026", Some("2026-01-21")),
            ("02/01/2026", None),
            ("02.01.2026", None),
            ("14.05.2025, 10:30 Uhr", Some("2025-05-14")),
            ("14. Mai 2025", Some("2025-05-14")),
            (
                "Mittwoch, den 14. März 2025 um 10.30 Uhr",
                Some("2025-03-14"),
            ),
            ("Publié le 14 mai 2025 à 10h30", Some("2025-05-14")),
            ("le 1er août 2025", Some("2025-08-01")),
            ("14 de mayo de 2025", Some("2025-05-14")),
            ("mercoledì 14 maggio 2025", Some("2025-05-14")),
            ("14 de março de 2025", Some("2025-03-14")),
            ("2026年1月21日 10:30", Some("2026-01-21")),
            ("Posted: May 14, 2025 9:27 AM ET", Some("2025-05-14")),
            ("Im Mai 2025 tagte der Rat", None),
            ("3.5", None),
            ("99/99/2026", None),
            ("January 21", None),
            ("In January 2026 the commission met", None),
            ("1999", Some("1999")),
            ("", None),
        ] {
            let found = date_of(text, DateOrder::Unknown).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_language_tells_day_from_month() {
        for (tag, expected) in [
            ("en-US", Some("2026-02-01")),
            ("en-GB", Some("2026-01-02")),
            ("de", Some("2026-01-02")),
            ("", None),
        ] {
            let found = date_of("02/01/2026", DateOrder::of_language(tag));
            let found = found.map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{tag}");
        }
    }

    #[test]
    fn dates_in_addresses_are_read() {
        for (address, expected) in [
            ("https://a.example/2025/05/14/storm", Some("2025-05-14")),
            (
                "https://a.example/news/2025-05-14-storm.html",
                Some("2025-05-14"),
            ),
            ("https://a.example/2025/05/storm", None),
            ("https://a.example/2025/13/14/storm", None),
            ("https://a.example/?d=2025/05/14", None),
            ("https://a.example/1234/05/14/", None),
        ] {
            let found = date_in_address(address).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{address}");
        }
    }
}
