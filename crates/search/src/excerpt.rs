//! A passage of the text with enough context to understand it.

use model::{Article, TextRange};
use text::words::words;

/// A passage and its context, as three consecutive strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The text before the passage; begins with "…" if it was cut.
    pub before: String,
    /// The passage itself.
    pub place: String,
    /// The text after the passage; ends with "…" if it was cut.
    pub after: String,
}

/// An excerpt of the block that contains `place`: whole words, about `around` bytes on each
/// side.
#[must_use]
pub fn excerpt(article: &Article, place: TextRange, around: u32) -> Excerpt {
    let holding = article
        .blocks
        .iter()
        .find(|block| block.range.contains(place));
    let block = holding.map_or(place, |block| block.range);
    let text = article.words(block);
    let shown = |word: &TextRange| {
        let (start, end) = (block.start + word.start, block.start + word.end);
        end + around >= place.start && start <= place.end + around
    };
    let kept: Vec<TextRange> = words(text).filter(shown).collect();
    let first = kept
        .first()
        .map_or(place.start, |word| block.start + word.start)
        .min(place.start);
    let last = kept
        .last()
        .map_or(place.end, |word| block.start + word.end)
        .max(place.end);
    let cut_before = words(text)
        .next()
        .is_some_and(|word| block.start + word.start < first);
    let cut_after = words(text).any(|word| block.start + word.start >= last);
    let (first, last) = (
        if cut_before { first } else { block.start },
        if cut_after { last } else { block.end },
    );
    let part = |start, end| article.words(TextRange { start, end });
    Excerpt {
        before: format!(
            "{}{}",
            if cut_before { "…" } else { "" },
            part(first, place.start)
        ),
        place: article.words(place).to_owned(),
        after: format!(
            "{}{}",
            part(place.end, last),
            if cut_after { "…" } else { "" }
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::article_from_markdown;

    #[test]
    fn an_excerpt_is_cut_between_words() {
        let text =
            "---\ntitle: T\nlanguage: en\n---\nFirst.\n\n“One two three four five six,” seven.";
        let (article, _) = article_from_markdown("a", "a.md", text);
        let at = article.text.find("four").unwrap();
        let place = TextRange::new(at, at + 4);
        let parts = |around| {
            let found = excerpt(&article, place, around);
            (found.before, found.place, found.after)
        };
        let own = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(parts(6), own("…three ", "four", " five six…"));
        assert_eq!(
            parts(100),
            own("“One two three ", "four", " five six,” seven.")
        );
    }
}
