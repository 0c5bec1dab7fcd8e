//! What can be wrong with a query. The sentences are in `english.rs`.

use super::query::Field;

/// Text of a query that could not be parsed as written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum QueryProblem {
    /// The query has more than [`MAX_TERMS`](super::MAX_TERMS) words.
    TooManyTerms,
    /// The query has no words.
    NoWords,
    /// A field has no value.
    NoValue(Field),
    /// A field has an invalid value.
    InvalidValue {
        /// The field.
        field: Field,
        /// The value as written.
        value: String,
    },
    /// `OR` is beside a field or an excluded word, which it cannot join.
    OrBesideFilter,
    /// A date may be either of two days, because the order of day and month is not known.
    AmbiguousDate(String),
    /// No field has this name.
    UnknownField(String),
}
