//! Converts byte offsets to code points and back. No other module does this.

use model::{CodePointRange, TextRange};

/// Converts ranges of one text between bytes and code points.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
}

impl<'a> CodePoints<'a> {
    /// Creates a converter for this text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        Self { text }
    }

    /// Converts a range to code points. Offsets past the end or within a code point move
    /// down to the next boundary. Takes time linear in the end of the range.
    #[must_use]
    pub fn from_bytes(&self, range: TextRange) -> CodePointRange {
        let count = |offset: u32| {
            let before = self.text.char_indices();
            let reached = before.take_while(|(at, c)| at + c.len_utf8() <= offset as usize);
            u32::try_from(reached.count()).unwrap_or(u32::MAX)
        };
        CodePointRange {
            start: count(range.start),
            end: count(range.end),
        }
    }

    /// Converts a range to bytes. Offsets past the end become the end.
    #[must_use]
    pub fn to_bytes(&self, range: CodePointRange) -> TextRange {
        let offset = |count: u32| {
            let mut at = self.text.char_indices();
            at.nth(count as usize)
                .map_or(self.text.len(), |(offset, _)| offset)
        };
        TextRange::new(offset(range.start), offset(range.end))
    }
}

/// Converts many ranges of one text, like [`CodePoints`], but in about constant time for
/// each range after one pass over the text.
#[derive(Clone, Debug)]
pub struct CodePointIndex<'a> {
    text: &'a str,
    /// The byte at which each run of [`STRETCH`] code points begins.
    stretches: Vec<u32>,
}

/// The number of code points between two stored offsets.
const STRETCH: u32 = 64;

impl<'a> CodePointIndex<'a> {
    /// Creates an index of this text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let starts = text.char_indices().step_by(STRETCH as usize);
        let stretches = starts.map(|(at, _)| TextRange::new(at, at).start).collect();
        Self { text, stretches }
    }

    /// Converts a range to code points; see [`CodePoints::from_bytes`].
    #[must_use]
    pub fn from_bytes(&self, range: TextRange) -> CodePointRange {
        let count = |offset: u32| {
            let stretch = self.stretches.partition_point(|start| *start <= offset);
            let stretch = stretch.saturating_sub(1);
            let start = self.stretches.get(stretch).copied().unwrap_or(0);
            let rest = self.text.get(start as usize..).unwrap_or_default();
            let within = CodePoints::of(rest).from_bytes(TextRange {
                start: 0,
                end: offset.saturating_sub(start),
            });
            (stretch as u32)
                .saturating_mul(STRETCH)
                .saturating_add(within.end)
        };
        CodePointRange {
            start: count(range.start),
            end: count(range.end),
        }
    }

    /// Converts a range to bytes; see [`CodePoints::to_bytes`].
    #[must_use]
    pub fn to_bytes(&self, range: CodePointRange) -> TextRange {
        let offset = |count: u32| {
            let Some(start) = self.stretches.get((count / STRETCH) as usize) else {
                return self.text.len();
            };
            let start = *start as usize;
            let rest = self.text.get(start..).unwrap_or_default();
            let mut within = rest.char_indices();
            let within = within.nth((count % STRETCH) as usize);
            start + within.map_or(rest.len(), |(at, _)| at)
        };
        TextRange::new(offset(range.start), offset(range.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn code_points_are_not_bytes() {
        let text = "a“é𝄞”z";
        let points = CodePoints::of(text);
        let range = TextRange::new(1, 1 + 3 + 2 + 4 + 3);
        assert_eq!(range.of(text), "“é𝄞”");
        assert_eq!(
            points.from_bytes(range),
            CodePointRange { start: 1, end: 5 }
        );
    }

    proptest! {
        #[test]
        fn code_points_survive_a_round_trip_through_bytes(text in ".*", a in 0u32..64, b in 0u32..64) {
            let count = u32::try_from(text.chars().count()).unwrap();
            let (start, end) = (a.min(b).min(count), a.max(b).min(count));
            let points = CodePoints::of(&text);
            let range = CodePointRange { start, end };
            prop_assert_eq!(points.from_bytes(points.to_bytes(range)), range);
        }

        #[test]
        fn the_index_converts_like_the_plain_count(text in "[aé𝄞]{0,200}", a in 0u32..900, b in 0u32..900) {
            let (start, end) = (a.min(b), a.max(b));
            let (points, index) = (CodePoints::of(&text), CodePointIndex::of(&text));
            let range = CodePointRange { start, end };
            prop_assert_eq!(index.to_bytes(range), points.to_bytes(range));
            let range = TextRange { start, end };
            prop_assert_eq!(index.from_bytes(range), points.from_bytes(range));
        }
    }
}
