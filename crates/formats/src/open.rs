//! Opens files: articles, and annotations in separate files.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::import::Import;
use super::problem::{Diagnostic, Diagnostics, Problem};
use super::records::in_records;
use super::unpacked::unpacked;
use super::{brat, citron, displacy, w3c};
use import::annotations::annotate_or_move;
use import::{
    FileOrigin, FileProblem, article_id, decode, parse_json, read, read_whole, stem, widened,
};
use model::{Article, ArticleId, TakenIds};
use serde_json::Value;

/// Adds annotations in any known format to an article. The project's own annotations
/// replace the existing ones; W3C Web Annotations, brat's standoff, the JSON of displaCy
/// and spaCy, and Citron's are added to them. `text` is the text that their offsets refer
/// to, if it differs from the article's and is not in the file itself. What quotes words that are
/// not in the article any more is moved to the most similar passage, if there is one, for an editor
/// to check.
pub fn read_beside(
    article: &mut Article,
    name: &str,
    bytes: &[u8],
    text: Option<&str>,
) -> Vec<Diagnostic> {
    let (file, told) = decode(name, bytes);
    let mut diagnostics: Vec<Diagnostic> = widened(told);
    let Some(file) = file else {
        return diagnostics;
    };
    let their = text.map(|text| text.replace("\r\n", "\n"));
    let told = match annotations_of(name, &file) {
        Annotations::Own(json) => widened(annotate_or_move(article, name, &json)),
        Annotations::Unknown(problem) => {
            let mut diagnostics = Diagnostics::of(name);
            diagnostics.report_file(problem);
            diagnostics.into_list()
        }
        known => {
            let mut import = Import::into(article, name);
            let their = their.as_deref().unwrap_or(&article.text);
            match &known {
                Annotations::W3c(json) => w3c::read(json, &mut import),
                Annotations::Displacy(json) => displacy::read(json, &mut import, their),
                Annotations::Citron(json) => citron::read(json, &mut import, their),
                Annotations::Brat => brat::read(&file, &mut import, their),
                Annotations::Own(_) | Annotations::Unknown(_) => {}
            }
            let (marks, told) = import.finish();
            marks.put(article);
            told
        }
    };
    diagnostics.extend(told);
    diagnostics
}

/// Annotations by format.
enum Annotations {
    Own(Value),
    W3c(Value),
    Displacy(Value),
    Citron(Value),
    Brat,
    Unknown(Problem),
}

fn annotations_of(name: &str, file: &str) -> Annotations {
    let start = file.trim_start_matches('\u{FEFF}').trim_start();
    if !start.starts_with(['{', '[']) {
        let is_brat = name.to_ascii_lowercase().ends_with(".ann") || brat::is_brat(file);
        return if is_brat {
            Annotations::Brat
        } else {
            Annotations::Unknown(Problem::UnknownAnnotations)
        };
    }
    match parse_json(file) {
        Err(fault) => Annotations::Unknown(Problem::Import(FileProblem::NotJson(fault).into())),
        Ok(json) if w3c::is_w3c(&json) => Annotations::W3c(json),
        Ok(json) if displacy::is_displacy(&json) => Annotations::Displacy(json),
        Ok(json) if citron::is_citron(&json) => Annotations::Citron(json),
        Ok(json) if json.get("entities").is_some() || json.get("claims").is_some() => {
            Annotations::Own(json)
        }
        Ok(_) => Annotations::Unknown(Problem::UnknownAnnotations),
    }
}

/// A file with its name.
type File<'f> = (&'f str, &'f [u8]);

/// An article, and the file that it comes from.
pub(super) struct FileArticle {
    pub(super) article: Article,
    pub(super) origin: Rc<FileOrigin>,
}

