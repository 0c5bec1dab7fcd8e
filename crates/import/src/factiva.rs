//! Downloads of the press database Factiva: several documents in one text, each a list of fields such
//! as "HD" for the headline and "LP" for the first paragraphs.

use model::{Article, Direction, TakenIds};

use super::date_words::{DateOrder, date_of};
use super::diagnostic::Diagnostic;
use super::text::{article_from_whole_text, byline};

/// The codes of fields.
const CODES: [&str; 30] = [
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP",
    "TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CX", "ART", "CLM", "DLN",
];

/// The languages that the field "LA" names.
const LANGUAGES: [(&str, &str); 8] = [
    ("english", "en"),
    ("german", "de"),
    ("french", "fr"),
    ("spanish", "es"),
    ("italian", "it"),
    ("portuguese", "pt"),
    ("dutch", "nl"),
    ("chinese", "zh"),
];

/// A field: its code, and its lines.
type Field<'t> = (&'t str, Vec<&'t str>);

/// Reads the documents of a download; `None` if the text is none.
pub(super) fn documents(
    id: &str,
    file: &str,
    text: &str,
) -> Option<(Vec<Article>, Vec<Diagnostic>)> {
    let mut documents: Vec<Vec<Field<'_>>> = Vec::new();
    for line in text.lines() {
        let line = line.trim_end();
        if let Some((code, rest)) = field(line) {
            let is_new = documents.last().is_none_or(|fields| {
                let has = |code: &str| fields.iter().any(|(known, _)| *known == code);
                has("AN") || (has(code) && matches!(code, "SE" | "HD"))
            });
            if is_new {
                documents.push(Vec::new());
            }
            if let Some(fields) = documents.last_mut() {
                fields.push((code, vec![rest]));
            }
        } else if let Some((code, lines)) = documents.last_mut().and_then(|it| it.last_mut())
            && *code != "AN"
        {
            lines.push(line.trim());
        }
    }
    documents.retain(|fields| {
        let has = |code: &str| fields.iter().any(|(known, _)| *known == code);
        has("HD") && (has("LP") || has("TD")) && (has("PD") || has("SN") || has("AN"))
    });
    let (mut articles, mut told) = (Vec::new(), Vec::new());
    let mut ids = TakenIds::default();
    for (number, fields) in documents.iter().enumerate() {
        let own = ids.take(&format!("{id}-{}", number + 1));
        let (article, more) = document(&own, file, fields);
        told.extend(more);
        articles.extend(article);
    }
    (!articles.is_empty()).then_some((articles, told))
}

/// The code and the rest of a line that begins a field.
fn field(line: &str) -> Option<(&str, &str)> {
    let (code, rest) = match line.split_once([' ', '\t']) {
        Some((code, rest)) => (code, rest),
        None => (line, ""),
    };
    CODES.contains(&code).then(|| (code, rest.trim()))
}

fn document(id: &str, file: &str, fields: &[Field<'_>]) -> (Option<Article>, Vec<Diagnostic>) {
    let value = |code: &str| {
        let lines = fields.iter().find(|(known, _)| *known == code);
        let words = lines?.1.iter().filter(|line| !line.is_empty());
        let words = words.copied().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    };
    let text = fields
        .iter()
        .filter(|(code, _)| matches!(*code, "LP" | "TD"));
    let text = text.map(|(_, lines)| paragraphs(lines));
    let text = text.collect::<Vec<_>>().join("\n\n");
    let (article, mut told) = article_from_whole_text(id, file, &text);
    let language = value("LA").and_then(|name| {
        let name = name.to_lowercase();
        let known = LANGUAGES.iter().find(|(known, _)| name.starts_with(known));
        known.map(|(_, tag)| *tag)
    });
    let article = article.map(|mut article| {
        let metadata = &mut article.metadata;
        if let Some(title) = value("HD") {
            told.retain(|diagnostic| diagnostic.place.path() != "title");
            metadata.title = title;
            metadata.title_by_editor = false;
        }
        if let Some(language) = language {
            told.retain(|diagnostic| diagnostic.place.path() != "language");
            metadata.direction = Direction::of_language(language);
            metadata.language = language.to_owned();
        }
        metadata.author = value("BY").map(|words| match byline(&words) {
            Some(name) => name.to_owned(),
            None => words,
        });
        metadata.source = value("SN");
        metadata.published = value("PD").and_then(|words| date_of(&words, DateOrder::DayFirst));
        article
    });
    (article, told)
}

/// The paragraphs of a field. Without blank lines, each line is one.
pub(super) fn paragraphs(lines: &[&str]) -> String {
    let inner = lines.iter().skip_while(|line| line.is_empty());
    let inner: Vec<&str> = inner.copied().collect();
    let end = inner.iter().rposition(|line| !line.is_empty());
    let inner = inner
        .get(..end.map_or(0, |end| end + 1))
        .unwrap_or_default();
    let has_blanks = inner.iter().any(|line| line.is_empty());
    inner.join(if has_blanks { "\n" } else { "\n\n" })
}

#[cfg(test)]
mod tests {
    use super::documents;
    use crate::file::read;

    const DOWNLOAD: &str = "SE  News\nHD  Ferry line approved\nBY  By Nora Whitlock\nWC  71 words\nPD  14 May 2025\nSN  The Observer\nLA  English\nCY  Copyright 2025\nLP\nThe council approved a ferry line.\n\nTD\n“We waited,” she said.\n\nHD of the Board is Ann Lee.\nCO  obs : The Observer\nAN  Document OBS0000020250514\n\nHD  Library closes\nPD  13 May 2025\nSN  The Herald\nLP  The library closes in June.\nAN  Document HER0000020250513\n\nSearch Summary\n";

    #[test]
    fn each_document_is_an_article() {
        let (articles, _) = read("news.txt", DOWNLOAD.as_bytes());
        let [first, second] = articles.as_slice() else {
            panic!("two articles, not {}", articles.len());
        };
        let metadata = &first.metadata;
        assert_eq!(metadata.title, "Ferry line approved");
        assert_eq!(metadata.author.as_deref(), Some("Nora Whitlock"));
        assert_eq!(metadata.source.as_deref(), Some("The Observer"));
        assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
        assert_eq!(metadata.language, "en");
        assert!(
            first
                .text
                .starts_with("The council approved a ferry line.\n\n“We waited,”")
        );
        assert_eq!(second.metadata.title, "Library closes");
        assert_eq!(second.text, "The library closes in June.");
    }

    #[test]
    fn other_texts_are_not_divided() {
        for text in [
            "",
            "HD is short for headline.\n\nIN brief.",
            "AN apple\n\nIN a tree",
        ] {
            assert!(documents("a", "a.txt", text).is_none(), "{text}");
        }
    }
}
