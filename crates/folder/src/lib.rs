//! Reads a folder of articles: decides which of its files are articles, and says what it leaves
//! out. [`Source`] reads the files, so the folder can be on disk, in another program or in a test.
//!
//! # Example
//!
//! ```
//! use folder::{Source, read_folder};
//!
//! struct Rain;
//!
//! impl Source for Rain {
//!     fn read(&mut self, _name: &str) -> Result<Vec<u8>, String> {
//!         Ok(b"---\ntitle: Rain\nlanguage: en\n---\nIt rains.\n".to_vec())
//!     }
//!
//!     fn tell(&mut self, _line: &str) {}
//! }
//!
//! let names = ["rain.md".to_owned(), "notes/".to_owned()];
//! let folder = read_folder(&names, &mut Rain, None, "").unwrap();
//! assert_eq!(folder.bundle.articles()[0].metadata.title, "Rain");
//! ```

mod fault;
mod record;

use std::cmp::Reverse;
use std::path::Path;

use annotate::{Tagger, annotate};
use import::annotations::annotate as mark;
use import::{
    Bundle, Diagnostic, LONG_INTRO, Severity, article_from_markdown, intro_from_markdown, widened,
};
use model::Article;
use serde_json::Value;

pub use fault::Fault;
pub use record::{RECORD, Record, page_of};

/// The settings of a bundle, beside its articles.
pub const SETTINGS: &str = "settings.json";

/// The introduction to the articles of a folder.
const INTRO: &str = "intro.md";

/// Its first heading is the title of the collection, if the introduction gives none.
const README: &str = "README.md";

/// The end of the name of an article.
const ARTICLE: &str = ".md";

/// The end of the name of a file with annotations.
const ANNOTATIONS: &str = ".annotations.json";

/// Where the files of a folder come from, and where messages about them go.
pub trait Source {
    /// The content of a file of the folder.
    ///
    /// # Errors
    /// The reason, if the file cannot be read.
    fn read(&mut self, name: &str) -> Result<Vec<u8>, String>;

    /// Takes a message, one line without its end.
    fn tell(&mut self, line: &str);

    /// The content of a file of the bundle that was made of the folder before, if there is one.
    fn packed(&mut self, _name: &str) -> Option<Vec<u8>> {
        None
    }
}

/// The articles of a folder.
#[derive(Debug)]
pub struct Articles {
    /// The articles with what introduces them.
    pub bundle: Bundle,
    /// What they were made from.
    pub record: Record,
}

/// The articles of a folder, newest first, then by name. `names` are the files of the folder in any
/// order; names of folders end in `/`. The tagger finds names in articles without annotations.
/// `program` identifies the program and the tagger; if it made an earlier bundle, unchanged articles
/// are read from their pages there.
///
/// # Errors
/// If a file cannot be read, if an article or its annotations cannot be shown as intended, with a
/// message for each fault, or if there is no article.
pub fn read_folder(
    names: &[String],
    source: &mut impl Source,
    tagger: Option<&Tagger>,
    program: &str,
) -> Result<Articles, Fault> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    let is_plain = |name: &&str| ![INTRO, SETTINGS].contains(name) && !is_readme(name);
    let files = names.iter().copied().filter(is_plain);
    let (files, others): (Vec<&str>, Vec<&str>) = files.partition(|name| is_article(name));
    for name in others {
        if let Some(reason) = left_out(name, &files) {
            source.tell(&format!("note: {name}: passed over; {reason}"));
        }
    }
    let record = Record::of(program);
    let mut reading = Reading {
        earlier: record.earlier(source.packed(RECORD).as_deref()),
        names: &names,
        source,
        tagger,
        diagnostics: Vec::new(),
        record,
    };
    let mut articles: Vec<Article> = Vec::with_capacity(files.len());
    for name in files {
        articles.push(reading.article(name)?);
    }
    let mut title = reading.readme_title();
    let mut intro = None;
    if names.contains(&INTRO) {
        let (introduction, called) = reading.intro(articles.len())?;
        title = called.or(title);
        intro = introduction;
    }
    let record = reading.end()?;
    if articles.is_empty() {
        return Err(Fault::NoArticle);
    }
    articles.sort_by_key(|article| Reverse(article.metadata.published));
    let mut bundle = Bundle::called(title, intro);
    for article in &articles {
        bundle.push(article);
    }
    Ok(Articles { bundle, record })
}

/// Whether a file describes the folder, and so is not an article.
fn is_readme(name: &str) -> bool {
    Path::new(name)
        .file_stem()
        .is_some_and(|stem| stem == "README")
}

fn is_article(name: &str) -> bool {
    name.len() > ARTICLE.len() && name.ends_with(ARTICLE)
}

/// The id of the article in a file.
fn id_of(name: &str) -> &str {
    name.strip_suffix(ARTICLE).unwrap_or(name)
}

