//! Reads tables of articles: CSV and TSV with a column for the text and others for the metadata. Each
//! row is an article.

use csv::{ReaderBuilder, StringRecord};
use model::{Article, TakenIds};
use serde_json::{Map, Value};

use super::diagnostic::{Diagnostic, Diagnostics, FileProblem, Place};
use super::record::read_record;

/// The maximum number of rows that are read.
const MOST_ROWS: usize = 10_000;

/// The usual names of columns, in lower case without what is no letter, with the field of a record that
/// they are read as.
const COLUMNS: [(&str, &[&str]); 8] = [
    (
        "text",
        &[
            "text",
            "body",
            "maintext",
            "articlebody",
            "articletext",
            "bodytext",
            "content",
            "contents",
            "fulltext",
            "article",
            "story",
            "transcript",
            "volltext",
            "texte",
            "texto",
        ],
    ),
    (
        "title",
        &[
            "title",
            "headline",
            "headlines",
            "heading",
            "titel",
            "titre",
            "titulo",
            "name",
        ],
    ),
    (
        "author",
        &[
            "author", "authors", "byline", "creator", "writer", "autor", "auteur", "by",
        ],
    ),
    (
        "date",
        &[
            "date",
            "published",
            "publishedat",
            "publishdate",
            "datepublished",
            "datepublish",
            "publicationdate",
            "pubdate",
            "publishedon",
            "datum",
            "timestamp",
            "time",
            "day",
        ],
    ),
    (
        "url",
        &[
            "url",
            "link",
            "address",
            "uri",
            "permalink",
            "canonicalurl",
            "webpage",
            "href",
        ],
    ),
    ("language", &["language", "lang", "sprache", "langue"]),
    (
        "publisher",
        &[
            "source",
            "publisher",
            "publication",
            "outlet",
            "newspaper",
            "site",
            "sitename",
            "sourcename",
            "domain",
            "hostname",
            "quelle",
            "medium",
            "journal",
        ],
    ),
    (
        "id",
        &["id", "articleid", "docid", "documentid", "guid", "key"],
    ),
];

/// Reads the articles of a table.
pub(super) fn articles_in_table(
    id: &str,
    file: &str,
    text: &str,
) -> (Vec<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let text = text.trim_start_matches('\u{FEFF}');
    let Some((separator, fields)) = columns_of(text) else {
        diagnostics.report_file(FileProblem::Table);
        return (Vec::new(), diagnostics.into_list());
    };
    let mut rows = reader(separator).from_reader(text.as_bytes());
    let mut row = StringRecord::new();
    let (mut articles, mut told) = (Vec::new(), Vec::new());
    let mut ids = TakenIds::default();
    let mut number = 0;
    while rows.read_record(&mut row).unwrap_or(false) {
        number += 1;
        if number == 1 || row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if number > MOST_ROWS + 1 {
            diagnostics.report_file(FileProblem::TooManyRows { count: MOST_ROWS });
            break;
        }
        let line = row.position().map_or(number, |at| at.line() as usize);
        let record = record_of(&row, &fields);
        let own = record.get("id").and_then(Value::as_str);
        let own = own.map_or_else(|| format!("{id}-{}", number - 1), str::to_owned);
        let own = ids.take(&own);
        let record = Value::Object(record);
        let (article, more) = match record.get("text").or_else(|| record.get("content_html")) {
            Some(_) => read_record(file, &own, &record),
            None => (None, Vec::new()),
        };
        if article.is_none() {
            diagnostics.report(Place::Line(line), FileProblem::LineWithoutText, "");
            continue;
        }
        told.extend(more);
        articles.extend(article);
    }
    if articles.is_empty() {
        diagnostics.report_file(FileProblem::NoArticle);
    }
    let mut diagnostics = diagnostics.into_list();
    diagnostics.extend(told);
    (articles, diagnostics)
}

fn reader(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder
        .delimiter(separator)
        .has_headers(false)
        .flexible(true);
    builder
}

