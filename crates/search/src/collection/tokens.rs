//! The words of a text for the index: a fast version of `text::words` with folding.

use model::TextRange;
use text::fold::fold_char;
use text::words::{is_word_char, words};

/// The maximum number of bytes that are indexed of a word; words of a query are cut the
/// same way.
pub(super) const LONGEST: usize = 64;

/// A word in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// Folded, cut to [`LONGEST`] bytes, never empty.
    pub(super) folded: &'t [u8],
    /// Its range in the text.
    pub(super) range: TextRange,
    /// Whether a blank line separates it from the previous word; no phrase crosses it.
    pub(super) after_break: bool,
}

/// Calls `each` with the words of a text, in order.
///
/// They are the words of [`words`], folded by [`fold_char`]. A run of plain ASCII, which
/// makes up most of most texts, is scanned with a table and copied only to lower its
/// capitals.
pub(super) fn for_each_token(text: &str, mut each: impl FnMut(Token<'_>)) {
    let bytes = text.as_bytes();
    let mut folded: Vec<u8> = Vec::with_capacity(LONGEST);
    let mut letters = String::new();
    let mut after_break = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 && !byte.is_ascii_alphanumeric() {
            after_break |= byte == b'\n' && bytes.get(at + 1) == Some(&b'\n');
            at += 1;
            continue;
        }
        let start = at;
        if byte < 0x80
            && let Some((end, capitals)) = ascii_word(bytes, start)
        {
            let word = bytes.get(start..end).unwrap_or_default();
            let word = word.get(..LONGEST).unwrap_or(word);
            let range = TextRange::new(start, end);
            if capitals {
                folded.clear();
                folded.extend(word.iter().map(u8::to_ascii_lowercase));
                each(Token {
                    folded: &folded,
                    range,
                    after_break,
                });
            } else {
                each(Token {
                    folded: word,
                    range,
                    after_break,
                });
            }
            after_break = false;
            at = end;
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let first = rest.chars().next();
        // Looking for the next word from each of many marks would be slow.
        let begins = first.is_some_and(is_word_char);
        match begins.then(|| words(rest).next()).flatten() {
            Some(word) => {
                letters.clear();
                for c in word.of(rest).chars() {
                    fold_char(c, &mut letters);
                }
                at = start + word.end as usize;
                let cut = cut(&letters);
                if !cut.is_empty() {
                    each(Token {
                        folded: cut.as_bytes(),
                        range: TextRange::new(start, at),
                        after_break,
                    });
                    after_break = false;
                }
            }
            None => at = start + first.map_or(1, char::len_utf8),
        }
    }
}

/// The first [`LONGEST`] bytes of a folded word, in whole characters.
pub(super) fn cut(folded: &str) -> &str {
    if folded.len() <= LONGEST {
        return folded;
    }
    let end = (0..=LONGEST)
        .rev()
        .find(|end| folded.is_char_boundary(*end))
        .unwrap_or(0);
    folded.get(..end).unwrap_or_default()
}

/// The end of the word that begins at `start`, and whether it has capitals; `None` if the
/// word may contain non-ASCII characters.
fn ascii_word(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let mut capitals = false;
    let mut at = start;
    loop {
        let Some(&byte) = bytes.get(at) else {
            return Some((at, capitals));
        };
        if byte.is_ascii_alphanumeric() {
            capitals |= byte.is_ascii_uppercase();
            at += 1;
            continue;
        }
        if byte >= 0x80 {
            return None;
        }
        if !matches!(byte, b'\'' | b'.' | b',') {
            return Some((at, capitals));
        }
        let last = bytes.get(at.wrapping_sub(1)).copied().unwrap_or(b' ');
        let Some(&next) = bytes.get(at + 1) else {
            return Some((at, capitals));
        };
        if next >= 0x80 {
            return None;
        }
        let letters = last.is_ascii_alphabetic() && next.is_ascii_alphabetic();
        let digits = last.is_ascii_digit() && next.is_ascii_digit();
        let joins = match byte {
            b'\'' => letters,
            b'.' => letters || digits,
            _ => digits,
        };
        if !joins {
            return Some((at, capitals));
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use text::fold::fold;

    fn tokens(text: &str) -> Vec<(String, TextRange)> {
        let mut found = Vec::new();
        for_each_token(text, |token| {
            let folded = String::from_utf8(token.folded.to_vec()).unwrap();
            found.push((folded, token.range));
        });
        found
    }

    #[test]
    fn a_blank_line_is_detected() {
        let mut breaks = Vec::new();
        for_each_token("One two.\n\nThree\nfour — \n\n five", |token| {
            breaks.push(token.after_break);
        });
        assert_eq!(breaks, [false, false, true, false, true]);
    }

    proptest! {
        #[test]
        fn tokens_are_the_folded_words(text in "([a-cA-C0-9'.,’ \\-é中ก\u{301}\n]|\\PC){0,40}") {
            let expected: Vec<(String, TextRange)> = words(&text)
                .map(|word| (fold(word.of(&text)), word))
                .filter(|(folded, _)| !folded.is_empty())
                .map(|(folded, word)| (cut(&folded).to_owned(), word))
                .collect();
            prop_assert_eq!(tokens(&text), expected);
        }
    }
}
