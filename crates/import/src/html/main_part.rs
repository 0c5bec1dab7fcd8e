//! Finds the article in a page.

use super::boilerplate::is_article_body;
use super::names::{is_block, is_heading};
use super::node::Content;
use super::tree::Tree;

/// The minimum number of letters in a paragraph of running text.
const FEW_LETTERS: u32 = 25;
/// The minimum number of letters of running text in an article.
pub(super) const LEAST_ARTICLE: u32 = 220;
/// The share of the score that a child needs to be searched instead of its parent.
const NEARLY_ALL: f32 = 0.8;

/// Counts for each node with its descendants, without boilerplate.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// The number of visible letters.
    pub(super) letters: Vec<u32>,
    /// The number of letters in links.
    pub(super) linked: Vec<u32>,
    /// The number of letters in paragraphs of running text.
    pub(super) running: Vec<u32>,
    /// Whether the node contains a block.
    pub(super) has_block: Vec<bool>,
    /// How much the node resembles an article.
    score: Vec<f32>,
}

impl Counts {
    pub(super) fn of(tree: &Tree, dropped: &[bool]) -> Self {
        let count = tree.nodes.len();
        let mut counts = Self {
            letters: vec![0; count],
            linked: vec![0; count],
            running: vec![0; count],
            has_block: vec![false; count],
            score: vec![0.0; count],
        };
        // For each block, the letters, linked letters and commas in it, without those in nested
        // blocks.
        let mut own = vec![(0_u32, 0_u32, 0_u32); count];
        let mut block = vec![0; count];
        let mut link = vec![false; count];
        for (number, node) in tree.nodes.iter().enumerate() {
            let within = |places: &[usize]| places.get(node.parent).copied().unwrap_or(0);
            let tag = node.tag();
            let own_block = if is_block(tag) || matches!(tag, "td" | "th") {
                number
            } else {
                within(&block)
            };
            let linked = link.get(node.parent).copied().unwrap_or(false) || tag == "a";
            if let (Some(block), Some(link)) = (block.get_mut(number), link.get_mut(number)) {
                (*block, *link) = (own_block, linked);
            }
            let Content::Text(text) = &node.content else {
                continue;
            };
            if dropped.get(number).copied().unwrap_or(true) {
                continue;
            }
            let (letters, commas) = letters_of(text);
            let linked = if linked { letters } else { 0 };
            add(&mut counts.letters, number, letters);
            add(&mut counts.linked, number, linked);
            if let Some(own) = own.get_mut(own_block) {
                own.0 += letters;
                own.1 += linked;
                own.2 += commas;
            }
        }
        for number in (0..count).rev() {
            let (letters, linked, commas) = own.get(number).copied().unwrap_or_default();
            let tag = tree.tag(number);
            if letters >= FEW_LETTERS && linked * 2 < letters && !is_heading(tag) {
                let share = 1.0 - linked as f32 / letters as f32;
                let score = (1.0 + commas as f32 + (letters as f32 / 100.0).min(3.0)) * share;
                if let Some(sum) = counts.score.get_mut(number) {
                    *sum += score;
                }
                add(&mut counts.running, number, letters - linked);
            }
            let parent = tree.get(number).map_or(0, |node| node.parent);
            if parent == number {
                continue;
            }
            for sums in [&mut counts.letters, &mut counts.linked, &mut counts.running] {
                let own = sums.get(number).copied().unwrap_or(0);
                add(sums, parent, own);
            }
            let own = counts.score.get(number).copied().unwrap_or(0.0);
            if let Some(sum) = counts.score.get_mut(parent) {
                *sum += own;
            }
            let inner = is_block(tag) || counts.has_block.get(number).copied().unwrap_or(false);
            if let Some(known) = counts.has_block.get_mut(parent) {
                *known |= inner;
            }
        }
        counts
    }

    fn score(&self, node: usize) -> f32 {
        self.score.get(node).copied().unwrap_or(0.0)
    }

    /// The share of letters in links.
    pub(super) fn link_density(&self, node: usize) -> f32 {
        let letters = at(&self.letters, node);
        at(&self.linked, node) as f32 / letters.max(1) as f32
    }
}

