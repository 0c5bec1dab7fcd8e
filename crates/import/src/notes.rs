//! Markdown as note-taking programs write it, such as Obsidian and its Web Clipper: callouts, marked
//! words, names of blocks and tags.

use std::borrow::Cow;

/// The body without comments between pairs of `%%`, and their number.
pub(super) fn without_comments(body: &str) -> (Cow<'_, str>, usize) {
    let mut out = String::new();
    let mut rest = body;
    let mut count = 0;
    while let Some((before, after)) = rest.split_once("%%") {
        let Some((_, after)) = after.split_once("%%") else {
            break;
        };
        out.push_str(before);
        rest = after;
        count += 1;
    }
    if count == 0 {
        return (Cow::Borrowed(body), 0);
    }
    out.push_str(rest);
    (Cow::Owned(out), count)
}

/// The body, in which each callout is a block quotation: that of a quotation ends with the name of the
/// speaker, any other begins with its title.
pub(super) fn without_callouts(body: &str) -> Cow<'_, str> {
    if !body.contains("[!") {
        return Cow::Borrowed(body);
    }
    let mut out = String::with_capacity(body.len() + 64);
    let mut is_code = false;
    let mut speaker: Option<&str> = None;
    for line in body.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let is_quoted = trimmed.starts_with('>');
        if !is_quoted {
            attribute(speaker.take(), &mut out);
        }
        is_code ^= trimmed.starts_with("```") || trimmed.starts_with("~~~");
        match callout(trimmed).filter(|_| !is_code) {
            Some((kind, title)) => {
                attribute(speaker.take(), &mut out);
                let title = Some(title).filter(|title| !title.is_empty());
                if matches!(kind.to_ascii_lowercase().as_str(), "quote" | "cite") {
                    speaker = title;
                } else if let Some(title) = title {
                    out.push_str(&format!("> {title}\n>\n"));
                }
            }
            None => out.push_str(line),
        }
    }
    attribute(speaker, &mut out);
    Cow::Owned(out)
}

/// Ends a quotation with the name of its speaker.
fn attribute(speaker: Option<&str>, out: &mut String) {
    if let Some(speaker) = speaker {
        if !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(&format!(">\n> — {speaker}\n"));
    }
}

/// The kind and the title in a line such as "> [!quote]- Ann Archer".
fn callout(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix('>')?.trim_start().strip_prefix("[!")?;
    let (kind, title) = rest.split_once(']')?;
    let kind = kind.split('|').next().unwrap_or(kind);
    let is_kind = !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || c == '-');
    let title = title.strip_prefix(['+', '-']).unwrap_or(title).trim();
    is_kind.then_some((kind, title))
}

/// The words without the `==` around those that a reader marked. Between spaces, it is an operator.
pub(super) fn without_highlights(words: &str) -> Cow<'_, str> {
    if !words.contains("==") {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("==") {
        out.push_str(before);
        let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let is_operator = is_space(out.chars().next_back()) && is_space(after.chars().next());
        if is_operator || after.starts_with('=') || out.ends_with('=') {
            out.push_str("==");
        }
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The number of bytes of a block without a name such as `^block1` at its end.
pub(super) fn end_without_name(words: &str) -> usize {
    let words = words.trim_end();
    let named = words.rsplit_once([' ', '\n']).filter(|(_, last)| {
        last.strip_prefix('^').is_some_and(|name| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|it| it.is_ascii_alphanumeric() || it == b'-')
        })
    });
    named.map_or(words.len(), |(before, _)| before.trim_end().len())
}

/// Whether a block consists of tags.
pub(super) fn is_tags(words: &str) -> bool {
    let mut words = words.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| {
            word.strip_prefix('#').is_some_and(|tag| {
                tag.chars().any(char::is_alphabetic)
                    && tag
                        .chars()
                        .all(|c| c.is_alphanumeric() || "-_/".contains(c))
            })
        })
}

/// A value in which links such as `[[people/Ann|Ann Archer]]` are words.
pub(super) fn without_links(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((link, after)) = after.split_once("]]") else {
            break;
        };
        out.push_str(before);
        out.push_str(link.rsplit('|').next().unwrap_or(link));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use crate::file::read;
    use model::BlockKind;

    #[test]
    fn a_clipped_page_is_an_article() {
        let note = "---\ntitle: \"Ferry: the line\"\nsource: \"https://a.example/ferry\"\nauthor:\n  - \"[[Nora Whitlock]]\"\n  - '[[people/Tom|Tom Hale]]'\npublished: 2025-05-14\ncreated: 2025-05-15\ndescription: >-\n  The council\n  has decided.\ntags: [clippings, news]\n---\nWe ==waited **long**==, a == b, said [[Ann Archer]] of [[Marlow Bay|the bay]]. ^block1\n\n%%Check\nthis.%%- [x] Done.\n\n> [!quote]- Tom Reyes\n> Nobody came.\n\n> [!info] Figures\n> Nine million.\n\n![[ferry.png]]\n\n#ferry #sea/transport\n";
        let (articles, told) = read("a.md", note.as_bytes());
        let article = &articles[0];
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "Ferry: the line");
        assert_eq!(metadata.author.as_deref(), Some("Nora Whitlock, Tom Hale"));
        assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
        let url = metadata.url.as_ref().map(model::WebUrl::as_str);
        assert_eq!(
            (url, &metadata.source),
            (Some("https://a.example/ferry"), &None)
        );
        let extra = |name: &str| {
            let mut extra = metadata.extra.iter();
            extra
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        };
        assert_eq!(extra("description"), Some("The council has decided."));
        assert_eq!(extra("tags"), Some("clippings, news"));
        let blocks: Vec<(BlockKind, &str)> = article
            .blocks
            .iter()
            .map(|block| (block.kind, block.range.of(&article.text)))
            .collect();
        assert_eq!(
            blocks,
            [
                (
                    BlockKind::Paragraph,
                    "We waited long, a == b, said Ann Archer of the bay."
                ),
                (BlockKind::ListItem, "Done."),
                (BlockKind::Quote, "Nobody came."),
                (BlockKind::Quote, "— Tom Reyes"),
                (BlockKind::Quote, "Figures"),
                (BlockKind::Quote, "Nine million."),
            ]
        );
        let told: Vec<String> = told.iter().map(|it| it.what()).collect();
        assert!(told.iter().any(|it| it.contains("ferry.png")), "{told:?}");
        assert!(told.iter().any(|it| it.contains("1 comment")), "{told:?}");
        assert!(!told.iter().any(|it| it.contains("key: value")), "{told:?}");
    }

    #[test]
    fn other_markdown_keeps_what_looks_alike() {
        let text = "---\ntitle: T\nlanguage: en\n---\nA [[link]] and ==x== here ^1\n\n#tag\n\n> [!quote] Ann\n";
        let (articles, _) = read("a.md", text.as_bytes());
        assert_eq!(
            articles[0].text,
            "A [[link]] and ==x== here ^1\n\n#tag\n\n[!quote] Ann"
        );
    }
}
