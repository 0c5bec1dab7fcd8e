//! What becomes of ranges when words of the text are replaced.

use crate::ranges::is_one_word;
use model::TextRange;

/// Words that take the place of others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Replacement {
    /// The range of the old words.
    pub(super) range: TextRange,
    /// The length of the new words, in bytes.
    pub(super) length: u32,
    /// How much of an insertion continues the word before it.
    joins_before: u32,
    /// How much of an insertion begins the word after it.
    joins_after: u32,
}

impl Replacement {
    /// New words in a text.
    pub(super) fn of(text: &str, range: TextRange, new: &str) -> Self {
        let before = text.get(..range.start as usize).unwrap_or_default();
        let after = text.get(range.end as usize..).unwrap_or_default();
        let (last, first) = match range.is_empty() {
            true => (before.chars().next_back(), after.chars().next()),
            false => (None, None),
        };
        Self {
            range,
            length: TextRange::new(0, new.len()).end,
            joins_before: continued(last, new.chars(), |near, next| [near, next]),
            joins_after: continued(first, new.chars().rev(), |near, next| [next, near]),
        }
    }

    /// Whether a range begins or ends in the old words or at one of their ends.
    pub(super) fn touches(&self, range: TextRange) -> bool {
        let holds = |offset: u32| (self.range.start..=self.range.end).contains(&offset);
        holds(range.start) || holds(range.end)
    }

    /// The range afterwards: what is left of it, with the new words if it held all the old ones.
    /// `None` if nothing is left. Words that are inserted at an end do not belong to it, unless
    /// they continue its word.
    pub(super) fn moved(&self, range: TextRange) -> Option<TextRange> {
        let old = self.range;
        let moved = if old.is_empty() {
            TextRange {
                start: match range.start.cmp(&old.start) {
                    std::cmp::Ordering::Less => range.start,
                    std::cmp::Ordering::Equal => old.start + self.length - self.joins_after,
                    std::cmp::Ordering::Greater => self.shifted(range.start),
                },
                end: match range.end.cmp(&old.start) {
                    std::cmp::Ordering::Less => range.end,
                    std::cmp::Ordering::Equal => old.start + self.joins_before,
                    std::cmp::Ordering::Greater => self.shifted(range.end),
                },
            }
        } else if range.end <= old.start {
            range
        } else if range.start >= old.end {
            TextRange {
                start: self.shifted(range.start),
                end: self.shifted(range.end),
            }
        } else if range.contains(old) {
            TextRange {
                start: range.start,
                end: self.shifted(range.end),
            }
        } else {
            TextRange {
                start: if range.start < old.start {
                    range.start
                } else {
                    self.shifted(old.end)
                },
                end: if range.end > old.end {
                    self.shifted(range.end)
                } else {
                    old.start
                },
            }
        };
        (!moved.is_empty()).then_some(moved)
    }

    /// An offset behind the old words, afterwards.
    pub(super) fn shifted(&self, offset: u32) -> u32 {
        offset
            .saturating_sub(self.range.end)
            .saturating_add(self.range.start)
            .saturating_add(self.length)
    }
}

/// The length of the characters that continue the word of an old one, from the nearest on.
/// `in_order` puts a character and the next one farther away into the order of the text.
fn continued(
    old: Option<char>,
    new: impl Iterator<Item = char>,
    in_order: impl Fn(char, char) -> [char; 2],
) -> u32 {
    let mut near = old;
    let continues = |next: &char| {
        let pair = near.map(|near| in_order(near, *next));
        near = Some(*next);
        pair.is_some_and(is_one_word)
    };
    new.take_while(continues).map(|c| c.len_utf8() as u32).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of `marked` (in brackets) after `old` became `new`.
    fn left(text: &str, old: &str, new: &str, marked: &str) -> Option<String> {
        let range_of = |words: &str| {
            let at = text.find(words).unwrap();
            TextRange::new(at, at + words.len())
        };
        let replacement = Replacement::of(text, range_of(old), new);
        let after = text.replacen(old, new, 1);
        let moved = replacement.moved(range_of(marked))?;
        Some(moved.of(&after).to_owned())
    }

    #[test]
    fn ranges_follow_their_words() {
        for (old, new, marked, expected) in [
            // The marked words hold all the old ones.
            ("crane", "heron", "a crane sang", Some("a heron sang")),
            ("crane", "heron", "crane", Some("heron")),
            ("crane", "", "a crane", Some("a ")),
            ("crane", "", "crane", None),
            // Some of the marked words are old ones.
            ("crane sang", "heron", "a crane", Some("a ")),
            ("a crane", "heron", "crane sang", Some(" sang")),
            ("a crane sang", "heron", "crane", None),
            // The marked words are beside the old ones.
            ("a ", "", "crane", Some("crane")),
            ("a ", "one ", "crane", Some("crane")),
            (" sang", " sung", "crane", Some("crane")),
            ("today", "now", "crane", Some("crane")),
            ("There", "Here", "crane", Some("crane")),
        ] {
            let text = "There a crane sang today";
            assert_eq!(
                left(text, old, new, marked).as_deref(),
                expected,
                "{old} {new} {marked}"
            );
        }
    }

    #[test]
    fn an_insertion_belongs_to_the_word_that_it_continues() {
        for (text, at, new, marked, expected) in [
            ("a cran sang", 6, "e", (2, 6), "crane"),
            ("a cran sang", 6, "es and owls", (2, 6), "cranes"),
            ("a cran sang", 6, " owl", (2, 6), "cran"),
            ("a rane sang", 2, "c", (2, 6), "crane"),
            ("a rane sang", 2, "big c", (2, 6), "crane"),
            ("a crane", 2, "big ", (2, 7), "crane"),
            ("a crne", 4, "a", (2, 6), "crane"),
            ("欧盟", 3, "洲", (0, 3), "欧"),
            ("欧盟", 3, "洲", (3, 6), "盟"),
            ("欧盟", 3, "洲", (0, 6), "欧洲盟"),
        ] {
            let replacement = Replacement::of(text, TextRange::new(at, at), new);
            let mut after = text.to_owned();
            after.insert_str(at, new);
            let moved = replacement
                .moved(TextRange::new(marked.0, marked.1))
                .unwrap();
            assert_eq!(moved.of(&after), expected, "{text} {new}");
        }
    }
}
