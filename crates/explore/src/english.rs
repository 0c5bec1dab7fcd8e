//! Every English sentence about an address, a query or a collection. Another language would
//! be a file like this one.

use std::fmt::{Display, Formatter, Result};

use super::problem::{Among, CollectionProblem, FileFault, Problem};

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Query(problem) => problem.fmt(f),
            Self::NotInText { word } => write!(
                f,
                "“{word}” does not appear in the text; similar words are marked"
            ),
            Self::NotInArticles { word, alike } => write!(
                f,
                "“{word}” appears in none of these articles; searching for these instead: {}",
                alike.join(", ")
            ),
            Self::QuotedNowhere { words } => write!(
                f,
                "“{words}” appears nowhere word for word; searching for its words instead"
            ),
            Self::UnknownMode { value } => write!(
                f,
                "This link points to a view “{value}”; the views are “article”, \
                 “claims”, “compare” and “table”."
            ),
            Self::InvalidConfidence { value } => write!(
                f,
                "This link sets the minimum confidence to “{value}”; it must be a whole number \
                 from 0 to 100."
            ),
            Self::UnknownValue {
                facet,
                value,
                among,
            } => {
                let facet = facet.as_str();
                write!(
                    f,
                    "This link filters by {facet} “{value}”, which isn’t in {among}."
                )
            }
            Self::UnknownEntity { id, among } => {
                write!(
                    f,
                    "This link points to a name that isn’t in {among} ({id})."
                )
            }
            Self::UnknownClaim { id, among } => {
                write!(
                    f,
                    "This link points to a claim that isn’t in {among} ({id})."
                )
            }
        }
    }
}

impl Display for CollectionProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::SameId { id, title } => write!(
                f,
                "There are two articles with the id “{id}”; the second, “{title}”, is left out."
            ),
            Self::UnusableIndex {
                reason,
                loaded,
                all,
            } => write!(
                f,
                "The search index cannot be used: {reason}. A search looks at the {loaded} \
                 articles that were fetched, of {all}."
            ),
            Self::MissingParts {
                count,
                reason,
                words,
            } => {
                match count {
                    1 => f.write_str("A part of the search index")?,
                    _ => write!(f, "{count} parts of the search index")?,
                }
                write!(f, " could not be loaded ({reason}). ")?;
                if words.is_empty() {
                    return f.write_str("Something may be missing below.");
                }
                let words: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
                write!(f, "Not looked up: {}.", words.join(", "))
            }
            Self::MissingArticles { count, reason } => write!(
                f,
                "{count} of the articles that were found could not be loaded ({reason})."
            ),
        }
    }
}

/// As in "that isn’t in this article".
impl Display for Among {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Article => "this article",
            Self::Articles => "these articles",
        })
    }
}

impl Display for FileFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Index(error) => error.fmt(f),
            Self::OtherCollection(articles) => write!(
                f,
                "the search index is that of another collection: it has {articles} articles"
            ),
            Self::NotUtf8 => f.write_str("the file is not UTF-8"),
            Self::Bundle(fault) => write!(f, "the file is {fault}"),
            Self::NoArticle => f.write_str("there is no article in the file"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use super::*;
    use crate::Facet;
    use model::{ArticleId, ClaimId, EntityId};
    use search::QueryProblem;
    use strum::EnumCount;

    /// One example of each problem with its sentence, in which what to do, or what was done, is
    /// between `[` and `]`. Where the sentence names what is missing, that is what to do.
    fn examples() -> [(Problem, &'static str); Problem::COUNT] {
        use Problem as P;
        let word = || "x".to_owned();
        let among = Among::Article;
        [
            (
                P::Query(QueryProblem::NoWords),
                "there is [no word to search for] in this query",
            ),
            (
                P::NotInText { word: word() },
                "“x” does not appear in the text; [similar words are marked]",
            ),
            (
                P::NotInArticles {
                    word: word(),
                    alike: vec!["y".to_owned(), "z".to_owned()],
                },
                "“x” appears in none of these articles; [searching for these instead: y, z]",
            ),
            (
                P::QuotedNowhere { words: word() },
                "“x” appears nowhere word for word; [searching for its words instead]",
            ),
            (
                P::UnknownMode { value: word() },
                "This link points to a view “x”; [the views are “article”, “claims”, “compare” and “table”.]",
            ),
            (
                P::InvalidConfidence { value: word() },
                "This link sets the minimum confidence to “x”; [it must be a whole number from 0 to 100.]",
            ),
            (
                P::UnknownValue {
                    facet: Facet::About,
                    value: word(),
                    among,
                },
                "This link filters by about “x”, [which isn’t in this article.]",
            ),
            (
                P::UnknownEntity {
                    id: EntityId::new("x"),
                    among,
                },
                "This link points to a name [that isn’t in this article] (x).",
            ),
            (
                P::UnknownClaim {
                    id: ClaimId::new("x"),
                    among: Among::Articles,
                },
                "This link points to a claim [that isn’t in these articles] (x).",
            ),
        ]
    }

    fn examples_of_collections() -> [(CollectionProblem, &'static str); CollectionProblem::COUNT] {
        use CollectionProblem as P;
        let reason = || "404".to_owned();
        [
            (
                P::SameId {
                    id: ArticleId::new("x"),
                    title: "X".to_owned(),
                },
                "There are two articles with the id “x”; [the second, “X”, is left out.]",
            ),
            (
                P::UnusableIndex {
                    reason: reason(),
                    loaded: 2,
                    all: 9,
                },
                "The search index cannot be used: 404. [A search looks at the 2 articles that were fetched, of 9.]",
            ),
            (
                P::MissingParts {
                    count: 1,
                    reason: reason(),
                    words: Vec::new(),
                },
                "A part of the search index could not be loaded (404). [Something may be missing below.]",
            ),
            (
                P::MissingArticles {
                    count: 3,
                    reason: reason(),
                },
                "3 of the articles that were found [could not be loaded] (404).",
            ),
        ]
    }

    fn check<P: Display, const N: usize>(examples: &[(P, &str); N]) {
        // The array has as many examples as there are problems; here each problem has one.
        let kinds: HashSet<_> = examples.iter().map(|(one, _)| discriminant(one)).collect();
        assert_eq!(kinds.len(), N);
        for (problem, marked) in examples {
            assert_eq!(problem.to_string(), marked.replace(['[', ']'], ""));
            let (_, rest) = marked.split_once('[').unwrap();
            assert!(rest.find(']').unwrap() > 5, "{marked}");
        }
    }

    #[test]
    fn each_problem_has_a_sentence_that_says_what_to_do() {
        check(&examples());
        check(&examples_of_collections());
        let words = ["x", "y"].map(str::to_owned).to_vec();
        let parts = CollectionProblem::MissingParts {
            count: 2,
            reason: "404".to_owned(),
            words,
        };
        assert_eq!(
            parts.to_string(),
            "2 parts of the search index could not be loaded (404). Not looked up: “x”, “y”."
        );
    }
}
