//! Reads articles from a file of any kind.

use super::binary::binary_kind;
use super::bundle;
use super::diagnostic::{BinaryKind, Diagnostic, Diagnostics, FileProblem, Place, widened};
use super::docx::articles_in_docx;
use super::encoding::text_of;
use super::feed::{articles_in_feed, is_feed};
use super::html::article_from_html;
use super::json::parse_json;
use super::mail::{article_from_mail, is_mail};
use super::markdown::article_from_markdown;
use super::page_data::data_in_page;
use super::pdf::{article_from_layout, is_layout};
use super::press_database::documents;
use super::record::{is_record, read_record};
use super::rtf::articles_in_rtf;
use super::subtitles::{article_from_subtitles, is_subtitles};
use super::table::articles_in_table;
use super::tei::{articles_in_tei, is_tei};
use super::text::{article_from_text, article_from_whole_text};
use super::xml::Xml;
use model::{Article, ArticleId, TakenIds};
use serde_json::Value;
use text::fold::fold_char;

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Markdown,
    Html,
    Json,
    JsonLines,
    /// Annotations that are not JSON.
    Standoff,
    /// RSS or Atom.
    Feed,
    /// WebVTT or SRT.
    Subtitles,
    /// XML of another kind.
    Xml,
    /// A table of articles.
    Table,
}

/// Reads the articles in a file: plain text, Markdown, HTML, a bundle or an article in JSON,
/// or lines of JSON objects with a `text`. Name and content determine the format. The ids of
/// articles come from the name.
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> (Vec<Article>, Vec<Diagnostic>) {
    read_as(name, bytes, article_from_text)
}

/// Like [`read`], but takes no line of plain text as the title.
#[must_use]
pub fn read_whole(name: &str, bytes: &[u8]) -> (Vec<Article>, Vec<Diagnostic>) {
    read_as(name, bytes, article_from_whole_text)
}

/// Reads plain text, given the id of the article, the name of the file and the text.
type TextReader = fn(&str, &str, &str) -> (Option<Article>, Vec<Diagnostic>);

fn read_as(
    name: &str,
    bytes: &[u8],
    article_of_text: TextReader,
) -> (Vec<Article>, Vec<Diagnostic>) {
    let file = file_name(name);
    if is_mail(bytes) {
        let (article, told) = article_from_mail(&article_id(file), file, bytes);
        return (Vec::from_iter(article), told);
    }
    if is_layout(bytes) {
        let (article, told) = article_from_layout(&article_id(file), file, bytes);
        return (Vec::from_iter(article), told);
    }
    match binary_kind(bytes) {
        Some(BinaryKind::Word) => return articles_in_docx(&article_id(file), file, bytes),
        Some(BinaryKind::Rtf) => return articles_in_rtf(&article_id(file), file, bytes),
        Some(BinaryKind::Zip) => {
            let mut diagnostics = Diagnostics::of(file);
            diagnostics.report_file(FileProblem::NestedZip);
            return (Vec::new(), diagnostics.into_list());
        }
        _ => {}
    }
    let (text, mut diagnostics) = decode(file, bytes);
    let Some(text) = text else {
        return (Vec::new(), diagnostics);
    };
    let kind = kind_of(file, &text);
    let id = article_id(file);
    let one = |(article, told): (Option<Article>, Vec<Diagnostic>)| (Vec::from_iter(article), told);
    let (articles, told) = match kind {
        Kind::Text => {
            let several = documents(&id, file, &text);
            several.unwrap_or_else(|| one(article_of_text(&id, file, &text)))
        }
        Kind::Feed => articles_in_feed(&id, file, &text),
        Kind::Subtitles => one(article_from_subtitles(&id, file, &text)),
        Kind::Html => {
            let published = data_in_page(&text).map(|json| read_json(file, &id, &json));
            let published = published.filter(|(articles, _)| !articles.is_empty());
            published.unwrap_or_else(|| one(article_from_html(&id, file, &text)))
        }
        Kind::Markdown => {
            let (article, told) = article_from_markdown(&id, file, &text);
            if article.blocks.is_empty() {
                (Vec::new(), without_words(file))
            } else {
                one((Some(article), told))
            }
        }
        Kind::Json => match parse_json(&text) {
            Ok(json) => read_json(file, &id, &json),
            Err(fault) => {
                let mut diagnostics = Diagnostics::of(file);
                diagnostics.report_file(FileProblem::NotJson(fault));
                (Vec::new(), diagnostics.into_list())
            }
        },
        Kind::JsonLines => read_lines(file, &id, &text),
        Kind::Xml => read_xml(file, &id, &Xml::of(&text)),
        Kind::Table => articles_in_table(&id, file, &text),
        Kind::Standoff => {
            let mut diagnostics = Diagnostics::of(file);
            diagnostics.report_file(FileProblem::AnnotationsAlone);
            (Vec::new(), diagnostics.into_list())
        }
    };
    diagnostics.extend(told);
    (articles, diagnostics)
}

