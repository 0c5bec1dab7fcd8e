//! Divides a long article into several, so that slow operations process it in small portions.

use model::{
    Article, ArticleId, Block, BlockKind, Claim, Correction, EntityId, Inline, Mention, Speaker,
    TextRange,
};
use std::collections::HashSet;
use text::sentences::sentences;

/// The parts of an article.
#[derive(Debug)]
pub struct Parts {
    /// The parts in order, or just the article if it is short. Each title and id includes the
    /// number of the part.
    pub articles: Vec<Article>,
    /// The number of claims that extend over several parts. No part contains them.
    pub torn: usize,
}

/// Divides an article of more than `longest` bytes into parts of at most `part` bytes. It
/// cuts between blocks, before a heading if one is near, and within a block only if the block
/// is longer than a part. No word is lost. Takes time linear in the length of the text and
/// the number of annotations.
#[must_use]
pub fn in_parts(article: Article, longest: usize, part: usize) -> Parts {
    if article.text.len() <= longest {
        return Parts {
            articles: vec![article],
            torn: 0,
        };
    }
    let mut layouts = layouts(&article, part.max(1));
    let torn = put_marks(&article, &mut layouts);
    let count = layouts.len();
    let parts = layouts.into_iter().zip(1..);
    Parts {
        articles: parts
            .map(|(layout, number)| layout.finish(&article, number, count))
            .collect(),
        torn,
    }
}

/// A section of a block, and its place in a part.
struct Piece {
    block: usize,
    /// The range in the whole text.
    from: TextRange,
    /// The start in the part.
    to: u32,
}

/// The content of a part.
#[derive(Default)]
struct Layout {
    pieces: Vec<Piece>,
    length: usize,
    mentions: Vec<Mention>,
    claims: Vec<Claim>,
}

impl Layout {
    fn push(&mut self, block: usize, from: TextRange) {
        if self.length > 0 {
            self.length += Article::BLOCK_SEPARATOR.len();
        }
        let to = u32::try_from(self.length).unwrap_or(u32::MAX);
        self.pieces.push(Piece { block, from, to });
        self.length += from.len() as usize;
    }

    /// Converts a range of the whole text to one of this part; `None` if the range is not
    /// entirely in it.
    fn moved(&self, range: TextRange) -> Option<TextRange> {
        let at = |place: u32| {
            let next = self
                .pieces
                .partition_point(|piece| piece.from.start <= place);
            let piece = self.pieces.get(next.checked_sub(1)?)?;
            (place < piece.from.end).then(|| piece.to + (place - piece.from.start))
        };
        let last = at(range.end.checked_sub(1)?)?;
        let start = at(range.start)?;
        (start <= last).then_some(TextRange {
            start,
            end: last + 1,
        })
    }

    fn claim(&self, claim: &Claim) -> Option<Claim> {
        let content = claim.content.iter().map(|range| self.moved(*range));
        let cue = match claim.cue {
            Some(cue) => Some(self.moved(cue)?),
            None => None,
        };
        let speaker = match &claim.speaker {
            Speaker::Words(range) => Speaker::Words(self.moved(*range)?),
            other => other.clone(),
        };
        Some(Claim {
            content: content.collect::<Option<_>>()?,
            cue,
            speaker,
            ..claim.clone()
        })
    }

