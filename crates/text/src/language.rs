//! Guesses the language of a text from its letters and commonest words.

/// The maximum number of characters to examine.
const LOOKED_AT: usize = 20_000;

/// Words that occur in nearly every sentence of one language and rarely in others.
const COMMON: [(&str, &str); 8] = [
    ("en", " the of and to in that is was for with said by from "),
    (
        "de",
        " der die und das nicht den von mit ist dem auch sich auf eine ",
    ),
    (
        "fr",
        " les des et est une dans que du pour qui pas sur au avec ",
    ),
    (
        "es",
        " el los las que del en una por con para es su como más ",
    ),
    (
        "it",
        " il di che della per sono non gli nel dei con una alla è ",
    ),
    ("pt", " o os que não uma do da em para com por ao dos foi "),
    (
        "nl",
        " het een van dat niet zijn voor op met aan te ook werd ",
    ),
    (
        "pl",
        " nie się na że jest z do przez jak od który po oraz to ",
    ),
];

/// The BCP 47 tag of the most likely language of a text; empty if it is unclear.
#[must_use]
pub fn guess(text: &str) -> &'static str {
    let end = text
        .char_indices()
        .nth(LOOKED_AT)
        .map_or(text.len(), |(at, _)| at);
    let text = text.get(..end).unwrap_or(text);
    by_script(text).unwrap_or_else(|| by_words(text))
}

/// Scripts that only one language uses, or nearly so.
fn by_script(text: &str) -> Option<&'static str> {
    const SCRIPTS: usize = 10;
    let mut counts = [0_usize; SCRIPTS];
    let mut letters = 0_usize;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        let script = match c {
            '\u{370}'..='\u{3FF}' => 0,
            '\u{400}'..='\u{52F}' => 1,
            '\u{590}'..='\u{5FF}' => 2,
            '\u{600}'..='\u{6FF}' => 3,
            '\u{900}'..='\u{97F}' => 4,
            '\u{E00}'..='\u{E7F}' => 5,
            '\u{3040}'..='\u{30FF}' => 6,
            '\u{AC00}'..='\u{D7AF}' => 7,
            '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => 8,
            _ => 9,
        };
        if let Some(count) = counts.get_mut(script) {
            *count += 1;
        }
    }
    let share = |script: usize| counts.get(script).copied().unwrap_or(0);
    // A Japanese text also has Chinese characters; a Korean one may.
    if share(8) + share(6) > letters / 2 && share(6) * 20 > letters {
        return Some("ja");
    }
    let most = (0..9).find(|script| share(*script) > letters / 2)?;
    let has = |signs: &[char]| text.contains(signs);
    Some(match most {
        0 => "el",
        1 if has(&['і', 'ї', 'є', 'ґ']) => "uk",
        1 if has(&['ы', 'э', 'ё']) => "ru",
        2 => "he",
        3 if has(&['ٹ', 'ڈ', 'ے']) => "ur",
        3 if has(&['پ', 'چ', 'گ', 'ژ']) => "fa",
        3 => "ar",
        4 => "hi",
        5 => "th",
        6 => "ja",
        7 => "ko",
        8 => "zh",
        _ => "",
    })
}

fn by_words(text: &str) -> &'static str {
    let mut counts = [0_usize; COMMON.len()];
    let mut all = 0_usize;
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        all += 1;
        let word = format!(" {} ", word.to_lowercase());
        for ((_, common), count) in COMMON.iter().zip(&mut counts) {
            *count += usize::from(common.contains(&word));
        }
    }
    let best = counts.iter().copied().max().unwrap_or(0);
    let rivals = counts.iter().filter(|count| **count * 4 > best * 3).count();
    let found = COMMON.iter().zip(counts).find(|(_, count)| *count == best);
    match found {
        Some(((tag, _), count)) if count >= 3 && count * 12 > all && rivals == 1 => tag,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn languages_are_recognised_by_letters_and_words() {
        for (text, tag) in [
            (
                "The commission said that it was the first of many steps to be taken in Europe.",
                "en",
            ),
            (
                "Die Kommission sagte, dass der Schritt nicht der letzte ist und die Arbeit mit dem Rat beginnt.",
                "de",
            ),
            (
                "La commission a dit que les mesures sont dans une loi et que le texte est pour tous.",
                "fr",
            ),
            ("Комиссия заявила, что это был первый шаг.", "ru"),
            ("وقالت المفوضية إن هذه هي الخطوة الأولى", "ar"),
            ("کمیسیون گفت این نخستین گام است", "fa"),
            ("委员会表示，这是第一步。", "zh"),
            ("委員会はこれが最初の一歩だと述べた。", "ja"),
            ("위원회는 이것이 첫 걸음이라고 말했다", "ko"),
            ("Lorem ipsum dolor sit amet", ""),
            ("", ""),
            ("12 34", ""),
        ] {
            assert_eq!(guess(text), tag, "{text}");
        }
    }
}
