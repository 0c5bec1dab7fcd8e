//! The query language: words, phrases, exclusion, tolerant spelling and fields.

mod aside;
mod dates;
mod pieces;

use std::ops::Range;

use super::problem::QueryProblem;
use model::{EntityKind, Form, Stance};
use strum::{EnumCount, EnumString, IntoStaticStr};
use text::terms::terms_of;
use text::words::words;

use pieces::{Piece, pieces};

pub(crate) use aside::is_function_word;

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
    /// Whether what does not have the term matches too: `us` beside other words, which is
    /// the country or nothing.
    pub optional: bool,
}

impl Term {
    /// The word of a term that is one word as written, complete and wanted.
    pub(crate) fn plain_word(&self) -> Option<&str> {
        match &self.wanted {
            Wanted::Word {
                folded,
                prefix: false,
                forgiving: false,
            } if !self.excluded && !self.optional => Some(folded),
            _ => None,
        }
    }
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
    /// Any of these.
    Any(Vec<Wanted>),
    /// Published on this day.
    Published(Day),
}

/// A day of one year, or of any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year; `None` for any.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
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
    /// Words of the author's name.
    Author,
    /// Published on this day, or in this month or year.
    Date,
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
        Self::Author,
        Self::Date,
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
            Self::Date | Self::Before | Self::After => !dates::dates_of(value).is_empty(),
            _ => true,
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
            Self::Date | Self::Before | Self::After => {
                let is_of_date = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
                begun.len() < 10 && begun.chars().all(is_of_date)
            }
            _ => true,
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
    ///
    /// Function words beside content words are left out: they neither rank nor mark.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut pieces = pieces(text, &mut query.notices);
        aside::set_aside(&mut pieces);
        let mut rest = pieces.as_slice();
        while let Some((piece, others)) = rest.split_first() {
            if let Some(found) = dates::day_at(rest) {
                query.take_day(&found, rest);
                rest = rest.get(found.length..).unwrap_or_default();
                continue;
            }
            rest = others;
            let before = query.terms.len();
            query.take(piece);
            let is_word = query.terms.len() > before || piece.or;
            if let Some(last) = query
                .terms
                .last_mut()
                .filter(|_| is_word && piece.is_typed())
            {
                last.wanted.set_typed();
            }
        }
        query.expand_us();
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
                    let value = piece.body.clone();
                    if field.takes(&value) {
                        self.push_field(field, value, piece);
                        return;
                    }
                    if piece.is_typed() && field.may_take(&value) {
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

    fn push_field(&mut self, field: Field, value: String, piece: &Piece) {
        let values = match field {
            Field::Form => {
                let form = form_called(&value).map(|form| form.as_str().to_owned());
                vec![form.unwrap_or(value)]
            }
            Field::Date | Field::Before | Field::After => {
                let dates = dates::dates_of(&value);
                if dates.len() > 1 {
                    self.notices.push(QueryProblem::AmbiguousDate(value));
                }
                dates.into_iter().map(|date| date.to_string()).collect()
            }
            _ => vec![value],
        };
        self.fields
            .extend(values.into_iter().map(|value| FieldTerm {
                field,
                value,
                excluded: piece.excluded,
                at: piece.at.clone(),
            }));
    }

    fn take_day(&mut self, found: &dates::Found, pieces: &[Piece]) {
        let pieces = pieces.iter().take(found.length);
        let written: Vec<&str> = pieces.map(|piece| piece.body.as_str()).collect();
        let written = written.join(" ");
        if found.days.len() > 1 {
            let date = written.clone();
            self.notices.push(QueryProblem::AmbiguousDate(date));
        }
        let wanted = found.days.iter().flat_map(|day| dates::wanted_of(*day));
        self.terms.push(Term {
            written,
            wanted: Wanted::Any(wanted.collect()),
            excluded: false,
            quoted: false,
            optional: false,
        });
    }

    fn push_words(&mut self, text: &str, piece: &Piece) {
        let Some((wanted, is_whole)) = wanted_of(text, piece) else {
            return;
        };
        if !is_whole && !self.notices.contains(&QueryProblem::TooManyTerms) {
            self.notices.push(QueryProblem::TooManyTerms);
        }
        if piece.or
            && let Some(before) = self.terms.last_mut()
        {
            before.written = format!("{} OR {text}", before.written);
            before.wanted.or(wanted);
            return;
        }
        self.terms.push(Term {
            written: text.to_owned(),
            wanted,
            excluded: piece.excluded,
            quoted: piece.quoted,
            optional: false,
        });
    }

    /// Finds the country for `us`: it alone beside other words, where it cannot be the pronoun,
    /// and either otherwise.
    fn expand_us(&mut self) {
        let is_us = |wanted: &Wanted| match wanted {
            Wanted::Word { folded, .. } => folded == "us",
            _ => false,
        };
        let beside = self.sought().any(|term| !is_us(&term.wanted));
        for term in self.terms.iter_mut().filter(|term| is_us(&term.wanted)) {
            let typed = matches!(&term.wanted, Wanted::Word { prefix: true, .. });
            let country = Wanted::Word {
                folded: "u.s".to_owned(),
                prefix: false,
                forgiving: false,
            };
            if beside && !typed && !term.excluded {
                term.optional = true;
                term.wanted = country;
            } else {
                term.wanted.or(country);
            }
        }
    }
}

/// What a piece looks for, and whether that is all of it; `None` if it has no words.
fn wanted_of(text: &str, piece: &Piece) -> Option<(Wanted, bool)> {
    let terms = words(text).flat_map(|range| {
        let mut terms = terms_of(range.of(text));
        // "l’Abbé": the article before the word is none of the words that a reader looks for.
        if terms.len() > 1 && !piece.quoted && terms.first().is_some_and(|head| head != "o") {
            terms.remove(0);
        }
        terms
    });
    let mut terms = terms.filter(|term| !term.is_empty());
    let mut folded: Vec<String> = terms.by_ref().take(MAX_TERMS).collect();
    let is_whole = terms.next().is_none();
    let single = folded.len() == 1 && !piece.quoted;
    let word = if single { folded.pop() } else { None };
    let prefix = piece.begins;
    let wanted = match word {
        Some(folded) => Wanted::Word {
            folded,
            prefix,
            forgiving: piece.forgiving,
        },
        None if folded.is_empty() => return None,
        None => Wanted::Phrase { folded, prefix },
    };
    Some((wanted, is_whole))
}

impl Wanted {
    /// Makes the beginning of the last word enough, because it may still be typed.
    fn set_typed(&mut self) {
        match self {
            Self::Word {
                prefix, forgiving, ..
            } => *prefix |= !*forgiving,
            Self::Phrase { prefix, .. } => *prefix = true,
            Self::Published(_) => {}
            Self::Any(any) => {
                if let Some(last) = any.last_mut() {
                    last.set_typed();
                }
            }
        }
    }

    /// Adds an alternative.
    fn or(&mut self, other: Self) {
        match self {
            Self::Any(any) => any.push(other),
            _ => {
                let this = std::mem::replace(self, Self::Any(Vec::new()));
                *self = Self::Any(vec![this, other]);
            }
        }
    }
}

#[cfg(test)]
mod tests;
