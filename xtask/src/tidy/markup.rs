//! What the markup in `html!` and the DOM calls must not do.

use super::Violation;
use super::rust;
use super::tree::Tree;

/// Ways in which a string becomes HTML.
const RAW_HTML: &[&str] = &[
    "from_html_unchecked",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "create_contextual_fragment",
    "set_srcdoc",
];

/// No string becomes HTML.
pub(super) fn raw_html(tree: &Tree) -> Vec<Violation> {
    rust::violations(tree.app(), |path, tokens| {
        tokens
            .iter()
            .filter(|token| {
                let text = token.text.as_str();
                let is_named_in_script = text.starts_with('"')
                    && ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"]
                        .iter()
                        .any(|property| text.contains(property));
                RAW_HTML.contains(&text)
                    || text.to_lowercase().contains("dangerously")
                    || is_named_in_script
            })
            .map(|token| {
                Violation::new(
                    path,
                    token.line,
                    format!("{} makes HTML of a string", token.text),
                    "render text nodes and elements",
                )
            })
            .collect()
    })
}

/// No tag is named by data: no `<@{name}>`.
pub(super) fn dynamic_tags(tree: &Tree) -> Vec<Violation> {
    rust::windows(tree, |_, words: [&str; 3]| {
        (words == ["<", "@", "{"]).then(|| {
            (
                "a tag is named by a value".to_owned(),
                "match on the value and write out each tag",
            )
        })
    })
}

/// No `style={…}` in `src/ui`, which a strict content security policy refuses.
pub(super) fn style_attributes(tree: &Tree) -> Vec<Violation> {
    rust::windows(tree, |path, [before, name, equals, value]: [&str; 4]| {
        let is_attribute =
            name == "style" && equals == "=" && !["let", "mut", ";", "-"].contains(&before);
        let has_value = value == "{" || value.starts_with('"');
        (path.starts_with("src/ui/") && is_attribute && has_value).then(|| {
            (
                "a style attribute is refused by a strict content security policy".to_owned(),
                "use a class, or set the property on the element's `style()`",
            )
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(violations: &[Violation]) -> Vec<usize> {
        violations.iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn strings_that_become_html_are_found() {
        let tree = Tree::of(&[(
            "src/web/page.rs",
            "// set_inner_html\nfn f() {\n e.set_inner_html(s);\n Html::from_html_unchecked(s);\n \
             Reflect::set(&e, &\"innerHTML\".into(), &s);\n dangerously_set(s);\n e.inner_html();\n}",
        )]);
        assert_eq!(lines(&raw_html(&tree)), [3, 4, 5, 6]);
    }

    #[test]
    fn tags_named_by_data_are_found() {
        let tree = Tree::of(&[
            ("src/ui/heading.rs", "html! {\n <@{tag}>{ text }</@>\n}"),
            ("src/ui/plain.rs", "html! { <p>{ text }</p> }"),
        ]);
        assert_eq!(lines(&dynamic_tags(&tree)), [2]);
    }

    #[test]
    fn style_attributes_are_found_and_variables_are_not() {
        let tree = Tree::of(&[
            (
                "src/ui/bar.rs",
                "html! {\n <div class=\"a\" style={width}>\n <i style=\"top:0\"/>\n </div> }",
            ),
            (
                "src/ui/calm.rs",
                "fn f() { let style = \"plain\"; let mut style = { 1 }; }",
            ),
        ]);
        assert_eq!(lines(&style_attributes(&tree)), [2, 3]);
    }
}
