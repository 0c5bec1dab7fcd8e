//! Opens a reader's files in short steps. Between two steps, the caller can show progress or
//! stop.

use std::rc::Rc;
use std::vec::IntoIter;

use super::open::{FileArticle, open_with_origins};
use super::problem::{Diagnostic, Diagnostics, Problem};
use annotate::{Tagger, annotate};
use import::{ArticleRecord, FileOrigin, in_parts, sha256, to_text};
use model::{Article, ArticleId, TakenIds};
use serde::{Deserialize, Serialize};

/// The number of bytes above which a text is shown in parts.
pub const LONGEST: usize = 50_000;

/// The maximum number of bytes in a part.
pub const PART: usize = 16_000;

/// The number of bytes of titles above which a diagnostic names no more articles.
const MOST_NAMED: usize = 120;

/// Files that are being opened.
#[derive(Default)]
pub struct Opening {
    steps: IntoIter<Step>,
    count: usize,
    diagnostics: Vec<Diagnostic>,
}

struct Step {
    article: Article,
    title: String,
    whole: usize,
    report: Rc<FileReport>,
}

/// Where an article comes from, and what was left out or repaired.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// The file.
    pub origin: FileOrigin,
    /// A sentence, without a capital and a full stop, for each thing that was left out, repaired or
    /// guessed when the file was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The SHA-256 of the text of the whole article in hexadecimal digits.
    pub text: String,
}

/// An article that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// A unique id.
    pub id: String,
    /// The title of the whole article.
    pub title: String,
    /// The number of the whole article among those opened together, from 0. All parts of an article
    /// have the same number.
    pub whole: usize,
    /// Where it comes from.
    pub report: Rc<FileReport>,
    /// The article as JSON, in the format of a bundle.
    pub json: String,
}

impl Opening {
    /// Reads files of any kind, and divides long articles into parts. `taken` are ids in use.
    #[must_use]
    pub fn of(files: &[(&str, &[u8])], taken: impl IntoIterator<Item = String>) -> Self {
        let (articles, diagnostics) = open_with_origins(files);
        let mut opening = Self {
            diagnostics,
            ..Self::default()
        };
        let mut ids = TakenIds::default();
        for id in taken {
            ids.take(&id);
        }
        let mut steps = Vec::new();
        for (
            whole,
            FileArticle {
                mut article,
                origin,
            },
        ) in articles.into_iter().enumerate()
        {
            let notes = notes_on(&origin.name, &opening.diagnostics);
            origin.note(&mut article.metadata, &notes);
            let report = Rc::new(FileReport {
                origin: (*origin).clone(),
                notes,
                text: sha256(article.text.as_bytes()),
            });
            let (name, bytes) = (article.metadata.title.clone(), article.text.len());
            let parts = in_parts(article, LONGEST, PART);
            let count = parts.articles.len();
            if count > 1 {
                let kilobytes = bytes / 1000;
                opening.report(&name, Problem::InParts { kilobytes, count });
            }
            if parts.torn > 0 {
                opening.report(&name, Problem::TornClaims { count: parts.torn });
            }
            for mut article in parts.articles {
                article.id = ArticleId::new(&ids.take(article.id.as_str()));
                steps.push(Step {
                    article,
                    title: name.clone(),
                    whole,
                    report: Rc::clone(&report),
                });
            }
        }
        opening.count = steps.len();
        opening.steps = steps.into_iter();
        opening
    }

    /// The number of articles, counting each part.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are no articles.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Opens the next article. Names and claims are detected if it has no annotations.
    pub fn take_next(&mut self, tagger: Option<&Tagger>) -> Option<Opened> {
        let Step {
            mut article,
            title,
            whole,
            report,
        } = self.steps.next()?;
        if article.claims.is_empty()
            && article.entities.is_empty()
            && let Some(limitation) = annotate(&mut article, tagger)
        {
            let problem = Problem::Limited(limitation);
            let told = self.diagnostics.iter_mut();
            match told
                .into_iter()
                .find(|diagnostic| diagnostic.problem == problem)
            {
                // One diagnostic covers all articles, and names some of them.
                Some(diagnostic) if diagnostic.file.len() > MOST_NAMED => {
                    if !diagnostic.file.ends_with('…') {
                        diagnostic.file.push_str(" …");
                    }
                }
                Some(diagnostic) if diagnostic.file.split("; ").any(|name| name == title) => {}
                Some(diagnostic) => {
                    diagnostic.file.push_str("; ");
                    diagnostic.file.push_str(&title);
                }
                None => self.report(&title, problem),
            }
        }
        let json = to_text(&ArticleRecord::of(&article));
        Some(Opened {
            id: article.id.to_string(),
            title,
            whole,
            report,
            json,
        })
    }

