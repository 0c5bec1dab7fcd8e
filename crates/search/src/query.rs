//! The query language: words, phrases, exclusion, tolerant spelling and fields.

use std::ops::Range;

use super::problem::QueryProblem;
use model::{Date, EntityKind, Form, Stance};
use strum::{EnumCount, EnumString, IntoStaticStr};
use text::fold::fold;
use text::words::words;

/// The maximum number of terms in a query. Further terms are ignored with a notice.
pub const MAX_TERMS: usize = 64;

/// A parsed query. Any text is a valid query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words and phrases, in order.
    pub terms: Vec<Term>,
    /// Fields, in order. One matching value of each field is enough, but all fields must
    /// match.
    pub fields: Vec<FieldTerm>,
    /// The text that could not be parsed as written.
    pub notices: Vec<QueryProblem>,
}

/// A word or a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term as written, without the minus sign.
    pub written: String,
    /// What to look for.
    pub wanted: Wanted,
    /// Whether the term must not occur.
    pub excluded: bool,
    /// Whether the term was in quotation marks.
    pub quoted: bool,
}

/// The words that a term looks for, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A word in any of its forms.
    Word {
        /// The word.
        folded: String,
        /// Whether longer words with this beginning also match, because the word may still
        /// be typed.
        prefix: bool,
        /// Whether words with a similar spelling also match.
        forgiving: bool,
    },
    /// Consecutive words with only punctuation between them.
    Phrase {
        /// The words.
        folded: Vec<String>,
        /// Whether the beginning of the last word is enough.
        prefix: bool,
    },
}

/// A field and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldTerm {
    /// The field.
    pub field: Field,
    /// The wanted value, as written.
    pub value: String,
    /// Whether the field must not have this value.
    pub excluded: bool,
    /// The place of the term in the text of the query, in bytes, with its minus sign.
    pub at: Range<usize>,
}

/// A property of a claim or an article, besides its words.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, EnumCount,
)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Field {
    /// The speaker of the claim: an id, or words of a name.
    Speaker,
    /// The subject of the claim: an id, or words of a name.
    About,
    /// `direct` or `quoted`, `indirect` or `paraphrased`, `mixed` or `partly-quoted`.
    Form,
    /// `states`, `denies`, `criticises`, …
    Stance,
    /// A kind of entity that the claim involves.
    Kind,
    /// An entity that the claim involves: an id, or words of a name.
    Entity,
    /// Words of the article's title.
    Title,
    /// Words of the article's source.
    Source,
    /// Published before this date.
    Before,
    /// Published after this date.
    After,
}

impl Field {
    /// Every field, in the order of the help page.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Speaker,
        Self::About,
        Self::Form,
        Self::Stance,
        Self::Kind,
        Self::Entity,
        Self::Title,
        Self::Source,
        Self::Before,
        Self::After,
    ];

    /// The name of this field in a query.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }

    /// The words that this field takes, in a list; `None` if it takes others too.
    #[must_use]
    pub fn values(self) -> Option<String> {
        let words: &[&str] = match self {
            Self::Form => &FORM_WORDS.map(|(word, _)| word),
            Self::Stance => &Stance::ALL.map(Stance::as_str),
            Self::Kind => &EntityKind::ALL.map(EntityKind::as_str),
            _ => return None,
        };
        Some(words.join(", "))
    }

    /// Whether a value is valid for this field.
    fn takes(self, value: &str) -> bool {
        match self {
            Self::Form => form_called(value).is_some(),
            Self::Stance => Stance::parse(value).is_some(),
            Self::Kind => EntityKind::parse(value).is_some(),
            Self::Before | Self::After => Date::parse(value).is_some(),
            Self::Speaker | Self::About | Self::Entity | Self::Title | Self::Source => true,
        }
    }

    /// Whether a value that is still being typed may become valid.
    fn may_take(self, begun: &str) -> bool {
        let begins = |name: &str| name.starts_with(begun);
        match self {
            Self::Form => {
                Form::ALL.map(Form::as_str).into_iter().any(begins)
                    || FORM_WORDS.into_iter().any(|(word, _)| begins(word))
            }
            Self::Stance => Stance::ALL.map(Stance::as_str).into_iter().any(begins),
            Self::Kind => EntityKind::ALL
                .map(EntityKind::as_str)
                .into_iter()
                .any(begins),
            Self::Before | Self::After => {
                begun.len() < 10 && begun.chars().all(|c| c.is_ascii_digit() || c == '-')
            }
            Self::Speaker | Self::About | Self::Entity | Self::Title | Self::Source => true,
        }
    }
}

