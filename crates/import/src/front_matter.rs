//! Reads the front matter of an article.

use std::borrow::Cow;

use super::diagnostic::{Diagnostics, MarkdownProblem, Place};
use super::notes::without_links;
use model::{Date, Direction, Metadata, WebUrl};

/// The front matter of a file, and the text after it.
pub(super) struct FrontMatter<'a> {
    pub(super) metadata: Metadata,
    pub(super) body: &'a str,
    /// Whether a note-taking program has written it, whose text has its own markup.
    pub(super) is_note: bool,
}

/// A key with its values. Several are a list.
struct Entry<'a> {
    key: Cow<'a, str>,
    values: Vec<String>,
    is_list: bool,
}

/// Splits a file into metadata and text. Front matter is at the very beginning, between two
/// lines `---`, with `key: value` on each line. A value may be a list, in brackets or with one item on
/// each of the next lines, or go on in the next lines.
pub(super) fn split<'a>(file: &'a str, diagnostics: &mut Diagnostics) -> FrontMatter<'a> {
    let without = FrontMatter {
        metadata: Metadata::default(),
        body: file,
        is_note: false,
    };
    let Some(rest) = file.strip_prefix("---\n") else {
        return without;
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
        return without;
    };
    let (head, body) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let lines = head.lines().filter(|line| line.trim_end() != "---");
    let entries = entries(lines, diagnostics);
    let mut metadata = Metadata::default();
    for entry in &entries {
        read_entry(entry, &mut metadata, diagnostics);
    }
    metadata.direction = Direction::of_language(&metadata.language);
    let clipped = metadata.source.as_deref().and_then(WebUrl::parse);
    let is_note = clipped.is_some() || entries.iter().any(|entry| entry.is_list);
    if is_note {
        metadata.author = metadata.author.map(|names| without_links(&names));
    }
    if let Some(url) = clipped {
        metadata.source = None;
        metadata.url.get_or_insert(url);
    }
    FrontMatter {
        metadata,
        body,
        is_note,
    }
}

fn entries<'a>(
    lines: impl Iterator<Item = &'a str>,
    diagnostics: &mut Diagnostics,
) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for line in lines {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let goes_on = line.starts_with([' ', '\t']) || trimmed.starts_with("- ") || trimmed == "-";
        if let Some(entry) = entries.last_mut().filter(|_| goes_on) {
            if let Some(item) = trimmed.strip_prefix('-') {
                entry.is_list = true;
                entry.values.push(unquoted(item.trim()).into_owned());
            } else {
                match entry.values.last_mut() {
                    Some(value) => {
                        value.push(' ');
                        value.push_str(trimmed);
                    }
                    None => entry.values.push(trimmed.to_owned()),
                }
            }
            continue;
        }
        let Some((key, value)) = line.split_once(':') else {
            diagnostics.report(Place::FrontMatter, MarkdownProblem::NotKeyValue, line);
            continue;
        };
        let value = value.trim();
        let in_brackets = value
            .strip_prefix('[')
            .and_then(|items| items.strip_suffix(']'))
            .filter(|_| !value.starts_with("[["));
        let values = match in_brackets {
            Some(items) => items.split(',').map(str::trim).collect(),
            // A mark alone begins a value in the next lines.
            None if matches!(value, "" | ">" | ">-" | "|" | "|-") => Vec::new(),
            None => vec![value],
        };
        let values = values.into_iter().filter(|value| !value.is_empty());
        entries.push(Entry {
            key: unquoted(key.trim()),
            values: values.map(|value| unquoted(value).into_owned()).collect(),
            is_list: in_brackets.is_some(),
        });
    }
    entries
}

fn read_entry(entry: &Entry<'_>, metadata: &mut Metadata, diagnostics: &mut Diagnostics) {
    let values = entry.values.iter().filter(|value| !value.is_empty());
    let value = values.map(String::as_str).collect::<Vec<_>>().join(", ");
    let some = (!value.is_empty()).then(|| value.clone());
    match entry.key.as_ref() {
        "title" => metadata.title = value,
        "source" => metadata.source = some,
        "author" => metadata.author = some,
        "licence" => metadata.licence = some,
        "language" => metadata.language = value,
        "title_by" if value == "editor" => metadata.title_by_editor = true,
        "url" => {
            metadata.url = WebUrl::parse(&value);
            if metadata.url.is_none() && some.is_some() {
                diagnostics.report("url", MarkdownProblem::NotWebAddress, &value);
            }
        }
        "published" => {
            metadata.published = Date::parse(&value);
            if metadata.published.is_none() && some.is_some() {
                diagnostics.report("published", MarkdownProblem::NotDate, &value);
            }
        }
        key => metadata.extra.push((key.to_owned(), value)),
    }
}

/// A value without the quotation marks around it. Between double ones, backslashes escape as in
/// YAML.
fn unquoted(value: &str) -> Cow<'_, str> {
    let within = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    match (within('"'), within('\'')) {
        (Some(words), _) => unescaped(words),
        (None, words) => Cow::Borrowed(words.unwrap_or(value)),
    }
}

/// Replaces `\"`, `\\`, `\xXX`, `\uXXXX` and `\UXXXXXXXX`; other backslashes stay.
fn unescaped(words: &str) -> Cow<'_, str> {
    if !words.contains('\\') {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let digits = match after.chars().next() {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let code = after.get(1..=digits).filter(|code| !code.is_empty());
        let escaped = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let escaped = escaped.and_then(char::from_u32);
        rest = match (escaped, after.strip_prefix(['"', '\\'])) {
            (Some(escaped), _) => {
                out.push(escaped);
                after.get(1 + digits..).unwrap_or_default()
            }
            (None, Some(following)) => {
                out.extend(after.chars().next());
                following
            }
            (None, None) => {
                out.push('\\');
                after
            }
        };
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> (Metadata, String, usize) {
        let mut diagnostics = Diagnostics::of("a.md");
        let FrontMatter { metadata, body, .. } = split(file, &mut diagnostics);
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
    fn escaped_characters_are_read_between_double_quotation_marks() {
        for (written, title) in [
            (r#""A \u003Cb\x3E \U0001D11E""#, "A <b> \u{1D11E}"),
            (r#""\"A\" \\ b""#, r#""A" \ b"#),
            (r#"""A" b""#, r#""A" b"#),
            (r#""C:\new \u12 \uD800 \""#, r#"C:\new \u12 \uD800 \"#),
            (r"'C:\u003C'", r"C:\u003C"),
            (r"C:\u003C", r"C:\u003C"),
        ] {
            let (metadata, _, _) = read(&format!("---\ntitle: {written}\n---\n"));
            assert_eq!(metadata.title, title, "{written}");
        }
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
