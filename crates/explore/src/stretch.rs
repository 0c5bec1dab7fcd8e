//! The words of a claim, with the quotation marks that the text has around them.

use super::indexed_article::IndexedArticle;
use model::{Form, TextRange};
use text::words::beginning;

/// Words of a claim that are either all quoted or all paraphrased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its place in the article.
    pub range: TextRange,
    /// Whether the words are in quotation marks. The marks can be part of the range.
    pub is_quoted: bool,
}

/// What stands between two passages of a claim in place of the writer’s words.
const GAP: &str = " … ";

impl IndexedArticle {
    /// The content of a claim in order, split at the quotation marks of the text. A claim that is
    /// annotated as quoted but has no quotation marks, such as a paragraph of an interview, is
    /// quoted throughout.
    #[must_use]
    pub fn stretches(&self, claim: usize) -> Vec<Stretch> {
        let Some(claim) = self.article.claims.get(claim) else {
            return Vec::new();
        };
        let mut found = Vec::with_capacity(claim.content.len());
        for range in &claim.content {
            self.split(*range, &mut found);
        }
        if claim.form == Form::Direct && !found.iter().any(|stretch| stretch.is_quoted) {
            for stretch in &mut found {
                stretch.is_quoted = true;
            }
        }
        found
    }

    fn split(&self, range: TextRange, found: &mut Vec<Stretch>) {
        let mut add = |start: u32, end: u32, is_quoted| {
            if start < end {
                let range = TextRange { start, end };
                found.push(Stretch { range, is_quoted });
            }
        };
        let mut done = range.start;
        for quotation in self.quotations_in(range) {
            if quotation.inside.overlaps(range) {
                let start = quotation.whole.start.max(done);
                let end = quotation.whole.end.min(range.end);
                add(done, start, false);
                add(start, end, true);
                done = done.max(end);
            }
        }
        add(done, range.end, false);
    }

    /// All words of a claim, in quotation marks where they are quoted.
    #[must_use]
    pub fn quotation_of(&self, claim: usize) -> String {
        self.first_words(claim, usize::MAX)
    }

    /// The words that a claim begins with, in quotation marks where they are quoted: at most
    /// `limit` code points of it, followed by an ellipsis if there are more.
    #[must_use]
    pub fn first_words(&self, claim: usize, limit: usize) -> String {
        let mut shown = String::new();
        let mut left = limit;
        let mut last_end = None;
        for stretch in self.stretches(claim) {
            let range = stretch.range;
            if last_end.is_some_and(|end| end != range.start) {
                shown.push_str(GAP);
            }
            last_end = Some(range.end);
            let marks = stretch.is_quoted.then(|| self.marks_around(range));
            let inside = marks.map_or(range, |(_, inside, _)| inside);
            let words = self.article.words(inside);
            let kept = beginning(words, left);
            let is_cut = kept.len() < words.len();
            if is_cut && kept.is_empty() && !shown.is_empty() {
                let end = shown.trim_end_matches(['…', ' ']).len();
                shown.truncate(end);
                shown.push_str(" …");
                return shown;
            }
            let (open, _, close) = marks.unwrap_or_default();
            shown.push_str(open);
            shown.push_str(kept);
            if is_cut {
                shown.push_str(" …");
            }
            shown.push_str(close);
            if is_cut {
                return shown;
            }
            left -= words.chars().count().min(left);
        }
        shown
    }

