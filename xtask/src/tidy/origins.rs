//! The page makes no requests to other origins.

use super::tree::Tree;
use super::violation::Violation;
use std::collections::BTreeSet;

/// Text directly before an address that the browser loads.
const LOADS: &[&str] = &[
    "fetch(",
    "src=",
    "srcset=",
    "url(",
    "@import",
    "import(",
    "import ",
    "from ",
    "importScripts(",
    "EventSource(",
    "WebSocket(",
    "Worker(",
    "sendBeacon(",
];

/// The beginnings of addresses on other origins.
const ELSEWHERE: &[&str] = &["http://", "https://", "ws://", "wss://", "//"];

/// No page, style sheet or script loads anything from another origin.
pub(super) fn other_origins(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| is_loaded(path)) {
        let loaded = LOADS.iter().flat_map(|load| loaded_elsewhere(text, load));
        let lines: BTreeSet<usize> = loaded
            .chain(linked_elsewhere(text))
            .map(|at| line_at(text, at))
            .collect();
        violations.extend(lines.into_iter().map(|line| {
            Violation::new(
                path,
                line,
                "something is loaded from another origin",
                "bring it into the project and load it with a relative address",
            )
        }));
    }
    violations
}

/// Whether a reader's browser loads this file; tests, saved pages and set-up scripts are not
/// shipped.
fn is_loaded(path: &str) -> bool {
    let is_page = [".html", ".css", ".js", ".mjs"]
        .iter()
        .any(|ending| path.ends_with(ending));
    is_page
        && !path.starts_with("tests/")
        && !path.starts_with("fixtures/")
        && !path.starts_with("docs/")
        && !path.starts_with("xtask/")
        && !path.starts_with("tools/")
        && !path.contains(".test.")
}

fn leads_elsewhere(after: Option<&str>) -> bool {
    let address = after
        .unwrap_or_default()
        .trim_start_matches(|sign: char| sign.is_whitespace() || "\"'`(".contains(sign))
        .trim_start_matches("url(")
        .trim_start_matches(['"', '\'']);
    ELSEWHERE.iter().any(|start| address.starts_with(start))
}

/// The positions at which `load` directly precedes an address on another origin.
fn loaded_elsewhere(text: &str, load: &str) -> impl Iterator<Item = usize> {
    text.match_indices(load)
        .filter(|(at, load)| leads_elsewhere(text.get(at + load.len()..)))
        .map(|(at, _)| at)
}

/// The positions at which a `<link>` refers to another origin; unlike `<a href>`, it is
/// loaded at once.
fn linked_elsewhere(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices("<link").filter_map(|(at, _)| {
        let element = text.get(at..)?.split('>').next()?;
        let (_, address) = element.split_once("href=")?;
        leads_elsewhere(Some(address)).then_some(at)
    })
}

fn line_at(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        other_origins(&Tree::of(&[(path, text)]))
            .iter()
            .map(|violation| violation.line)
            .collect()
    }

    #[test]
    fn resources_from_other_origins_are_found() {
        assert_eq!(
            lines(
                "index.html",
                "<p>\n<script src=\"https://cdn.example/a.js\">"
            ),
            [2]
        );
        assert_eq!(
            lines(
                "index.html",
                "<link rel=preconnect\n href='//fonts.example'>"
            ),
            [1]
        );
        assert_eq!(
            lines(
                "styles/a.css",
                "\n\na { background: url( 'http://a.example/b.png' ) }"
            ),
            [3]
        );
        assert_eq!(
            lines("styles/a.css", "@import url(\"https://a.example/b.css\");"),
            [1]
        );
        assert_eq!(
            lines("boot.js", "await fetch(\n  `https://a.example/`)"),
            [1]
        );
        assert_eq!(
            lines("boot.js", "import x from \"https://a.example/x.js\""),
            [1]
        );
    }

    #[test]
    fn links_names_and_comments_are_allowed() {
        for (path, text) in [
            (
                "index.html",
                "<a href=\"https://example.org\">source</a><link href=\"./a.css\">",
            ),
            (
                "index.html",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><img src=\"a.png\">",
            ),
            (
                "styles/a.css",
                "a { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>\") }",
            ),
            (
                "boot.js",
                "// see https://example.org\nimport x from './x.js'",
            ),
            ("tests/e2e/a.test.mjs", "fetch('http://127.0.0.1:1/')"),
            (
                "fixtures/pages/a.html",
                "<link rel=canonical href=https://news.example/a>",
            ),
        ] {
            assert_eq!(lines(path, text), [0_usize; 0], "{text}");
        }
    }
}
