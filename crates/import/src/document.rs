//! Makes articles of the documents of word processors, whatever the format of their files.

use model::{Article, BlockKind, Date};

use super::date_words::{DateOrder, date_of};
use super::diagnostic::{Diagnostics, FileProblem, LeftOut, Place, TextProblem};
use super::draft::Draft;
use super::flow::Flow;
use super::html::language_tag;
use super::text::{byline, is_title};
use text::language;

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

/// The number of paragraphs of a cell above which the cells of a table are read one after the other.
const MOST_IN_CELL: usize = 2;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Plain,
    Title,
    /// The name of the author, as Pandoc marks it.
    Author,
    /// The date, as Pandoc marks it.
    Date,
    /// A heading of this level, from 1.
    Heading(u8),
    Quote,
    Item,
    Preformatted,
    /// A line of a table of contents.
    Contents,
}

impl Role {
    /// The role for the name of a style, which is the same in every language of the program.
    pub(super) fn of_style(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace(['_', '-'], " ");
        let level = |rest: &str| {
            rest.trim()
                .parse::<u8>()
                .ok()
                .filter(|it| (1..=9).contains(it))
        };
        if let Some(level) = name.strip_prefix("heading").and_then(level) {
            return Some(Self::Heading(level));
        }
        if name.strip_prefix("toc").and_then(level).is_some() {
            return Some(Self::Contents);
        }
        Some(match name.as_str() {
            "title" => Self::Title,
            "author" => Self::Author,
            "date" => Self::Date,
            "toc heading" | "contents heading" => Self::Contents,
            "quote" | "intense quote" | "block text" | "quotations" => Self::Quote,
            "html preformatted" | "source code" | "preformatted text" => Self::Preformatted,
            "list paragraph" => return None,
            name if name.starts_with("list ") => Self::Item,
            _ => return None,
        })
    }

    /// The role of a paragraph at a level of the outline, from 0.
    pub(super) fn of_outline(level: &str) -> Option<Self> {
        let level: u8 = level.parse().ok()?;
        (level < 9).then_some(Self::Heading(level + 1))
    }
}

/// What a document has beside its text.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) comments: usize,
    pub(super) notes: usize,
    pub(super) deletions: usize,
    pub(super) hidden: usize,
    pub(super) objects: usize,
    pub(super) contents: usize,
    pub(super) running_heads: usize,
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) role: Role,
    pub(super) flow: Flow,
}

/// A document.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) about: About,
    pub(super) beside: Beside,
}

impl Document {
    /// The text, with each paragraph on a line and blank lines between them.
    pub(super) fn lines(&self) -> String {
        let lines = self.paragraphs.iter().map(|it| it.flow.text().trim());
        lines.collect::<Vec<_>>().join("\n\n")
    }

    /// The article; `None` if the document has no words.
    pub(super) fn into_article(self, id: &str, diagnostics: &mut Diagnostics) -> Option<Article> {
        let Self {
            mut paragraphs,
            about,
            beside,
        } = self;
        if paragraphs.is_empty() {
            diagnostics.report_file(FileProblem::NoWords);
            return None;
        }
        for paragraph in &mut paragraphs {
            if paragraph.role == Role::Plain && paragraph.flow.drop_bullet() {
                paragraph.role = Role::Item;
            }
        }
        let mut draft = Draft::default();
        let lower = read_title(id, &about, &mut paragraphs, &mut draft, diagnostics);
        let language = about
            .language
            .as_ref()
            .or(about.language_by_default.as_ref());
        let order = DateOrder::of_language(language.map_or("", String::as_str));
        read_head(order, &mut paragraphs, &mut draft);
        for Paragraph { role, flow } in &paragraphs {
            let kind = match role {
                Role::Heading(level) => BlockKind::Heading((level + lower).clamp(2, 6)),
                Role::Quote => BlockKind::Quote,
                Role::Item => BlockKind::ListItem,
                Role::Preformatted => BlockKind::Preformatted,
                Role::Plain | Role::Title | Role::Author | Role::Date | Role::Contents => {
                    BlockKind::Paragraph
                }
            };
            flow.put(kind, &mut draft);
        }
        describe(&about, &mut draft, diagnostics);
        report_beside(&beside, diagnostics);
        Some(draft.finish(id, diagnostics))
    }
}

/// The author that a program writes into a file, if it is not a name for nobody.
pub(super) fn somebody(names: &str) -> Option<String> {
    let names = names.split(';').map(str::trim);
    let names =
        names.filter(|name| !name.is_empty() && !NOBODY.contains(&name.to_lowercase().as_str()));
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The paragraphs of a table: each row is one, unless its cells contain several.
pub(super) fn paragraphs_of(rows: Vec<Vec<Vec<Paragraph>>>) -> Vec<Paragraph> {
    let is_layout = rows.iter().all(|row| row.len() < 2)
        || rows.iter().flatten().any(|cell| cell.len() > MOST_IN_CELL);
    if is_layout {
        return rows.into_iter().flatten().flatten().collect();
    }
    let mut paragraphs = Vec::new();
    for row in rows {
        let mut line = Flow::default();
        for cell in row.into_iter().filter(|cell| !cell.is_empty()) {
            if !line.is_blank() {
                line.push(" | ", &[]);
            }
            for (number, paragraph) in cell.into_iter().enumerate() {
                if number > 0 {
                    line.push(" ", &[]);
                }
                line.append(paragraph.flow);
            }
        }
        if !line.is_blank() {
            paragraphs.push(Paragraph {
                role: Role::Plain,
                flow: line,
            });
        }
    }
    paragraphs
}

/// What a document says about itself.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    /// Who wrote it, if that is [`somebody`].
    pub(super) creator: Option<String>,
    pub(super) created: Option<Date>,
    pub(super) modified: Option<Date>,
    /// The language of the text, as a BCP 47 tag.
    pub(super) language: Option<String>,
    /// The language of words that do not say theirs, which is often that of the program.
    pub(super) language_by_default: Option<String>,
}

impl About {
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
    about: &About,
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
    if let Some(title) = &about.title {
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
fn describe(about: &About, draft: &mut Draft, diagnostics: &mut Diagnostics) {
    let stated = about.language.clone();
    let guessed = language::guess(draft.text());
    let by_default = about.language_by_default.as_deref().and_then(language_tag);
    let by_default =
        by_default.filter(|tag| guessed.is_empty() || tag.split('-').next() == Some(guessed));
    let metadata = &mut draft.metadata;
    if let Some(language) = stated.or(by_default) {
        metadata.language = language;
    }
    if metadata.author.is_none() {
        metadata.author.clone_from(&about.creator);
    }
    if metadata.published.is_none()
        && let Some(date) = about.date()
    {
        metadata.published = Some(date);
        diagnostics.report("published", TextProblem::DateGuessed, &date.to_string());
    }
}

fn report_beside(beside: &Beside, diagnostics: &mut Diagnostics) {
    for (count, what) in [
        (beside.comments, LeftOut::Comments),
        (beside.notes, LeftOut::Notes),
        (beside.deletions, LeftOut::Deletions),
        (beside.hidden, LeftOut::HiddenWords),
        (beside.objects, LeftOut::Objects),
        (beside.contents, LeftOut::Contents),
        (beside.running_heads, LeftOut::RunningHeads),
    ] {
        if count > 0 {
            diagnostics.report(Place::Whole, TextProblem::LeftOut { what, count }, "");
        }
    }
}
