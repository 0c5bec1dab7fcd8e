//! Finds many words in one text.

use std::borrow::Cow;

use model::TextRange;

use crate::suffix_array::SuffixArray;

/// The number of times that a text is read from its beginning before it is sorted.
const READINGS: usize = 40;

/// Finds where words occur in one text, again and again. It reads the text a few times, and
/// then sorts it, so any number of words take time linear in their length.
#[derive(Clone, Debug)]
pub struct Places<'t> {
    text: Cow<'t, str>,
    readings: usize,
    sorted: Option<SuffixArray>,
}

impl<'t> Places<'t> {
    /// Prepares to find words in a text.
    #[must_use]
    pub fn of(text: impl Into<Cow<'t, str>>) -> Self {
        Self {
            text: text.into(),
            readings: 0,
            sorted: None,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The places of words, in order. They may overlap. No words occur nowhere.
    pub fn find(&mut self, words: &str) -> Vec<u32> {
        let Some(first) = words.chars().next().map(char::len_utf8) else {
            return Vec::new();
        };
        self.read_again();
        if let Some(sorted) = &self.sorted {
            let mut places = sorted.places(&self.text, words).to_vec();
            places.sort_unstable();
            return places;
        }
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(at) = self.text.get(from..).and_then(|rest| rest.find(words)) {
            places.push(TextRange::new(from + at, 0).start);
            from += at + first;
        }
        places
    }

    /// Whether the words of a range occur only there.
    pub fn is_unique(&mut self, range: TextRange) -> bool {
        self.read_again();
        if let Some(sorted) = &self.sorted {
            return sorted.is_unique(&self.text, range);
        }
        let words = range.of(&self.text);
        let after_first = words.chars().next().map_or(0, char::len_utf8);
        let rest = self.text.get(range.start as usize + after_first..);
        let is_first = self.text.find(words) == Some(range.start as usize);
        is_first && !rest.is_some_and(|rest| rest.contains(words))
    }

    /// Sorts the text if it was read often enough.
    fn read_again(&mut self) {
        self.readings += 1;
        if self.readings > READINGS && self.sorted.is_none() {
            self.sorted = Some(SuffixArray::of(&self.text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_sorted_text_answers_like_an_unsorted_one(text in "[abé ]{1,60}", words in "[abé ]{0,4}", at in 0usize..60) {
            let mut unsorted = Places::of(text.as_str());
            let mut sorted = Places { readings: READINGS, ..Places::of(text.as_str()) };
            prop_assert_eq!(unsorted.find(&words), sorted.find(&words));
            prop_assert!(unsorted.sorted.is_none() && (words.is_empty() || sorted.sorted.is_some()));
            if let Some(start) = text.char_indices().nth(at).map(|(at, _)| at) {
                let end = text[start..].find(' ').map_or(text.len(), |end| start + end);
                let range = TextRange::new(start, end);
                prop_assume!(!range.is_empty());
                prop_assert_eq!(unsorted.is_unique(range), sorted.is_unique(range));
            }
        }
    }
}
