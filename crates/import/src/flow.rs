//! The words of a block with their styles, while they are read piece by piece.

use model::{BlockKind, InlineStyle};

use super::draft::{Draft, Styled};

/// Words with their styles.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    text: String,
    styled: Vec<Styled>,
}

impl Flow {
    /// The words so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether there are no words.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds words in these styles. A style goes on if the words before have it too.
    pub(super) fn push(&mut self, words: &str, styles: &[InlineStyle]) {
        let start = self.text.len();
        self.text.push_str(words);
        self.style_from(start, styles);
    }

    /// Adds words in these styles, with one space in the place of white space of any length, and none
    /// at the start of the block or of a line.
    pub(super) fn push_evened(&mut self, words: &str, styles: &[InlineStyle]) {
        let start = self.text.len();
        for c in words.chars() {
            if !c.is_whitespace() || (c == '\u{A0}' && !self.text.is_empty()) {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
        self.style_from(start, styles);
    }

    /// Adds the end of a line, unless the block begins here.
    pub(super) fn end_line(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn style_from(&mut self, start: usize, styles: &[InlineStyle]) {
        let end = self.text.len();
        if start == end {
            return;
        }
        for style in styles {
            let before = self.styled.iter_mut().rev().take(8);
            let before = before
                .into_iter()
                .find(|before| before.end == start && before.style == *style);
            match before {
                Some(before) => before.end = end,
                None => self.styled.push(Styled {
                    start,
                    end,
                    style: style.clone(),
                }),
            }
        }
    }

    /// Removes a bullet that begins the words. Returns whether there was one.
    pub(super) fn drop_bullet(&mut self) -> bool {
        let words = self
            .text
            .trim_start()
            .strip_prefix(['•', '▪', '‣', '◦', '\u{B7}']);
        let words = words.filter(|words| words.starts_with(char::is_whitespace));
        let Some(words) = words.map(str::trim_start) else {
            return false;
        };
        let cut = self.text.len() - words.len();
        self.text.drain(..cut);
        for styled in &mut self.styled {
            styled.start = styled.start.saturating_sub(cut);
            styled.end = styled.end.saturating_sub(cut);
        }
        true
    }

    /// Adds other words with their styles.
    pub(super) fn append(&mut self, other: Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let styled = other.styled.into_iter().map(|styled| Styled {
            start: start + styled.start,
            end: start + styled.end,
            ..styled
        });
        self.styled.extend(styled);
    }

    /// Puts the words into an article as a block of this kind.
    pub(super) fn put(&self, kind: BlockKind, draft: &mut Draft) {
        draft.push(kind, &self.text, &self.styles_in(kind));
    }

    /// Like [`put`](Self::put), but never divides the block. Returns where its words begin in the text.
    pub(super) fn put_whole(&self, kind: BlockKind, draft: &mut Draft) -> Option<usize> {
        draft.push_undivided(kind, &self.text, &self.styles_in(kind))
    }

    /// The styles that the words have as a block of this kind. Headings are emphasised by themselves.
    fn styles_in(&self, kind: BlockKind) -> Vec<Styled> {
        let is_heading = matches!(kind, BlockKind::Heading(_));
        let is_link = |styled: &&Styled| matches!(styled.style, InlineStyle::Link(_));
        let styled = self.styled.iter();
        styled
            .filter(|styled| !is_heading || is_link(styled))
            .cloned()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;

    #[test]
    fn bullets_are_no_words() {
        for (words, expected) in [
            ("• one", "one"),
            ("•\t two", "two"),
            ("•three", "•three"),
            ("", ""),
        ] {
            let mut flow = Flow::default();
            flow.push(words, &[]);
            assert_eq!(flow.drop_bullet(), words != expected);
            assert_eq!(flow.text(), expected);
        }
    }

    #[test]
    fn styles_go_on_and_spaces_are_evened() {
        let mut flow = Flow::default();
        flow.push_evened("  One ", &[]);
        flow.push_evened(" two", &[InlineStyle::Strong]);
        flow.push_evened("\n three", &[InlineStyle::Strong]);
        let mut more = Flow::default();
        more.push(" four", &[InlineStyle::Emphasis]);
        flow.append(more);
        let mut draft = Draft::default();
        flow.put(BlockKind::Paragraph, &mut draft);
        let article = draft.finish("a", &mut Diagnostics::of("a"));
        assert_eq!(article.text, "One two three four");
        let styled: Vec<&str> = article.blocks[0]
            .inlines
            .iter()
            .map(|inline| inline.range.of(&article.text))
            .collect();
        assert_eq!(styled, ["two three", " four"]);
    }
}
