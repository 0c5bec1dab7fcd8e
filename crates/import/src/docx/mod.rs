//! Reads documents of Microsoft Word (DOCX, ECMA-376), also those of other word processors.

mod body;
mod styles;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use model::{Article, BlockKind, Date, WebUrl};

use super::archive::{Archive, Fault};
use super::date_words::{DateOrder, date_of};
use super::diagnostic::{
    BinaryKind, Diagnostic, Diagnostics, FileProblem, LeftOut, Place, TextProblem,
};
use super::draft::Draft;
use super::html::language_tag;
use super::text::{byline, is_title};
use super::xml::Xml;
use body::{Beside, Body, Paragraph};
use styles::{Role, Styles};
use text::language;

/// The main part of a document, unless its relationships name another.
const MAIN: &str = "word/document.xml";

/// The number of days after which the day on which a document was made is not that of its text.
const MOST_DAYS: i32 = 31;

/// Names that programs write in the place of an author.
const NOBODY: [&str; 10] = [
    "python-docx",
    "apache poi",
    "docx4j",
    "un-named",
    "unknown",
    "user",
    "windows user",
    "microsoft office user",
    "admin",
    "administrator",
];

/// Reads the article in a Word document.
pub(super) fn article_from_docx(
    id: &str,
    file: &str,
    bytes: &[u8],
) -> (Option<Article>, Vec<Diagnostic>) {
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
            return (None, diagnostics.into_list());
        }
        Some(Err(Fault::TooLarge)) => {
            diagnostics.report_file(FileProblem::TooLarge);
            return (None, diagnostics.into_list());
        }
        Some(Err(Fault::Damaged | Fault::UnknownMethod)) | None => {
            diagnostics.report_file(FileProblem::Damaged(BinaryKind::Word));
            return (None, diagnostics.into_list());
        }
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let links = package.links(&main);
    let styles = package.part(&format!("{folder}/styles.xml"));
    let styles = styles.and_then(Result::ok);
    let styles = styles.map_or_else(Styles::default, |xml| Styles::of(&xml));
    let running_heads = package.running_heads(folder);
    let core = package.core();
    if !package.is_whole || !xml.is_whole {
        diagnostics.report_file(FileProblem::CutOff);
    }
    let Body {
        mut paragraphs,
        beside,
        ..
    } = Body::of(&xml, &styles, &links);
    if paragraphs.is_empty() {
        diagnostics.report_file(FileProblem::NoWords);
        return (None, diagnostics.into_list());
    }
    let mut draft = Draft::default();
    let first_level = read_title(id, &core, &mut paragraphs, &mut draft, &mut diagnostics);
    let language = core.language.as_deref().or(styles.language.as_deref());
    let order = DateOrder::of_language(language.unwrap_or_default());
    read_head(order, &mut paragraphs, &mut draft);
    for Paragraph { role, flow } in &paragraphs {
        let kind = match role {
            Role::Heading(level) => BlockKind::Heading((level + first_level).clamp(2, 6)),
            Role::Quote => BlockKind::Quote,
            Role::Item => BlockKind::ListItem,
            Role::Preformatted => BlockKind::Preformatted,
            Role::Plain | Role::Title | Role::Author | Role::Date | Role::Contents => {
                BlockKind::Paragraph
            }
        };
        flow.put(kind, &mut draft);
    }
    describe(&core, &styles, &mut draft, &mut diagnostics);
    report_beside(&beside, running_heads, &mut diagnostics);
    if draft.blocks().is_empty() {
        diagnostics.report_file(FileProblem::NoWords);
        return (None, diagnostics.into_list());
    }
    let article = draft.finish(id, &mut diagnostics);
    (Some(article), diagnostics.into_list())
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
    fn core(&mut self) -> Core {
        let Some(Ok(xml)) = self.part("docProps/core.xml") else {
            return Core::default();
        };
        let words = |name: &str| {
            let found = xml.elements(name).next().map(|node| xml.words(node));
            found.filter(|words| !words.is_empty())
        };
        let date = |name: &str| words(name).and_then(|words| Date::parse(&words));
        Core {
            title: words("title"),
            creator: words("creator")
                .filter(|name| !NOBODY.contains(&name.to_lowercase().as_str()))
                .map(|names| {
                    names
                        .split(';')
                        .map(str::trim)
                        .collect::<Vec<_>>()
                        .join(", ")
                }),
            created: date("created"),
            modified: date("modified"),
            language: words("language").and_then(|words| language_tag(&words)),
        }
    }
}

/// The text of a part, which is UTF-8 or UTF-16.
fn text_of_part(bytes: &[u8]) -> String {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = encoding.unwrap_or(encoding_rs::UTF_8);
    encoding.decode(bytes).0.into_owned()
}

