//! Every English sentence about a search. Another language would be a file like this one.

use std::fmt::{Display, Formatter, Result};

use super::collection::{LoadError, VERSION};
use super::problem::QueryProblem;
use super::query::{Field, MAX_TERMS};

impl Display for QueryProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::TooManyTerms => {
                write!(
                    f,
                    "only the first {MAX_TERMS} words of the query are searched"
                )
            }
            Self::NoWords => f.write_str("there is no word to search for in this query"),
            Self::NoValue(field) => {
                let wanted = match field {
                    Field::Speaker
                    | Field::About
                    | Field::Entity
                    | Field::Source
                    | Field::Author => "a name",
                    Field::Title => "words",
                    Field::Date | Field::Before | Field::After => "a date such as 2026-01-22",
                    Field::Form | Field::Stance | Field::Kind => {
                        let (name, values) = (field.as_str(), values_of(*field));
                        return write!(f, "After “{name}:”, type one of {values}");
                    }
                };
                write!(f, "Type {wanted} after “{}:”", field.as_str())
            }
            Self::InvalidValue { field, value } => write!(
                f,
                "“{}:” takes {}; “{value}” is searched as words",
                field.as_str(),
                values_of(*field)
            ),
            Self::OrBesideFilter => f.write_str(
                "OR joins words and phrases only; the rest of the query is all required",
            ),
            Self::AmbiguousDate(date) => write!(
                f,
                "“{date}” may be either of two days; searching for both. Write the year first for one"
            ),
            Self::UnknownField(name) => write!(
                f,
                "“{name}:” isn’t a filter; searching for the words instead"
            ),
        }
    }
}

/// The values that a field takes.
fn values_of(field: Field) -> String {
    field.values().unwrap_or_else(|| match field {
        Field::Date | Field::Before | Field::After => "a date such as 2026-01-22".to_owned(),
        _ => "any words".to_owned(),
    })
}

impl Display for LoadError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Foreign => f.write_str("this is not a search index"),
            Self::OtherVersion(version) => write!(
                f,
                "this search index has version {version}, the program reads version {VERSION}; \
                 build it again from the articles"
            ),
            Self::Damaged => f.write_str("this search index is damaged or incomplete"),
            Self::NoSuchPart => f.write_str("this search index has no such part"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use super::*;
    use strum::EnumCount;

    /// One example of each problem with its sentence, in which what to do, or what was done, is
    /// between `[` and `]`.
    fn examples() -> [(QueryProblem, &'static str); QueryProblem::COUNT] {
        use QueryProblem as P;
        let value = || "x".to_owned();
        let field = Field::Form;
        [
            (
                P::TooManyTerms,
                "only the first 64 words of the query [are searched]",
            ),
            (P::NoWords, "there is [no word to search for] in this query"),
            (
                P::NoValue(field),
                "After “form:”, [type one of quoted, paraphrased, partly-quoted]",
            ),
            (
                P::InvalidValue {
                    field,
                    value: value(),
                },
                "“form:” takes quoted, paraphrased, partly-quoted; [“x” is searched as words]",
            ),
            (
                P::OrBesideFilter,
                "OR joins words and phrases only; [the rest of the query is all required]",
            ),
            (
                P::AmbiguousDate(value()),
                "“x” may be either of two days; searching for both. [Write the year first for one]",
            ),
            (
                P::UnknownField(value()),
                "“x:” isn’t a filter; [searching for the words instead]",
            ),
        ]
    }

    #[test]
    fn each_problem_has_a_sentence_that_says_what_to_do() {
        // The array has as many examples as there are problems; here each problem has one.
        let examples = examples();
        let kinds: HashSet<_> = examples.iter().map(|(one, _)| discriminant(one)).collect();
        assert_eq!(kinds.len(), QueryProblem::COUNT);
        for (problem, marked) in &examples {
            assert_eq!(problem.to_string(), marked.replace(['[', ']'], ""));
            let (_, rest) = marked.split_once('[').unwrap();
            assert!(rest.find(']').unwrap() > 5, "{marked}");
        }
    }

    #[test]
    fn a_field_without_a_value_says_what_to_type() {
        for (field, sentence) in [
            (Field::Speaker, "Type a name after “speaker:”"),
            (Field::Title, "Type words after “title:”"),
            (
                Field::Before,
                "Type a date such as 2026-01-22 after “before:”",
            ),
        ] {
            assert_eq!(QueryProblem::NoValue(field).to_string(), sentence);
        }
    }

    #[test]
    fn an_invalid_value_names_the_valid_ones() {
        for (field, values) in [
            (Field::Before, "a date such as 2026-01-22"),
            (Field::After, "a date such as 2026-01-22"),
            (Field::Stance, "states, denies, "),
            (Field::Kind, "person, organisation, "),
            (Field::Source, "any words"),
        ] {
            let value = "x".to_owned();
            let sentence = QueryProblem::InvalidValue { field, value }.to_string();
            let beginning = format!("“{}:” takes {values}", field.as_str());
            assert!(sentence.starts_with(&beginning), "{sentence}");
        }
    }
}
