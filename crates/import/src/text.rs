//! Reads articles from plain text.

use std::borrow::Cow;
use std::collections::HashSet;

use super::date_words::{DateOrder, date_of};
use super::diagnostic::{Diagnostic, Diagnostics, FileProblem, LeftOut, TextProblem};
use super::draft::Draft;
use model::{Article, BlockKind, Direction, Metadata};
use text::language;

/// The maximum number of characters in a title.
const LONGEST_TITLE: usize = 150;
/// The average number of bytes above which lines are whole paragraphs.
const LONG_LINE: usize = 110;
/// The number of characters up to which lines are verse or an address, and keep their ends.
const SHORT_LINE: usize = 34;

/// Reads an article without annotations from plain text. `id` becomes the id of the article;
/// `file` is named in diagnostics. Paragraphs are separated by blank lines. Without blank
/// lines, each line is a paragraph, unless the lines look wrapped. `None` if there are no
/// words.
#[must_use]
pub fn article_from_text(id: &str, file: &str, text: &str) -> (Option<Article>, Vec<Diagnostic>) {
    article_of(id, file, text, false)
}

/// Like [`article_from_text`], but keeps all lines as they are, and takes none as the title: separate
/// annotations may refer to them.
#[must_use]
pub(super) fn article_from_whole_text(
    id: &str,
    file: &str,
    text: &str,
) -> (Option<Article>, Vec<Diagnostic>) {
    article_of(id, file, text, true)
}

fn article_of(
    id: &str,
    file: &str,
    text: &str,
    is_whole: bool,
) -> (Option<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let text = plain_lines(text, &mut diagnostics);
    let (text, joined) = match is_whole {
        true => (Cow::Borrowed(text.as_str()), 0),
        false => with_whole_words(&text),
    };
    if joined > 0 {
        diagnostics.report_file(TextProblem::JoinedWords { count: joined });
    }
    let Paragraphs {
        mut paragraphs,
        running_heads,
        has_head_lines,
    } = Paragraphs::of(&text, is_whole);
    if running_heads > 0 {
        diagnostics.report_file(TextProblem::LeftOut {
            what: LeftOut::RunningHeads,
            count: running_heads,
        });
    }
    if paragraphs.is_empty() {
        diagnostics.report_file(FileProblem::NoWords);
        return (None, diagnostics.into_list());
    }
    let mut draft = Draft::default();
    let head = read_head(id, is_whole, &mut paragraphs, &mut draft, &mut diagnostics);
    if has_head_lines && !is_whole {
        paragraphs.drain(..head);
    }
    for (kind, words) in &paragraphs {
        draft.push(*kind, words, &[]);
    }
    let article = draft.finish(id, &mut diagnostics);
    (Some(article), diagnostics.into_list())
}

/// Takes the title from the first lines and reports that. Returns the number of paragraphs after it
/// that only name the author and the date.
fn read_head(
    id: &str,
    is_whole: bool,
    paragraphs: &mut Vec<(BlockKind, String)>,
    draft: &mut Draft,
    diagnostics: &mut Diagnostics,
) -> usize {
    let title = paragraphs.first().filter(|(kind, words)| {
        !is_whole && *kind == BlockKind::Paragraph && paragraphs.len() > 1 && is_title(words)
    });
    match title.map(|(_, words)| words.clone()) {
        Some(title) => {
            diagnostics.report("title", TextProblem::TitleGuessed, &title);
            draft.metadata.title = title;
            paragraphs.remove(0);
        }
        None => {
            draft.name_by_id(id, TextProblem::TitleFromFileName, diagnostics);
        }
    }
    let head = read_by_line_and_date(paragraphs, &mut draft.metadata);
    let rtl = |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}');
    let letters = || {
        paragraphs
            .iter()
            .flat_map(|(_, words)| words.chars())
            .take(2_000)
    };
    let (right, all) = (
        letters().filter(|c| rtl(*c)).count(),
        letters().filter(|c| c.is_alphabetic()).count(),
    );
    if right * 2 > all {
        draft.metadata.direction = Direction::RightToLeft;
    }
    head
}