/// What the page calls the forms, as words of a query.
pub const FORM_WORDS: [(&str, Form); Form::COUNT] = [
    ("quoted", Form::Direct),
    ("paraphrased", Form::Indirect),
    ("partly-quoted", Form::Mixed),
];

/// The form with this name, in files or on the page.
fn form_called(word: &str) -> Option<Form> {
    let called = |(known, form)| (known == word).then_some(form);
    Form::parse(word).or_else(|| FORM_WORDS.into_iter().find_map(called))
}

impl Query {
    /// Parses a query. Text that cannot be parsed is searched as words, with a notice.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for piece in (Pieces { text, rest: text }) {
            if query.terms.len() + query.fields.len() >= MAX_TERMS {
                query.notices.push(QueryProblem::TooManyTerms);
                break;
            }
            query.take(&piece);
        }
        let ends_in_word = text.chars().next_back().is_some_and(|c| !c.is_whitespace());
        if !ends_in_word && let Some(last) = query.terms.last_mut() {
            match &mut last.wanted {
                Wanted::Word { prefix, .. } | Wanted::Phrase { prefix, .. } => *prefix = false,
            }
        }
        if query.is_empty() && query.notices.is_empty() && !text.trim().is_empty() {
            query.notices.push(QueryProblem::NoWords);
        }
        query
    }

    /// Whether the query is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.fields.is_empty()
    }

    /// The terms to mark in the text.
    pub fn sought(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| !term.excluded)
    }

    fn take(&mut self, piece: &Piece) {
        if let Some(name) = &piece.field {
            match Field::parse(name) {
                Some(field) if piece.body.trim().is_empty() => {
                    self.notices.push(QueryProblem::NoValue(field));
                    return;
                }
                Some(field) => {
                    let mut value = piece.body.clone();
                    if field.takes(&value) {
                        if field == Field::Form
                            && let Some(form) = form_called(&value)
                        {
                            form.as_str().clone_into(&mut value);
                        }
                        self.fields.push(FieldTerm {
                            field,
                            value,
                            excluded: piece.excluded,
                            at: piece.at.clone(),
                        });
                        return;
                    }
                    if piece.is_last && !piece.closed && field.may_take(&value) {
                        self.notices.push(QueryProblem::NoValue(field));
                        return;
                    }
                    let problem = QueryProblem::InvalidValue { field, value };
                    self.notices.push(problem);
                }
                None => {
                    self.notices.push(QueryProblem::UnknownField(name.clone()));
                    self.push_words(&format!("{name} {}", piece.body), piece);
                    return;
                }
            }
        }
        self.push_words(&piece.body, piece);
    }

    fn push_words(&mut self, text: &str, piece: &Piece) {
        // Only the last word may still be typed, so earlier words lose the prefix.
        if let Some(Term {
            wanted: Wanted::Word { prefix, .. } | Wanted::Phrase { prefix, .. },
            ..
        }) = self.terms.last_mut()
        {
            *prefix = false;
        }
        let folded: Vec<String> = words(text).map(|range| fold(range.of(text))).collect();
        let folded: Vec<String> = folded.into_iter().filter(|word| !word.is_empty()).collect();
        let typing = !piece.closed;
        let wanted = match <[String; 1]>::try_from(folded) {
            Ok([word]) if !piece.quoted => Wanted::Word {
                folded: word,
                prefix: typing && !piece.forgiving,
                forgiving: piece.forgiving,
            },
            Ok(word) => Wanted::Phrase {
                folded: word.into(),
                prefix: typing,
            },
            Err(words) if words.is_empty() => return,
            Err(words) => Wanted::Phrase {
                folded: words,
                prefix: typing,
            },
        };
        self.terms.push(Term {
            written: text.to_owned(),
            wanted,
            excluded: piece.excluded,
            quoted: piece.quoted,
        });
    }
}

