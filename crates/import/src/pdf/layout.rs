//! The words of a PDF file with their places, as `js/pdf.js` passes them on.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The beginning of a file with a [`LayoutRecord`].
pub(super) const SIGNATURE: &[u8] = br#"{"pdf":{"#;

/// The JSON that a script makes of a PDF file.
#[derive(Debug, Deserialize)]
pub(super) struct LayoutRecord {
    pub(super) pdf: Layout,
}

/// The words of a PDF file with their places.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Layout {
    /// The title that the file states; empty if it states none.
    pub(super) title: String,
    pub(super) author: String,
    /// A language tag; empty if the file states none.
    pub(super) language: String,
    /// Pages that cannot be read are `None`.
    pub(super) pages: Vec<Option<Page>>,
    /// The number of further pages.
    pub(super) unread: usize,
    /// The SHA-256 of the file in hexadecimal digits; empty if the browser does not compute it.
    pub(super) sha256: String,
    /// The name of the exception, if the file cannot be opened.
    pub(super) fault: String,
}

/// A page. Lengths are in points, and count from the upper left corner.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Page {
    pub(super) height: f64,
    pub(super) runs: Vec<Run>,
}

/// Words that a page draws at once.
#[derive(Debug, Deserialize)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) x: f64,
    /// The place of the base line.
    pub(super) y: f64,
    pub(super) width: f64,
    /// The size of the font.
    pub(super) size: f64,
    /// A name of the font, different for each.
    pub(super) font: String,
    /// Whether a line ends after the words.
    pub(super) is_end: bool,
    /// Whether the words do not run from left to right or right to left.
    pub(super) is_turned: bool,
}

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    /// The number of the page, from 0.
    pub(super) page: usize,
    /// Where the words begin and end; negative if they are read from the right.
    pub(super) x: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// The font of its first words.
    pub(super) font: String,
    /// Whether other fonts follow.
    pub(super) is_mixed: bool,
}

/// The lines of a file.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// In the order in which the file has them, which is nearly always that of reading.
    pub(super) lines: Vec<Line>,
    /// The number of turned lines, which are left out.
    pub(super) turned: usize,
    /// The number of pages without words.
    pub(super) empty: usize,
}

impl Lines {
    pub(super) fn of(layout: &Layout) -> Self {
        let mut lines = Self::default();
        for (number, page) in layout.pages.iter().enumerate() {
            if let Some(page) = page {
                lines.read(number, page);
            }
        }
        lines.join_initials();
        lines
    }

    fn read(&mut self, number: usize, page: &Page) {
        let before = self.lines.len();
        let mut runs: Vec<&Run> = Vec::new();
        let mut was_turned = false;
        for run in &page.runs {
            if run.is_turned {
                self.turned += usize::from(!was_turned && !run.text.trim().is_empty());
                was_turned = true;
                continue;
            }
            was_turned = false;
            let is_below = |first: &&Run| (run.y - first.y).abs() > 0.7 * first.size.max(run.size);
            if runs.first().is_some_and(is_below) {
                self.end(&mut runs, number);
            }
            if !(runs.is_empty() && run.text.trim().is_empty()) {
                runs.push(run);
            }
            if run.is_end {
                self.end(&mut runs, number);
            }
        }
        self.end(&mut runs, number);
        self.empty += usize::from(self.lines.len() == before);
    }

    fn end(&mut self, runs: &mut Vec<&Run>, page: usize) {
        if !runs.is_empty() {
            self.lines.push(Line::of(runs, page));
            runs.clear();
        }
    }

    /// Joins large first letters to the words that they begin.
    fn join_initials(&mut self) {
        let is_initial = |line: &Line, next: &Line| {
            let mut letters = line.text.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_none()
                && line.size > 1.5 * next.size
                && line.page == next.page
        };
        let mut joined: Vec<Line> = Vec::with_capacity(self.lines.len());
        for mut line in self.lines.drain(..) {
            if let Some(initial) = joined.pop_if(|before| is_initial(before, &line)) {
                line.text.insert_str(0, &initial.text);
            }
            joined.push(line);
        }
        self.lines = joined;
    }
}

