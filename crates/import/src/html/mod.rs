//! Reads articles from saved pages: extracts the text from the boilerplate, and reads the
//! metadata. Markup of a page never becomes markup again.

mod about;
mod arena;
mod beside_text;
mod blocks;
mod boilerplate;
mod entities;
mod linked_data;
mod main_part;
mod names;
mod node;
mod office;
mod parse;
mod tree;

use about::About;
use blocks::LeftOutCounts;
use boilerplate::{Strictness, boilerplate, left_out_by_name, parts_left_out, unseen};
use linked_data::linked_data;
use main_part::{Counts, MainPart, at, main_part};
use office::Office;
use tree::Tree;

pub(super) use about::language_tag;
pub(super) use entities::decoded;

use super::diagnostic::{Diagnostic, Diagnostics, FileProblem, LeftOut, TextProblem};
use super::draft::Draft;
use model::{Article, BlockKind};

/// The maximum number of bytes of text that is left out and can be shown.
const MOST_LEFT_OUT: usize = 200_000;

/// Reads an article without annotations from a page. `id` becomes the id of the article;
/// `file` is named in diagnostics. Takes time linear in the length of the page. `None` if the
/// page contains no words.
#[must_use]
pub fn article_from_html(id: &str, file: &str, html: &str) -> (Option<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let tree = Tree::of(html);
    let data = linked_data(&tree);
    let page = Page::of(&tree);
    let Page {
        office,
        unseen,
        all,
        ..
    } = &page;
    let named = page.without(Strictness::Named);
    let about = About::of(&tree, &named, unseen, office.is_some(), &data);
    let mut draft = Draft::default();
    let found = page.main_part(|dropped, counts, part| {
        let mut left_out = blocks::write_part(&tree, dropped, counts, part, &about, &mut draft);
        let by_name = left_out_by_name(&tree, dropped, all);
        if by_name > at(&counts.running, part.root) {
            left_out.letters = by_name;
        }
        left_out
    });
    let mut left_out = found.unwrap_or_default();
    let body = words_of_markup(&data.body);
    if letters(draft.text()) * 2 < letters(&body) {
        draft = Draft::default();
        left_out = LeftOutCounts::default();
        diagnostics.report_file(TextProblem::FromLinkedData);
        for paragraph in body.split('\n') {
            draft.push(BlockKind::Paragraph, paragraph, &[]);
        }
    }
    if draft.blocks().is_empty() {
        let without_comments = page.without(Strictness::Comments);
        left_out = blocks::write_all(&tree, &without_comments, &about, &mut draft);
        if draft.blocks().is_empty() {
            left_out = blocks::write_all(&tree, unseen, &about, &mut draft);
        }
        if draft.blocks().is_empty() {
            diagnostics.report_file(FileProblem::PageWithoutWords);
            return (None, diagnostics.into_list());
        }
        diagnostics.report_file(TextProblem::NoArticleInPage);
    }
    report_left_out(&left_out, office.as_ref(), &mut diagnostics);
    draft.metadata = about.metadata();
    if draft.metadata.title.is_empty() {
        draft.name_by_id(id, TextProblem::PageWithoutTitle, &mut diagnostics);
    }
    let article = draft.finish(id, &mut diagnostics);
    (Some(article), diagnostics.into_list())
}

