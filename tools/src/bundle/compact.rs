//! Style sheets and scripts without what only their writers read.

/// A style sheet without comments, indents and line feeds. No string in it may hold a colon
/// or a comma with a blank behind it.
pub(super) fn style_sheet(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines: Vec<&str> = kept
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let text = lines.join("\n");
    // Where a line ends in one of these, nothing need stand before the next.
    let mut compact = String::with_capacity(text.len());
    for c in text.chars() {
        let needed = c != '\n' || !compact.ends_with(['{', '}', ';', ',']);
        if needed {
            compact.push(if c == '\n' { ' ' } else { c });
        }
    }
    [(";}", "}"), (" {", "{"), (": ", ":"), (", ", ",")]
        .iter()
        .fold(compact, |text, (long, short)| text.replace(long, short))
}

/// A script without comments that stand on lines of their own, indents and empty lines.
/// Lines stay lines, so that nothing depends on where a statement ends; a template with a
/// line feed in it would lose its indents.
pub(super) fn script(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("/*") {
            in_comment = true;
        }
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        if line.ends_with("*/") {
            in_comment = false;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_its_rules() {
        assert_eq!(
            style_sheet(
                "/* a */\n.x,\n.y  > z {\n  color: red;\n  margin: 0\n    auto;\n}\n\n@media (a) {\n  p { b: c; }\n}\n"
            ),
            ".x,.y  > z{color:red;margin:0 auto}@media (a){p{ b:c; }}"
        );
    }

    #[test]
    fn a_script_keeps_its_lines() {
        assert_eq!(
            script("// a\n/**\n * b\n */\nlet x = `// ${1}`; // c\n\n  x();\n/* d */\n"),
            "let x = `// ${1}`; // c\nx();\n"
        );
    }
}