/// Why a file is left out, unless the reason is obvious.
fn left_out(name: &str, articles: &[&str]) -> Option<String> {
    if let Some(id) = name.strip_suffix(ANNOTATIONS) {
        let belongs = articles.iter().any(|article| id_of(article) == id);
        (!belongs).then(|| format!("there is no {id}.md that it belongs to"))
    } else if name.starts_with('.') {
        None
    } else if name.ends_with('/') {
        Some("files in folders of the folder are not read".to_owned())
    } else {
        Some(
            "articles are read from Markdown, NAME.md; open it in workspace.html and save it \
             as Markdown to have it here"
                .to_owned(),
        )
    }
}

/// A folder that is being read.
struct Reading<'a, S> {
    /// All names, sorted.
    names: &'a [&'a str],
    source: &'a mut S,
    tagger: Option<&'a Tagger>,
    diagnostics: Vec<Diagnostic>,
    /// The articles of an earlier bundle, and those of this one.
    earlier: Record,
    record: Record,
}

impl<S: Source> Reading<'_, S> {
    fn text(&mut self, name: &str) -> Result<String, Fault> {
        let bytes = self.source.read(name);
        let bytes = bytes.map_err(|reason| Fault::Unreadable(name.to_owned(), reason))?;
        String::from_utf8(bytes).map_err(|_| Fault::NotUtf8(name.to_owned()))
    }

    fn article(&mut self, name: &str) -> Result<Article, Fault> {
        let id = id_of(name);
        let markdown = self.text(name)?;
        let beside = format!("{id}{ANNOTATIONS}");
        let is_annotated = self.names.binary_search(&beside.as_str()).is_ok();
        let annotations = is_annotated.then(|| self.text(&beside)).transpose()?;
        self.record
            .add(id, &[Some(&markdown), annotations.as_deref()]);
        if let Some(article) = self.unchanged(id) {
            return Ok(article);
        }
        let (mut article, mut told) = article_from_markdown(id, name, &markdown);
        if let Some(json) = annotations {
            let annotations: Value = serde_json::from_str(&json)
                .map_err(|error| Fault::NotJson(beside.clone(), error.to_string()))?;
            told.append(&mut widened(mark(&mut article, &beside, &annotations)));
        } else {
            // Without annotations, names and claims are detected and marked as automatic.
            annotate(&mut article, self.tagger);
        }
        if !told.is_empty() {
            // What is reported once has to be reported the next time too.
            self.record.remove(id);
        }
        self.diagnostics.append(&mut told);
        Ok(article)
    }

    /// The article from its page in an earlier bundle, if nothing has changed since.
    fn unchanged(&mut self, id: &str) -> Option<Article> {
        if self.earlier.is_empty() {
            return None;
        }
        let page = self.source.packed(&page_of(id))?;
        let is_same = self.earlier.still_holds(&self.record, id, &page);
        is_same.then(|| record::article_in(&page, id)).flatten()
    }

    /// The introduction to the collection, and the title of the collection if it gives one. `count`
    /// is the number of articles.
    fn intro(&mut self, count: usize) -> Result<(Option<Article>, Option<String>), Fault> {
        let markdown = self.text(INTRO)?;
        let (intro, title, mut diagnostics) = intro_from_markdown(INTRO, &markdown);
        self.diagnostics.append(&mut diagnostics);
        let note = match &intro {
            _ if count < 2 => Some("it is shown only above a list of several articles".to_owned()),
            None => Some("it has no text, so the collection has no introduction".to_owned()),
            Some(intro) => {
                let length = intro.text.chars().count();
                let is_long = length > LONG_INTRO;
                is_long.then(|| {
                    format!(
                        "it has {length} characters; after about {LONG_INTRO}, readers have to \
                         ask for the rest"
                    )
                })
            }
        };
        if let Some(note) = note {
            self.source.tell(&format!("note: {INTRO}: {note}"));
        }
        Ok((intro, Some(title).filter(|title| !title.is_empty())))
    }

    /// The first heading of the file that describes the folder.
    fn readme_title(&mut self) -> Option<String> {
        self.names.binary_search(&README).ok()?;
        let text = self.text(README).ok()?;
        let heading = text.lines().find_map(|line| line.strip_prefix("# "))?;
        Some(heading.trim().to_owned()).filter(|title| !title.is_empty())
    }

    /// Reports the diagnostics, and returns what the articles were made from.
    fn end(self) -> Result<Record, Fault> {
        let mut faults = 0;
        for diagnostic in &self.diagnostics {
            let word = match diagnostic.severity() {
                Severity::Error => {
                    faults += 1;
                    "error"
                }
                Severity::Advice => "note",
            };
            self.source.tell(&format!("{word}: {diagnostic}"));
        }
        if faults == 0 {
            Ok(self.record)
        } else {
            Err(Fault::Faulty(faults))
        }
    }
}

#[cfg(test)]
mod tests;
