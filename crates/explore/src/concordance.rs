//! A concordance: the matches of a search, each with the words around it (keyword in context).

use model::{Article, TextRange};

/// The maximum number of characters on each side of a match.
const CONTEXT: usize = 70;

/// A match with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcordanceLine {
    /// The words before the match in its paragraph, at most 70 characters of whole words.
    pub before: String,
    /// The words that match.
    pub words: String,
    /// The words after the match in its paragraph, at most 70 characters of whole words.
    pub after: String,
    /// The shortest claim that contains the match, as a number in the article's list.
    pub claim: Option<usize>,
}

/// The lines of the matches of an article. The matches are in order and do not overlap. Takes time
/// linear in the matches and the claims if few claims overlap.
#[must_use]
pub fn concordance(article: &Article, matches: &[TextRange]) -> Vec<ConcordanceLine> {
    let text = article.text.as_str();
    let claims = article.claims.iter().enumerate();
    let pieces = claims.flat_map(|(number, claim)| {
        let content = claim.content.iter();
        content.map(move |range| (*range, number))
    });
    let mut pieces: Vec<(TextRange, usize)> = pieces.collect();
    model::sort(&mut pieces, |a, b| a.0.start.cmp(&b.0.start));
    let mut pieces = pieces.into_iter().peekable();
    let mut open: Vec<(TextRange, usize)> = Vec::new();
    let line = |found: &TextRange| {
        while let Some(piece) = pieces.next_if(|(range, _)| range.start < found.end) {
            open.push(piece);
        }
        open.retain(|(range, _)| range.end > found.start);
        let around = open.iter().min_by_key(|(range, _)| range.end - range.start);
        let (start, end) = (found.start as usize, found.end as usize);
        ConcordanceLine {
            before: ending(text.get(..start).unwrap_or_default()),
            words: found.of(text).replace('\n', " "),
            after: beginning(text.get(end..).unwrap_or_default()),
            claim: around.map(|(_, claim)| *claim),
        }
    };
    matches.iter().map(line).collect()
}

/// The last words of a paragraph.
fn ending(text: &str) -> String {
    let paragraph = text.rsplit('\n').next().unwrap_or_default();
    let Some((cut, _)) = paragraph.char_indices().rev().nth(CONTEXT) else {
        return paragraph.to_owned();
    };
    let kept = paragraph.get(cut..).unwrap_or_default();
    let words = kept.split_once(char::is_whitespace).map_or(kept, |it| it.1);
    format!("…{words}")
}

/// The first words of a paragraph.
fn beginning(text: &str) -> String {
    let paragraph = text.split('\n').next().unwrap_or_default();
    let Some((cut, last)) = paragraph.char_indices().nth(CONTEXT) else {
        return paragraph.to_owned();
    };
    let kept = paragraph.get(..cut + last.len_utf8()).unwrap_or_default();
    let words = kept.rsplit_once(char::is_whitespace);
    format!("{}…", words.map_or(kept, |it| it.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown};
    use proptest::prelude::*;
    use serde_json::json;

    fn article(text: &str) -> Article {
        let markdown = format!("---\ntitle: A\nlanguage: en\n---\n{text}");
        article_from_markdown("a", "a.md", &markdown).0
    }

    fn lines(article: &Article, word: &str) -> Vec<ConcordanceLine> {
        let found = article.text.match_indices(word);
        let found = found.map(|(at, _)| TextRange::new(at, at + word.len()));
        let found: Vec<TextRange> = found.collect();
        concordance(article, &found)
    }

    #[test]
    fn each_match_has_its_paragraph_and_its_claim() {
        let mut article = article("Ann says the port is shut. It is.\n\nThe port opens.");
        let claims = json!([
            {"id": "whole", "content": ["the port is shut. It is"]},
            {"id": "short", "content": ["the port"]},
        ]);
        annotate(
            &mut article,
            "a.json",
            &json!({"version": 1, "claims": claims}),
        );
        let short = article
            .claims
            .iter()
            .position(|it| it.id.as_str() == "short");
        let found = lines(&article, "port");
        let plain = |line: &ConcordanceLine| [line.before.clone(), line.after.clone()];
        assert_eq!(
            found.iter().map(plain).collect::<Vec<_>>(),
            [["Ann says the ", " is shut. It is."], ["The ", " opens."]]
        );
        assert_eq!([found[0].claim, found[1].claim], [short, None]);
    }

    #[test]
    fn long_paragraphs_are_cut_between_words() {
        let words = "word ".repeat(60);
        let found = lines(&article(&format!("{words}port {words}")), "port");
        let line = &found[0];
        assert!(line.before.starts_with("…word ") && line.before.ends_with("word "));
        assert!(line.after.starts_with(" word") && line.after.ends_with("word…"));
        assert!(line.before.chars().count() <= CONTEXT + 1);
    }

    proptest! {
        #[test]
        fn lines_are_parts_of_the_text(text in "[a-c ü\\n]{1,200}", at in 0usize..200, length in 1usize..9) {
            let article = article(&text);
            let places: Vec<usize> = article.text.char_indices().map(|(at, _)| at).collect();
            prop_assume!(!places.is_empty());
            let start = at % places.len();
            let end = places.get(start + length).copied().unwrap_or(article.text.len());
            let found = TextRange::new(places[start], end);
            let line = &concordance(&article, &[found])[0];
            let before = line.before.trim_start_matches('…');
            let after = line.after.trim_end_matches('…');
            let whole = format!("{before}{}{after}", found.of(&article.text));
            prop_assert!(article.text.contains(&whole));
        }
    }
}