/// Reads files that were opened together: articles in any known format, each with the
/// annotations that have the same file name, the article's address, or its text. Files in a ZIP
/// file are opened like those beside it. Articles get unique ids.
#[must_use]
pub fn open(files: &[File<'_>]) -> (Vec<Article>, Vec<Diagnostic>) {
    let (articles, diagnostics) = open_with_origins(files);
    let articles = articles.into_iter().map(|it| it.article);
    (articles.collect(), diagnostics)
}

/// Like [`open`], with the file that each article comes from.
pub(super) fn open_with_origins(files: &[File<'_>]) -> (Vec<FileArticle>, Vec<Diagnostic>) {
    let (files, mut diagnostics) = unpacked(files);
    let files: Vec<File<'_>> = files
        .iter()
        .map(|(name, bytes)| (&**name, &**bytes))
        .collect();
    let records = in_records(&files);
    let records = records
        .iter()
        .map(|((name, bytes), number)| ((&**name, &**bytes), *number));
    let (records, numbers): (Vec<File<'_>>, Vec<usize>) = records.unzip();
    let (articles, told) = open_records(&records);
    diagnostics.extend(told);
    let mut origins: HashMap<usize, Rc<FileOrigin>> = HashMap::new();
    let with_origin = |(article, record): (Article, usize)| {
        let number = numbers.get(record).copied().unwrap_or_default();
        let origin = origins.entry(number).or_insert_with(|| {
            let (name, bytes) = files.get(number).copied().unwrap_or_default();
            Rc::new(FileOrigin::of(name, bytes))
        });
        FileArticle {
            article,
            origin: Rc::clone(origin),
        }
    };
    (articles.into_iter().map(with_origin).collect(), diagnostics)
}

/// Reads the articles of one file, with the marks that it has in its texts, or those of the files in a
/// ZIP file. Annotations alone are no article.
#[must_use]
pub fn read_file(name: &str, bytes: &[u8]) -> (Vec<Article>, Vec<Diagnostic>) {
    let (files, mut diagnostics) = unpacked(&[(name, bytes)]);
    let is_zip = !matches!(files.as_slice(), [(Cow::Borrowed(_), _)]);
    let files = files.iter().map(|(name, bytes)| (&**name, &**bytes));
    let records = in_records(&files.collect::<Vec<_>>());
    let records = records.iter().map(|(record, _)| record);
    let has_marks = records
        .clone()
        .any(|(name, _)| matches!(name, Cow::Owned(_)));
    let (articles, told) = if is_zip || has_marks {
        let files = records.map(|(name, bytes)| (&**name, &**bytes));
        let (articles, told) = open_records(&files.collect::<Vec<_>>());
        let articles = articles.into_iter().map(|(article, _)| article);
        (articles.collect(), told)
    } else {
        let (articles, told) = read(name, bytes);
        (articles, widened(told))
    };
    diagnostics.extend(told);
    (articles, diagnostics)
}

/// Opens files. Each article has the number of its file.
fn open_records(files: &[File<'_>]) -> (Vec<(Article, usize)>, Vec<Diagnostic>) {
    let mut articles: Vec<Article> = Vec::new();
    let mut numbers: Vec<usize> = Vec::new();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut ids = TakenIds::default();
    // The articles by file name, each with the text of its file.
    let mut by_stem: HashMap<String, (usize, Option<String>)> = HashMap::new();
    let mut beside: Vec<(File<'_>, Option<Value>)> = Vec::new();
    let mut with_text: Vec<((usize, File<'_>), Value)> = Vec::new();
    let kinds: Vec<Beside> = files.iter().map(beside_of).collect();
    let annotated: HashSet<String> = files
        .iter()
        .zip(&kinds)
        .filter(|(_, kind)| !matches!(kind, Beside::Article))
        .map(|(file, _)| key(file.0))
        .collect();
    // If there is only one article, all annotations belong to it, whatever their names.
    let articles_there = kinds.iter().filter(|kind| matches!(kind, Beside::Article));
    let is_only = articles_there.count() == 1 && !annotated.is_empty();
    for ((file_number, file), kind) in files.iter().enumerate().zip(kinds) {
        match kind {
            Beside::Article => {
                let is_annotated = is_only || annotated.contains(&key(file.0));
                let read = if is_annotated { read_whole } else { read };
                let (read, told) = read(file.0, file.1);
                diagnostics.append(&mut widened(told));
                if let [_] = read.as_slice() {
                    let text = decode(file.0, file.1).0;
                    let text = text.filter(|_| is_plain(file.0));
                    by_stem.entry(key(file.0)).or_insert((articles.len(), text));
                }
                numbers.extend(read.iter().map(|_| file_number));
                read.into_iter()
                    .for_each(|article| push(article, &mut articles, &mut ids));
            }
            Beside::Annotations(json) => beside.push((*file, json)),
            Beside::Both(json) => with_text.push(((file_number, *file), json)),
        }
    }
    for ((file_number, file), json) in with_text {
        let text = json.get("text").and_then(Value::as_str);
        let number = by_stem.get(&key(file.0)).map(|(number, _)| *number);
        let number = number.or_else(|| {
            let (read, told) = read(file.0, file.1);
            diagnostics.append(&mut widened(told));
            let number = articles.len();
            numbers.extend(read.iter().map(|_| file_number));
            read.into_iter()
                .for_each(|article| push(article, &mut articles, &mut ids));
            by_stem.insert(key(file.0), (number, None));
            (articles.len() > number).then_some(number)
        });
        if let Some(article) = number.and_then(|number| articles.get_mut(number)) {
            diagnostics.extend(read_beside(article, file.0, file.1, text));
        }
    }
    for (file, json) in beside {
        let named = by_stem.get(&key(file.0)).cloned();
        let by_address = || {
            let sources = w3c::sources(json.as_ref()?);
            let of = |article: &Article| {
                let url = article.metadata.url.as_ref();
                url.is_some_and(|url| {
                    sources
                        .iter()
                        .any(|source| source == url.without_fragment())
                })
            };
            articles.iter().position(of).map(|number| (number, None))
        };
        let only = || {
            (articles.len() == 1).then(|| {
                (
                    0,
                    by_stem.values().next().and_then(|(_, text)| text.clone()),
                )
            })
        };
        match named.or_else(by_address).or_else(only) {
            Some((number, text)) => {
                if let Some(article) = articles.get_mut(number) {
                    diagnostics.extend(read_beside(article, file.0, file.1, text.as_deref()));
                }
            }
            None => {
                let mut told = Diagnostics::of(file.0);
                told.report_file(Problem::NoSuchArticle);
                diagnostics.extend(told.into_list());
            }
        }
    }
    (articles.into_iter().zip(numbers).collect(), diagnostics)
}

/// Adds an article, with a new id if its own is in use.
fn push(mut article: Article, articles: &mut Vec<Article>, ids: &mut TakenIds) {
    article.id = ArticleId::new(&ids.take(article.id.as_str()));
    articles.push(article);
}

/// The part of the file name that files of one article share.
fn key(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let name = stem(name);
    let endings = [
        ".w3c",
        ".displacy",
        ".spacy",
        ".citron",
        ".brat",
        ".annotations",
    ];
    let name = endings
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(name);
    article_id(name)
}

/// Whether offsets may refer to the file's content directly.
fn is_plain(name: &str) -> bool {
    let marked_up = [
        ".json", ".html", ".htm", ".xhtml", ".xml", ".tei", ".eml", ".mhtml", ".mht", ".rss",
        ".atom", ".csv", ".tsv", ".tab", ".vtt", ".srt", ".rtf", ".docx",
    ];
    let name = name.to_ascii_lowercase();
    !marked_up.iter().any(|ending| name.ends_with(ending))
}

enum Beside {
    Article,
    Annotations(Option<Value>),
    Both(Value),
}

/// Whether a file is an article, annotations, or both.
fn beside_of((name, bytes): &File<'_>) -> Beside {
    let lower = name.to_ascii_lowercase();
    if lower.ends_with(".ann") {
        return Beside::Annotations(None);
    }
    if !lower.ends_with(".json") && !lower.ends_with(".jsonld") {
        return Beside::Article;
    }
    let (Some(text), _) = decode(name, bytes) else {
        return Beside::Article;
    };
    match annotations_of(name, &text) {
        Annotations::Unknown(_) => Beside::Article,
        Annotations::Own(json)
        | Annotations::W3c(json)
        | Annotations::Displacy(json)
        | Annotations::Citron(json) => {
            if json.get("articles").is_some() || json.get("blocks").is_some() {
                Beside::Article
            } else if json.get("text").and_then(Value::as_str).is_some() {
                Beside::Both(json)
            } else {
                Beside::Annotations(Some(json))
            }
        }
        Annotations::Brat => Beside::Annotations(None),
    }
}
