//! Nothing is left for later: no ignored tests, no code that is yet to be written.

use super::Violation;
use super::rust;
use super::tree::Tree;

/// No `#[ignore]`, `todo!` or `unimplemented!`.
pub(super) fn unfinished(tree: &Tree) -> Vec<Violation> {
    rust::windows(tree, |_, [first, second, third]: [&str; 3]| {
        match [first, second, third] {
            ["#", "[", "ignore"] => {
                Some(("a test is ignored".to_owned(), "make it pass or remove it"))
            }
            [name @ ("todo" | "unimplemented"), "!", "(" | "[" | "{"] => Some((
                format!("`{name}!` is left in the code"),
                "write it or remove it",
            )),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_for_later_is_found() {
        let tree = Tree::of(&[
            (
                "src/a.rs",
                "// todo!()\nfn f() { todo!() }\nfn g() { unimplemented!(\"later\") }",
            ),
            ("tests/b.rs", "#[test]\n#[ignore = \"slow\"]\nfn t() {}"),
            ("src/c.rs", "const TEXT: &str = \"#[ignore\";\nfn todo() {}"),
        ]);
        let found = unfinished(&tree);
        let places: Vec<_> = found
            .iter()
            .map(|found| (found.path.as_str(), found.line))
            .collect();
        assert_eq!(
            places,
            [("src/a.rs", 2), ("src/a.rs", 3), ("tests/b.rs", 2)]
        );
    }
}
