//! Reads documents of Microsoft Word (DOCX, ECMA-376), also those of other word processors.

mod body;
mod styles;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use model::{Article, Date, WebUrl};

use super::archive::{Archive, Fault};
use super::diagnostic::{BinaryKind, Diagnostic, Diagnostics, FileProblem};
use super::document::{About, Beside, Document, somebody};
use super::html::language_tag;
use super::press_database::documents;
use super::xml::Xml;
use body::Body;
use styles::Styles;

/// The main part of a document, unless its relationships name another.
const MAIN: &str = "word/document.xml";

/// Reads the article in a Word document, or the articles in one that a press database delivers.
pub(super) fn articles_in_docx(
    id: &str,
    file: &str,
    bytes: &[u8],
) -> (Vec<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let mut package = Package {
        archive: Archive::of(bytes),
        is_whole: true,
    };
    package.is_whole = package.archive.is_whole();
    let main = package.main_part();
    let xml = match package.part(&main) {
        Some(Ok(xml)) => xml,
        Some(Err(Fault::Encrypted)) => {
            diagnostics.report_file(FileProblem::Encrypted);
            return (Vec::new(), diagnostics.into_list());
        }
        Some(Err(Fault::TooLarge)) => {
            diagnostics.report_file(FileProblem::TooLarge);
            return (Vec::new(), diagnostics.into_list());
        }
        Some(Err(Fault::Damaged | Fault::UnknownMethod)) | None => {
            diagnostics.report_file(FileProblem::Damaged(BinaryKind::Word));
            return (Vec::new(), diagnostics.into_list());
        }
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let links = package.links(&main);
    let styles = package.part(&format!("{folder}/styles.xml"));
    let styles = styles.and_then(Result::ok);
    let styles = styles.map_or_else(Styles::default, |xml| Styles::of(&xml));
    let running_heads = package.running_heads(folder);
    let about = package.about(styles.language.clone());
    if !package.is_whole || !xml.is_whole {
        diagnostics.report_file(FileProblem::CutOff);
    }
    let body = Body::of(&xml, &styles, &links);
    let document = Document {
        paragraphs: body.paragraphs,
        about,
        beside: Beside {
            running_heads,
            ..body.beside
        },
    };
    if let Some((articles, told)) = documents(id, file, &document.lines()) {
        let mut diagnostics = diagnostics.into_list();
        diagnostics.extend(told);
        return (articles, diagnostics);
    }
    let article = document.into_article(id, &mut diagnostics);
    (Vec::from_iter(article), diagnostics.into_list())
}

/// The parts of a document.
struct Package<'b> {
    archive: Archive<'b>,
    is_whole: bool,
}

impl Package<'_> {
    /// A part of the document; `None` if there is none with this name.
    fn part(&mut self, name: &str) -> Option<Result<Xml, Fault>> {
        let part = self.archive.read_named(name)?;
        Some(part.map(|part| {
            self.is_whole &= part.is_whole;
            Xml::of(&text_of_part(&part.bytes))
        }))
    }

    /// The name of the main part.
    fn main_part(&mut self) -> String {
        let relationships = self.part("_rels/.rels").and_then(Result::ok);
        let target = relationships.as_ref().and_then(|xml| {
            let mut found = xml.elements("Relationship");
            let main = found.find(|node| {
                let kind = xml.attribute(*node, "Type").unwrap_or_default();
                kind.ends_with("/officeDocument")
            })?;
            xml.attribute(main, "Target")
        });
        let target = target.map_or(MAIN, |target| target.trim_start_matches('/'));
        let is_known = self.archive.names().iter().any(|name| name == target);
        if is_known { target } else { MAIN }.to_owned()
    }

    /// The addresses that a part links to, by the ids of the relationships.
    fn links(&mut self, part: &str) -> HashMap<String, WebUrl> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let relationships = self.part(&format!("{folder}/_rels/{name}.rels"));
        let Some(Ok(xml)) = relationships else {
            return HashMap::new();
        };
        let links = xml.elements("Relationship").filter_map(|node| {
            let is_external = xml.attribute(node, "TargetMode") == Some("External");
            let address = xml.attribute(node, "Target").filter(|_| is_external)?;
            let id = xml.attribute(node, "Id")?.to_owned();
            Some((id, WebUrl::parse(address)?))
        });
        links.collect()
    }

    /// The number of headers and footers of pages that have words.
    fn running_heads(&mut self, folder: &str) -> usize {
        let starts = [format!("{folder}/header"), format!("{folder}/footer")];
        let names = self.archive.names().iter();
        let names: Vec<String> = names
            .filter(|name| starts.iter().any(|start| name.starts_with(start.as_str())))
            .take(50)
            .cloned()
            .collect();
        let has_words = |name: &String| {
            let part = self.part(name).and_then(Result::ok);
            part.is_some_and(|xml| {
                let mut texts = xml.elements("t");
                texts.any(|text| xml.words(text).chars().any(char::is_alphabetic))
            })
        };
        names.iter().map(has_words).filter(|has| *has).count()
    }

    /// What the document says about itself.
    fn about(&mut self, language_by_default: Option<String>) -> About {
        let Some(Ok(xml)) = self.part("docProps/core.xml") else {
            return About {
                language_by_default,
                ..About::default()
            };
        };
        let words = |name: &str| {
            let found = xml.elements(name).next().map(|node| xml.words(node));
            found.filter(|words| !words.is_empty())
        };
        let date = |name: &str| words(name).and_then(|words| Date::parse(&words));
        About {
            title: words("title"),
            creator: words("creator").and_then(|names| somebody(&names)),
            created: date("created"),
            modified: date("modified"),
            language: words("language").and_then(|words| language_tag(&words)),
            language_by_default,
        }
    }
}

/// The text of a part, which is UTF-8 or UTF-16.
fn text_of_part(bytes: &[u8]) -> String {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = encoding.unwrap_or(encoding_rs::UTF_8);
    encoding.decode(bytes).0.into_owned()
}
