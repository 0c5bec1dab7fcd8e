//! Byte offsets to code points and back: the one place where an edge is crossed.

use crate::model::{CodePointRange, TextRange};

/// Converts ranges of one text between bytes and code points.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
}

impl<'a> CodePoints<'a> {
    /// For this text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        Self { text }
    }

    /// The range in code points. Offsets past the end, or within a code point, are
    /// moved down to the next boundary. Takes time linear in the range's end.
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

    /// The range in bytes. Offsets past the end become the end.
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
        fn there_and_back(text in ".*", a in 0u32..64, b in 0u32..64) {
            let count = u32::try_from(text.chars().count()).unwrap();
            let (start, end) = (a.min(b).min(count), a.max(b).min(count));
            let points = CodePoints::of(&text);
            let range = CodePointRange { start, end };
            prop_assert_eq!(points.from_bytes(points.to_bytes(range)), range);
        }
    }
}