/// Takes author and date from the first paragraphs. Returns the number of those that contain nothing
/// else.
pub(super) fn read_by_line_and_date(
    paragraphs: &[(BlockKind, String)],
    metadata: &mut Metadata,
) -> usize {
    let order = date_order(paragraphs);
    let mut head = 0;
    for (number, (_, words)) in paragraphs.iter().take(3).enumerate() {
        if words.chars().count() > 80 {
            break;
        }
        let author = byline(words).filter(|_| metadata.author.is_none());
        let is_known = if let Some(author) = author {
            metadata.author = Some(author.to_owned());
            true
        } else if let Some(date) = date_of(words, order) {
            metadata.published.get_or_insert(date);
            true
        } else {
            false
        };
        if is_known && head == number {
            head += 1;
        }
    }
    head
}

/// The order of day and month in a text that does not say its language. English alone does not tell.
fn date_order(paragraphs: &[(BlockKind, String)]) -> DateOrder {
    let longest = paragraphs.iter().map(|(_, words)| words);
    let longest = longest.max_by_key(|words| words.len());
    match language::guess(longest.map_or("", String::as_str)) {
        "en" => DateOrder::Unknown,
        tag => DateOrder::of_language(tag),
    }
}

/// Whether a first line looks like a title.
pub(super) fn is_title(words: &str) -> bool {
    let ends = ['.', '。', '؛', ';', ',', ':', '،', '”', '"', '…'];
    !words.contains('\n') && words.chars().count() <= LONGEST_TITLE && !words.ends_with(ends)
}

/// The name in "By Ann Archer".
pub(super) fn byline(words: &str) -> Option<&str> {
    let name = ["By ", "by ", "BY "]
        .iter()
        .find_map(|by| words.strip_prefix(by))?;
    let name = name.trim_start_matches(':').trim();
    let named = name.chars().next().is_some_and(char::is_uppercase);
    (named && name.chars().count() <= 60 && !name.ends_with('.')).then_some(name)
}

/// The text with only line feeds at the ends of lines, and without control characters.
fn plain_lines(text: &str, diagnostics: &mut Diagnostics) -> String {
    let mut out = String::with_capacity(text.len());
    let mut left_out = 0_usize;
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{85}' | '\u{B}' | '\u{2028}' => out.push('\n'),
            '\u{C}' | '\u{2029}' => out.push_str("\n\n"),
            '\t' => out.push('\t'),
            // It stays between two letters, because without it their words would be one.
            '\u{FEFF}'
                if !(before.is_alphanumeric()
                    && characters.peek().is_some_and(|next| next.is_alphanumeric())) => {}
            c if c.is_control() => left_out += 1,
            c => out.push(c),
        }
        before = c;
    }
    if left_out > 0 {
        diagnostics.report_file(TextProblem::ControlCharacters { count: left_out });
    }
    out
}

