//! Sentences, the natural size of an excerpt.

use model::TextRange;

/// Abbreviations that a full stop follows within a sentence.
const ABBREVIATIONS: [&str; 67] = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col",
    "sgt", "capt", "maj", "adm", "rev", "hon", "st", "mt", "no", "nos", "vs", "e.g", "i.e", "cf",
    "d", "p", "pp", "art", "fig", "vol", "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "wis", "calif", "ala", "ariz", "ark", "colo", "conn",
    "fla", "ill", "kan", "mass", "mich", "minn", "neb", "okla", "ore", "tenn", "tex", "va", "wash",
    "pa",
];

/// Abbreviations that can also end a sentence: they do if the next word is one that opens
/// sentences.
const AT_EITHER_PLACE: [&str; 16] = [
    "u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "etc", "jr", "sr", "inc", "ltd", "co", "corp",
    "bros", "al",
];

/// Words that open a sentence far more often than they begin a name.
const OPENERS: [&str; 22] = [
    "The", "He", "She", "It", "They", "We", "But", "And", "In", "On", "At", "A", "An", "This",
    "That", "These", "His", "Her", "Its", "If", "When", "There",
];

/// The sentences of a text in order, as byte ranges without the white space around them.
/// Together they cover the whole text except white space. A blank line ends a sentence.
#[must_use]
pub fn sentences(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        let blank_line = c == '\n' && text.get(after..).is_some_and(|rest| rest.starts_with('\n'));
        if blank_line {
            push_trimmed(text, start, at, &mut found);
            start = after;
            continue;
        }
        if !is_terminator(c) {
            continue;
        }
        let mut end = after;
        while let Some(&(closing_at, closing)) = chars.peek() {
            if !is_terminator(closing) && !is_closing(closing) {
                break;
            }
            end = closing_at + closing.len_utf8();
            chars.next();
        }
        let before = text.get(start..at).unwrap_or_default();
        let rest = text.get(end..).unwrap_or_default();
        if ends_sentence(c, before, rest) {
            push_trimmed(text, start, end, &mut found);
            start = end;
        }
    }
    push_trimmed(text, start, text.len(), &mut found);
    found
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '」' | '』')
}

fn ends_sentence(terminator: char, before: &str, rest: &str) -> bool {
    if matches!(terminator, '。' | '！' | '？') {
        return true;
    }
    let Some(next) = rest.chars().next() else {
        return true;
    };
    if !next.is_whitespace() {
        return false;
    }
    let opens = |c: char| c.is_uppercase() || c.is_numeric() || !(c.is_alphabetic() || c == ',');
    if !rest.trim_start().chars().next().is_none_or(opens) {
        return false;
    }
    if terminator != '.' {
        return true;
    }
    let last = last_word(before);
    if is_initial(last) || is_one_of(&AT_EITHER_PLACE, last) {
        let next = rest.split_whitespace().next().unwrap_or_default();
        return OPENERS.contains(&next);
    }
    !is_one_of(&ABBREVIATIONS, last)
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a list of abbreviations, which are in ASCII, has a word in any case.
fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

fn last_word(text: &str) -> &str {
    let mut words =
        text.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘' | '-'));
    words.next().unwrap_or_default()
}

/// Whether a full stop after this text would belong to an abbreviation or an initial.
pub(crate) fn ends_with_abbreviation(before: &str) -> bool {
    let last = last_word(before);
    is_initial(last) || is_one_of(&AT_EITHER_PLACE, last) || is_one_of(&ABBREVIATIONS, last)
}

fn push_trimmed(text: &str, start: usize, end: usize, found: &mut Vec<TextRange>) {
    let stretch = text.get(start..end).unwrap_or_default();
    let kept = stretch.trim();
    if !kept.is_empty() {
        let from = start + (stretch.len() - stretch.trim_start().len());
        found.push(TextRange::new(from, from + kept.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_many_kinds() {
        for (text, expected) in [
            ("", vec![]),
            ("One. Two! Three?", vec!["One.", "Two!", "Three?"]),
            (
                "Rep. Smith (D-Wis.) spoke. He left.",
                vec!["Rep. Smith (D-Wis.) spoke.", "He left."],
            ),
            (
                "The U.S. Senate met at 3.5 per cent.",
                vec!["The U.S. Senate met at 3.5 per cent."],
            ),
            ("“Never.” He left.", vec!["“Never.”", "He left."]),
            ("“Why?” he asked.", vec!["“Why?” he asked."]),
            ("No stop\n\nNext block", vec!["No stop", "Next block"]),
            ("J. K. Rowling wrote.", vec!["J. K. Rowling wrote."]),
            (
                "It left the U.S. The firm paid on Jan. 22.",
                vec!["It left the U.S.", "The firm paid on Jan. 22."],
            ),
            (
                "Sen. Feingold, D-Wis. Chairman of it, met Acme Inc. Chairman Lee.",
                vec!["Sen. Feingold, D-Wis. Chairman of it, met Acme Inc. Chairman Lee."],
            ),
            ("他说。她走了。", vec!["他说。", "她走了。"]),
        ] {
            let found: Vec<_> = sentences(text).iter().map(|range| range.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn sentences_cover_everything_except_white_space(text in "[a-zA-Z .!?\n”“]*") {
            let strip = |text: &str| text.split_whitespace().collect::<String>();
            let joined: String = sentences(&text).iter().map(|range| range.of(&text)).collect();
            proptest::prop_assert_eq!(strip(&joined), strip(&text));
        }
    }
}
