//! A violation of a rule.

use std::fmt;

/// A violation of a rule, with its remedy.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Violation {
    /// The file, from the root of the checkout.
    pub(super) path: String,
    /// The line, counted from 1.
    pub(super) line: usize,
    /// The problem.
    pub(super) what: String,
    /// The remedy.
    pub(super) remedy: &'static str,
}

impl Violation {
    pub(super) fn new(
        path: &str,
        line: usize,
        what: impl Into<String>,
        remedy: &'static str,
    ) -> Self {
        let (path, what) = (path.to_owned(), what.into());
        Self {
            path,
            line,
            what,
            remedy,
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            what,
            remedy,
        } = self;
        write!(formatter, "{path}:{line}: {what}; {remedy}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_violation_names_place_problem_and_remedy() {
        let violation = Violation::new("src/a.rs", 3, "too wide", "make it narrow");
        assert_eq!(
            violation.to_string(),
            "src/a.rs:3: too wide; make it narrow"
        );
    }
}
