//! The sentences around the words of a claim, so that a fragment is not mistaken for a whole.

use model::{Article, Claim, TextRange, sort};
use text::sentences::sentences;

/// The longest passage between or around the words of a claim that is shown whole, in bytes.
const LONGEST: usize = 320;
/// How much is kept at each end of a longer passage that stays, in bytes.
const KEPT: usize = 120;

/// A part of the sentences that contain a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentencePart {
    /// Its place in the article's text.
    pub range: TextRange,
    /// What it is to the claim.
    pub role: Role,
}

/// What a part is to the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Words of the claim.
    Content,
    /// A quotation mark next to them, with the comma or full stop before it.
    Mark,
    /// The writer's words around them.
    Context,
    /// Words around them that are too many to be shown.
    LeftOut,
}

/// The sentences from the first word of a claim to its last, in parts. Together the
/// parts cover these sentences without gaps; empty if the claim has no words.
#[must_use]
pub fn in_sentences(article: &Article, claim: &Claim) -> Vec<SentencePart> {
    let mut content: Vec<TextRange> = claim
        .content
        .iter()
        .copied()
        .filter(|range| !article.words(*range).is_empty())
        .collect();
    sort(&mut content, |a, b| a.start.cmp(&b.start));
    let (Some(first), Some(last)) = (
        content.first().copied(),
        content.iter().map(|range| range.end).max(),
    ) else {
        return Vec::new();
    };
    let start = sentence_at(article, first.start).map_or(first.start, |sentence| sentence.start);
    let end = sentence_at(article, last - 1).map_or(last, |sentence| sentence.end);
    let mut found = SentenceParts {
        text: &article.text,
        list: Vec::new(),
    };
    let mut at = start.min(first.start);
    for range in content {
        // Pieces that overlap are joined.
        let from = range.start.max(at);
        if range.end <= from {
            continue;
        }
        found.between(at, from, at == start.min(first.start));
        found.push(from, range.end, Role::Content);
        at = range.end;
    }
    found.after(at, end.max(last));
    found.list
}

/// The sentence that contains a byte, within its block.
fn sentence_at(article: &Article, at: u32) -> Option<TextRange> {
    let block = article
        .blocks
        .partition_point(|block| block.range.end <= at);
    let block = article.blocks.get(block)?.range;
    let within = at.checked_sub(block.start)?;
    let all = sentences(article.words(block));
    let found = all
        .iter()
        .find(|sentence| sentence.end > within)
        .filter(|sentence| sentence.start <= within)?;
    Some(TextRange {
        start: block.start + found.start,
        end: block.start + found.end,
    })
}

struct SentenceParts<'a> {
    text: &'a str,
    list: Vec<SentencePart>,
}

impl SentenceParts<'_> {
    fn words(&self, start: u32, end: u32) -> &str {
        TextRange { start, end }.of(self.text)
    }

    fn push(&mut self, start: u32, end: u32, role: Role) {
        if start < end {
            let range = TextRange { start, end };
            self.list.push(SentencePart { range, role });
        }
    }

    /// The passage before some words of the claim, and after others if it is not the first.
    fn between(&mut self, start: u32, end: u32, is_first: bool) {
        let passage = self.words(start, end);
        let opening = len(opening_mark(passage));
        let rest = passage
            .get(..passage.len() - opening as usize)
            .unwrap_or_default();
        let closing = if is_first { 0 } else { len(closing_mark(rest)) };
        self.push(start, start + closing, Role::Mark);
        let keep = if is_first { [0, KEPT] } else { [KEPT, KEPT] };
        self.context(start + closing, end - opening, keep);
        self.push(end - opening, end, Role::Mark);
    }

    /// The passage after the last words.
    fn after(&mut self, start: u32, end: u32) {
        let closing = len(closing_mark(self.words(start, end)));
        self.push(start, start + closing, Role::Mark);
        self.context(start + closing, end, [KEPT, 0]);
    }

    /// The writer's words. Of a long passage, at most `keep` bytes at its beginning and end.
    fn context(&mut self, start: u32, end: u32, keep: [usize; 2]) {
        let passage = self.words(start, end);
        if passage.len() <= LONGEST {
            return self.push(start, end, Role::Context);
        }
        let [head, tail] = keep;
        let head = len(beginning(passage, head));
        let tail = len(ending(passage, tail));
        self.push(start, start + head, Role::Context);
        self.push(start + head, end - tail, Role::LeftOut);
        self.push(end - tail, end, Role::Context);
    }
}

