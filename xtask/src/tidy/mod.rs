//! `cargo xtask tidy`: rules for the repository that neither the compiler nor clippy
//! checks.

mod files;
mod origins;
mod phrases;
mod pinned;
mod sentences;
mod tree;
mod violation;

use crate::project;
use crate::tally::Tally;
use anyhow::Result;
use std::path::Path;
use std::process::ExitCode;
use tree::Tree;
use violation::Violation;

/// A rule for the whole checkout: its name, and a function that finds violations.
type Rule = (&'static str, fn(&Tree) -> Vec<Violation>);

const RULES: &[Rule] = &[
    ("no string becomes HTML", phrases::raw_html),
    ("no tag is named by data", phrases::dynamic_tags),
    ("no style attributes", phrases::style_attributes),
    ("nothing is asked of another origin", origins::other_origins),
    (
        "sentences of the interface are in src/messages",
        sentences::outside_messages,
    ),
    ("files are named by their concept", files::names),
    ("files are short", files::lengths),
    ("modules say what they are", files::module_docs),
    ("nothing is left unfinished", phrases::unfinished),
    ("wasm-bindgen has one version", pinned::wasm_bindgen),
    ("what splits the program has one version", pinned::splitter),
    ("lock files name no private registry", pinned::registries),
];

/// Checks this checkout.
pub(crate) fn run() -> Result<ExitCode> {
    let tally = check(&project::root())?;
    println!("{tally}");
    Ok(if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Checks the checkout at `root` and prints each violation. Each rule counts as one test.
pub(crate) fn check(root: &Path) -> Result<Tally> {
    let tree = Tree::read(root)?;
    let mut tally = Tally::default();
    for (name, violations) in RULES {
        let violations = violations(&tree);
        if violations.is_empty() {
            println!("{name} ... ok");
            tally.passed += 1;
        } else {
            println!("{name} ... FAILED");
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
    fn rules_have_unique_names() {
        let names: std::collections::BTreeSet<_> = RULES.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), RULES.len());
    }
}
