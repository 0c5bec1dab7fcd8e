//! HTML that Yew does not write: the skeleton of pages and their metadata.

/// An attribute with a space before it; empty if it has no value.
pub(crate) fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" {name}=\"{}\"", escaped(value))
    }
}

/// Escapes text for HTML, between tags or in quotation marks.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_ends_neither_an_attribute_nor_itself() {
        assert_eq!(
            attribute("content", "<a href='x'>\"&"),
            " content=\"&lt;a href=&#39;x&#39;&gt;&quot;&amp;\""
        );
        assert_eq!(attribute("content", ""), "");
    }
}