/// What separates the cells, and the fields that the columns are read as; `None` if none is the text.
fn columns_of(text: &str) -> Option<(u8, Vec<Option<&'static str>>)> {
    [b',', b'\t', b';', b'|'].into_iter().find_map(|separator| {
        let mut rows = reader(separator).from_reader(text.as_bytes());
        let mut row = StringRecord::new();
        rows.read_record(&mut row).ok().filter(|there| *there)?;
        let mut fields: Vec<Option<&'static str>> = Vec::new();
        for cell in &row {
            let name: String = cell.chars().filter(|c| c.is_alphabetic()).collect();
            let name = name.to_lowercase();
            let known = COLUMNS
                .iter()
                .find(|(_, names)| names.contains(&name.as_str()));
            let field = known.map(|(field, _)| *field);
            // Of two columns with the same meaning, the first counts.
            fields.push(field.filter(|field| !fields.contains(&Some(*field))));
        }
        fields
            .contains(&Some("text"))
            .then_some((separator, fields))
    })
}

/// A row as an object such as those of scrapers.
fn record_of(row: &StringRecord, fields: &[Option<&'static str>]) -> Map<String, Value> {
    let cells = row.iter().zip(fields);
    let cells = cells.filter_map(|(cell, field)| {
        let field = (*field)?;
        let cell = cell.trim();
        let is_markup = field == "text"
            && ["</p>", "<br", "</div>"]
                .iter()
                .any(|tag| cell.contains(tag));
        let field = if is_markup { "content_html" } else { field };
        (!cell.is_empty()).then(|| (field.to_owned(), Value::from(cell)))
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::read;

    #[test]
    fn rows_are_articles_whatever_separates_the_cells() {
        for (name, separator) in [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")] {
            let table = [
                [
                    "Headline",
                    "Full text",
                    "Author(s)",
                    "Published at",
                    "URL",
                    "lang",
                    "Source",
                ],
                [
                    "Ferry line",
                    "\"One, two; three.\nFour, \"\"five\"\".\"",
                    "Ann Lee",
                    "2025-05-14T08:00:00Z",
                    "https://a.example/1",
                    "en",
                    "The Observer",
                ],
                [
                    "Library",
                    "<p>It closes.</p><p>It is so.</p>",
                    "",
                    "13.05.2025",
                    "",
                    "de",
                    "",
                ],
            ];
            let lines = table.map(|cells| cells.join(separator));
            let (articles, told) = read(
                name,
                format!("\u{FEFF}{}\r\n", lines.join("\r\n")).as_bytes(),
            );
            let [first, second] = articles.as_slice() else {
                panic!("two articles: {told:?}");
            };
            let metadata = &first.metadata;
            assert_eq!(metadata.title, "Ferry line");
            assert_eq!(first.text, "One, two; three.\n\nFour, \"five\".");
            assert_eq!(metadata.author.as_deref(), Some("Ann Lee"));
            assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
            assert!(metadata.url.is_some());
            assert_eq!(metadata.language, "en");
            assert_eq!(metadata.source.as_deref(), Some("The Observer"));
            assert_eq!(second.text, "It closes.\n\nIt is so.");
            assert_eq!(second.metadata.published.unwrap().to_string(), "2025-05-13");
        }
    }

    #[test]
    fn rows_without_text_and_tables_without_a_text_are_reported() {
        let (articles, told) = read(
            "a.csv",
            b"id,text\nx,It rains.\ny,\n\nz,\"It will\nrain.\"\nshort\n",
        );
        let ids: Vec<&str> = articles.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["x", "z"]);
        let places: Vec<String> = told
            .iter()
            .filter(|it| it.problem == FileProblem::LineWithoutText.into())
            .map(|it| it.place.to_string())
            .collect();
        assert_eq!(places, ["line 3", "line 7"]);
        for (table, problem) in [
            ("", FileProblem::Table),
            ("a,b\n1,2\n", FileProblem::Table),
            ("text\n", FileProblem::NoArticle),
            ("text\n\"\"\n", FileProblem::NoArticle),
        ] {
            let (articles, told) = read("a.csv", table.as_bytes());
            assert!(articles.is_empty());
            assert!(
                told.iter().any(|it| it.problem == problem.clone().into()),
                "{table:?} {told:?}"
            );
        }
    }

    #[test]
    fn large_tables_are_read_in_part() {
        let table = format!("text\n{}", "a b.\n".repeat(MOST_ROWS + 5));
        let (articles, told) = articles_in_table("a", "a.csv", &table);
        assert_eq!(articles.len(), MOST_ROWS);
        let problem = FileProblem::TooManyRows { count: MOST_ROWS };
        assert!(told.iter().any(|it| it.problem == problem.clone().into()));
    }
}
