//! Consistency between the lock files and the tools' settings.

use super::tree::Tree;
use super::violation::Violation;
use crate::pins;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Trunk uses the `wasm-bindgen` program that matches the library.
pub(super) fn wasm_bindgen(tree: &Tree) -> Vec<Violation> {
    let lock = tree.text("Cargo.lock").unwrap_or_default();
    let trunk = tree.text("Trunk.toml").unwrap_or_default();
    let what = match (
        pins::locked_version(lock, "wasm-bindgen"),
        pins::trunk_tool(trunk, "wasm_bindgen"),
    ) {
        (Ok(locked), Ok(tool)) if locked == tool => return Vec::new(),
        (Ok(locked), Ok(tool)) => {
            format!("wasm-bindgen is {tool} here and {locked} in Cargo.lock")
        }
        (Err(error), _) | (_, Err(error)) => error.to_string(),
    };
    let line = trunk
        .lines()
        .position(|line| line.starts_with("wasm_bindgen"));
    vec![Violation::new(
        "Trunk.toml",
        line.map_or(1, |line| line + 1),
        what,
        "write the version of Cargo.lock under [tools]",
    )]
}

/// The splitter relies on undocumented details of wasm-bindgen, so only versions that were tried
/// together are used.
pub(super) fn splitter(tree: &Tree) -> Vec<Violation> {
    let pinned = [
        ("Cargo.toml", "wasm-bindgen"),
        ("Cargo.toml", "wasm_split_helpers"),
        ("tools/Cargo.toml", "wasm_split_cli_support"),
    ];
    let loose = pinned.into_iter().filter_map(|(file, package)| {
        let mut lines = tree.text(file).unwrap_or_default().lines();
        let is_named = |line: &str| {
            let rest = line.strip_prefix(package);
            rest.is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        let number = lines.position(is_named);
        let line = number.and_then(|number| tree.text(file)?.lines().nth(number));
        let is_exact = line.is_some_and(|line| line.contains("\"="));
        let what = format!("{package} has no exact version here");
        let line = number.map_or(1, |number| number + 1);
        (!is_exact).then(|| Violation::new(file, line, what, "write it as \"=1.2.3\""))
    });
    loose.collect()
}

/// Lock files do not name registries, so the user's own settings decide.
pub(super) fn registries(tree: &Tree) -> Vec<Violation> {
    let named = tree.files().flat_map(|(path, text)| {
        let is_cargo = path == "Cargo.lock";
        let is_npm = path.ends_with("package-lock.json");
        text.lines().enumerate().filter_map(move |(index, line)| {
            let line = line.trim();
            let is_private = is_cargo
                && line.starts_with("source = \"registry+")
                && line != format!("source = \"{CRATES_IO}\"");
            let is_resolved = is_npm && line.starts_with("\"resolved\":");
            (is_private || is_resolved).then(|| {
                Violation::new(
                    path,
                    index + 1,
                    "the lock file names the registry of one machine",
                    "write it again without (npm: omit-lockfile-registry-resolved=true)",
                )
            })
        })
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn mismatched_versions_of_wasm_bindgen_are_found() {
        let same = "[tools]\nwasm_bindgen = \"0.2.130\"\n";
        let other = "[tools]\nwasm_bindgen = \"0.2.129\"\n";
        let violations =
            |trunk| wasm_bindgen(&Tree::of(&[("Cargo.lock", LOCK), ("Trunk.toml", trunk)]));
        assert_eq!(violations(same), Vec::new());
        assert_eq!(violations(other)[0].line, 2);
        assert_eq!(
            violations("")[0].what,
            "Trunk.toml names no wasm_bindgen under [tools]"
        );
    }

    #[test]
    fn versions_of_the_splitter_that_are_not_exact_are_found() {
        let tree = |helpers: &str, splitter: &str| {
            let app = format!("wasm-bindgen = \"=0.2.130\"\nwasm_split_helpers = {helpers}\n");
            let tools = format!("wasm_split_cli_support = {splitter}\n");
            splitter_of(&app, &tools)
        };
        let exact = "{ version = \"=0.2.3\", optional = true }";
        assert_eq!(tree(exact, "\"=0.2.4\""), Vec::new());
        assert_eq!(tree("{ version = \"0.2.3\" }", "\"=0.2.4\"")[0].line, 2);
        assert_eq!(tree(exact, "\"0.2\"")[0].path, "tools/Cargo.toml");
        assert_eq!(splitter_of("", "").len(), 3);
    }

    fn splitter_of(app: &str, tools: &str) -> Vec<Violation> {
        splitter(&Tree::of(&[
            ("Cargo.toml", app),
            ("tools/Cargo.toml", tools),
        ]))
    }

    #[test]
    fn registries_in_lock_files_are_found() {
        let crates_io = format!("source = \"{CRATES_IO}\"\n");
        let fine = Tree::of(&[
            ("Cargo.lock", &crates_io),
            (
                "tests/e2e/package-lock.json",
                "{\n\"integrity\": \"sha512-x\"\n}",
            ),
        ]);
        assert_eq!(registries(&fine), Vec::new());

        let private = Tree::of(&[
            (
                "Cargo.lock",
                "source = \"registry+https://crates.example/index\"\n",
            ),
            (
                "tests/e2e/package-lock.json",
                "{\n  \"resolved\": \"https://npm.example/a.tgz\"\n}",
            ),
        ]);
        let found = registries(&private);
        let places: Vec<_> = found
            .iter()
            .map(|found| (found.path.as_str(), found.line))
            .collect();
        assert_eq!(
            places,
            [("Cargo.lock", 1), ("tests/e2e/package-lock.json", 2)]
        );
    }
}