/// The number at this index; 0 if there is none.
pub(super) fn at(counts: &[u32], node: usize) -> u32 {
    counts.get(node).copied().unwrap_or(0)
}

fn add(counts: &mut [u32], node: usize, more: u32) {
    if let Some(count) = counts.get_mut(node) {
        *count = count.saturating_add(more);
    }
}

/// The letters and commas of a text. A Chinese or Japanese character counts twice.
fn letters_of(text: &str) -> (u32, u32) {
    let (mut letters, mut commas) = (0, 0);
    for c in text.chars() {
        if matches!(c, ',' | '،' | '，' | '、' | '؛') {
            commas += 1;
        }
        if !c.is_whitespace() {
            letters += if ('\u{2E80}'..'\u{A000}').contains(&c) {
                2
            } else {
                1
            };
        }
    }
    (letters, commas)
}

/// The place of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MainPart {
    /// The node that contains the text.
    pub(super) root: usize,
    /// The heading of the page, if it precedes the text.
    pub(super) heading: Option<usize>,
}

/// Finds the article; `None` if the page has none.
pub(super) fn main_part(tree: &Tree, dropped: &[bool], counts: &Counts) -> Option<MainPart> {
    let seen = |node: &usize| !dropped.get(*node).copied().unwrap_or(true);
    let all = counts.score(0);
    let numbers = || (0..tree.nodes.len()).filter(seen);
    let best = |nodes: Vec<usize>| {
        let better = |a: &usize, b: &usize| counts.score(*a).total_cmp(&counts.score(*b));
        nodes.into_iter().max_by(better)
    };
    let body = best(
        numbers()
            .filter(|node| is_article_body(tree, *node))
            .collect(),
    );
    let body = body.filter(|node| counts.score(*node) > all * 0.3);
    let articles: Vec<usize> = numbers()
        .filter(|node| {
            tree.tag(*node) == "article" || tree.raw_attribute(*node, "role") == Some("article")
        })
        .filter(|node| {
            !tree
                .holders(*node)
                .any(|holder| tree.tag(holder) == "article")
        })
        .collect();
    let of_articles: f32 = articles.iter().map(|node| counts.score(*node)).sum();
    let many = articles.len() > 3;
    let article = best(articles).filter(|node| {
        let score = counts.score(*node);
        score > of_articles * 0.5 && score > all * 0.3
    });
    // A page of many articles of similar weight is a list.
    if many && body.is_none() && article.is_none() && of_articles > all * 0.5 {
        return None;
    }
    let root = body.or(article).unwrap_or_else(|| {
        let main = numbers().find(|node| {
            tree.tag(*node) == "main" || tree.raw_attribute(*node, "role") == Some("main")
        });
        let main = main.filter(|node| counts.score(*node) > all * 0.4);
        densest(tree, counts, main.unwrap_or(0))
    });
    let enough = at(&counts.running, root) >= LEAST_ARTICLE && counts.link_density(root) < 0.5;
    if !enough {
        return None;
    }
    let mut headings = numbers().filter(|node| tree.tag(*node) == "h1");
    let heading = headings.find(|node| *node < root && tree.end(*node) <= root);
    Some(MainPart { root, heading })
}

/// The innermost node that contains nearly all running text of `start`.
fn densest(tree: &Tree, counts: &Counts, start: usize) -> usize {
    let mut node = start;
    loop {
        let enough = counts.score(node) * NEARLY_ALL;
        let mut child = node + 1;
        let end = tree.end(node);
        let mut inner = None;
        while child < end {
            let goes_in = is_block(tree.tag(child)) || matches!(tree.tag(child), "td" | "th" | "");
            let is_paragraph = matches!(tree.tag(child), "p" | "pre" | "li" | "blockquote");
            if goes_in && !is_paragraph && counts.score(child) >= enough && enough > 0.0 {
                inner = Some(child);
                break;
            }
            child = tree.end(child).max(child + 1);
        }
        match inner {
            Some(inner) => node = inner,
            None => return node,
        }
    }
}