/// The text of a file in any supported encoding; `None` if the file is not text.
#[must_use]
pub fn decode(name: &str, bytes: &[u8]) -> (Option<String>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file_name(name));
    let text = text_of(bytes, &mut diagnostics);
    (text, diagnostics.into_list())
}

/// The id of an article in a file with this name: its letters and digits without the
/// extension, in lower case and without accents, joined by hyphens.
#[must_use]
pub fn article_id(name: &str) -> String {
    let mut id = String::new();
    for c in stem(file_name(name)).chars() {
        if c.is_alphanumeric() {
            fold_char(c, &mut id);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_matches('-');
    if id.is_empty() {
        "article".to_owned()
    } else {
        id.to_owned()
    }
}

/// The name of a file without its folders.
pub(super) fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// The name of a file without its known extensions.
#[must_use]
pub fn stem(name: &str) -> &str {
    const ENDINGS: [&str; 32] = [
        ".annotations.json",
        ".jsonld",
        ".ndjson",
        ".jsonl",
        ".json",
        ".markdown",
        ".md",
        ".text",
        ".txt",
        ".xhtml",
        ".html",
        ".htm",
        ".ann",
        ".citron",
        ".eml",
        ".mhtml",
        ".mht",
        ".rss",
        ".atom",
        ".xml",
        ".vtt",
        ".srt",
        ".pdf",
        ".docx",
        ".docm",
        ".dotx",
        ".rtf",
        ".csv",
        ".tsv",
        ".tab",
        ".tei",
        ".zip",
    ];
    let mut name = name;
    while let Some(shorter) = ENDINGS
        .iter()
        .find_map(|ending| without_ending(name, ending))
    {
        name = shorter;
    }
    name
}

fn without_ending<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    let (head, tail) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    (!head.is_empty() && tail.eq_ignore_ascii_case(ending)).then_some(head)
}

fn kind_of(name: &str, text: &str) -> Kind {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let head: String = start
        .chars()
        .take(64)
        .collect::<String>()
        .to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html", "<head", "<body", "<article"]
        .iter()
        .any(|tag| head.starts_with(tag))
        || (head.starts_with("<?xml") && start.contains("<html"));
    match ending_of(name).as_deref() {
        _ if is_xml(&head) && is_feed(&beginning(start)) => Kind::Feed,
        Some("vtt" | "srt" | "txt" | "text") | None if is_subtitles(text) => Kind::Subtitles,
        Some("md" | "markdown") => Kind::Markdown,
        Some("html" | "htm" | "xhtml") => Kind::Html,
        Some("json" | "jsonld") => Kind::Json,
        Some("jsonl" | "ndjson") => Kind::JsonLines,
        Some("ann") => Kind::Standoff,
        Some("csv" | "tsv" | "tab") => Kind::Table,
        _ if is_page || head.starts_with("<!--") => Kind::Html,
        Some("xml" | "tei") if head.starts_with('<') => Kind::Xml,
        _ if is_xml(&head) => Kind::Xml,
        Some("txt" | "text") => Kind::Text,
        _ if head.starts_with('{') && parse_json(text).is_ok() => Kind::Json,
        _ if text.starts_with("---\n") || text.starts_with("---\r\n") => Kind::Markdown,
        _ => Kind::Text,
    }
}

/// Whether a file begins like XML.
fn is_xml(head: &str) -> bool {
    [
        "<?xml",
        "<rss",
        "<feed",
        "<rdf:rdf",
        "<tei",
        "<!doctype tei",
    ]
    .iter()
    .any(|tag| head.starts_with(tag))
}

/// The beginning of a document in lower case, with its first elements.
fn beginning(start: &str) -> String {
    let beginning: String = start.chars().take(2_000).collect();
    beginning.to_ascii_lowercase()
}

fn read_xml(file: &str, id: &str, xml: &Xml) -> (Vec<Article>, Vec<Diagnostic>) {
    if is_tei(xml) {
        return articles_in_tei(id, file, xml);
    }
    let mut diagnostics = Diagnostics::of(file);
    let root = xml.nodes.iter().find(|node| !node.name.is_empty());
    let name = root.map_or("", |root| root.name.as_str());
    diagnostics.report(Place::Whole, FileProblem::UnreadXml, name);
    (Vec::new(), diagnostics.into_list())
}

/// The kind of a text file, in words.
pub(super) fn kind_in_words(name: &str, text: &str) -> &'static str {
    match kind_of(name, text) {
        Kind::Text => "plain text",
        Kind::Markdown => "Markdown",
        Kind::Html => "HTML",
        Kind::Json => "JSON",
        Kind::JsonLines => "lines of JSON",
        Kind::Standoff => "annotations",
        Kind::Feed => "feed",
        Kind::Subtitles => "subtitles",
        Kind::Xml => "XML",
        Kind::Table => "table",
    }
}