/// What a document says about itself.
#[derive(Debug, Default)]
struct Core {
    title: Option<String>,
    creator: Option<String>,
    created: Option<Date>,
    modified: Option<Date>,
    language: Option<String>,
}

impl Core {
    /// The day on which the document was made, if somebody wrote it and did not change it much later.
    fn date(&self) -> Option<Date> {
        let days = |date: Date| {
            let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
            i32::from(date.year) * 372 + i32::from(month) * 31 + i32::from(day)
        };
        let created = self.created.filter(|_| self.creator.is_some())?;
        let changed = days(self.modified.unwrap_or(created)) - days(created);
        (0..=MOST_DAYS).contains(&changed).then_some(created)
    }
}

/// Finds the title: the paragraph in the style of titles, a heading that begins the text, what the
/// document says about itself, or a first line that looks like a title. Returns what to add to the
/// levels of headings.
fn read_title(
    id: &str,
    core: &Core,
    paragraphs: &mut Vec<Paragraph>,
    draft: &mut Draft,
    diagnostics: &mut Diagnostics,
) -> u8 {
    let evened = |paragraph: &Paragraph| {
        let words = paragraph.flow.text().split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    };
    let marked = paragraphs.iter().position(|it| it.role == Role::Title);
    let first = paragraphs.first();
    let heading = || {
        let is_top = first.is_some_and(|it| matches!(it.role, Role::Heading(1 | 2)));
        (is_top && paragraphs.len() > 1).then_some(0)
    };
    if let Some(at) = marked.or_else(heading) {
        let paragraph = paragraphs.remove(at);
        draft.metadata.title = evened(&paragraph);
        return u8::from(marked.is_some());
    }
    if let Some(title) = &core.title {
        draft.metadata.title.clone_from(title);
        if first.is_some_and(|it| evened(it) == *title) && paragraphs.len() > 1 {
            paragraphs.remove(0);
        }
        return 1;
    }
    let title = first.map(&evened).filter(|words| {
        let is_plain = first.is_some_and(|it| it.role == Role::Plain);
        is_plain && paragraphs.len() > 1 && is_title(words)
    });
    match title {
        Some(title) => {
            diagnostics.report("title", TextProblem::TitleGuessed, &title);
            draft.metadata.title = title;
            paragraphs.remove(0);
        }
        None => draft.name_by_id(id, TextProblem::TitleFromFileName, diagnostics),
    }
    1
}

/// Takes the author and the date from the first paragraphs, if they say nothing else.
fn read_head(order: DateOrder, paragraphs: &mut Vec<Paragraph>, draft: &mut Draft) {
    let mut at = 0;
    for _ in 0..4 {
        let Some(Paragraph { role, flow }) = paragraphs.get(at) else {
            break;
        };
        let words = flow.text().trim();
        let author = match role {
            Role::Author => Some(words),
            _ => byline(words),
        };
        let date = date_of(words, order);
        let metadata = &mut draft.metadata;
        if let Some(author) = author.filter(|_| metadata.author.is_none()) {
            metadata.author = Some(author.to_owned());
        } else if let Some(date) = date.filter(|_| metadata.published.is_none()) {
            metadata.published = Some(date);
        } else if at == 0 && *role == Role::Plain {
            // A standfirst may stand before the byline.
            at = 1;
            continue;
        } else {
            break;
        }
        if paragraphs.len() > 1 {
            paragraphs.remove(at);
        }
    }
}

/// Puts what the document says about itself into the article, where its text does not say it.
fn describe(core: &Core, styles: &Styles, draft: &mut Draft, diagnostics: &mut Diagnostics) {
    let stated = core.language.clone();
    let guessed = language::guess(draft.text());
    let by_default = styles.language.as_deref().and_then(language_tag);
    let by_default = by_default.filter(|tag| {
        // The language of the program is often not the one of the text.
        guessed.is_empty() || tag.split('-').next() == Some(guessed)
    });
    let metadata = &mut draft.metadata;
    if let Some(language) = stated.or(by_default) {
        metadata.language = language;
    }
    if metadata.author.is_none() {
        metadata.author.clone_from(&core.creator);
    }
    if metadata.published.is_none()
        && let Some(date) = core.date()
    {
        metadata.published = Some(date);
        diagnostics.report("published", TextProblem::DateGuessed, &date.to_string());
    }
}

fn report_beside(beside: &Beside, running_heads: usize, diagnostics: &mut Diagnostics) {
    for (count, what) in [
        (beside.comments, LeftOut::Comments),
        (beside.notes, LeftOut::Notes),
        (beside.deletions, LeftOut::Deletions),
        (beside.hidden, LeftOut::HiddenWords),
        (beside.objects, LeftOut::Objects),
        (beside.contents, LeftOut::Contents),
        (running_heads, LeftOut::RunningHeads),
    ] {
        if count > 0 {
            diagnostics.report(Place::Whole, TextProblem::LeftOut { what, count }, "");
        }
    }
}
