//! Downloads of press databases: several documents in one text, each after a line such as "1 of 12
//! DOCUMENTS", with fields such as "BYLINE:".

use model::{Article, TakenIds};

use super::date_words::{DateOrder, date_of};
use super::diagnostic::Diagnostic;
use super::text::article_from_whole_text;

/// Fields that are about the file or the print, not about what the article says.
const LEFT_OUT: [&str; 12] = [
    "SECTION",
    "LENGTH",
    "DATELINE",
    "LOAD-DATE",
    "LANGUAGE",
    "PUBLICATION-TYPE",
    "DOCUMENT-TYPE",
    "JOURNAL-CODE",
    "GRAPHIC",
    "SUBJECT",
    "ORGANIZATION",
    "CATEGORY",
];

/// Reads the documents of a download; `None` if the text is none.
pub(super) fn documents(
    id: &str,
    file: &str,
    text: &str,
) -> Option<(Vec<Article>, Vec<Diagnostic>)> {
    let mut documents: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().map(str::trim) {
        if begins_document(line) {
            documents.push(Vec::new());
        } else if let Some(lines) = documents.last_mut() {
            lines.push(line);
        } else if !line.is_empty() {
            return None;
        }
    }
    let (mut articles, mut told) = (Vec::new(), Vec::new());
    let mut ids = TakenIds::default();
    for (number, lines) in documents.iter().enumerate() {
        let own = ids.take(&format!("{id}-{}", number + 1));
        let (article, more) = document(&own, file, lines);
        told.extend(more);
        articles.extend(article);
    }
    (!articles.is_empty()).then_some((articles, told))
}

/// Whether a line is such as "1 of 12 DOCUMENTS".
fn begins_document(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_number = |word: Option<&str>| word.is_some_and(|word| word.parse::<u32>().is_ok());
    is_number(words.next())
        && words
            .next()
            .is_some_and(|word| word.eq_ignore_ascii_case("of"))
        && is_number(words.next())
        && matches!(words.next(), Some("DOCUMENT" | "DOCUMENTS"))
        && words.next().is_none()
}

/// Groups of lines without a blank line between them.
fn groups<'a>(lines: &[&'a str]) -> Vec<Vec<&'a str>> {
    let groups = lines.split(|line| line.is_empty());
    groups
        .filter(|group| !group.is_empty())
        .map(<[&str]>::to_vec)
        .collect()
}

/// The name and the value of a field such as "BYLINE: Ann Archer".
fn field<'a>(group: &[&'a str]) -> Option<(&'a str, String)> {
    let (name, first) = group.first()?.split_once(':')?;
    let is_name = name.len() > 3
        && name
            .chars()
            .all(|c| c.is_ascii_uppercase() || matches!(c, '-' | ' '));
    let rest = group.iter().skip(1).copied();
    let words: Vec<&str> = std::iter::once(first.trim()).chain(rest).collect();
    is_name.then(|| (name, words.join(" ").trim().to_owned()))
}

fn document(id: &str, file: &str, lines: &[&str]) -> (Option<Article>, Vec<Diagnostic>) {
    let (mut source, mut published, mut title, mut author) = (None, None, None, None);
    let mut paragraphs: Vec<String> = Vec::new();
    for group in groups(lines) {
        if let Some((name, value)) = field(&group) {
            match name {
                "BYLINE" => author = Some(value),
                "HIGHLIGHT" => paragraphs.push(value),
                "HEADLINE" => title = Some(value),
                "BODY" if !value.is_empty() => paragraphs.push(value),
                "BODY" => {}
                name if LEFT_OUT.contains(&name) => {}
                _ => paragraphs.push(group.join(" ")),
            }
            continue;
        }
        let date = group
            .iter()
            .find_map(|line| date_of(line, DateOrder::Unknown));
        let words = group.join(" ");
        if published.is_none() && title.is_none() && date.is_some() {
            published = date;
        } else if source.is_none() && published.is_none() && title.is_none() {
            source = Some(words);
        } else if title.is_none() {
            title = Some(words);
        } else if !words.starts_with("Copyright ") && !words.starts_with("All Rights Reserved") {
            paragraphs.push(words);
        }
    }
    let (article, mut told) = article_from_whole_text(id, file, &paragraphs.join("\n\n"));
    let article = article.map(|mut article| {
        let metadata = &mut article.metadata;
        if let Some(title) = title {
            told.retain(|diagnostic| diagnostic.place.path() != "title");
            metadata.title = title;
            metadata.title_by_editor = false;
        }
        metadata.source = source;
        metadata.published = published;
        metadata.author = author;
        article
    });
    (article, told)
}

#[cfg(test)]
mod tests {
    use super::documents;

    const DOWNLOAD: &str = "
        1 of 2 DOCUMENTS

        The Observer

        May 14, 2025 Wednesday
        First Edition

Ferry line approved

BYLINE: Nora Whitlock

LENGTH: 71 words

The council approved a ferry line.

“NOTE: We waited,” she said.

LOAD-DATE: May 14, 2025

        Copyright 2025 Media
        All Rights Reserved

        2 of 2 DOCUMENTS

        The Herald

        May 13, 2025

Library closes

The library closes in June.
";

    #[test]
    fn each_document_is_an_article() {
        let (articles, _) = documents("news", "news.txt", DOWNLOAD).unwrap();
        let [first, second] = articles.as_slice() else {
            panic!("two articles");
        };
        assert_eq!(first.metadata.title, "Ferry line approved");
        assert_eq!(first.metadata.author.as_deref(), Some("Nora Whitlock"));
        assert_eq!(first.metadata.source.as_deref(), Some("The Observer"));
        assert_eq!(first.metadata.published.unwrap().to_string(), "2025-05-14");
        assert_eq!(
            first.text,
            "The council approved a ferry line.\n\n“NOTE: We waited,” she said."
        );
        assert_eq!(second.metadata.title, "Library closes");
        assert_eq!(second.metadata.published.unwrap().to_string(), "2025-05-13");
        assert_eq!(second.text, "The library closes in June.");
        assert_ne!(first.id, second.id);
    }

    #[test]
    fn other_texts_are_not_divided() {
        for text in [
            "",
            "Head\n\n1 of 2 DOCUMENTS\n\nText.",
            "1 of 2 boats came.",
        ] {
            assert!(documents("a", "a.txt", text).is_none(), "{text}");
        }
    }
}
