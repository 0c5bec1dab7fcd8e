//! Phrases that must not appear in code. `clippy.toml` contains those that clippy can
//! forbid.

use super::tree::Tree;
use super::violation::Violation;

/// Names with which scripts create HTML from a string. `clippy.toml` forbids the methods of
/// web-sys and of Yew.
const RAW_HTML: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "setHTMLUnsafe",
    "document.write",
    "srcdoc",
];

/// Words for unfinished work. Their letters are separated here, so that this file does not
/// contain them.
const UNFINISHED: &[&str] = &[
    concat!("#[ig", "nore"),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!(".on", "ly("),
    concat!("test.to", "do("),
];

/// No script creates HTML from a string, directly or through `Reflect`.
pub(super) fn raw_html(tree: &Tree) -> Vec<Violation> {
    find(
        tree.files().filter(|(path, _)| is_shipped(path)),
        RAW_HTML,
        "HTML is made of a string",
        "render text nodes and elements",
    )
}

/// No tag name comes from data: no `<@{name}>`.
pub(super) fn dynamic_tags(tree: &Tree) -> Vec<Violation> {
    find(
        tree.rust().filter(|(path, _)| is_shipped(path)),
        &["<@{"],
        "a tag is named by a value",
        "match on the value and write out each tag",
    )
}

/// No component uses `style={…}`, which a strict content security policy blocks.
pub(super) fn style_attributes(tree: &Tree) -> Vec<Violation> {
    find(
        tree.rust().filter(|(path, _)| path.starts_with("src/")),
        &[" style={", " style=\""],
        "a style attribute is refused by a strict content security policy",
        "use a class, or set the property on the element's `style()`",
    )
}

/// No test is ignored, and no work is left unfinished. Clippy checks for `todo!` and
/// similar macros.
pub(super) fn unfinished(tree: &Tree) -> Vec<Violation> {
    let is_code = |path: &str| {
        let endings = [".rs", ".js", ".mjs", ".ts", ".css", ".html", ".toml", ".md"];
        endings.iter().any(|ending| path.ends_with(ending))
    };
    find(
        tree.files().filter(|(path, _)| is_code(path)),
        UNFINISHED,
        "something is left for later",
        "do it or take it out",
    )
}

/// Whether this is code that runs in a reader's browser.
fn is_shipped(path: &str) -> bool {
    let endings = [".rs", ".js", ".mjs", ".ts"];
    let is_source = ["src/", "crates/", "js/"]
        .iter()
        .any(|folder| path.starts_with(folder));
    let is_test = path.contains("/tests/") || path.contains("test.") || path.contains("tests.");
    is_source && !is_test && endings.iter().any(|ending| path.ends_with(ending))
}

/// The lines that contain one of the phrases, except comments.
fn find<'tree>(
    files: impl Iterator<Item = (&'tree str, &'tree str)>,
    phrases: &[&str],
    what: &str,
    remedy: &'static str,
) -> Vec<Violation> {
    files
        .flat_map(|(path, text)| {
            let lines = text.lines().enumerate();
            lines.filter_map(move |(index, line)| {
                let is_comment = line.trim_start().starts_with("//");
                let phrase = phrases.iter().find(|phrase| line.contains(**phrase))?;
                // Unfinished work is mostly marked in comments.
                let counts = !is_comment || phrases == UNFINISHED;
                counts
                    .then(|| Violation::new(path, index + 1, format!("{what}: `{phrase}`"), remedy))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(violations: &[Violation]) -> Vec<(&str, usize)> {
        violations
            .iter()
            .map(|violation| (violation.path.as_str(), violation.line))
            .collect()
    }

    #[test]
    fn strings_that_become_html_are_found() {
        let tree = Tree::of(&[
            (
                "src/web/page.rs",
                "// innerHTML\nReflect::set(&e, &\"innerHTML\".into(), &s);\ne.text_content();",
            ),
            ("crates/ui/src/a.rs", "\"srcdoc\""),
            ("js/boot.js", "a();\nb.insertAdjacentHTML(c, d);"),
            ("js/boot.test.js", "a.innerHTML"),
            ("tests/e2e/a.test.mjs", "a.innerHTML"),
        ]);
        assert_eq!(
            lines(&raw_html(&tree)),
            [
                ("crates/ui/src/a.rs", 1),
                ("js/boot.js", 2),
                ("src/web/page.rs", 2)
            ]
        );
    }

    #[test]
    fn tag_names_from_data_are_found() {
        let tree = Tree::of(&[
            ("src/ui/heading.rs", "html! {\n <@{tag}>{ text }</@>\n}"),
            ("src/ui/plain.rs", "html! { <p>{ text }</p> }"),
        ]);
        assert_eq!(lines(&dynamic_tags(&tree)), [("src/ui/heading.rs", 2)]);
    }

    #[test]
    fn style_attributes_are_found_but_variables_are_not() {
        let tree = Tree::of(&[
            (
                "src/ui/bar.rs",
                "html! {\n <div class=\"a\" style={width}>\n <i style=\"top:0\"/>\n </div> }",
            ),
            ("src/ui/calm.rs", "fn f() { let style = \"plain\"; }"),
        ]);
        assert_eq!(
            lines(&style_attributes(&tree)),
            [("src/ui/bar.rs", 2), ("src/ui/bar.rs", 3)]
        );
    }

    #[test]
    fn unfinished_work_is_found() {
        let [ignore, later, ..] = UNFINISHED else {
            panic!("there are several");
        };
        let tree = Tree::of(&[
            ("src/a.rs", &format!("// {later}: more\nfn f() {{}}")),
            (
                "tests/b.rs",
                &format!("#[test]\n{ignore} = \"slow\"]\nfn t() {{}}"),
            ),
            ("notes.txt", later),
        ]);
        assert_eq!(
            lines(&unfinished(&tree)),
            [("src/a.rs", 1), ("tests/b.rs", 2)]
        );
    }
}