/// The part of the name of a file after its last full stop, in lower case.
pub(super) fn ending_of(name: &str) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(ending.to_ascii_lowercase())
}

fn without_words(file: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::of(file);
    diagnostics.report_file(FileProblem::NoWords);
    diagnostics.into_list()
}

fn read_json(file: &str, id: &str, json: &Value) -> (Vec<Article>, Vec<Diagnostic>) {
    if json.get("articles").is_some() || json.get("blocks").is_some() {
        let (articles, told) = bundle::read(file, json);
        return (articles, widened(told));
    }
    if is_record(json) {
        let (article, diagnostics) = read_record(file, id, json);
        return (Vec::from_iter(article), diagnostics);
    }
    let mut diagnostics = Diagnostics::of(file);
    let annotates = ["entities", "claims", "@context"]
        .iter()
        .any(|key| json.get(key).is_some());
    let problem = if annotates || matches!(json, Value::Array(_)) {
        FileProblem::AnnotationsOrUnknown
    } else {
        FileProblem::UnknownJson
    };
    diagnostics.report(Place::Whole, problem, json);
    (Vec::new(), diagnostics.into_list())
}

fn read_lines(file: &str, id: &str, text: &str) -> (Vec<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let mut articles: Vec<Article> = Vec::new();
    let mut told = Vec::new();
    let mut ids = TakenIds::default();
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let at = Place::Line(number + 1);
        match parse_json(line) {
            Ok(json) if is_record(&json) => {
                let own = json.get("id").and_then(id_of).filter(|own| !own.is_empty());
                let own = own.unwrap_or_else(|| format!("{id}-{}", number + 1));
                let own = ids.take(&own);
                let (article, more) = read_record(file, &own, &json);
                told.extend(more);
                articles.extend(article.map(|mut article| {
                    article.id = ArticleId::new(&own);
                    article
                }));
            }
            Ok(json) => diagnostics.report(at, FileProblem::LineWithoutText, &json),
            Err(fault) => diagnostics.report(at, FileProblem::LineNotJson(fault.reason), ""),
        }
    }
    if articles.is_empty() {
        diagnostics.report_file(FileProblem::NoArticle);
    }
    let mut diagnostics = diagnostics.into_list();
    diagnostics.extend(told);
    (articles, diagnostics)
}

