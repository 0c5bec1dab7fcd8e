//! Text between quotation marks, in tokens.

use std::ops::Range;

use super::document::Document;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The tokens between the marks.
    pub inside: Range<usize>,
    /// The quotation, including its marks.
    pub whole: Range<usize>,
    /// The index of its paragraph.
    pub paragraph: usize,
    /// Whether it continues the previous quotation across paragraphs.
    pub continues: bool,
    /// Whether it has single marks, which may also enclose words that nobody said.
    pub single: bool,
}

/// The outermost quotations of a text, in order. Takes time linear in its length.
#[must_use]
pub fn quotations(document: &Document) -> Vec<Quoted> {
    let tokens = &document.tokens;
    let token_from = |byte: u32| tokens.partition_point(|token| token.range.start < byte);
    let found = text::quotation_marks::quotations(document.text).into_iter();
    found
        .map(|quotation| {
            let first = token_from(quotation.whole.start);
            Quoted {
                inside: token_from(quotation.inside.start)..token_from(quotation.inside.end),
                whole: first..token_from(quotation.whole.end),
                paragraph: document
                    .paragraphs
                    .partition_point(|paragraph| paragraph.end <= first),
                continues: quotation.continues,
                single: quotation.single,
            }
        })
        .filter(|quoted| !quoted.inside.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_returned_in_tokens() {
        let text = "He said: “One.\n“Two,” and ‘three’.";
        let document = Document::of(text);
        let found = quotations(&document);
        let inside: Vec<_> = found
            .iter()
            .map(|quoted| document.bytes(&quoted.inside).of(text))
            .collect();
        assert_eq!(inside, ["One.", "Two,", "three"]);
        let whole: Vec<_> = found
            .iter()
            .map(|quoted| document.bytes(&quoted.whole).of(text))
            .collect();
        assert_eq!(whole, ["“One.", "“Two,”", "‘three’"]);
        let facts: Vec<_> = found
            .iter()
            .map(|quoted| (quoted.paragraph, quoted.continues, quoted.single))
            .collect();
        assert_eq!(
            facts,
            [(0, false, false), (1, true, false), (1, false, true)]
        );
    }
}
