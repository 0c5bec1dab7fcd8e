//! Lines of pages become headings and paragraphs.

use std::collections::HashMap;

use super::layout::Line;
use crate::text::is_ideographic;
use model::BlockKind;

/// The number of lines before and after a line that show how wide its column is.
const NEARBY: usize = 8;
/// The number of characters up to which words can be a heading.
const LONGEST_HEADING: usize = 200;

/// A paragraph or a heading.
#[derive(Debug, PartialEq)]
pub(super) struct Paragraph {
    pub(super) kind: BlockKind,
    /// Its words, with a line feed at the end of each line.
    pub(super) lines: String,
    pub(super) size: f64,
    pub(super) page: usize,
}

/// The paragraphs of a file.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    pub(super) paragraphs: Vec<Paragraph>,
    /// The number of notes at the bottom of pages, which are left out.
    pub(super) notes: usize,
}

/// The fonts and distances of the running text.
struct Measures {
    size: f64,
    font: String,
    /// The distance of two lines, in font sizes.
    pitch: f64,
}

impl Measures {
    fn of(lines: &[Line]) -> Self {
        let key = |line: &Line| ((line.size * 2.0).round() as i64, line.font.clone());
        let mut letters: HashMap<(i64, String), usize> = HashMap::new();
        for line in lines {
            *letters.entry(key(line)).or_default() += line.text.len();
        }
        let most = letters
            .into_iter()
            .max_by_key(|(font, letters)| (*letters, font.clone()));
        let (size, font) = most.map_or_else(Default::default, |(font, _)| font);
        let size = size as f64 / 2.0;
        let mut pitches: Vec<f64> = lines
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] if a.page == b.page && (a.size - size).abs() < 0.5 => {
                    Some((b.y - a.y) / size)
                }
                _ => None,
            })
            .filter(|pitch| (0.5..3.0).contains(pitch))
            .collect();
        pitches.sort_by(f64::total_cmp);
        let pitch = pitches
            .get(pitches.len().saturating_sub(1) / 2)
            .copied()
            .unwrap_or(1.2);
        Self { size, font, pitch }
    }

    /// Whether a line looks unlike the running text: larger, or wholly in another font.
    fn is_distinct(&self, line: &Line) -> bool {
        line.size > 1.12 * self.size || (line.font != self.font && !line.is_mixed)
    }
}

/// The left and right edge of the column of each line.
fn columns(lines: &[Line]) -> Vec<(f64, f64)> {
    let column = |(at, line): (usize, &Line)| {
        let nearby = lines.get(at.saturating_sub(NEARBY)..(at + NEARBY + 1).min(lines.len()));
        let nearby = nearby.unwrap_or_default().iter();
        let same = nearby
            .filter(|other| other.page == line.page && (other.x - line.x).abs() < 6.0 * line.size);
        same.fold((line.x, line.right), |(left, right), other| {
            (left.min(other.x), right.max(other.right))
        })
    };
    lines.iter().enumerate().map(column).collect()
}

impl Paragraphs {
    pub(super) fn of(lines: &[Line]) -> Self {
        let measures = Measures::of(lines);
        let columns = columns(lines);
        let mut groups: Vec<Vec<&Line>> = Vec::new();
        let mut before: Option<(&Line, (f64, f64))> = None;
        for (line, column) in lines.iter().zip(columns) {
            let begins = before.is_none_or(|before| begins(before, (line, column), &measures));
            match groups.last_mut().filter(|_| !begins) {
                Some(group) => group.push(line),
                None => groups.push(vec![line]),
            }
            before = Some((line, column));
        }
        let mut paragraphs = Self::default();
        let at_bottom = are_small_at_bottom(&groups, &measures);
        for (number, (group, at_bottom)) in groups.iter().zip(at_bottom).enumerate() {
            if at_bottom && begins_with_mark(group) {
                paragraphs.notes += 1;
                continue;
            }
            let next = groups.get(number + 1).and_then(|group| group.first());
            let paragraph = paragraph(group, next, &measures);
            paragraphs.paragraphs.push(paragraph);
        }
        paragraphs
    }
}

