//! Words, the units that a query is matched against.

use model::TextRange;

/// The words of a text in order, as byte ranges.
///
/// A word is a run of letters, digits and marks. An apostrophe or a full stop between two
/// letters, and a full stop or comma between two digits, belong to it ("don’t", "U.S",
/// "3.5"); a hyphen separates words. In scripts written without spaces, each character is a
/// word, so a phrase of them can match any text.
///
/// This is a simplification of the word boundaries of Unicode Standard Annex 29 without its
/// property tables (40 kB in the bundle).
pub fn words(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| is_word_char(*c))?;
        let mut end = start + first.len_utf8();
        let mut last = first;
        while let Some(&(at, c)) = chars.peek() {
            if is_mark(c) || (is_word_char(c) && !stands_alone(last) && !stands_alone(c)) {
                end = at + c.len_utf8();
                if !is_mark(c) {
                    last = c;
                }
                chars.next();
                continue;
            }
            let following = text
                .get(at + c.len_utf8()..)
                .and_then(|rest| rest.chars().next());
            let joins = following.is_some_and(|next| joins_word(last, c, next));
            if !joins {
                break;
            }
            chars.next();
        }
        Some(TextRange::new(start, end))
    })
}

/// The beginning of a text: all of it if it has at most `limit` code points, otherwise the whole
/// words that fit, possibly none. It never ends within a grapheme or within a word with hyphens.
#[must_use]
pub fn beginning(text: &str, limit: usize) -> &str {
    let Some((reached, _)) = text.char_indices().nth(limit) else {
        return text;
    };
    let fits = words(text)
        .map(|word| word.end as usize)
        .take_while(|end| *end <= reached);
    let is_end = |end: &usize| {
        let (kept, rest) = text.split_at_checked(*end).unwrap_or_default();
        !kept.ends_with('\u{200D}') && !rest.starts_with(extends_grapheme) && !is_joined(rest)
    };
    let end = fits.filter(is_end).last().unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Whether a text begins with a hyphen that joins it to the word before it.
fn is_joined(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next();
    matches!(first, Some('-' | '\u{2010}' | '\u{2011}'))
        && characters.next().is_some_and(is_word_char)
}

/// Characters that are words of their own but may belong to the grapheme before them: those of
/// scripts in which vowels are added to consonants.
fn extends_grapheme(c: char) -> bool {
    matches!(u32::from(c), 0x0E33 | 0x0E80..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF)
}

/// Whether a character can be part of a word.
#[must_use]
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Combining marks that `char::is_alphanumeric` excludes, and joiners.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0xAD | 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF..=0x05C7
        | 0x0610..=0x061A | 0x0640 | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC
        | 0x06DF..=0x06ED | 0x093C | 0x094D | 0x09BC | 0x09CD | 0x0A3C | 0x0A4D | 0x0ABC
        | 0x0ACD | 0x0BCD | 0x0C4D | 0x0CCD | 0x0D4D | 0x0E31 | 0x0E34..=0x0E3A
        | 0x0E47..=0x0E4E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200C..=0x200D
        | 0x20D0..=0x20FF | 0x3099..=0x309A | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F)
}

/// Characters of scripts written without spaces between words.
fn stands_alone(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F
        | 0x20000..=0x323AF)
}

fn joins_word(before: char, c: char, after: char) -> bool {
    match c {
        '\'' | '\u{2019}' => before.is_alphabetic() && after.is_alphabetic(),
        '.' => {
            (before.is_alphabetic() && after.is_alphabetic())
                || (before.is_numeric() && after.is_numeric())
        }
        ',' => before.is_numeric() && after.is_numeric(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_kinds() {
        for (text, expected) in [
            ("", vec![]),
            ("  — … ", vec![]),
            ("Europe’s telecoms", vec!["Europe’s", "telecoms"]),
            (
                "high-risk third-country",
                vec!["high", "risk", "third", "country"],
            ),
            ("China-EU", vec!["China", "EU"]),
            (
                "U.S. and 3.5 or 1,200.",
                vec!["U.S", "and", "3.5", "or", "1,200"],
            ),
            ("‘quoted’ words", vec!["quoted", "words"]),
            ("Cafe\u{301} au lait", vec!["Cafe\u{301}", "au", "lait"]),
            ("欧盟委员会", vec!["欧", "盟", "委", "员", "会"]),
            ("EU委员会", vec!["EU", "委", "员", "会"]),
            ("カ\u{3099}ス", vec!["カ\u{3099}", "ス"]),
            ("हिन्दी भाषा", vec!["हिन्दी", "भाषा"]),
            ("\u{301}", vec!["\u{301}"]),
        ] {
            let found: Vec<_> = words(text).map(|range| range.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_beginning_ends_with_a_word() {
        for (text, limit, expected) in [
            ("one two three", 13, "one two three"),
            ("one two three", 12, "one two"),
            ("one two three", 6, "one"),
            ("one two three", 2, ""),
            ("high-risk goods", 5, ""),
            ("a high-risk good", 6, "a"),
            ("Cafe\u{301} au lait", 5, "Cafe\u{301}"),
            ("Cafe\u{301} au lait", 4, ""),
            ("欧盟委员会", 3, "欧盟委"),
            ("カ\u{3099}ス", 1, ""),
            ("ទៅ\u{200B}ណា", 1, ""),
            ("👩‍👩‍👧 one two", 7, ""),
            ("", 0, ""),
        ] {
            assert_eq!(beginning(text, limit), expected, "{text} {limit}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_beginning_is_not_longer_than_its_limit(text in "\\PC{0,40}", limit in 0usize..50) {
            let found = beginning(&text, limit);
            proptest::prop_assert!(text.starts_with(found));
            proptest::prop_assert!(found.chars().count() <= limit);
        }

        #[test]
        fn every_letter_and_digit_is_in_exactly_one_word(text in "\\PC*") {
            let found: Vec<_> = words(&text).collect();
            for pair in found.windows(2) {
                proptest::prop_assert!(pair[0].end <= pair[1].start);
            }
            for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                let at = TextRange::new(at, at + c.len_utf8());
                let holding = found.iter().filter(|word| word.contains(at)).count();
                proptest::prop_assert_eq!(holding, 1, "{:?}", c);
            }
        }
    }
}