impl Line {
    /// Joins words, without raised numbers that refer to notes.
    fn of(runs: &[&Run], page: usize) -> Self {
        let is_from_right = is_from_right(runs);
        let ordered = if is_from_right {
            from_right(runs)
        } else {
            runs.to_vec()
        };
        let mut line = Self {
            page,
            x: f64::INFINITY,
            ..Self::default()
        };
        let mut before: Option<&Run> = None;
        for run in ordered {
            if before.is_some() && line.is_note_mark(run) {
                continue;
            }
            let gap = before.map_or(0.0, |before| {
                let (left, right) = if run.x < before.x {
                    (run, before)
                } else {
                    (before, run)
                };
                right.x - left.x - left.width
            });
            if gap > 0.2 * line.size && !line.text.ends_with(' ') && !run.text.starts_with(' ') {
                line.text.push(' ');
            }
            match is_from_right && is_as_drawn(&run.text) {
                true => line.text.extend(run.text.chars().rev().map(mirrored)),
                false => line.text.push_str(&run.text),
            }
            if run.text.trim().is_empty() {
                continue;
            }
            match before {
                None => (line.y, line.font) = (run.y, run.font.clone()),
                Some(_) => line.is_mixed |= run.font != line.font,
            }
            line.x = line.x.min(run.x);
            line.right = line.right.max(run.x + run.width);
            line.size = line.size.max(run.size);
            before = Some(run);
        }
        line.text = line.text.trim().to_owned();
        if line.text.contains(is_form) {
            line.text = line.text.nfkc().collect();
        }
        if is_from_right {
            line.text = with_attached_marks(&line.text);
            (line.x, line.right) = (-line.right, -line.x);
        }
        line
    }

    fn is_note_mark(&self, run: &Run) -> bool {
        let text = run.text.trim();
        let is_mark = text.len() <= 3
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || "*†‡".contains(c));
        let before = self.text.chars().rev().take_while(|c| c.is_alphanumeric());
        let before = before.count();
        // Units have exponents.
        let follows_word = before == 0 || before > 2;
        !text.is_empty()
            && is_mark
            && follows_word
            && run.size < 0.8 * self.size
            && run.y < self.y - 0.15 * self.size
    }
}

fn is_form(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether characters are in the order of the page. Words of Arabic letters that are not in their
/// forms, and Latin words, are already in the order of reading.
fn is_as_drawn(text: &str) -> bool {
    text.contains(|c| is_form(c) && reads_from_right(c)) || !text.contains(char::is_alphanumeric)
}

/// The bracket that a character stands for if it is read from the other side.
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('‹', '›')];
    let pair = PAIRS.iter().find(|(open, close)| c == *open || c == *close);
    pair.map_or(c, |(open, close)| if c == *open { *close } else { *open })
}

fn reads_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
        && c.is_alphabetic()
}

/// The words without spaces before the marks of letters, which are drawn for themselves.
fn with_attached_marks(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if is_combining_mark(c) {
            out.truncate(out.trim_end().len());
        }
        out.push(c);
    }
    out
}

fn is_from_right(runs: &[&Run]) -> bool {
    let letters = runs.iter().flat_map(|run| run.text.chars());
    let (right, left): (Vec<char>, Vec<char>) = letters
        .filter(|c| c.is_alphabetic())
        .partition(|c| reads_from_right(*c));
    right.len() > left.len()
}

/// The words of a line in the order of reading, which begins at the right, except for Latin words
/// and numbers beside each other.
fn from_right<'r>(runs: &[&'r Run]) -> Vec<&'r Run> {
    let mut ordered = runs.to_vec();
    ordered.sort_by(|a, b| b.x.total_cmp(&a.x));
    let is_from_left = |run: &&Run| {
        run.text.contains(char::is_alphanumeric) && !run.text.contains(reads_from_right)
    };
    let mut start = 0;
    while let Some(from) = ordered.iter().skip(start).position(is_from_left) {
        let from = start + from;
        let rest = ordered.iter().skip(from);
        let rest = rest.take_while(|run| !run.text.contains(reads_from_right));
        let count = rest.count();
        let latin = ordered.get_mut(from..from + count).unwrap_or_default();
        let last = latin
            .iter()
            .rposition(is_from_left)
            .map_or(0, |last| last + 1);
        if let Some(latin) = latin.get_mut(..last) {
            latin.reverse();
        }
        start = from + count;
    }
    ordered
}
