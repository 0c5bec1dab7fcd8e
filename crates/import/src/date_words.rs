//! Dates as pages and bylines write them.

use model::{Date, month_named};

/// Words that may accompany a date.
const BESIDE: [&str; 36] = [
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
    "utc",
    "gmt",
    "est",
    "edt",
    "et",
    "cet",
    "cest",
    "bst",
    "z",
];

/// The date in a short text: ISO 8601, or English with the month as a word ("Wednesday,
/// January 21, 2026", "Published 21 Jan 2026, 10:15 GMT"). `None` if the text contains
/// anything else. Dates with slashes are not read, because the order of day and month is
/// unknown.
pub(super) fn date_of(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    if let Some(date) = Date::parse(text) {
        return Some(date);
    }
    let (mut year, mut month, mut day, mut iso) = (None, None, None, None);
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '·' | '—'));
    for word in words {
        let word = word.trim_end_matches(['.', ':', ';']);
        if word.is_empty() || word == "-" || word == "–" {
            continue;
        }
        let lower = word.to_lowercase();
        let number = number_of(&lower);
        if let Some(found) = month_named(&lower) {
            month.get_or_insert(found);
        } else if let Some(date) = Date::parse(word).filter(|date| date.day.is_some()) {
            iso.get_or_insert(date);
        } else if let (Some(number), true) = (
            number,
            lower.len() == 4 && !lower.ends_with(char::is_alphabetic),
        ) {
            year.get_or_insert(number);
        } else if let Some(number) = number.filter(|number| (1..=31).contains(number)) {
            if day.is_none() {
                day = Some(number);
            }
        } else if !BESIDE.contains(&lower.as_str()) && !is_time(&lower) {
            return None;
        }
    }
    if iso.is_some() {
        return iso;
    }
    let (year, month) = (year?, month?);
    let written = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    Date::parse(&written)
}

fn number_of(word: &str) -> Option<u16> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
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
            .all(|byte| byte.is_ascii_digit() || byte == b':' || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::date_of;

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
            ("21/01/2026", None),
            ("January 21", None),
            ("In January 2026 the commission met", None),
            ("1999", Some("1999")),
            ("", None),
        ] {
            let found = date_of(text).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
