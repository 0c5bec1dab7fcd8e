//! Reads articles from PDF files. A script finds the words and their places (`js/pdf.js`); here
//! they become lines, and the lines headings and paragraphs.

mod layout;
mod paragraphs;
mod running_heads;
#[cfg(test)]
mod tests;

use super::diagnostic::{BinaryKind, Diagnostic, Diagnostics, FileProblem, LeftOut, TextProblem};
use super::draft::Draft;
use super::html::language_tag;
use super::text::{read_by_line_and_date, with_whole_words};
use layout::{Layout, LayoutRecord, Lines, SIGNATURE};
use model::{Article, BlockKind};
use paragraphs::{Paragraph, Paragraphs, joined};
use running_heads::RunningHeads;
use text::language;

/// Whether bytes are the words of a PDF file with their places.
pub(super) fn is_layout(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}

/// The SHA-256 of the PDF file in hexadecimal digits; empty if it is not known.
pub(super) fn sha256_of(json: &[u8]) -> String {
    let record: Option<LayoutRecord> = serde_json::from_slice(json).ok();
    record.map_or(String::new(), |record| record.pdf.sha256)
}

/// Reads an article. `None` if the file cannot be opened or has no words, which is reported.
pub(super) fn article_from_layout(
    id: &str,
    file: &str,
    json: &[u8],
) -> (Option<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let article = match serde_json::from_slice(json) {
        Ok(LayoutRecord { pdf }) => read(id, &pdf, &mut diagnostics),
        Err(_) => {
            diagnostics.report_file(FileProblem::Damaged(BinaryKind::Pdf));
            None
        }
    };
    (article, diagnostics.into_list())
}

fn read(id: &str, layout: &Layout, diagnostics: &mut Diagnostics) -> Option<Article> {
    let mut lines = Lines::of(layout);
    let unread = layout.pages.iter().filter(|page| page.is_none()).count() + layout.unread;
    if lines.lines.is_empty() {
        diagnostics.report_file(match layout.fault.as_str() {
            "" if unread == 0 => FileProblem::ScannedPdf,
            "PasswordException" => FileProblem::Encrypted,
            _ => FileProblem::Damaged(BinaryKind::Pdf),
        });
        return None;
    }
    let heads = RunningHeads::take(&mut lines.lines, layout);
    let Paragraphs { paragraphs, notes } = Paragraphs::of(&lines.lines);
    for (what, count) in [
        (LeftOut::RunningHeads, heads.count),
        (LeftOut::Notes, notes),
        (LeftOut::TurnedLines, lines.turned),
        (LeftOut::PagesWithoutText, lines.empty),
        (LeftOut::UnreadPages, unread),
    ] {
        if count > 0 {
            diagnostics.report_file(TextProblem::LeftOut { what, count });
        }
    }
    if paragraphs.is_empty() {
        diagnostics.report_file(FileProblem::NoWords);
        return None;
    }
    let mut draft = Draft::default();
    draft.metadata.url = heads.address;
    let title = take_title(&paragraphs, layout);
    let mut blocks = whole_words(&paragraphs, diagnostics);
    match title {
        Title::Paragraph(at) => {
            let (_, title) = blocks.remove(at);
            diagnostics.report("title", TextProblem::TitleByLayout, &title);
            draft.metadata.title = title;
        }
        Title::Stated(title) => draft.metadata.title = title,
        Title::None => draft.name_by_id(id, TextProblem::TitleFromFileName, diagnostics),
    }
    let head = read_by_line_and_date(&blocks, &mut draft.metadata);
    blocks.drain(..head);
    let author = layout.author.trim();
    if draft.metadata.author.is_none() && is_name(author) {
        draft.metadata.author = Some(author.to_owned());
    }
    for (kind, words) in &blocks {
        draft.push(*kind, words, &[]);
    }
    if language::guess(draft.text()).is_empty()
        && let Some(tag) = language_tag(&layout.language)
    {
        draft.metadata.language = tag;
    }
    Some(draft.finish(id, diagnostics))
}

/// The title of a file.
enum Title {
    /// This paragraph.
    Paragraph(usize),
    /// The title that the file states.
    Stated(String),
    None,
}

/// The title: the largest words of the first page, or else the title that the file states.
fn take_title(paragraphs: &[Paragraph], layout: &Layout) -> Title {
    let first = paragraphs.iter().enumerate();
    let first = first.take_while(|(_, paragraph)| paragraph.page == 0);
    let headings = first.filter(|(_, paragraph)| matches!(paragraph.kind, BlockKind::Heading(_)));
    let largest = headings.reduce(|largest, other| {
        let is_larger = other.1.size > largest.1.size + 0.5;
        if is_larger { other } else { largest }
    });
    let stated = layout.title.trim();
    match largest {
        Some((at, _)) if paragraphs.len() > 1 => Title::Paragraph(at),
        _ if is_title(stated) => Title::Stated(stated.to_owned()),
        _ => Title::None,
    }
}

/// Whether a program has not made up the title that a file states.
fn is_title(stated: &str) -> bool {
    let lower = stated.to_lowercase();
    let is_file_name = lower.rsplit_once('.').is_some_and(|(_, ending)| {
        (2..=5).contains(&ending.len()) && ending.bytes().all(|it| it.is_ascii_alphanumeric())
    });
    let made_up = [
        "untitled",
        "unbenannt",
        "sans titre",
        "microsoft word",
        "about:blank",
    ];
    stated.contains(' ') && !is_file_name && !made_up.iter().any(|words| lower.starts_with(words))
}

/// Whether a stated author is a person, rather than the account on a computer.
fn is_name(author: &str) -> bool {
    author.contains(' ') && author.chars().count() <= 100 && !author.contains(['@', '\\', '/'])
}

/// The paragraphs with the words joined that the ends of lines divide.
fn whole_words(
    paragraphs: &[Paragraph],
    diagnostics: &mut Diagnostics,
) -> Vec<(BlockKind, String)> {
    let text: Vec<&str> = paragraphs.iter().map(|it| it.lines.as_str()).collect();
    let text = text
        .join("\n\n")
        .replace("\u{AD}\n", "-\n")
        .replace('\u{AD}', "");
    let (text, count) = with_whole_words(&text);
    if count > 0 {
        diagnostics.report_file(TextProblem::JoinedWords { count });
    }
    let kinds = paragraphs.iter().map(|paragraph| paragraph.kind);
    kinds.zip(text.split("\n\n").map(joined)).collect()
}