    /// The mark that opens the quotation of a stretch, the words without marks, and the mark that
    /// closes it.
    fn marks_around(&self, range: TextRange) -> (&str, TextRange, &str) {
        let mut around = self.quotations_in(range);
        let Some(quotation) = around.find(|quotation| quotation.inside.overlaps(range)) else {
            return ("“", range, "”");
        };
        let (whole, inside) = (quotation.whole, quotation.inside);
        let mark = |start, end, otherwise| {
            let mark = self.article.words(TextRange { start, end }).trim();
            if mark.is_empty() { otherwise } else { mark }
        };
        let words = TextRange {
            start: range.start.max(inside.start),
            end: range.end.min(inside.end),
        };
        (
            mark(whole.start, inside.start, "“"),
            words,
            mark(inside.end, whole.end, "”"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown};
    use proptest::prelude::*;
    use serde_json::json;

    fn indexed(text: &str, form: &str, content: &[&str]) -> IndexedArticle {
        let source = format!("---\ntitle: T\nlanguage: en\n---\n{text}\n\nAnn.");
        let (mut article, _) = article_from_markdown("a", "a.md", &source);
        let claims = json!({"version": 1,
            "entities": [{"id": "ann", "kind": "person", "name": "Ann"}], "claims": [{"id": "c", "speaker": "ann", "form": form, "content": content}]});
        assert_eq!(annotate(&mut article, "a.json", &claims), []);
        IndexedArticle::of(article)
    }

    fn parts(indexed: &IndexedArticle) -> Vec<(&str, bool)> {
        let words = |stretch: Stretch| (indexed.article.words(stretch.range), stretch.is_quoted);
        indexed.stretches(0).into_iter().map(words).collect()
    }

    #[test]
    fn a_claim_is_split_at_the_quotation_marks_of_the_text() {
        let text = "She vowed to stay if it “goes on” and “on”, he said.";
        let mixed = indexed(text, "mixed", &["to stay if it “goes on” and “on"]);
        let expected = [
            ("to stay if it ", false),
            ("“goes on”", true),
            (" and ", false),
            ("“on", true),
        ];
        assert_eq!(parts(&mixed), expected);
        assert_eq!(mixed.quotation_of(0), "to stay if it “goes on” and “on”");
        assert_eq!(mixed.first_words(0, 20), "to stay if it “goes …”");
        assert_eq!(mixed.first_words(0, 13), "to stay if it …");
    }

    #[test]
    fn passages_keep_their_own_marks_and_the_gap_between_them() {
        let text = "„Nie wieder“, sagte sie, „auf keinen Fall“.";
        let direct = indexed(text, "direct", &["Nie wieder", "auf keinen Fall"]);
        assert_eq!(direct.quotation_of(0), "„Nie wieder“ … „auf keinen Fall“");
        assert_eq!(direct.first_words(0, 12), "„Nie wieder“ …");
        assert_eq!(direct.first_words(0, 5), "„Nie …“");
    }

    #[test]
    fn what_is_annotated_as_quoted_without_marks_is_quoted() {
        let direct = indexed("I like it here.", "direct", &["I like it"]);
        assert_eq!(parts(&direct), [("I like it", true)]);
        assert_eq!(direct.quotation_of(0), "“I like it”");
        let indirect = indexed("I like it here.", "indirect", &["I like it"]);
        assert_eq!(parts(&indirect), [("I like it", false)]);
        assert_eq!(indirect.quotation_of(0), "I like it");
    }

    proptest! {
        #[test]
        fn stretches_cover_the_claim_exactly(
            text in "[ab“”\"„«»'’ é,.\n]{1,60}", ends in prop::collection::vec(0usize..70, 2..6),
        ) {
            let mut article = model::Article { text: text.as_str().into(), ..model::Article::default() };
            let mut ends: Vec<usize> = ends
                .into_iter()
                .map(|end| text.floor_char_boundary(end.min(text.len())))
                .collect();
            ends.sort_unstable();
            let content: Vec<TextRange> = ends
                .chunks_exact(2)
                .map(|pair| TextRange::new(pair[0], pair[1]))
                .filter(|range| !range.is_empty())
                .collect();
            article.claims = vec![claim(content.clone())];
            let indexed = IndexedArticle::of(article);
            let stretches = indexed.stretches(0);
            for range in content {
                let own: Vec<_> = stretches.iter().filter(|it| range.contains(it.range)).collect();
                prop_assert_eq!(own[0].range.start, range.start);
                prop_assert_eq!(own[own.len() - 1].range.end, range.end);
                for pair in own.windows(2) {
                    prop_assert_eq!(pair[0].range.end, pair[1].range.start);
                }
            }
            prop_assert!(stretches.iter().all(|stretch| !stretch.range.is_empty()));
            let _first = indexed.first_words(0, 9);
        }
    }

    fn claim(content: Vec<TextRange>) -> model::Claim {
        model::Claim {
            id: model::ClaimId::new("c"),
            speaker: model::Speaker::Unnamed,
            cue: None,
            content,
            form: Form::Mixed,
            stance: model::Stance::States,
            about: Vec::new(),
            provenance: model::Provenance::Curated,
            checked_by: None,
        }
    }
}