fn len(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// The quotation mark at the end of a passage, which opens what follows.
fn opening_mark(passage: &str) -> &str {
    let is_mark = |c: &char| {
        matches!(
            c,
            '“' | '"' | '‘' | '\'' | '«' | '»' | '„' | '‚' | '「' | '『'
        )
    };
    let mark = passage.chars().next_back().filter(is_mark);
    let length = mark.map_or(0, char::len_utf8);
    passage.get(passage.len() - length..).unwrap_or_default()
}

/// The quotation mark at the beginning of a passage, which closes what precedes, with the
/// comma or full stop before it.
fn closing_mark(passage: &str) -> &str {
    let is_mark = |c: &char| {
        matches!(
            c,
            '”' | '"' | '’' | '\'' | '»' | '«' | '“' | '‘' | '」' | '』'
        )
    };
    let is_stop = |c: &char| matches!(c, ',' | '.' | '!' | '?' | '…' | '，' | '。' | '！' | '？');
    let mut chars = passage.chars();
    let first = chars.next();
    let stop = first.filter(is_stop).map_or(0, char::len_utf8);
    let mark = if stop == 0 { first } else { chars.next() };
    let length = mark
        .filter(is_mark)
        .map_or(0, |mark| stop + mark.len_utf8());
    // A mark before a letter belongs to the word that it begins, or is an apostrophe.
    let next = passage.get(length..).and_then(|rest| rest.chars().next());
    if next.is_some_and(char::is_alphanumeric) {
        return "";
    }
    passage.get(..length).unwrap_or_default()
}

/// The beginning of a passage: at most `length` bytes, in whole words where there are words.
fn beginning(passage: &str, length: usize) -> &str {
    let cut = passage.get(..floor(passage, length)).unwrap_or_default();
    let end = cut.rfind(char::is_whitespace);
    cut.get(..end.unwrap_or(cut.len())).unwrap_or_default()
}

/// The end of a passage: at most `length` bytes, in whole words where there are words.
fn ending(passage: &str, length: usize) -> &str {
    let from = passage.len() - floor_from_end(passage, length);
    let cut = passage.get(from..).unwrap_or_default();
    let start = cut
        .char_indices()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(at, c)| at + c.len_utf8());
    cut.get(start..).unwrap_or_default()
}

