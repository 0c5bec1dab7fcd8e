//! The pieces of a query as typed, to take some of them out.

use search::{Field, Query};

/// A query without its values of these fields; excluded values stay.
pub(super) fn without_fields(query: &str, fields: &[Field]) -> String {
    let kept = pieces(query).filter(|piece| !is_of(piece, fields));
    let kept: String = kept.collect();
    kept.trim_start().to_owned()
}

/// Whether a piece is a value of one of these fields.
fn is_of(piece: &str, fields: &[Field]) -> bool {
    let query = Query::parse(piece);
    let mut terms = query.fields.iter().peekable();
    query.terms.is_empty()
        && terms.peek().is_some()
        && terms.all(|term| fields.contains(&term.field) && !term.excluded)
}

/// The words, phrases and fields of a query, each with the white space before it, and the white
/// space at the end.
fn pieces(query: &str) -> impl Iterator<Item = &str> {
    let mut rest = query;
    std::iter::from_fn(move || {
        let word = rest.trim_start();
        let blank = rest.len() - word.len();
        let bare = word.strip_prefix('-').unwrap_or(word);
        let value = bare.trim_start_matches(char::is_alphabetic);
        let value = value.strip_prefix(':').unwrap_or(bare);
        let is_mark = |c| matches!(c, '"' | '“' | '”' | '„');
        let mut after_mark = value.chars();
        let length = if after_mark.next().is_some_and(is_mark) {
            let inner = after_mark.as_str();
            let closed = inner.split_once(is_mark);
            let left = closed.map_or(0, |(_, left)| left.len());
            word.len() - left
        } else {
            word.find(char::is_whitespace).unwrap_or(word.len())
        };
        let (piece, left) = rest.split_at_checked(blank + length)?;
        rest = left;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_named_fields_are_taken_out() {
        for (query, rest) in [
            ("trade speaker:ann", "trade"),
            ("trade speaker:ann ", "trade "),
            ("speaker:“Ann Lee” about:china", "about:china"),
            ("-speaker:ann SPEAKER:bob", "-speaker:ann"),
            ("“a speaker:ann b” x", "“a speaker:ann b” x"),
            ("speaker: x", "speaker: x"),
        ] {
            assert_eq!(without_fields(query, &[Field::Speaker]), rest, "{query}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_as_before(query in "[a-c:\"“” -]{0,30}|([a-b ]|speaker:|-|about:x){0,9}") {
            let mut all = Query::parse(&query);
            all.fields.retain(|term| term.field != Field::Speaker || term.excluded);
            let left = Query::parse(&without_fields(&query, &[Field::Speaker]));
            let read = |query: &Query| -> Vec<_> {
                let fields = query.fields.iter();
                fields.map(|term| (term.field, term.value.clone(), term.excluded)).collect()
            };
            prop_assert_eq!(read(&left), read(&all));
            prop_assert_eq!(left.terms.len(), all.terms.len());
        }
    }
}