/// For each paragraph, whether it and all that follow on its page are smaller than the running text.
fn are_small_at_bottom(groups: &[Vec<&Line>], measures: &Measures) -> Vec<bool> {
    let mut page = None;
    let mut is_small = true;
    let from_bottom = groups.iter().rev().map(|group| {
        let first = group.first();
        let own_page = first.map(|line| line.page);
        is_small |= own_page != page;
        page = own_page;
        is_small &= first.is_some_and(|line| line.size < 0.9 * measures.size);
        is_small
    });
    let mut small: Vec<bool> = from_bottom.collect();
    small.reverse();
    small
}

/// Whether a paragraph begins with a number or a mark, as notes do.
fn begins_with_mark(group: &[&Line]) -> bool {
    let is_mark = |c: char| c.is_ascii_digit() || "*†‡".contains(c);
    group
        .first()
        .is_some_and(|line| line.text.starts_with(is_mark))
}

/// Whether a paragraph begins with a line.
fn begins(
    (before, (_, edge)): (&Line, (f64, f64)),
    (line, (left, _)): (&Line, (f64, f64)),
    measures: &Measures,
) -> bool {
    let size = measures.size.max(1.0);
    if (line.size - before.size).abs() > 0.08 * size + 0.4 {
        return true;
    }
    if measures.is_distinct(before) != measures.is_distinct(line)
        && !(before.is_mixed || line.is_mixed)
        && line.font != before.font
    {
        return true;
    }
    if is_item(&line.text) {
        return true;
    }
    let ends = before.text.ends_with(SENTENCE_ENDS);
    let indent = line.x - left;
    let is_indented = (0.7 * size..6.0 * size).contains(&indent)
        && before.x - left < 0.5 * size
        && !is_item(&before.text)
        && line.right - line.x > 4.0 * size;
    let first_word = line.text.split_whitespace().next().unwrap_or_default();
    let letter = (line.right - line.x) / line.text.chars().count().max(1) as f64;
    let word = (first_word.chars().count() + 2) as f64 * letter;
    let is_short = before.right + word < edge;
    let down = line.y - before.y;
    if line.page == before.page && down > 0.0 {
        let is_far = down > (1.25 * measures.pitch + 0.1) * line.size;
        return is_far || is_indented || (is_short && ends);
    }
    // The text goes on at the top of another column or page.
    let goes_on = line.text.starts_with(char::is_lowercase) || before.text.ends_with(['-', ',']);
    !goes_on && (is_indented || (ends && is_short) || measures.is_distinct(line))
}

const SENTENCE_ENDS: [char; 12] = ['.', '!', '?', '…', '”', '"', '’', '»', '“', ':', '。', '！'];
const BULLETS: [char; 6] = ['•', '▪', '‣', '◦', '●', '■'];

fn is_item(line: &str) -> bool {
    line.starts_with(BULLETS)
}

fn paragraph(group: &[&Line], next: Option<&&Line>, measures: &Measures) -> Paragraph {
    let lines: Vec<&str> = group.iter().map(|line| line.text.trim()).collect();
    let lines = lines.join("\n");
    let first = group.first().copied();
    let length = lines.chars().count();
    let is_large = first.is_some_and(|line| line.size > 1.12 * measures.size);
    let stands_out = group.iter().all(|line| measures.is_distinct(line))
        && first.is_some_and(|line| line.size >= measures.size - 0.25);
    let is_sentence = lines.ends_with(['.', ',', ';', ':', '”', '"', '。']);
    let text_follows = next.is_some_and(|next| !measures.is_distinct(next));
    let is_heading = length <= LONGEST_HEADING
        && lines.chars().any(char::is_alphabetic)
        && (is_large || (stands_out && length <= 100 && !is_sentence && text_follows));
    let kind = match is_heading {
        true => BlockKind::Heading(2),
        false if is_item(&lines) => BlockKind::ListItem,
        false => BlockKind::Paragraph,
    };
    let lines = match kind {
        BlockKind::ListItem => lines.trim_start_matches(BULLETS).trim_start().to_owned(),
        _ => lines,
    };
    Paragraph {
        kind,
        lines,
        size: first.map_or(0.0, |line| line.size),
        page: first.map_or(0, |line| line.page),
    }
}

/// Joins the lines of a paragraph.
pub(super) fn joined(lines: &str) -> String {
    let mut out = String::with_capacity(lines.len());
    for line in lines.split('\n').map(str::trim) {
        let ends = (out.chars().next_back(), line.chars().next());
        if let (Some(end), Some(start)) = ends
            && !(is_ideographic(end) && is_ideographic(start))
        {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}
