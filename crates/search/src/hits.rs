//! The matches of a query in one article.

use super::collection::Replacements;
use super::index::{ArticleIndex, add_places};
use super::query::Query;
use super::sought::SoughtTerm;
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
        Self::of_sought(query, index, &index.look_up(query, searched))
    }

    /// The matches of a query that was looked up in the article.
    #[must_use]
    pub fn of_sought(query: &Query, index: &ArticleIndex, sought: &[SoughtTerm]) -> Self {
        let mut terms: Vec<TermHits> = sought.iter().map(|term| index.hits(term)).collect();
        // "G 20" is also written "G20": then the place has both words.
        for (pair, number) in query.terms.windows(2).zip(0..) {
            if let [first, second] = pair
                && let (Some(first), Some(second)) = (first.plain_word(), second.plain_word())
            {
                let joined = index.places_of_word(&format!("{first}{second}"), false);
                for hits in terms.iter_mut().skip(number).take(2) {
                    add_places(&mut hits.places, &joined);
                }
            }
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
