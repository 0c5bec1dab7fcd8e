//! `cargo xtask tidy`: the rules of the repository that the compiler does not know.

mod files;
mod layers;
mod markup;
mod origins;
mod pinned;
mod readme;
mod rust;
mod tree;
mod unfinished;

use crate::project;
use crate::test::Tally;
use anyhow::Result;
use std::fmt;
use std::path::Path;
use std::process::ExitCode;
use tree::Tree;

/// One thing that must hold everywhere in the checkout.
struct Rule {
    name: &'static str,
    violations: fn(&Tree) -> Vec<Violation>,
}

const RULES: &[Rule] = &[
    Rule {
        name: "floors use only what lies below them",
        violations: layers::floors,
    },
    Rule {
        name: "only ui and web know the browser",
        violations: layers::browser,
    },
    Rule {
        name: "no string becomes HTML",
        violations: markup::raw_html,
    },
    Rule {
        name: "no tag is named by data",
        violations: markup::dynamic_tags,
    },
    Rule {
        name: "no style attributes",
        violations: markup::style_attributes,
    },
    Rule {
        name: "nothing is asked of another origin",
        violations: origins::other_origins,
    },
    Rule {
        name: "files are named by their concept",
        violations: files::names,
    },
    Rule {
        name: "files are short",
        violations: files::lengths,
    },
    Rule {
        name: "modules say what they are",
        violations: files::module_docs,
    },
    Rule {
        name: "nothing is left unfinished",
        violations: unfinished::unfinished,
    },
    Rule {
        name: "wasm-bindgen has one version",
        violations: pinned::wasm_bindgen,
    },
    Rule {
        name: "lock files name no private registry",
        violations: pinned::registries,
    },
    Rule {
        name: "the readme names the first commands",
        violations: readme::commands,
    },
];

/// A place where a rule is broken.
#[derive(Debug, PartialEq, Eq)]
struct Violation {
    path: String,
    line: usize,
    what: String,
    remedy: &'static str,
}

impl Violation {
    fn new(path: &str, line: usize, what: impl Into<String>, remedy: &'static str) -> Self {
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

/// Checks this checkout.
pub(crate) fn run(_arguments: &[String]) -> Result<ExitCode> {
    let tally = check(&project::root())?;
    println!("{tally}");
    Ok(if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Checks the checkout at `root` and prints each violation; a rule counts as one test.
pub(crate) fn check(root: &Path) -> Result<Tally> {
    let tree = Tree::read(root)?;
    let mut tally = Tally::default();
    for rule in RULES {
        let violations = (rule.violations)(&tree);
        if violations.is_empty() {
            println!("{} ... ok", rule.name);
            tally.passed += 1;
        } else {
            println!("{} ... FAILED", rule.name);
            for violation in violations {
                println!("  {violation}");
            }
            tally.failed += 1;
        }
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_violation_says_where_what_and_what_to_do() {
        let violation = Violation::new("src/a.rs", 3, "too wide", "make it narrow");
        assert_eq!(
            violation.to_string(),
            "src/a.rs:3: too wide; make it narrow"
        );
    }

    #[test]
    fn rules_have_names_of_their_own() {
        let names: std::collections::BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(names.len(), RULES.len());
    }
}
