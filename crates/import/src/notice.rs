//! What the reader of a file has to tell: what was wrong, where, and what to do.

use std::fmt;

/// Something in a file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub file: String,
    /// Where in the file, as a path (`claims[3].cue`); empty for the whole file.
    pub field: String,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
    /// The words it is about; empty where there are none.
    pub text: String,
}

/// How bad a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is missing.
    Advice,
    /// Something of the file is not shown, or not as it was meant. An error at build
    /// time.
    Error,
}

impl Notice {
    /// Where it is: the file, and the field in it.
    #[must_use]
    pub fn place(&self) -> String {
        if self.field.is_empty() {
            return self.file.clone();
        }
        format!("{}, {}", self.file, self.field)
    }

    /// What is wrong, with the words it is about.
    #[must_use]
    pub fn what(&self) -> String {
        if self.text.is_empty() {
            return self.message.clone();
        }
        format!("{} — “{}”", self.message, self.text)
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.what())
    }
}

/// Gathers the notices of one file.
#[derive(Debug)]
pub struct Notices {
    file: String,
    list: Vec<Notice>,
}

impl Notices {
    /// For the file of that name.
    pub fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            list: Vec::new(),
        }
    }

    /// Notes an error.
    pub fn error(&mut self, field: &str, message: impl Into<String>, text: &str) {
        self.push(Severity::Error, field, message.into(), text);
    }

    /// Notes an advice.
    pub fn advice(&mut self, field: &str, message: impl Into<String>, text: &str) {
        self.push(Severity::Advice, field, message.into(), text);
    }

    fn push(&mut self, severity: Severity, field: &str, message: String, text: &str) {
        self.list.push(Notice {
            severity,
            file: self.file.clone(),
            field: field.to_owned(),
            message,
            text: text.to_owned(),
        });
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Forgets all but the first.
    pub fn truncate(&mut self, count: usize) {
        self.list.truncate(count);
    }

    /// The notices in the order in which they were made.
    pub fn into_list(self) -> Vec<Notice> {
        self.list
    }
}
