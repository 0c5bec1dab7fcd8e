//! The terms of a text for the index: a fast version of `text::words` with `text::terms`.

use model::TextRange;
use text::terms::{for_each_term, is_hyphen, joins_terms};
use text::words::{is_word_char, words};

/// The maximum number of bytes that are indexed of a word; words of a query are cut the
/// same way.
pub(crate) const LONGEST: usize = 64;

/// A word in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// Folded, cut to [`LONGEST`] bytes, never empty.
    pub(crate) folded: &'t [u8],
    /// Its range in the text.
    pub(crate) range: TextRange,
    /// Whether a blank line separates it from the previous word; no phrase crosses it.
    pub(crate) after_break: bool,
    /// Whether it and the previous word are also written as one: only a hyphen stands between
    /// them.
    pub(crate) is_joined: bool,
}

/// Calls `each` with the words of a text, in order.
///
/// They are the terms ([`for_each_term`]) of the words of [`words`]. A run of plain ASCII, which
/// makes up most of most texts, is scanned with a table and copied only to lower its
/// capitals.
pub(crate) fn for_each_token(text: &str, mut each: impl FnMut(Token<'_>)) {
    let bytes = text.as_bytes();
    let mut folded: Vec<u8> = Vec::with_capacity(LONGEST);
    let mut after_break = false;
    let mut at = 0;
    // The end of the last word.
    let mut last = None;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 && !byte.is_ascii_alphanumeric() {
            after_break |= byte == b'\n' && bytes.get(at + 1) == Some(&b'\n');
            at += 1;
            continue;
        }
        let start = at;
        let is_joined = last.is_some_and(|last| is_joined(text, last, start));
        if byte < 0x80
            && let Some(Ascii {
                end,
                capitals,
                plain,
            }) = ascii_word(bytes, start)
            && plain
        {
            let word = bytes.get(start..end).unwrap_or_default();
            let word = word.get(..LONGEST).unwrap_or(word);
            let word = if capitals {
                folded.clear();
                folded.extend(word.iter().map(u8::to_ascii_lowercase));
                &folded
            } else {
                word
            };
            each(Token {
                folded: word,
                range: TextRange::new(start, end),
                after_break,
                is_joined,
            });
            after_break = false;
            last = Some(end);
            at = end;
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let first = rest.chars().next();
        // Looking for the next word from each of many marks would be slow.
        let begins = first.is_some_and(is_word_char);
        match begins.then(|| words(rest).next()).flatten() {
            Some(word) => {
                at = start + word.end as usize;
                let written = word.of(rest);
                for_each_term(written, |term, range| {
                    let cut = cut(term);
                    if cut.is_empty() {
                        return;
                    }
                    let shift = |offset: u32| start + offset as usize;
                    let is_second = range.start > 0;
                    each(Token {
                        folded: cut.as_bytes(),
                        range: TextRange::new(shift(range.start), shift(range.end)),
                        after_break,
                        is_joined: if is_second {
                            joins_terms(written)
                        } else {
                            is_joined
                        },
                    });
                    after_break = false;
                    last = Some(at);
                });
            }
            None => at = start + first.map_or(1, char::len_utf8),
        }
    }
}

/// Like [`for_each_token`], but compiled only once: a page counts its bytes.
pub(crate) fn each_token(text: &str, each: &mut dyn FnMut(Token<'_>)) {
    for_each_token(text, each);
}

/// Whether only a hyphen stands between the end of a word and the start of the next.
fn is_joined(text: &str, end: usize, start: usize) -> bool {
    start > end && start - end <= 3 && text.get(end..start).is_some_and(is_hyphen)
}

/// The first [`LONGEST`] bytes of a folded word, in whole characters.
pub(crate) fn cut(folded: &str) -> &str {
    if folded.len() <= LONGEST {
        return folded;
    }
    let end = (0..=LONGEST)
        .rev()
        .find(|end| folded.is_char_boundary(*end))
        .unwrap_or(0);
    folded.get(..end).unwrap_or_default()
}

/// Two words as one, cut like any other word.
pub(crate) fn joined(first: &[u8], second: &[u8]) -> Vec<u8> {
    let both = [first, second].concat();
    match String::from_utf8(both) {
        Ok(both) => cut(&both).as_bytes().to_vec(),
        Err(_) => first.to_vec(),
    }
}

/// A word of ASCII characters.
struct Ascii {
    end: usize,
    capitals: bool,
    /// Whether its term is the word in small letters.
    plain: bool,
}

/// The word that begins at `start`; `None` if it may contain non-ASCII characters.
fn ascii_word(bytes: &[u8], start: usize) -> Option<Ascii> {
    let (mut capitals, mut plain) = (0, true);
    let mut at = start;
    let found = |end: usize, capitals: usize, plain: bool| Ascii {
        end,
        capitals: capitals > 0,
        // Capitals may be another word than the small letters: US, IT, WHO.
        plain: plain && (capitals < 2 || end - start > 3),
    };
    loop {
        let Some(&byte) = bytes.get(at) else {
            return Some(found(at, capitals, plain));
        };
        if byte.is_ascii_alphanumeric() {
            capitals += usize::from(byte.is_ascii_uppercase());
            at += 1;
            continue;
        }
        if byte >= 0x80 {
            return None;
        }
        if !matches!(byte, b'\'' | b'.' | b',') {
            return Some(found(at, capitals, plain));
        }
        let last = bytes.get(at.wrapping_sub(1)).copied().unwrap_or(b' ');
        let Some(&next) = bytes.get(at + 1) else {
            return Some(found(at, capitals, plain));
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
            return Some(found(at, capitals, plain));
        }
        plain = false;
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(text: &str) -> Vec<(String, TextRange)> {
        let mut found = Vec::new();
        for_each_token(text, |token| {
            let folded = String::from_utf8(token.folded.to_vec()).unwrap();
            found.push((folded, token.range));
        });
        found
    }

    #[test]
    fn words_joined_by_a_hyphen_are_detected() {
        let mut joined = Vec::new();
        let text = "De-risking and O'Brien’s café-goers, l’Abbé - high -risk COVID\u{2011}19";
        for_each_token(text, |token| {
            if token.is_joined {
                joined.push(token.range.of(text).to_owned());
            }
        });
        assert_eq!(joined, ["risking", "Brien’s", "goers", "19"]);
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
        fn tokens_are_the_folded_words(text in "([a-cA-CUSIT0-9'.,’ \\-é中ก\u{301}\n]|\\PC){0,40}") {
            let mut expected = Vec::new();
            for word in words(&text) {
                for_each_term(word.of(&text), |term, range| {
                    let shift = |offset: u32| (word.start + offset) as usize;
                    if !term.is_empty() {
                        let range = TextRange::new(shift(range.start), shift(range.end));
                        expected.push((cut(term).to_owned(), range));
                    }
                });
            }
            prop_assert_eq!(tokens(&text), expected);
        }
    }
}
