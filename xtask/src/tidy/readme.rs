//! What a newcomer must find in `README.md`.

use super::Violation;
use super::tree::Tree;

/// The commands that show the app and that check it.
const COMMANDS: &[&str] = &["cargo xtask serve", "cargo xtask test"];

/// The readme names the first commands.
pub(super) fn commands(tree: &Tree) -> Vec<Violation> {
    let readme = tree.text("README.md").unwrap_or_default();
    COMMANDS
        .iter()
        .filter(|command| !readme.contains(*command))
        .map(|command| {
            let what = format!("the readme does not name `{command}`");
            Violation::new(
                "README.md",
                1,
                what,
                "say how the project is run and checked",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_missing_from_the_readme_is_found() {
        let text = "Run `cargo xtask serve`.";
        let found = commands(&Tree::of(&[("README.md", text)]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].what, "the readme does not name `cargo xtask test`");
        assert_eq!(commands(&Tree::of(&[])).len(), 2);

        let whole = "`cargo xtask serve` and `cargo xtask test`";
        assert_eq!(commands(&Tree::of(&[("README.md", whole)])), Vec::new());
    }
}
