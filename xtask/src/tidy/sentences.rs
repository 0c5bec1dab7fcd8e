//! The sentences of the interface are in `src/messages`, where they can be translated.

use super::tree::Tree;
use super::violation::Violation;

/// Attributes and properties whose text readers see or hear.
const READ: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "heading",
    "label",
    "placeholder",
    "title",
];

/// What precedes a list of names that only style sheets read.
const LISTS: &[&str] = &["class=", "class={format!(", "part="];

/// Names that browsers use.
const NAMES: &[&str] = &["End", "Enter", "Escape", "Files", "Home"];

/// No component holds a text for readers.
pub(super) fn outside_messages(tree: &Tree) -> Vec<Violation> {
    let is_component = |path: &str| path.starts_with("src/ui/") || path.starts_with("src/web/");
    let components = tree.rust().filter(|(path, _)| is_component(path));
    let literals = components.flat_map(|(path, text)| {
        let found = literals(text).into_iter().filter(Literal::is_for_readers);
        found.map(move |literal| {
            let line = text.get(..literal.at).unwrap_or_default();
            let what = format!("a component holds the text \"{}\"", literal.text);
            let remedy = "move it into src/messages and use it from there";
            Violation::new(path, line.matches('\n').count() + 1, what, remedy)
        })
    });
    literals.collect()
}

/// A string literal.
struct Literal<'text> {
    /// Where its quotation mark is.
    at: usize,
    /// The code before it.
    before: &'text str,
    text: &'text str,
}

impl Literal<'_> {
    fn is_for_readers(&self) -> bool {
        let before = self.before.trim_end();
        let text = with_values(self.text);
        let has_letters = text.chars().any(char::is_alphabetic);
        (has_letters && (is_in_html(before) || is_read(before)))
            || (is_sentence(&text) && !LISTS.iter().any(|list| before.ends_with(list)))
            || (is_capitalised(&text) && !NAMES.contains(&text.as_str()))
    }
}

/// The text of a literal with a digit in place of each `{…}`.
fn with_values(literal: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    for c in literal.chars() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                text.push('0');
            }
            c if depth == 0 => text.push(c),
            _ => {}
        }
    }
    text
}

/// Whether a literal is text between tags: `>{ "…" }`, and not the value of a block.
fn is_in_html(before: &str) -> bool {
    let outer = before.strip_suffix('{').map(str::trim_end);
    outer.is_some_and(|outer| outer.ends_with(['>', '}', '{']) && !outer.ends_with("=>"))
}

/// Whether a literal is the value of an attribute or property that readers see or hear.
fn is_read(before: &str) -> bool {
    let attribute = before.strip_suffix('=').unwrap_or_default();
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let name = attribute.rsplit(|c| !is_name(c)).next();
    name.is_some_and(|name| READ.contains(&name))
}

/// Whether a text has a word and something beside it.
fn is_sentence(text: &str) -> bool {
    let is_word = |part: &str| {
        let part = part.trim_start_matches(['“', '‘', '(']);
        let part = part.trim_end_matches(['”', '’', ')', ',', ';', ':', '.', '?', '!']);
        part.chars().nth(1).is_some() && part.chars().all(char::is_alphabetic)
    };
    text.split_whitespace().nth(1).is_some() && text.split_whitespace().any(is_word)
}

/// Whether a text is one word with a capital letter at its beginning only.
fn is_capitalised(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(char::is_lowercase)
}