    fn finish(self, article: &Article, number: usize, count: usize) -> Article {
        let mut text = String::with_capacity(self.length);
        let mut blocks = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            let Some(block) = article.blocks.get(piece.block) else {
                continue;
            };
            if !text.is_empty() {
                text.push_str(Article::BLOCK_SEPARATOR);
            }
            text.push_str(article.words(piece.from));
            let inlines = block.inlines.iter().filter_map(|inline| {
                let range = TextRange {
                    start: inline.range.start.max(piece.from.start),
                    end: inline.range.end.min(piece.from.end),
                };
                (!range.is_empty()).then(|| Inline {
                    range: TextRange {
                        start: range.start - piece.from.start + piece.to,
                        end: range.end - piece.from.start + piece.to,
                    },
                    style: inline.style.clone(),
                })
            });
            blocks.push(Block {
                kind: block.kind,
                range: TextRange {
                    start: piece.to,
                    end: piece.to + piece.from.len(),
                },
                inlines: inlines.collect(),
            });
        }
        let mut named: HashSet<&EntityId> = HashSet::new();
        named.extend(self.mentions.iter().map(|mention| &mention.entity));
        for claim in &self.claims {
            named.extend(&claim.about);
            if let Speaker::Entity(id) = &claim.speaker {
                named.insert(id);
            }
        }
        let entities = article.entities.iter();
        let entities = entities.filter(|entity| named.contains(&entity.id));
        let entities = entities.cloned().collect();
        let corrections = article.corrections.iter();
        let corrections = corrections
            .filter_map(|correction| {
                Some(Correction {
                    range: self.moved(correction.range)?,
                    original: correction.original.clone(),
                })
            })
            .collect();
        let mut metadata = article.metadata.clone();
        metadata.title = format!("{} ({number} of {count})", metadata.title);
        Article {
            id: ArticleId::new(&format!("{}-{number}", article.id)),
            metadata,
            text,
            blocks,
            entities,
            mentions: self.mentions,
            claims: self.claims,
            corrections,
        }
    }
}

fn layouts(article: &Article, part: usize) -> Vec<Layout> {
    let mut layouts = vec![Layout::default()];
    for (number, block) in article.blocks.iter().enumerate() {
        let heading = matches!(block.kind, BlockKind::Heading(_));
        for piece in cut(&article.text, block.range, part) {
            let full = layouts.last().is_some_and(|last| {
                let length = last.length + Article::BLOCK_SEPARATOR.len() + piece.len() as usize;
                last.length > 0 && (length > part || (heading && last.length > part / 2))
            });
            if full {
                layouts.push(Layout::default());
            }
            if let Some(last) = layouts.last_mut() {
                last.push(number, piece);
            }
        }
    }
    layouts
}

/// Divides a block into ranges of at most `most` bytes, if possible between sentences, else
/// between words, else between characters.
fn cut(text: &str, block: TextRange, most: usize) -> Vec<TextRange> {
    if block.len() as usize <= most {
        return vec![block];
    }
    let base = block.start as usize;
    let mut pieces: Vec<TextRange> = Vec::new();
    for sentence in sentences(block.of(text)) {
        let sentence = TextRange::new(base + sentence.start as usize, base + sentence.end as usize);
        match pieces.last_mut() {
            Some(last) if (sentence.end - last.start) as usize <= most => last.end = sentence.end,
            _ => cut_words(text, sentence, most, &mut pieces),
        }
    }
    pieces
}

fn cut_words(text: &str, sentence: TextRange, most: usize, pieces: &mut Vec<TextRange>) {
    let mut start = sentence.start as usize;
    let mut rest = sentence.of(text);
    while rest.len() > most {
        let mut end = most;
        while end > 0 && !rest.is_char_boundary(end) {
            end -= 1;
        }
        // A single character may be longer than a part.
        if end == 0 {
            end = rest.chars().next().map_or(rest.len(), char::len_utf8);
        }
        let (head, _) = rest.split_at(end);
        let head = head
            .rfind(char::is_whitespace)
            .and_then(|space| head.get(..space))
            .map(str::trim_end)
            .filter(|words| !words.is_empty())
            .unwrap_or(head);
        pieces.push(TextRange::new(start, start + head.len()));
        let after = rest.get(head.len()..).unwrap_or_default();
        rest = after.trim_start();
        start += head.len() + (after.len() - rest.len());
    }
    if !rest.is_empty() {
        pieces.push(TextRange::new(start, start + rest.len()));
    }
}