/// The text of the parts of a page that are left out of its article for their names alone, each
/// with blank lines between its paragraphs. It is cut off after [`MOST_LEFT_OUT`] bytes.
pub(super) fn text_left_out(html: &str) -> Vec<String> {
    let tree = Tree::of(html);
    let page = Page::of(&tree);
    let parts = page.main_part(|dropped, _, _| parts_left_out(&tree, dropped, &page.all));
    let about = About::default();
    let mut texts = Vec::new();
    let mut length = 0;
    for part in parts.unwrap_or_default() {
        let mut draft = Draft::default();
        blocks::write_range(&tree, &page.unseen, part, &about, &mut draft);
        length += draft.text().len();
        if length > MOST_LEFT_OUT {
            break;
        }
        texts.push(draft.text().to_owned());
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// A page, and what no article contains of it.
struct Page<'t> {
    tree: &'t Tree,
    /// What word processors write beside the text, if one wrote the page.
    office: Option<Office>,
    unseen: Vec<bool>,
    /// The letters of all that can be seen.
    all: Counts,
}

impl<'t> Page<'t> {
    fn of(tree: &'t Tree) -> Self {
        let office = Office::of(tree);
        let unseen = without_office(unseen(tree), office.as_ref());
        let all = Counts::of(tree, &unseen);
        Self {
            tree,
            office,
            unseen,
            all,
        }
    }

    /// For each node, whether it is left out.
    fn without(&self, strictness: Strictness) -> Vec<bool> {
        let dropped = boilerplate(self.tree, strictness, &self.all);
        without_office(dropped, self.office.as_ref())
    }

    /// Hands over the main part of the page, and what is left out of it. If nothing is left, less is
    /// left out.
    fn main_part<T>(&self, take: impl FnOnce(&[bool], &Counts, MainPart) -> T) -> Option<T> {
        let strictnesses = [
            Strictness::Named,
            Strictness::Comments,
            Strictness::Unscripted,
        ];
        let found = strictnesses.into_iter().find_map(|strictness| {
            let dropped = self.without(strictness);
            let counts = Counts::of(self.tree, &dropped);
            let part = main_part(self.tree, &dropped, &counts)?;
            Some((dropped, counts, part))
        });
        found.map(|(dropped, counts, part)| take(&dropped, &counts, part))
    }
}

fn without_office(mut dropped: Vec<bool>, office: Option<&Office>) -> Vec<bool> {
    let beside = office.iter().flat_map(|office| &office.dropped);
    for (dropped, beside) in dropped.iter_mut().zip(beside) {
        *dropped |= beside;
    }
    dropped
}

/// Reads a text with markup that is an article as a whole, such as the content of a feed. It has no
/// title.
pub(super) fn article_from_fragment(
    id: &str,
    file: &str,
    html: &str,
) -> (Option<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let tree = Tree::of(html);
    let mut draft = Draft::default();
    let left_out = blocks::write_all(&tree, &unseen(&tree), &About::default(), &mut draft);
    if draft.blocks().is_empty() {
        return (None, diagnostics.into_list());
    }
    report_left_out(&left_out, None, &mut diagnostics);
    draft.name_by_id(id, TextProblem::PageWithoutTitle, &mut diagnostics);
    let article = draft.finish(id, &mut diagnostics);
    (Some(article), diagnostics.into_list())
}

/// The text of a value that may contain markup.
fn words_of_markup(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.contains('<') {
        let lines = text
            .split('\n')
            .map(|line| tree::evened(&entities::decoded(line)));
        return lines.collect::<Vec<_>>().join("\n");
    }
    let tree = Tree::of(&text);
    let mut draft = Draft::default();
    blocks::write_all(&tree, &unseen(&tree), &About::default(), &mut draft);
    draft.text().replace("\n\n", "\n")
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn report_left_out(
    left_out: &LeftOutCounts,
    office: Option<&Office>,
    diagnostics: &mut Diagnostics,
) {
    let of_office = |count: fn(&Office) -> usize| office.map_or(0, count);
    for (count, what) in [
        (left_out.pictures, LeftOut::Pictures),
        (left_out.lists, LeftOut::LinkLists),
        (left_out.headings, LeftOut::Headings),
        (left_out.links, LeftOut::Links),
        (of_office(|office| office.comments), LeftOut::Comments),
        (of_office(|office| office.notes), LeftOut::Notes),
        (of_office(|office| office.deletions), LeftOut::Deletions),
        (
            of_office(|office| office.running_heads),
            LeftOut::RunningHeads,
        ),
        (left_out.letters as usize, LeftOut::Letters),
    ] {
        if count > 0 {
            diagnostics.report_file(TextProblem::LeftOut { what, count });
        }
    }
}

#[cfg(test)]
mod interview_tests;
#[cfg(test)]
mod reading_tests;
#[cfg(test)]
mod tests;