/// The id of a line, as text; none if it is neither text nor a number.
fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::BlockKind;

    #[test]
    fn files_are_read_by_name_and_content() {
        for (name, content, title, text) in [
            ("a.txt", "Head\n\nText.", "Head", "Text."),
            ("a.MD", "# Head\n\n*Text*.", "Head", "Text."),
            ("b/a.html", "<title>Head</title><p>Text.", "Head", "Text."),
            (
                "a.txt",
                "<!DOCTYPE html><title>Head</title><p>Text.",
                "Head",
                "Text.",
            ),
            ("A", "---\ntitle: Head\n---\nText.", "Head", "Text."),
            (
                "a",
                r#"{"id":"a","title":"Head","blocks":[{"kind":"paragraph","text":"Text."}]}"#,
                "Head",
                "Text.",
            ),
            (
                "a.json",
                r#"{"title":"Head","text":"Text."}"#,
                "Head",
                "Text.",
            ),
            (
                "a.jsonl",
                "{\"id\":\"a\",\"title\":\"Head\",\"text\":\"Text.\"}\n\nx\n{}",
                "Head",
                "Text.",
            ),
            ("a", "{ not json", "a", "{ not json"),
        ] {
            let (articles, _) = read(name, content.as_bytes());
            assert_eq!(articles.len(), 1, "{name} {content}");
            assert_eq!(articles[0].metadata.title, title, "{name} {content}");
            assert_eq!(articles[0].text, text, "{name} {content}");
            assert_eq!(articles[0].blocks[0].kind, BlockKind::Paragraph);
            assert_eq!(articles[0].id.as_str(), "a", "{name}");
        }
    }

    #[test]
    fn what_holds_no_article_says_why() {
        for (name, content, word) in [
            ("a.txt", &b""[..], "no words"),
            ("a.md", b"", "no words"),
            ("a.md", b"---\ntitle: x\n---\n", "no words"),
            ("a.html", b"", "no words"),
            ("a.txt", b"\x89PNG\r\n", "picture"),
            ("a.json", b"{", "not JSON"),
            ("a.json", b"[]", "annotations"),
            (
                "a.annotations.json",
                b"{\"version\":1,\"entities\":[]}",
                "annotations",
            ),
            ("a.json", b"{}", "no article"),
            ("a.jsonl", b"", "no article"),
            ("a.ann", b"T1\tPerson 0 3\tAnn", "annotations"),
            (
                "a.xml",
                b"<?xml version=\"1.0\"?>\n<nitf><body/></nitf>",
                "XML of a kind",
            ),
            ("a.warc", b"WARC/1.0\r\n", "web archive"),
            ("a", b"PK\x03\x04 mimetypeapplication/epub+zip", "EPUB"),
            (
                "a.docx",
                b"PK\x03\x04 [Content_Types].xml PK word/document.xml",
                "Word document (DOCX) that is damaged",
            ),
        ] {
            let (articles, diagnostics) = read(name, content);
            assert!(articles.is_empty(), "{name}");
            assert!(
                diagnostics
                    .iter()
                    .any(|diagnostic| diagnostic.what().contains(word)),
                "{name}: {diagnostics:?}"
            );
            assert!(diagnostics.iter().all(|diagnostic| diagnostic.file == name));
        }
    }

    #[test]
    fn tables_without_a_text_are_no_articles() {
        let (articles, diagnostics) = read("a.claims.csv", b"id,speaker\nc1,Ann\n");
        assert!(articles.is_empty());
        assert_eq!(diagnostics[0].problem, FileProblem::Table.into());
    }

    #[test]
    fn ids_come_from_names() {
        for (name, id) in [
            ("Über uns.html", "uber-uns"),
            ("x/y/A  b.annotations.json", "a-b"),
            (".txt", "txt"),
            ("??.txt", "article"),
            ("文章.txt", "文章"),
        ] {
            assert_eq!(article_id(name), id, "{name}");
        }
    }
}
