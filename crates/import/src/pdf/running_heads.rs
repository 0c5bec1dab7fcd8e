//! The lines at the tops and bottoms of pages that are no part of the text.

use std::collections::HashMap;

use super::layout::{Layout, Line};
use model::WebUrl;

/// The number of lines at the top, and at the bottom, that can be such lines.
const MOST: usize = 3;

/// What was taken out of the lines of a file.
#[derive(Debug, Default)]
pub(super) struct RunningHeads {
    /// The number of lines.
    pub(super) count: usize,
    /// The address of the page that was printed.
    pub(super) address: Option<WebUrl>,
}

impl RunningHeads {
    /// Takes the running heads out of the lines: page numbers, words that several pages repeat in
    /// the same place, and the date, title and address that browsers print.
    pub(super) fn take(lines: &mut Vec<Line>, layout: &Layout) -> Self {
        let height = |page: usize| {
            let page = layout.pages.get(page).and_then(Option::as_ref);
            page.map_or(0.0, |page| page.height)
        };
        let outer = outer_lines(lines);
        let mut repeated: HashMap<(String, i64), usize> = HashMap::new();
        for at in &outer {
            if let Some(line) = lines.get(*at) {
                *repeated.entry(place_of(line)).or_default() += 1;
            }
        }
        let mut heads = Self::default();
        let mut is_head = vec![false; lines.len()];
        for at in outer {
            let Some((line, is_head)) = lines.get(at).zip(is_head.get_mut(at)) else {
                continue;
            };
            let from_edge = line.y.min(height(line.page) - line.y) / height(line.page).max(1.0);
            let repeats = repeated.get(&place_of(line)).copied().unwrap_or_default();
            let address = printed_address(&line.text);
            let is_printed = address.is_some() || is_page_number(&line.text);
            *is_head = (repeats > 1 && from_edge < 0.15)
                || (is_printed && from_edge < 0.1)
                || (from_edge < 0.045 && line.text.chars().count() < 120);
            if *is_head {
                heads.count += 1;
                heads.address = heads.address.take().or(address.and_then(whole));
            }
        }
        if is_head.iter().all(|is_head| *is_head) {
            return Self::default();
        }
        let mut is_head = is_head.into_iter();
        lines.retain(|_| !is_head.next().unwrap_or_default());
        heads
    }
}

/// The numbers of the first and last lines of each page, from top to bottom.
fn outer_lines(lines: &[Line]) -> Vec<usize> {
    let mut outer = Vec::new();
    let numbered: Vec<(usize, &Line)> = lines.iter().enumerate().collect();
    for page in numbered.chunk_by(|(_, a), (_, b)| a.page == b.page) {
        let mut page = page.to_vec();
        page.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
        let bottom = page.len().saturating_sub(MOST).max(MOST);
        let edges = page.iter().take(MOST).chain(page.iter().skip(bottom));
        outer.extend(edges.map(|(number, _)| *number));
    }
    outer
}

/// What lines have in common that are repeated: their words without numbers, and their height.
fn place_of(line: &Line) -> (String, i64) {
    let mut words = String::new();
    for c in line.text.chars() {
        match c {
            c if c.is_numeric() => {
                if !words.ends_with('#') {
                    words.push('#');
                }
            }
            c => words.extend(c.to_lowercase()),
        }
    }
    (words, (line.y / 4.0).round() as i64)
}

/// Whether a line has a number and at most words for "page" and "of".
fn is_page_number(line: &str) -> bool {
    let mut words = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|it| it.is_ascii_digit());
    let known = ["page", "of", "seite", "von", "de", "sur", "p", "s"];
    line.chars().any(char::is_numeric)
        && words.all(|word| is_number(word) || known.contains(&word.to_lowercase().as_str()))
}

/// The address at the beginning of a line that a browser printed.
fn printed_address(line: &str) -> Option<&str> {
    let address = line.split_whitespace().next()?;
    let schemes = ["https://", "http://", "file://"];
    let is_address = schemes.iter().any(|scheme| address.starts_with(scheme));
    is_address.then_some(address)
}

/// The address of a web page, unless it was cut to fit the line.
fn whole(address: &str) -> Option<WebUrl> {
    let is_whole = !address.contains('…') && !address.ends_with("...");
    WebUrl::parse(address).filter(|_| is_whole)
}
