//! Properties that hold for every article, whatever file it came from.

use model::{Article, InlineStyle};

/// Checks one article.
///
/// # Panics
/// If a property does not hold.
pub(crate) fn check(article: &Article) {
    let mut end = 0;
    for (number, block) in article.blocks.iter().enumerate() {
        let words = block.range.of(&article.text);
        assert!(
            !words.trim().is_empty() && !words.contains("\n\n"),
            "{words:?}"
        );
        assert_eq!(
            block.range.start as usize,
            if number == 0 { 0 } else { end + 2 }
        );
        end = block.range.end as usize;
        assert!(
            block.inlines.len() <= 4 * words.chars().count().max(8),
            "{words:.80}"
        );
        for inline in &block.inlines {
            assert!(block.range.contains(inline.range));
            if let InlineStyle::Link(url) = &inline.style {
                let url = url.as_str().to_ascii_lowercase();
                assert!(
                    url.starts_with("http://") || url.starts_with("https://"),
                    "{url}"
                );
            }
        }
    }
    assert_eq!(end, article.text.len());
    assert!(!article.metadata.title.is_empty());
}
