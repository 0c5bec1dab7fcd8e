//! What is wrong in a file, where, and how serious it is, as data. `english.rs` makes the
//! sentences.

mod english;
#[cfg(test)]
mod place_tests;
mod problem;
#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod word_tests;

use std::fmt;

use serde_json::Value;

pub use problem::{
    AnnotationProblem, BinaryKind, BundleProblem, DataProblem, EncodingProblem, Expected,
    FieldProblem, FileProblem, LeftOut, MarkdownProblem, Problem, TextProblem, Unshown,
};

/// A problem in a file, with its place. `P` lists the problems: each crate that reads or
/// writes files has its own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic<P = Problem> {
    /// The name of the file.
    pub file: String,
    /// The place in the file.
    pub place: Place,
    /// What is wrong.
    pub problem: P,
    /// The content that the problem is about.
    pub text: Excerpt,
}

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is missing.
    Advice,
    /// Part of the file is not shown, or not as intended. At build time, this is an error.
    Error,
}

/// A problem whose kind determines how serious it is. Its `Display` is a sentence without a
/// capital and a full stop.
pub trait HasSeverity: fmt::Display {
    /// How serious it is.
    fn severity(&self) -> Severity;
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// No particular place.
    #[default]
    Whole,
    /// A field, as in `claims[3].cue`, or an id of the format.
    Path(String),
    /// A line, counted from 1.
    Line(usize),
    /// The lines before the text that describe it.
    FrontMatter,
    /// The text after the front matter.
    Body,
}

impl Place {
    /// The path; empty for a place without one.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Path(path) => path,
            Self::Whole | Self::Line(_) | Self::FrontMatter | Self::Body => "",
        }
    }
}

impl From<&str> for Place {
    fn from(path: &str) -> Self {
        path.to_owned().into()
    }
}

impl From<&String> for Place {
    fn from(path: &String) -> Self {
        path.as_str().into()
    }
}

impl From<String> for Place {
    fn from(path: String) -> Self {
        if path.is_empty() {
            Self::Whole
        } else {
            Self::Path(path)
        }
    }
}

/// Content of a file, short enough for a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Excerpt {
    /// No content.
    #[default]
    Nothing,
    /// Words, or a value written as words.
    Words(String),
    /// A JSON number that is not whole.
    Number,
    /// A JSON array of this length.
    List(usize),
    /// A JSON object with these names among others.
    Object(Vec<String>),
}

/// The number of characters of a JSON text that an excerpt contains.
const LONGEST_TEXT: usize = 120;

/// The number of an object's names that an excerpt contains.
const MOST_NAMES: usize = 6;

impl From<&str> for Excerpt {
    fn from(words: &str) -> Self {
        if words.is_empty() {
            Self::Nothing
        } else {
            Self::Words(words.to_owned())
        }
    }
}

impl From<&String> for Excerpt {
    fn from(words: &String) -> Self {
        words.as_str().into()
    }
}

impl From<&Value> for Excerpt {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(value) => Self::Words(value.to_string()),
            Value::Number(number) => {
                let number = number.as_f64().filter(|number| number.trunc() == *number);
                number.map_or(Self::Number, |number| {
                    Self::Words((number as i64).to_string())
                })
            }
            Value::Array(list) => Self::List(list.len()),
            Value::Object(fields) => {
                Self::Object(fields.keys().take(MOST_NAMES).cloned().collect())
            }
            Value::String(text) => match text.char_indices().nth(LONGEST_TEXT) {
                Some((end, _)) => Self::Words(format!("{}…", text.get(..end).unwrap_or_default())),
                None => text.into(),
            },
        }
    }
}

impl From<Option<&Value>> for Excerpt {
    fn from(value: Option<&Value>) -> Self {
        value.map(Self::from).unwrap_or_default()
    }
}

impl<P: HasSeverity> Diagnostic<P> {
    /// How serious it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The file and the place in it.
    #[must_use]
    pub fn location(&self) -> String {
        if self.place == Place::Whole {
            return self.file.clone();
        }
        format!("{}, {}", self.file, self.place)
    }

    /// What is wrong, with the content that it is about.
    #[must_use]
    pub fn what(&self) -> String {
        if self.text == Excerpt::Nothing {
            return self.problem.to_string();
        }
        format!("{} — “{}”", self.problem, self.text)
    }
}

/// The same diagnostics with their problems in a larger list.
#[must_use]
pub fn widened<P, Q: From<P>>(diagnostics: Vec<Diagnostic<P>>) -> Vec<Diagnostic<Q>> {
    let widen = |diagnostic: Diagnostic<P>| Diagnostic {
        file: diagnostic.file,
        place: diagnostic.place,
        problem: diagnostic.problem.into(),
        text: diagnostic.text,
    };
    diagnostics.into_iter().map(widen).collect()
}

impl<P: HasSeverity> fmt::Display for Diagnostic<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location(), self.what())
    }
}

/// Collects the diagnostics of one file.
#[derive(Debug)]
pub struct Diagnostics<P = Problem> {
    file: String,
    list: Vec<Diagnostic<P>>,
}

impl<P> Diagnostics<P> {
    /// An empty list for the file with this name.
    #[must_use]
    pub fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            list: Vec::new(),
        }
    }

    /// Adds a problem with its place and the content that it is about.
    pub fn report(
        &mut self,
        place: impl Into<Place>,
        problem: impl Into<P>,
        text: impl Into<Excerpt>,
    ) {
        self.push(place.into(), problem.into(), text.into());
    }

    /// Adds a problem of the whole file.
    pub fn report_file(&mut self, problem: impl Into<P>) {
        self.push(Place::Whole, problem.into(), Excerpt::Nothing);
    }

    fn push(&mut self, place: Place, problem: P, text: Excerpt) {
        self.list.push(Diagnostic {
            file: self.file.clone(),
            place,
            problem,
            text,
        });
    }

    /// The number of diagnostics.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are no diagnostics.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Removes all diagnostics but the first `count`.
    pub fn truncate(&mut self, count: usize) {
        self.list.truncate(count);
    }

    /// The diagnostics in the order in which they were added.
    #[must_use]
    pub fn into_list(self) -> Vec<Diagnostic<P>> {
        self.list
    }
}