/// Adds mentions and claims to their parts. Returns the number of claims that do not fit into
/// one part.
fn put_marks(article: &Article, layouts: &mut [Layout]) -> usize {
    let starts: Vec<u32> = layouts
        .iter()
        .map(|layout| layout.pieces.first().map_or(0, |piece| piece.from.start))
        .collect();
    let part_at = |place: u32| {
        starts
            .partition_point(|start| *start <= place)
            .checked_sub(1)
    };
    for mention in &article.mentions {
        let layout = part_at(mention.range.start).and_then(|number| layouts.get_mut(number));
        if let Some(layout) = layout
            && let Some(range) = layout.moved(mention.range)
        {
            layout.mentions.push(Mention {
                range,
                ..mention.clone()
            });
        }
    }
    let mut torn = 0;
    for claim in &article.claims {
        let layout = part_at(claim.extent().start).and_then(|number| layouts.get_mut(number));
        let moved = layout.and_then(|layout| Some((layout.claim(claim)?, layout)));
        match moved {
            Some((claim, layout)) => layout.claims.push(claim),
            None => torn += 1,
        }
    }
    torn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::annotate;
    use crate::{article_from_markdown, article_from_text};
    use proptest::prelude::*;

    fn words(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    fn all_words(parts: &Parts) -> String {
        parts
            .articles
            .iter()
            .map(|article| words(&article.text))
            .collect()
    }

    #[test]
    fn a_short_article_stays_as_it_is() {
        let (article, _) = article_from_markdown("a", "a.md", "---\ntitle: T\n---\nOne.\n\nTwo.\n");
        let parts = in_parts(article.clone(), 100, 5);
        assert_eq!(parts.articles, [article]);
    }

    #[test]
    fn marks_stand_on_the_same_words_in_their_part() {
        let markdown = "---\ntitle: T\n---\nAnn is *here*.\n\n“It rains,” Ann said. “It pours,” Ben said.\n\n## Later\n\n“Never,” Ann said.\n";
        let (mut article, _) = article_from_markdown("a", "a.md", markdown);
        let json = r#"{"version":1,"entities":[{"id":"ann","kind":"person","name":"Ann"},{"id":"ben","kind":"person","name":"Ben"}],
            "claims":[{"id":"c1","speaker":"ann","cue":{"exact":"said","prefix":"“It rains,” Ann "},"content":["It rains"],"about":[]},
            {"id":"c2","speaker":"ann","content":["Never"],"about":["ann"]},
            {"id":"c3","speaker":"ben","content":["It pours","Never"],"about":[]}]}"#;
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(annotate(&mut article, "a.json", &value), []);
        let parts = in_parts(article, 10, 48);
        assert_eq!(parts.torn, 1, "{:?}", parts.articles);
        let texts: Vec<&str> = parts.articles.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Ann is here.\n\n“It rains,” Ann said.",
                "“It pours,” Ben said.",
                "Later\n\n“Never,” Ann said."
            ]
        );
        let first = &parts.articles[0];
        assert_eq!(first.id.as_str(), "a-1");
        assert_eq!(first.metadata.title, "T (1 of 3)");
        assert_eq!(first.words(first.blocks[0].inlines[0].range), "here");
        assert_eq!(first.words_of(&first.claims[0]), "It rains");
        assert_eq!(
            first.claims[0].cue.map(|cue| first.words(cue)),
            Some("said")
        );
        for part in &parts.articles {
            for mention in &part.mentions {
                let name = &part.entity(&mention.entity).unwrap().name;
                assert_eq!(part.words(mention.range), name);
            }
        }
        assert_eq!(parts.articles[1].entities.len(), 1);
        assert_eq!(
            parts.articles[2].words_of(&parts.articles[2].claims[0]),
            "Never"
        );
    }

    #[test]
    fn one_long_line_is_cut_between_sentences_words_and_characters() {
        for unit in ["One two three. ", "word ", "字", "x"] {
            let text = unit.repeat(60_000 / unit.len());
            let (article, _) = article_from_text("a", "a.txt", &text);
            let article = article.unwrap();
            let before = words(&article.text);
            let parts = in_parts(article, 10_000, 1_000);
            assert!(parts.articles.len() >= 50, "{}", parts.articles.len());
            for part in &parts.articles {
                assert!(part.text.len() <= 1_000);
                assert_eq!(part.text.trim(), part.text);
            }
            assert_eq!(all_words(&parts), before, "{unit}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "([a-zé“” .\n]|字|# ){0,400}", part in 1usize..80) {
            let (article, _) = article_from_markdown("a", "a.md", &text);
            let before = words(&article.text);
            let parts = in_parts(article, 20, part);
            prop_assert_eq!(all_words(&parts), before);
            for article in &parts.articles {
                for block in &article.blocks {
                    prop_assert!(!article.words(block.range).is_empty());
                }
            }
        }
    }
}