/// A piece of a query between white space.
#[derive(Debug)]
struct Piece {
    excluded: bool,
    field: Option<String>,
    body: String,
    quoted: bool,
    /// Whether a quotation mark closed it, so that it is complete.
    closed: bool,
    forgiving: bool,
    /// Whether nothing, not even white space, follows.
    is_last: bool,
    /// Where it stands, in bytes.
    at: Range<usize>,
}

struct Pieces<'q> {
    text: &'q str,
    rest: &'q str,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let mut rest = self.rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let start = self.text.len() - rest.len();
        let excluded = rest
            .strip_prefix('-')
            .filter(|after| after.chars().next().is_some_and(|c| !c.is_whitespace()));
        if let Some(after) = excluded {
            rest = after;
        }
        let name = rest
            .split_once(':')
            .filter(|(name, _)| !name.is_empty() && name.chars().all(char::is_alphabetic));
        let field = name.map(|(name, after)| {
            rest = after;
            name.to_owned()
        });
        let opening = rest.chars().next().filter(|c| is_quotation_mark(*c));
        let (body, quoted, closed) = match opening {
            Some(mark) => {
                let inner = rest.get(mark.len_utf8()..).unwrap_or_default();
                let end = inner.find(is_quotation_mark);
                let body = inner.get(..end.unwrap_or(inner.len())).unwrap_or_default();
                let after = inner.get(body.len()..).unwrap_or_default();
                let mut after = after.chars();
                after.next();
                rest = after.as_str();
                (body, true, end.is_some())
            }
            None => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (body, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                rest = after;
                (body, false, false)
            }
        };
        self.rest = rest;
        let bare = body.trim_end_matches('~');
        let forgiving = !quoted && field.is_none() && bare.len() < body.len();
        Some(Piece {
            excluded: excluded.is_some(),
            field,
            body: if forgiving { bare } else { body }.to_owned(),
            quoted,
            closed,
            forgiving,
            is_last: rest.is_empty(),
            at: start..self.text.len() - rest.len(),
        })
    }
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(folded: &str, prefix: bool) -> Wanted {
        Wanted::Word {
            folded: folded.into(),
            prefix,
            forgiving: false,
        }
    }

    fn phrase(words: &[&str], prefix: bool) -> Wanted {
        Wanted::Phrase {
            folded: words.iter().map(|&word| word.into()).collect(),
            prefix,
        }
    }

    #[test]
    fn words_phrases_and_exclusion() {
        for (text, expected) in [
            ("", vec![]),
            (
                "Guo Jiakun",
                vec![(word("guo", false), false), (word("jiakun", true), false)],
            ),
            ("guo ", vec![(word("guo", false), false)]),
            (
                "\"market principles\"",
                vec![(phrase(&["market", "principles"], false), false)],
            ),
            (
                "“market princ",
                vec![(phrase(&["market", "princ"], true), false)],
            ),
            (
                "-ban café",
                vec![(word("ban", false), true), (word("cafe", true), false)],
            ),
            (
                "-\"fair competition\"",
                vec![(phrase(&["fair", "competition"], false), true)],
            ),
            ("high-risk", vec![(phrase(&["high", "risk"], true), false)]),
            ("委员会", vec![(phrase(&["委", "员", "会"], true), false)]),
            ("- a", vec![(word("a", true), false)]),
            ("\"one\"", vec![(phrase(&["one"], false), false)]),
            (
                "protecionism~",
                vec![(
                    Wanted::Word {
                        folded: "protecionism".into(),
                        prefix: false,
                        forgiving: true,
                    },
                    false,
                )],
            ),
        ] {
            let query = Query::parse(text);
            let found: Vec<_> = query
                .terms
                .iter()
                .map(|term| (term.wanted.clone(), term.excluded))
                .collect();
            assert_eq!(found, expected, "{text}");
            assert_eq!(query.notices, [], "{text}");
        }
    }

    #[test]
    fn fields() {
        for (text, expected) in [
            (
                "speaker:guo-jiakun form:direct",
                vec![
                    (Field::Speaker, "guo-jiakun", false),
                    (Field::Form, "direct", false),
                ],
            ),
            (
                "form:quoted -form:paraphrased form:partly-quoted",
                vec![
                    (Field::Form, "direct", false),
                    (Field::Form, "indirect", true),
                    (Field::Form, "mixed", false),
                ],
            ),
            (
                "SPEAKER:\"Guo Jiakun\"",
                vec![(Field::Speaker, "Guo Jiakun", false)],
            ),
            ("-about:china", vec![(Field::About, "china", true)]),
            (
                "before:2026-02 after:2025",
                vec![
                    (Field::Before, "2026-02", false),
                    (Field::After, "2025", false),
                ],
            ),
        ] {
            let query = Query::parse(text);
            let found: Vec<_> = query
                .fields
                .iter()
                .map(|term| (term.field, term.value.as_str(), term.excluded))
                .collect();
            assert_eq!(found, expected, "{text}");
            assert!(query.terms.is_empty());
        }
    }

    #[test]
    fn invalid_text_is_searched_as_words() {
        let invalid = |field, value: &str| QueryProblem::InvalidValue {
            field,
            value: value.to_owned(),
        };
        for (text, terms, problem) in [
            ("form:loud", vec!["loud"], invalid(Field::Form, "loud")),
            ("form:partly", vec![], QueryProblem::NoValue(Field::Form)),
            (
                "form:partly ",
                vec!["partly"],
                invalid(Field::Form, "partly"),
            ),
            ("before:202", vec![], QueryProblem::NoValue(Field::Before)),
            (
                "before:2026-1",
                vec![],
                QueryProblem::NoValue(Field::Before),
            ),
            ("stance:loud", vec!["loud"], invalid(Field::Stance, "loud")),
            ("kind:loud", vec!["loud"], invalid(Field::Kind, "loud")),
            ("before:soon", vec!["soon"], invalid(Field::Before, "soon")),
            (
                "colour:red",
                vec!["colour red"],
                QueryProblem::UnknownField("colour".to_owned()),
            ),
            ("speaker:", vec![], QueryProblem::NoValue(Field::Speaker)),
            ("?!… —", vec![], QueryProblem::NoWords),
            ("\"\"", vec![], QueryProblem::NoWords),
            ("~", vec![], QueryProblem::NoWords),
        ] {
            let query = Query::parse(text);
            let found: Vec<_> = query
                .terms
                .iter()
                .map(|term| term.written.as_str())
                .collect();
            assert_eq!(found, terms, "{text}");
            assert_eq!(query.notices, [problem], "{text}");
        }
        let long = Query::parse(&"word ".repeat(2_000));
        assert_eq!(long.terms.len(), MAX_TERMS);
        assert_eq!(long.notices, [QueryProblem::TooManyTerms]);
    }

    #[test]
    fn fields_say_where_they_stand() {
        let text = " a -about:\"the sea\"speaker:é  form:direct";
        let query = Query::parse(text);
        let written: Vec<&str> = query
            .fields
            .iter()
            .map(|term| &text[term.at.clone()])
            .collect();
        assert_eq!(written, ["-about:\"the sea\"", "speaker:é", "form:direct"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_parsed_as_a_query(text in "([a-c\"“”:~ \\-]|speaker|form|before|\\PC){0,60}") {
            let query = Query::parse(&text);
            let empty = query.is_empty() && !text.trim().is_empty();
            proptest::prop_assert!(!empty || !query.notices.is_empty());
            for term in &query.terms {
                match &term.wanted {
                    Wanted::Word { folded, .. } => proptest::prop_assert!(!folded.is_empty()),
                    Wanted::Phrase { folded, .. } => proptest::prop_assert!(!folded.is_empty()),
                }
            }
        }
    }
}
