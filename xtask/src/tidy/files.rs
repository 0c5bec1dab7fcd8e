//! Rules for the names, lengths and first lines of files.

use super::tree::Tree;
use super::violation::Violation;

/// Names that do not describe their contents.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "manager", "misc", "common",
];

/// The length at which a Rust file is too long.
const TOO_LONG: usize = 600;

/// Files and folders are named after a concept.
pub(super) fn names(tree: &Tree) -> Vec<Violation> {
    tree.files()
        .filter_map(|(path, _)| {
            let name = path
                .split('/')
                .map(|part| part.split('.').next().unwrap_or(part))
                .find(|name| EMPTY_NAMES.contains(&name.to_lowercase().as_str()))?;
            let what = format!("`{name}` does not say what is inside");
            Some(Violation::new(path, 1, what, "name it by its concept"))
        })
        .collect()
}

/// Rust files have fewer than 600 lines.
pub(super) fn lengths(tree: &Tree) -> Vec<Violation> {
    tree.rust()
        .filter_map(|(path, text)| {
            let length = text.lines().count();
            (length >= TOO_LONG).then(|| {
                let what = format!("{length} lines are too many to keep in mind");
                Violation::new(path, TOO_LONG, what, "move a concept to a file of its own")
            })
        })
        .collect()
}

/// Rust files begin with a line that describes them.
pub(super) fn module_docs(tree: &Tree) -> Vec<Violation> {
    tree.rust()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| {
            Violation::new(
                path,
                1,
                "the file does not say what it is",
                "begin it with a `//!` line",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(violations: &[Violation]) -> Vec<&str> {
        violations
            .iter()
            .map(|violation| violation.path.as_str())
            .collect()
    }

    #[test]
    fn meaningless_names_are_found() {
        let tree = Tree::of(&[
            ("src/text/utils.rs", ""),
            ("src/common/mod.rs", ""),
            ("styles/misc.css", ""),
            ("src/text/common_words.rs", ""),
        ]);
        assert_eq!(
            paths(&names(&tree)),
            ["src/common/mod.rs", "src/text/utils.rs", "styles/misc.css"]
        );
    }

    #[test]
    fn long_files_are_found() {
        let (short, long) = ("x\n".repeat(TOO_LONG - 1), "x\n".repeat(TOO_LONG));
        let tree = Tree::of(&[
            ("src/a.rs", &short),
            ("src/b.rs", &long),
            ("styles/c.css", &long),
        ]);
        assert_eq!(paths(&lengths(&tree)), ["src/b.rs"]);
    }

    #[test]
    fn files_without_a_description_are_found() {
        let tree = Tree::of(&[
            ("src/a.rs", "//! A.\n"),
            ("src/b.rs", "use a;\n"),
            ("build.rs", "// Not a doc comment.\n"),
            ("index.html", ""),
        ]);
        assert_eq!(paths(&module_docs(&tree)), ["build.rs", "src/b.rs"]);
    }
}