    /// The problems found so far.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Adds a problem of the article with this title.
    fn report(&mut self, title: &str, problem: Problem) {
        let mut told = Diagnostics::of(title);
        told.report_file(problem);
        self.diagnostics.extend(told.into_list());
    }
}

/// The sentences about a file, each with its place in the file.
fn notes_on(file: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let about = diagnostics.iter().filter(|it| it.file == file);
    let notes = about.map(|diagnostic| match diagnostic.place.path() {
        "" => diagnostic.what(),
        path => format!("{path}: {}", diagnostic.what()),
    });
    notes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{bundle, parse_json};

    fn taken(files: &[(&str, &[u8])], ids: &[&str]) -> (Vec<Opened>, Vec<String>) {
        let mut opening = Opening::of(files, ids.iter().map(|id| (*id).to_owned()));
        let mut opened = Vec::new();
        while let Some(one) = opening.take_next(None) {
            opened.push(one);
        }
        assert_eq!(opened.len(), opening.len());
        let diagnostics = opening.diagnostics().iter();
        (opened, diagnostics.map(ToString::to_string).collect())
    }

    fn read(opened: &Opened) -> Article {
        let json = parse_json(&opened.json).unwrap();
        let (mut articles, diagnostics) = bundle::read("a", &json);
        assert_eq!(diagnostics, []);
        articles.remove(0)
    }

    #[test]
    fn what_is_opened_can_be_read_and_has_an_id_of_its_own() {
        let text = b"Rain\n\n\xe2\x80\x9cIt rains,\xe2\x80\x9d Ann Example said on Monday.";
        let (opened, _) = taken(&[("a.txt", text), ("b/a.txt", text)], &["a", "a-2"]);
        let ids: Vec<&str> = opened.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["a-3", "a-2-2"]);
        assert_eq!(opened[1].whole, 1);
        let article = read(&opened[0]);
        assert_eq!(article.id.as_str(), "a-3");
        assert_eq!(article.metadata.title, "Rain");
        assert_eq!(article.claims.len(), 1);
    }

    #[test]
    fn what_somebody_marked_stays() {
        let json = br#"{"version":1,"articles":[{"id":"r","title":"Rain","blocks":[{"kind":"paragraph","text":"It rains, \u201csaid\u201d Ann."}],
            "annotations":{"version":1,"entities":[{"id":"ann","kind":"person","name":"Ann"}],"claims":[]}}]}"#;
        let (opened, _) = taken(&[("r.json", json)], &[]);
        let article = read(&opened[0]);
        assert_eq!(article.entities.len(), 1);
        assert_eq!(article.claims, []);
    }

    #[test]
    fn a_long_text_comes_in_parts_and_says_so() {
        let text = "\u{201c}It rains,\u{201d} said Ann Example. ".repeat(5_000);
        let (opened, diagnostics) = taken(&[("long.txt", text.as_bytes())], &[]);
        assert!(opened.len() > 5);
        assert!(opened.iter().all(|one| one.whole == 0));
        assert!(
            diagnostics.iter().any(|told| told.contains("parts")),
            "{diagnostics:?}"
        );
        let untold = diagnostics
            .iter()
            .filter(|told| told.contains("could not be loaded"));
        assert_eq!(untold.count(), 1, "{diagnostics:?}");
        assert!(!read(&opened[1]).claims.is_empty());
    }

    #[test]
    fn nothing_to_read_is_reported() {
        for (name, bytes) in [
            ("a.txt", &b""[..]),
            ("b.txt", b"\x89PNG\r\n\x1a\n\0\0"),
            ("c.json", b"{"),
        ] {
            let (opened, diagnostics) = taken(&[(name, bytes)], &[]);
            assert_eq!(opened, []);
            assert!(
                diagnostics.iter().any(|told| told.starts_with(name)),
                "{diagnostics:?}"
            );
        }
    }
}