/// The greatest boundary between characters that is not after `length`.
fn floor(text: &str, length: usize) -> usize {
    let mut at = length.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The length of the longest end of a text that has at most `length` bytes.
fn floor_from_end(text: &str, length: usize) -> usize {
    let mut at = text.len() - length.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    text.len() - at
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Block, BlockKind, ClaimId, Form, Provenance, Speaker, Stance};
    use proptest::prelude::*;

    fn article(blocks: &[&str]) -> Article {
        let mut article = Article::default();
        for block in blocks {
            if !article.text.is_empty() {
                article.text.push_str(Article::BLOCK_SEPARATOR);
            }
            let start = article.text.len();
            article.text.push_str(block);
            article.blocks.push(Block {
                kind: BlockKind::Paragraph,
                range: TextRange::new(start, article.text.len()),
                inlines: Vec::new(),
            });
        }
        article
    }

    fn claim(content: Vec<TextRange>) -> Claim {
        Claim {
            id: ClaimId::new("c"),
            speaker: Speaker::Unnamed,
            cue: None,
            content,
            form: Form::Mixed,
            stance: Stance::States,
            about: Vec::new(),
            provenance: Provenance::Curated,
            checked_by: None,
        }
    }

    /// The parts of a claim with these words: content in brackets, marks in braces, and
    /// `[…]` for words left out.
    fn shown(article: &Article, words: &[&str]) -> String {
        let mut from = 0;
        let content = words.iter().map(|words| {
            let start = from + article.text.get(from..).unwrap().find(words).unwrap();
            from = start + words.len();
            TextRange::new(start, from)
        });
        let claim = claim(content.collect());
        let parts = in_sentences(article, &claim);
        let written = parts.iter().map(|part| {
            let words = article.words(part.range);
            match part.role {
                Role::Content => format!("[{words}]"),
                Role::Mark => format!("{{{words}}}"),
                Role::Context => words.to_owned(),
                Role::LeftOut => "…".to_owned(),
            }
        });
        written.collect()
    }

    #[test]
    fn a_fragment_stands_in_its_sentence() {
        let article = article(&[
            "Before. “This violates rules,” he said, adding that it “is blatant”. After.",
            "He accused them of politics, without proof.",
        ]);
        for (words, expected) in [
            (
                &["This violates rules", "is blatant"][..],
                "{“}[This violates rules]{,”} he said, adding that it {“}[is blatant]{”}.",
            ),
            (
                &["he said"],
                "“This violates rules,” [he said], adding that it “is blatant”.",
            ),
            (
                &["politics, without proof."],
                "He accused them of [politics, without proof.]",
            ),
            (&["After."], "[After.]"),
            (
                &["Before", "politics"],
                "[Before]. “This violates rules,” he said, adding that it “is blatant”. After.\n\n\
                 He accused them of [politics], without proof.",
            ),
        ] {
            assert_eq!(shown(&article, words), expected);
        }
    }

    #[test]
    fn long_passages_are_cut_between_words() {
        let filler = "word ".repeat(100);
        let article = article(&[&format!(
            "Start {filler}said one {filler}and two {filler}end."
        )]);
        let shown = shown(&article, &["said one", "and two"]);
        let parts: Vec<&str> = shown.split('…').collect();
        assert_eq!(parts.len(), 4, "{shown}");
        assert!(
            parts[0].is_empty() && parts[1].starts_with("word word"),
            "{shown}"
        );
        assert!(parts[1].contains("[said one] word") && parts[2].ends_with("[and two] word word word word word word word word word word word word word word word word word word word word word word word"), "{shown}");
        assert!(parts[3].is_empty(), "{shown}");
    }

    proptest! {
        #[test]
        fn parts_cover_the_sentences_and_contain_the_words_in_order(
            blocks in proptest::collection::vec("[a-zé “”\"',.!?。字]{1,60}", 1..4),
            places in proptest::collection::vec((0usize..200, 1usize..30), 1..4),
        ) {
            let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
            let article = article(&blocks);
            let content: Vec<TextRange> = places
                .into_iter()
                .map(|(start, length)| {
                    let start = floor(&article.text, start);
                    TextRange::new(start, floor(&article.text, start + length))
                })
                .filter(|range| !range.is_empty())
                .collect();
            let claim = claim(content.clone());
            let parts = in_sentences(&article, &claim);
            for pair in parts.windows(2) {
                prop_assert_eq!(pair[0].range.end, pair[1].range.start);
            }
            prop_assert!(parts.iter().all(|part| !part.range.is_empty()));
            let is_content = |byte: u32| {
                parts.iter().any(|part| {
                    part.role == Role::Content
                        && part.range.start <= byte
                        && byte < part.range.end
                })
            };
            for byte in 0..article.text.len() as u32 {
                let wanted = content.iter().any(|range| range.start <= byte && byte < range.end);
                prop_assert_eq!(is_content(byte), wanted, "byte {}", byte);
            }
            if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
                let inside = |at: u32| sentence_at(&article, at);
                let extent = claim.extent();
                if let Some(sentence) = inside(extent.start) {
                    prop_assert_eq!(first.range.start, sentence.start);
                }
                if let Some(sentence) = inside(extent.end - 1) {
                    prop_assert_eq!(last.range.end, sentence.end);
                }
            }
        }
    }
}
