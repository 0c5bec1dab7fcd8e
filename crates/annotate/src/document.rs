//! A text divided into paragraphs, sentences and tokens for the annotator.

use crate::lexicon::Classes;
use std::ops::Range;

use super::tokens::{Token, tokenize};
use model::TextRange;
use text::sentences::sentences;

/// A text and its tokens. Each line is a paragraph; the ranges of sentences and paragraphs
/// count tokens.
pub struct Document<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// Its sentences.
    pub sentences: Vec<Range<usize>>,
    /// Its paragraphs; none is empty.
    pub paragraphs: Vec<Range<usize>>,
}

impl<'t> Document<'t> {
    /// Divides a text, in time linear in its length.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut found = Vec::new();
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let paragraph = tokens.len();
            for sentence in sentences(line) {
                let first = tokens.len();
                let range = TextRange::new(
                    start + sentence.start as usize,
                    start + sentence.end as usize,
                );
                tokenize(text, range, &mut tokens);
                if tokens.len() > first {
                    found.push(first..tokens.len());
                }
            }
            if tokens.len() > paragraph {
                paragraphs.push(paragraph..tokens.len());
            }
            start += line.len();
        }
        Self {
            text,
            tokens,
            sentences: found,
            paragraphs,
        }
    }

    /// The tokens of a range.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> &[Token] {
        self.tokens.get(range.clone()).unwrap_or_default()
    }

    /// The token at this index.
    #[must_use]
    pub fn token(&self, at: usize) -> Option<&Token> {
        #[cfg(test)]
        LOOKS.set(LOOKS.get() + 1);
        self.tokens.get(at)
    }

    /// The hash of the word at this index; 0 behind the end.
    #[must_use]
    pub fn hash(&self, at: usize) -> u32 {
        self.token(at).map_or(0, |token| token.word)
    }

    /// Whether the token at this index is in any of these classes.
    #[must_use]
    pub fn is(&self, at: usize, classes: Classes) -> bool {
        self.token(at).is_some_and(|token| token.is(classes))
    }

    /// The text of a token.
    #[must_use]
    pub fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| token.range.of(self.text))
    }

    /// The byte range from the first token to the last.
    #[must_use]
    pub fn bytes(&self, range: &Range<usize>) -> TextRange {
        let tokens = self.slice(range);
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => TextRange {
                start: first.range.start,
                end: last.range.end,
            },
            _ => TextRange::default(),
        }
    }
}

#[cfg(test)]
std::thread_local! {
    /// The number of tokens that the rules have examined on this thread, as a measure of
    /// work.
    pub(super) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}