/// The text without hyphens at the ends of lines that divide a word, as PDF files have them, and the
/// number of such words. A word that the text also has with its hyphen keeps it.
pub(super) fn with_whole_words(text: &str) -> (Cow<'_, str>, usize) {
    if !text.contains("-\n") {
        return (Cow::Borrowed(text), 0);
    }
    let is_letter = |c: char| c.is_alphabetic();
    let hyphenated: HashSet<&str> = text
        .split(|c: char| !is_letter(c) && c != '-')
        .filter(|word| word.trim_matches('-').contains('-'))
        .collect();
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    let mut lines = text.split('\n').peekable();
    // What is left of a line whose first word was moved to the line before.
    let mut rest: Option<&str> = None;
    while let Some(line) = lines.next() {
        let line = rest.take().unwrap_or(line);
        let next = lines.peek().copied().unwrap_or_default();
        let tail = next.split(|c| !is_letter(c)).next().unwrap_or_default();
        let head = line.strip_suffix('-');
        let start = head.and_then(|head| head.rsplit(|c| !is_letter(c)).next());
        let divided = head
            .zip(start)
            .filter(|(_, start)| start.chars().count() > 1 && tail.starts_with(char::is_lowercase));
        out.push_str(line);
        if let Some((_, start)) = divided {
            if !hyphenated.contains(format!("{start}-{tail}").as_str()) {
                out.pop();
                count += 1;
            }
            let (word, after) = next.split_once(' ').unwrap_or((next, ""));
            out.push_str(word);
            if after.is_empty() {
                lines.next();
            } else {
                rest = Some(after);
            }
        }
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    (Cow::Owned(out), count)
}

/// The paragraphs of a text.
struct Paragraphs {
    paragraphs: Vec<(BlockKind, String)>,
    /// The number of lines at the tops and bottoms of pages that are left out.
    running_heads: usize,
    /// Whether author and date, if they follow the title, have lines of their own in a text of which
    /// each line is a paragraph.
    has_head_lines: bool,
}

impl Paragraphs {
    fn of(text: &str, is_whole: bool) -> Self {
        let mut groups: Vec<Vec<&str>> = vec![Vec::new()];
        for line in text.split('\n') {
            let line = line.trim_end();
            if !line.trim().is_empty() {
                if let Some(group) = groups.last_mut() {
                    group.push(line);
                }
            } else if groups.last().is_some_and(|group| !group.is_empty()) {
                groups.push(Vec::new());
            }
        }
        groups.retain(|group| !group.is_empty());
        let before: usize = groups.iter().map(Vec::len).sum();
        let last = groups.len().saturating_sub(1);
        let mut number = 0;
        groups.retain(|group| {
            let is_inner = !is_whole && number > 0 && number < last;
            number += 1;
            !(is_inner && is_running_head(group))
        });
        let after: usize = groups.iter().map(Vec::len).sum();
        let mut paragraphs = Vec::new();
        let has_head_lines = groups.len() == 1 && groups.iter().all(|group| ends_sentences(group));
        // A file without blank lines may still have a title.
        if let [only] = groups.as_mut_slice()
            && only.len() > 1
            && !is_quoted(only)
            && !unbroken(only)
            && only
                .first()
                .is_some_and(|line| is_title(line) && !looks_broken(line, only))
        {
            paragraphs.push((BlockKind::Paragraph, only.remove(0).trim().to_owned()));
        }
        for group in &groups {
            read_group(group, &mut paragraphs);
        }
        Self {
            paragraphs,
            running_heads: before - after,
            has_head_lines,
        }
    }
}

/// Whether lines stand at the top or bottom of a page: a number beside words in capitals, and at
/// most a date besides.
fn is_running_head(group: &[&str]) -> bool {
    let is_head = |line: &str| {
        let has_letters = line.chars().any(char::is_alphabetic);
        let has_lower_case = line.chars().any(char::is_lowercase);
        let mut words = line.split_whitespace();
        let is_number = |word: Option<&str>| {
            word.is_some_and(|word| word.len() <= 4 && word.bytes().all(|it| it.is_ascii_digit()))
        };
        let numbered = is_number(words.next()) || is_number(words.next_back());
        numbered && has_letters && !has_lower_case && line.chars().count() < 60
    };
    let is_date = |line: &str| date_of(line, DateOrder::Unknown).is_some();
    group.len() <= 3
        && group.iter().any(|line| is_head(line))
        && group.iter().all(|line| is_head(line) || is_date(line))
}

/// Whether nearly all lines longer than verse end with a sentence, as paragraphs do that a program
/// copies with one line end each, and as wrapped lines do not.
fn ends_sentences(group: &[&str]) -> bool {
    let long = |line: &&&str| line.chars().count() > SHORT_LINE;
    let ends = [
        '.', '!', '?', '…', '”', '"', '’', '。', '！', '？', '»', '“', ')',
    ];
    let lines = group.iter().filter(long).count();
    let ended = group
        .iter()
        .filter(long)
        .filter(|line| line.ends_with(ends));
    lines >= 3 && ended.count() * 5 >= lines * 4
}

fn read_group(group: &[&str], found: &mut Vec<(BlockKind, String)>) {
    let bullets = ["• ", "* ", "▪ ", "‣ "];
    let item = |line: &str| {
        let line = line.trim_start();
        bullets
            .iter()
            .find_map(|bullet| line.strip_prefix(bullet))
            .map(str::to_owned)
    };
    if is_quoted(group) {
        let lines: Vec<&str> = group
            .iter()
            .map(|line| line.trim_start().trim_start_matches(['>', ' ']))
            .collect();
        found.push((BlockKind::Quote, joined(&lines)));
    } else if group.iter().all(|line| item(line).is_some()) {
        found.extend(
            group
                .iter()
                .filter_map(|line| Some((BlockKind::ListItem, item(line)?))),
        );
    } else if unbroken(group) {
        found.extend(
            group
                .iter()
                .map(|line| (BlockKind::Paragraph, line.trim().to_owned())),
        );
    } else {
        // An indented line begins a paragraph if most lines are not indented.
        let indented = |line: &str| line.starts_with([' ', '\t', '\u{3000}']);
        let some = group.iter().filter(|line| indented(line)).count();
        let parts = some > 0 && some * 2 < group.len();
        let mut lines: Vec<&str> = Vec::new();
        for line in group {
            if parts && indented(line) && !lines.is_empty() {
                found.push((BlockKind::Paragraph, joined(&lines)));
                lines.clear();
            }
            lines.push(line.trim());
        }
        found.push((BlockKind::Paragraph, joined(&lines)));
    }
}

fn is_quoted(group: &[&str]) -> bool {
    group.iter().all(|line| line.trim_start().starts_with('>'))
}

/// Whether each line is a whole paragraph.
fn unbroken(group: &[&str]) -> bool {
    let bytes: usize = group.iter().map(|line| line.len()).sum();
    bytes / group.len().max(1) > LONG_LINE || ends_sentences(group)
}

/// Whether a line is nearly as long as the following ones, like a wrapped line.
fn looks_broken(line: &str, group: &[&str]) -> bool {
    let longest = group
        .iter()
        .skip(1)
        .map(|line| line.len())
        .max()
        .unwrap_or(0);
    line.len() * 10 > longest * 9
}

/// Joins wrapped lines; short lines keep their ends.
fn joined(lines: &[&str]) -> String {
    let meant = lines.iter().all(|line| line.chars().count() <= SHORT_LINE);
    let mut out = String::new();
    for line in lines.iter().map(|line| line.trim()) {
        if meant && !out.is_empty() {
            out.push('\n');
        } else if let (Some(end), Some(start)) = (out.chars().next_back(), line.chars().next())
            && !(is_ideographic(end) && is_ideographic(start))
        {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// Whether a character of this kind is written without spaces around it.
pub(super) fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (Article, Vec<Diagnostic>) {
        let (article, diagnostics) = article_from_text("name", "a.txt", text);
        (article.unwrap(), diagnostics)
    }

    fn blocks(article: &Article) -> Vec<&str> {
        let blocks = article.blocks.iter();
        blocks.map(|block| block.range.of(&article.text)).collect()
    }

    #[test]
    fn paragraphs_are_parted_as_they_were_meant() {
        let long = "word ".repeat(30);
        let long = long.trim();
        for (name, text, title, expected) in [
            ("blank lines", "Head\r\n\r\nOne line that was\r\nbroken by hand at some fifty bytes.\r\n\r\nTwo.".to_owned(), "Head", vec!["One line that was broken by hand at some fifty bytes.", "Two."]),
            ("a form feed", "Head\u{C}One.\u{2029}Two.".to_owned(), "Head", vec!["One.", "Two."]),
            ("long lines", format!("Head\n{long} a.\n{long} b."), "Head", vec![long, ""]),
            ("no title", "One sentence. It ends.\n\nAnother one.".to_owned(), "name", vec!["One sentence. It ends.", "Another one."]),
            ("one line", "Only this".to_owned(), "name", vec!["Only this"]),
            ("verse", "Head\n\nRoses are red\nViolets are blue".to_owned(), "Head", vec!["Roses are red\nViolets are blue"]),
            ("a list", "Head\n\n• one\n• two".to_owned(), "Head", vec!["one", "two"]),
            ("Chinese", "标题\n\n这是第一行这是第一行这是第一行这是第一行这是第一行这是第一行这是第一行这是第一行这是第\n一行。".to_owned(), "标题", vec!["这是第一行这是第一行这是第一行这是第一行这是第一行这是第一行这是第一行这是第一行这是第一行。"]),
        ] {
            let (article, _) = read(&text);
            assert_eq!(article.metadata.title, title, "{name}");
            if name == "long lines" {
                assert_eq!(article.blocks.len(), 2, "{name}: {:?}", blocks(&article));
            } else {
                assert_eq!(blocks(&article), expected, "{name}");
            }
        }
    }

    #[test]
    fn paragraphs_of_one_line_each_are_kept_apart() {
        let (article, _) = read(
            "FERRY LINE APPROVED\nBy Nora Whitlock\n12 May 2025\nThe council approved a new ferry line on Tuesday.\n“We have waited long enough,” said the mayor.\nTom Reyes said the line would cost too much.\n“Nobody has seen the figures,” he said.",
        );
        assert_eq!(article.metadata.title, "FERRY LINE APPROVED");
        assert_eq!(article.metadata.author.as_deref(), Some("Nora Whitlock"));
        let published = article.metadata.published.map(|date| date.to_string());
        assert_eq!(published.as_deref(), Some("2025-05-12"));
        assert_eq!(blocks(&article).len(), 4, "{:?}", blocks(&article));
        // Wrapped lines are one paragraph.
        let (article, _) = read(
            "Head\n\nThe council approved a new ferry line on Tuesday. It\nhad waited long enough for that, as the mayor of the town\nsaid in the hall. Nobody was against it in the end, and\nthe boats will sail.",
        );
        assert_eq!(blocks(&article).len(), 1);
    }

    #[test]
    fn text_from_a_pdf_has_whole_words_and_no_running_heads() {
        let (article, diagnostics) = read(
            "Head\n\nThe council of Marlow Bay met again on Tues-\nday, after two years of dispute. The Author-\nity declined, and in the end it was a co-\noperative that was to run it, with the deci-\nsion.\n\n12 THE OBSERVER\nWednesday, 14 May 2025\n\nThe co-operative said so.\n\nTHE OBSERVER 13",
        );
        assert_eq!(
            blocks(&article),
            [
                "The council of Marlow Bay met again on Tuesday, after two years of dispute. The Authority declined, and in the end it was a co-operative that was to run it, with the decision.",
                "The co-operative said so.",
                "THE OBSERVER 13",
            ]
        );
        let told: Vec<String> = diagnostics.iter().map(|it| it.what().clone()).collect();
        assert!(
            told.iter().any(|it| it.starts_with("3 words divided")),
            "{told:?}"
        );
        assert!(
            told.iter().any(|it| it.starts_with("2 lines at the tops")),
            "{told:?}"
        );
    }

    #[test]
    fn quoted_mail_is_a_quotation() {
        let (article, _) = read("Head\n\n> one\n> two");
        assert_eq!(article.blocks[0].kind, BlockKind::Quote);
        assert_eq!(blocks(&article), ["one\ntwo"]);
    }

    #[test]
    fn what_is_guessed_is_reported() {
        let (article, diagnostics) = read(
            "Talk of the town\n\nBy Ann Archer\n\nJanuary 21, 2026\n\nThe end of the talk was that of the town, and it was for all.",
        );
        assert_eq!(article.metadata.author.as_deref(), Some("Ann Archer"));
        assert_eq!(
            article.metadata.published.unwrap().to_string(),
            "2026-01-21"
        );
        assert_eq!(article.metadata.language, "en");
        let fields: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| diagnostic.place.path())
            .collect();
        assert_eq!(fields, ["title", "language"]);
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        let (article, _) = read("عنوان الخبر\n\nوقالت المفوضية إن هذه هي الخطوة الأولى.");
        assert_eq!(article.metadata.direction, Direction::RightToLeft);
    }

    #[test]
    fn a_byte_order_mark_joins_no_words() {
        let text = "\u{FEFF}It\u{FEFF} is\u{FEFF}so, they\u{FEFF}\u{FEFF} say.";
        let (article, _) = read(text);
        assert_eq!(article.text, "It is\u{FEFF}so, they say.");
    }

    #[test]
    fn nothing_is_no_article() {
        for text in ["", "\u{FEFF}", "\r\n\u{C} \t"] {
            let (article, diagnostics) = article_from_text("a", "a.txt", text);
            assert!(article.is_none());
            assert_eq!(diagnostics.len(), 1);
        }
    }

    #[test]
    fn a_line_of_a_megabyte_is_parted_at_sentences() {
        let (article, diagnostics) = read(&"It was said so. ".repeat(65_536));
        assert!(article.blocks.len() > 100, "{}", article.blocks.len());
        assert!(article.blocks.iter().all(|block| block.range.len() < 8_000));
        assert!(
            diagnostics
                .iter()
                .any(|diagnostic| diagnostic.problem == TextProblem::LongParagraphs.into())
        );
        let (article, _) = read(&"x".repeat(1_000_000));
        assert_eq!(article.text.len(), 1_000_000);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[a-zé。>•*\\- .\n\r\u{C}\t]{0,200}") {
            let (article, _) = article_from_text("a", "a.txt", &text);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() || *c == '。').collect::<String>();
            let read = article.map_or(String::new(), |article| {
                for block in &article.blocks {
                    assert!(!block.range.of(&article.text).contains("\n\n"));
                }
                let title = if article.metadata.title_by_editor { "" } else { &article.metadata.title };
                letters(title) + &letters(&article.text)
            });
            prop_assert_eq!(read, letters(&text));
        }
    }
}
