//! The matches of a query in one article.

use super::collection::Replacements;
use super::index::{ArticleIndex, Spelling};
use super::query::{Query, Term};
use model::{TextRange, sort};

/// The matches of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Every match, in order, without overlaps.
    pub marks: Vec<TextRange>,
    /// The matches of each term, in the order of the query, including excluded terms.
    pub terms: Vec<TermHits>,
}

/// The matches of one term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermHits {
    /// The matches, in order.
    pub places: Vec<TextRange>,
    /// Whether the word does not occur as written, and these are similar words.
    pub alike: bool,
    /// Whether the quotation does not occur, and these are its words.
    pub loosened: bool,
}

fn add(places: &mut Vec<TextRange>, more: &[TextRange]) {
    places.extend(more);
    sort(places, TextRange::cmp);
    places.dedup();
}

impl Hits {
    /// Searches an article.
    #[must_use]
    pub fn of(query: &Query, index: &ArticleIndex) -> Self {
        Self::as_searched(query, index, None)
    }

    /// Searches an article of a collection, with what the search of the collection used instead
    /// of what is written.
    #[must_use]
    pub fn as_searched(
        query: &Query,
        index: &ArticleIndex,
        searched: Option<&Replacements>,
    ) -> Self {
        let spelling = Spelling::of(searched);
        let mut terms: Vec<TermHits> = Vec::with_capacity(query.terms.len());
        for (term, at) in query.terms.iter().zip(0usize..) {
            let (mut places, alike, loosened) = index.places_as(term, spelling);
            // "G 20" is also written "G20": then the place has both words.
            let before = at.checked_sub(1).and_then(|at| query.terms.get(at));
            if let (Some(first), Some(second)) =
                (before.and_then(Term::plain_word), term.plain_word())
            {
                let joined = index.places_joined(&format!("{first}{second}"), false);
                if let Some(before) = terms.last_mut().filter(|_| !joined.is_empty()) {
                    add(&mut before.places, &joined);
                    add(&mut places, &joined);
                }
            }
            terms.push(TermHits {
                places,
                alike,
                loosened,
            });
        }
        let mut all: Vec<TextRange> = query
            .terms
            .iter()
            .zip(&terms)
            .filter(|(term, _)| !term.excluded)
            .flat_map(|(_, hits)| hits.places.iter().copied())
            .collect();
        sort(&mut all, TextRange::cmp);
        let mut marks: Vec<TextRange> = Vec::with_capacity(all.len());
        for range in all {
            match marks.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => marks.push(range),
            }
        }
        Self { marks, terms }
    }
}

impl TermHits {
    /// Whether a match lies within one of the ranges.
    #[must_use]
    pub fn stand_within(&self, ranges: impl IntoIterator<Item = TextRange>) -> bool {
        ranges.into_iter().any(|range| {
            let from = self
                .places
                .partition_point(|place| place.start < range.start);
            let mut inside = self.places.iter().skip(from);
            inside.next().is_some_and(|place| place.end <= range.end)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::article_from_markdown;

    const TEXT: &str = "---\ntitle: T\nlanguage: en\n---\n\
        Protectionism, they said, endangered Café life. A high-risk plan.\n\n\
        The high court; risk and cafe. Blatant protectionism!";

    fn found(query: &str) -> (Vec<String>, bool) {
        let (article, _) = article_from_markdown("a", "a.md", TEXT);
        let index = ArticleIndex::of(&article);
        let hits = Hits::of(&Query::parse(query), &index);
        let words = hits
            .marks
            .iter()
            .map(|range| article.words(*range).to_owned());
        (words.collect(), hits.terms.iter().any(|term| term.alike))
    }

    #[test]
    fn words_phrases_stems_and_errors() {
        for (query, expected, alike) in [
            (
                "protectionism",
                vec!["Protectionism", "protectionism"],
                false,
            ),
            ("PROTECT", vec!["Protectionism", "protectionism"], false),
            ("endanger", vec!["endangered"], false),
            ("cafe", vec!["Café", "cafe"], false),
            ("high-risk", vec!["high-risk"], false),
            ("\"high court\"", vec!["high court"], false),
            ("\"plan the\"", vec![], false),
            ("\"blatant protec", vec!["Blatant protectionism"], false),
            ("high risk", vec!["high", "risk", "high", "risk"], false),
            ("-high court", vec!["court"], false),
            ("protecionism", vec!["Protectionism", "protectionism"], true),
            (
                "protecionism~",
                vec!["Protectionism", "protectionism"],
                true,
            ),
            ("plan~", vec!["plan"], false),
            ("zebra", vec![], false),
            ("-protecionism", vec![], false),
        ] {
            assert_eq!(
                found(query),
                (expected.iter().map(|&word| word.into()).collect(), alike),
                "{query}"
            );
        }
    }

    #[test]
    fn a_term_is_within_a_range_or_not() {
        let places = vec![
            TextRange { start: 4, end: 6 },
            TextRange { start: 10, end: 14 },
        ];
        let hits = TermHits {
            places,
            ..TermHits::default()
        };
        for (start, end, within) in [
            (0, 6, true),
            (4, 5, false),
            (5, 14, true),
            (7, 9, false),
            (0, 3, false),
        ] {
            assert_eq!(
                hits.stand_within([TextRange { start, end }]),
                within,
                "{start}..{end}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn a_word_is_found_wherever_its_folded_form_occurs(
            words in proptest::collection::vec("[abÄäé]{1,3}", 1..20), wanted in "[abÄäé]{1,3}",
        ) {
            use text::fold::fold;
            let text = format!("---\ntitle: T\nlanguage: xx\n---\n{}", words.join(" "));
            let (article, _) = article_from_markdown("a", "a.md", &text);
            let index = ArticleIndex::of(&article);
            let hits = Hits::of(&Query::parse(&format!("{wanted} ")), &index);
            let expected = words.iter().filter(|word| fold(word) == fold(&wanted)).count();
            proptest::prop_assert_eq!(hits.marks.len(), expected);
        }
    }
}