/// The string literals of Rust code, without those in comments, attributes and tests.
fn literals(code: &str) -> Vec<Literal<'_>> {
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut attribute = 0_usize;
    let mut at = 0;
    while let Some(rest) = code.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if let Some(length) = raw_literal(rest).or_else(|| char_literal(rest)) {
            at += length;
        } else if let Some(inner) = rest.strip_prefix('"') {
            let length = literal_length(inner);
            if attribute == 0 {
                found.push(Literal {
                    at,
                    before: code.get(..at).unwrap_or_default(),
                    text: inner.get(..length).unwrap_or_default(),
                });
            }
            at += length + 2;
        } else {
            match rest.as_bytes().first() {
                Some(b'[')
                    if attribute > 0 || code.get(..at).is_some_and(|code| code.ends_with('#')) =>
                {
                    attribute += 1;
                }
                Some(b']') => attribute = attribute.saturating_sub(1),
                _ => {}
            }
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The length of the text of a literal up to its closing quotation mark.
fn literal_length(inner: &str) -> usize {
    let mut is_escaped = false;
    let end = inner.find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.unwrap_or(inner.len())
}

/// The length of a raw string, such as `r#"…"#`. Only data is written so.
fn raw_literal(rest: &str) -> Option<usize> {
    let marks = rest.strip_prefix("r#")?;
    let marks = marks.len() - marks.trim_start_matches('#').len() + 1;
    let end = format!("\"{}", "#".repeat(marks));
    let inner = rest.get(1 + marks..)?.strip_prefix('"')?;
    let length = inner.find(&end)?;
    Some(1 + marks + 1 + length + end.len())
}

/// The length of a character such as `'"'`; a lifetime is none.
fn char_literal(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let length = match inner.strip_prefix('\\') {
        Some(escaped) => 1 + escaped.chars().next()?.len_utf8(),
        None => inner.chars().next()?.len_utf8(),
    };
    inner.get(length..)?.starts_with('\'').then_some(length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str) -> Vec<String> {
        let literals = literals(code).into_iter();
        let read = literals.filter(Literal::is_for_readers);
        read.map(|literal| literal.text.to_owned()).collect()
    }

    #[test]
    fn texts_for_readers_are_found() {
        for (code, text) in [
            ("html! { <p>{ \"ok\" }</p> }", "ok"),
            ("html! { <b>{ name }{ \": about \" }</b> }", ": about "),
            ("html! {\n    <p>\n        { \"ok\" }\n    </p>\n}", "ok"),
            ("html! { <nav aria-label=\"pages\" /> }", "pages"),
            ("html! { <Notices title=\"notes\" /> }", "notes"),
            ("html! { <input placeholder=\"q\" /> }", "q"),
            ("let s = \"No claim is left.\";", "No claim is left."),
            ("f(\"it said \\\"no\\\" \");", "it said \\\"no\\\" "),
            ("format!(\"{} more\", n)", "{} more"),
            ("format!(\"Show {rest}\")", "Show {rest}"),
            ("format!(\"… and {n} more\")", "… and {n} more"),
            ("button(\"Claims\".into())", "Claims"),
            ("match c { '\"' => \"Two words\", _ => \"\" }", "Two words"),
        ] {
            assert_eq!(found(code), [text], "{code}");
        }
    }

    #[test]
    fn names_in_code_are_not_texts() {
        for code in [
            "html! { <p class=\"card open\" part=\"card body\" role=\"status\">{ \" · \" }</p> }",
            "html! { <i class={format!(\"dot speaker-{hue}\")} /> }",
            "let class = if is_open { \"open\" } else { \"closed\" };",
            "match a { B => { \"b\" } }",
            "key == \"Enter\" || key == \"ArrowLeft\"",
            "root.query_selector(\"#b1 [data-claim]\")",
            "target.closest(\".outward, .below\")",
            "svg(\"0 0 24 500\")",
            "format!(\"{} {id}\", facet)",
            "format!(\"{shown} / {all}\")",
            "// A \"quoted word\" in a comment.\nfn f<'a>() {}",
            "#[expect(clippy::panic, reason = \"it is a test\")]\nfn f() {}",
            "fn f() {}\n\n#[cfg(test)]\nmod tests { fn g() { \"A sentence.\"; } }",
            "let json = r#\"{ \"a\": \"two words\" }\"#;",
        ] {
            assert_eq!(found(code), [""; 0], "{code}");
        }
    }

    #[test]
    fn places_are_named() {
        let code = "//! A.\n\nfn f() {\n    say(\"Two words\");\n}\n";
        let tree = Tree::of(&[
            ("src/ui/a.rs", code),
            ("src/messages/english/a.rs", code),
            ("crates/text/src/a.rs", code),
        ]);
        let violations = outside_messages(&tree);
        let places: Vec<_> = violations
            .iter()
            .map(|violation| (violation.path.as_str(), violation.line))
            .collect();
        assert_eq!(places, [("src/ui/a.rs", 4)]);
    }
}
