//! Reads the front matter of an article.

use super::diagnostic::{Diagnostics, MarkdownProblem, Place};
use model::{Date, Direction, Metadata, WebUrl};

/// Splits a file into metadata and text. Front matter is at the very beginning, between two
/// lines `---`, with `key: value` on each line.
pub(super) fn split<'a>(file: &'a str, diagnostics: &mut Diagnostics) -> (Metadata, &'a str) {
    let mut metadata = Metadata::default();
    let Some(rest) = file.strip_prefix("---\n") else {
        return (metadata, file);
    };
    let mut offset = 0;
    let mut closed = None;
    for line in rest.split_inclusive('\n') {
        offset += line.len();
        if line.trim_end() == "---" {
            closed = Some(offset);
            break;
        }
    }
    let Some(end) = closed else {
        diagnostics.report(Place::FrontMatter, MarkdownProblem::OpenFrontMatter, "");
        return (metadata, file);
    };
    let (head, body) = rest.split_at_checked(end).unwrap_or((rest, ""));
    for line in head.lines().filter(|line| line.trim_end() != "---") {
        read_line(line, &mut metadata, diagnostics);
    }
    metadata.direction = Direction::of_language(&metadata.language);
    (metadata, body)
}

fn read_line(line: &str, metadata: &mut Metadata, diagnostics: &mut Diagnostics) {
    if line.trim().is_empty() || line.trim_start().starts_with('#') {
        return;
    }
    let Some((key, value)) = line.split_once(':') else {
        diagnostics.report(Place::FrontMatter, MarkdownProblem::NotKeyValue, line);
        return;
    };
    let (key, value) = (key.trim(), unquoted(value.trim()));
    let some = (!value.is_empty()).then(|| value.to_owned());
    match key {
        "title" => metadata.title = value.to_owned(),
        "source" => metadata.source = some,
        "author" => metadata.author = some,
        "licence" => metadata.licence = some,
        "language" => metadata.language = value.to_owned(),
        "title_by" if value == "editor" => metadata.title_by_editor = true,
        "url" => {
            metadata.url = WebUrl::parse(value);
            if metadata.url.is_none() && some.is_some() {
                diagnostics.report("url", MarkdownProblem::NotWebAddress, value);
            }
        }
        "published" => {
            metadata.published = Date::parse(value);
            if metadata.published.is_none() && some.is_some() {
                diagnostics.report("published", MarkdownProblem::NotDate, value);
            }
        }
        _ => metadata.extra.push((key.to_owned(), value.to_owned())),
    }
}

fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .iter()
        .find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> (Metadata, String, usize) {
        let mut diagnostics = Diagnostics::of("a.md");
        let (metadata, body) = split(file, &mut diagnostics);
        (metadata, body.to_owned(), diagnostics.into_list().len())
    }

    #[test]
    fn what_is_known_is_read_and_the_rest_kept() {
        let (metadata, body, diagnostics) = read(
            "---\ntitle: \"A: b\"\ntitle_by: editor\npublished: 2026-01-22\nlanguage: ar\nmood: calm\n---\nText\n",
        );
        assert_eq!(metadata.title, "A: b");
        assert!(metadata.title_by_editor);
        assert_eq!(metadata.published, Date::parse("2026-01-22"));
        assert_eq!(metadata.direction, Direction::RightToLeft);
        assert_eq!(metadata.extra, [("mood".to_owned(), "calm".to_owned())]);
        assert_eq!((body.as_str(), diagnostics), ("Text\n", 0));
    }

    #[test]
    fn what_cannot_be_read_is_reported() {
        for (file, body, diagnostics) in [
            ("Just text", "Just text", 0),
            ("---\nopen", "---\nopen", 1),
            ("---\nno colon\n---\nText", "Text", 1),
            ("---\npublished: soon\nurl: javascript:x\n---\n", "", 2),
            ("---\n---\nText", "Text", 0),
        ] {
            let found = read(file);
            assert_eq!((found.1.as_str(), found.2), (body, diagnostics), "{file:?}");
        }
    }
}
