//! Finds a name or a phrase in a text, as whole words.

use std::collections::{HashMap, HashSet};

use super::fold::fold_char;
use super::places::Places;
use super::words::is_word_char;
use model::{TextRange, sort};

/// Every occurrence of `phrase` in `text` as whole words (no letter or digit directly
/// before or after), in order, without overlaps. The letters must be the same, but the
/// first one may differ in case and accents: "the commission" occurs in "The commission
/// said". An empty phrase never occurs.
#[must_use]
pub fn occurrences(text: &str, phrase: &str) -> Vec<TextRange> {
    let mut chars = phrase.chars();
    let Some(first) = chars.next() else {
        return Vec::new();
    };
    let rest = chars.as_str();
    let starts = text.char_indices().filter(|(at, c)| {
        let after_first = at + c.len_utf8();
        same_but_for_case(*c, first)
            && text
                .get(after_first..)
                .is_some_and(|following| following.starts_with(rest))
    });
    whole_words(text, rest, starts)
}

/// Of the places where a first letter is followed by `rest`, those that are whole words, without
/// overlaps.
fn whole_words(
    text: &str,
    rest: &str,
    starts: impl Iterator<Item = (usize, char)>,
) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut taken_to = 0;
    for (at, c) in starts {
        let end = at + c.len_utf8() + rest.len();
        let Some((before, after)) = text.get(..at).zip(text.get(end..)) else {
            continue;
        };
        let last = rest.chars().next_back().unwrap_or(c);
        let is_whole = !joins(before.chars().next_back(), c)
            && after
                .chars()
                .next()
                .is_none_or(|next| !joins(Some(last), next));
        if at >= taken_to && is_whole {
            taken_to = end;
            found.push(TextRange::new(at, end));
        }
    }
    found
}

/// Finds many phrases in one text, as [`occurrences`] finds one.
#[derive(Debug)]
pub struct Phrases<'p, 't> {
    places: &'p mut Places<'t>,
    /// The letters of the text by their folded form.
    letters: HashMap<String, Vec<char>>,
}

impl<'p, 't> Phrases<'p, 't> {
    /// Prepares to find phrases in the text of `places`.
    #[must_use]
    pub fn of(places: &'p mut Places<'t>) -> Self {
        let distinct: HashSet<char> = places.text().chars().collect();
        let mut letters: HashMap<String, Vec<char>> = HashMap::new();
        for letter in distinct {
            letters.entry(folded(letter)).or_default().push(letter);
        }
        Self { places, letters }
    }

    /// Every occurrence of a phrase; see [`occurrences`].
    #[must_use]
    pub fn find(&mut self, phrase: &str) -> Vec<TextRange> {
        let mut chars = phrase.chars();
        let Some(first) = chars.next() else {
            return Vec::new();
        };
        let rest = chars.as_str();
        let mut starts = Vec::new();
        for letter in self.letters.get(&folded(first)).into_iter().flatten() {
            let written = format!("{letter}{rest}");
            let places = self.places.find(&written).into_iter();
            starts.extend(places.map(|at| (at as usize, *letter)));
        }
        sort(&mut starts, |(a, _), (b, _)| a.cmp(b));
        whole_words(self.places.text(), rest, starts.into_iter())
    }

    /// What two phrases have in common if they occur in the same places.
    #[must_use]
    pub fn key(phrase: &str) -> String {
        let mut chars = phrase.chars();
        let first = chars.next().map(folded).unwrap_or_default();
        format!("{first}\0{}", chars.as_str())
    }
}

fn folded(c: char) -> String {
    let mut folded = String::new();
    fold_char(c, &mut folded);
    folded
}

fn same_but_for_case(a: char, b: char) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(&b);
    }
    a == b || folded(a) == folded(b)
}

fn joins(before: Option<char>, after: char) -> bool {
    let in_word = |c: char| is_word_char(c) && !is_ideograph(c);
    before.is_some_and(in_word) && in_word(after)
}

fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0EFF | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0x20000..=0x323AF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_in_any_case_of_the_first_letter() {
        let text = "The commission said: the commission, its sub-commission and EUROPE’s EU, China-EU. 中国外交部";
        for (phrase, count) in [
            ("the commission", 2),
            ("commission", 3),
            ("commissio", 0),
            ("EUROPE", 1),
            ("EU", 2),
            ("eu", 0),
            ("外交部", 1),
            ("", 0),
        ] {
            let found = occurrences(text, phrase);
            assert_eq!(found.len(), count, "{phrase}");
            for range in found {
                assert_eq!(range.of(text).to_lowercase(), phrase.to_lowercase());
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn many_phrases_are_found_as_one_is(text in "[aAbBéÉ中 ]{0,60}", phrases in proptest::collection::vec("[aAbBéÉ中 ]{0,4}", 1..60)) {
            let mut places = Places::of(text.as_str());
            let mut many = Phrases::of(&mut places);
            for phrase in &phrases {
                proptest::prop_assert_eq!(many.find(phrase), occurrences(&text, phrase));
                let same = phrases.iter().filter(|other| Phrases::key(other) == Phrases::key(phrase));
                for other in same {
                    proptest::prop_assert_eq!(occurrences(&text, other), occurrences(&text, phrase));
                }
            }
        }
    }
}
