//! A query as typed, along with its parsed form.

use std::ops::Deref;
use std::rc::Rc;

use crate::Query;

/// The text of a query and the [`Query`] parsed from it. The text is parsed once, on
/// creation; copies share the result.
///
/// ```
/// use search::QueryText;
///
/// let typed = QueryText::from("crane form:direct");
/// assert!(typed.starts_with("crane"));
/// assert_eq!(typed.query().terms.len(), 1);
/// assert_eq!(typed.query().fields.len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct QueryText {
    text: String,
    query: Rc<Query>,
}

impl QueryText {
    /// The parsed query.
    #[must_use]
    pub fn query(&self) -> &Rc<Query> {
        &self.query
    }

    /// Clears the text.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The fields of the query, without its words.
    #[must_use]
    pub fn without_words(&self) -> Self {
        let written = self.query.fields.iter().map(|term| {
            let minus = if term.excluded { "-" } else { "" };
            format!("{minus}{}:\"{}\" ", term.field.as_str(), term.value)
        });
        written.collect::<String>().into()
    }
}

impl From<String> for QueryText {
    fn from(text: String) -> Self {
        Self {
            query: Rc::new(Query::parse(&text)),
            text,
        }
    }
}

impl From<&str> for QueryText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Deref for QueryText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq for QueryText {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for QueryText {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_share_the_parsed_query() {
        let typed = QueryText::from("harbour -crane speaker:ann");
        assert_eq!(**typed.query(), Query::parse("harbour -crane speaker:ann"));
        assert!(Rc::ptr_eq(typed.query(), typed.clone().query()));
    }

    #[test]
    fn fields_alone_are_kept_as_written() {
        let fields = |query: &Query| -> Vec<_> {
            let named = |term: &crate::FieldTerm| (term.field, term.value.clone(), term.excluded);
            query.fields.iter().map(named).collect()
        };
        for text in [
            "harbour",
            "harbour speaker:ann -form:direct",
            "title:\"new law\" x",
        ] {
            let alone = QueryText::from(text).without_words();
            assert_eq!(fields(alone.query()), fields(&Query::parse(text)), "{text}");
            assert!(alone.query().terms.is_empty(), "{text}");
        }
    }
}
