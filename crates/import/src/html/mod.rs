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
use boilerplate::{Strictness, boilerplate, left_out_by_name, unseen};
use linked_data::linked_data;
use main_part::{Counts, at, main_part};
use office::Office;
use tree::Tree;

pub(super) use about::language_tag;
pub(super) use entities::decoded;

use super::diagnostic::{Diagnostic, Diagnostics, FileProblem, LeftOut, TextProblem};
use super::draft::Draft;
use model::{Article, BlockKind};

/// Reads an article without annotations from a page. `id` becomes the id of the article;
/// `file` is named in diagnostics. Takes time linear in the length of the page. `None` if the
/// page contains no words.
#[must_use]
pub fn article_from_html(id: &str, file: &str, html: &str) -> (Option<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let tree = Tree::of(html);
    let data = linked_data(&tree);
    let office = Office::of(&tree);
    let without_office = |mut dropped: Vec<bool>| {
        let beside = office.iter().flat_map(|office| &office.dropped);
        for (dropped, beside) in dropped.iter_mut().zip(beside) {
            *dropped |= beside;
        }
        dropped
    };
    let unseen = without_office(unseen(&tree));
    let all = Counts::of(&tree, &unseen);
    let boilerplate = |strictness| without_office(boilerplate(&tree, strictness, &all));
    let named = boilerplate(Strictness::Named);
    let about = About::of(&tree, &named, &unseen, office.is_some(), &data);
    let mut draft = Draft::default();
    let found = [
        Strictness::Named,
        Strictness::Comments,
        Strictness::Unscripted,
    ]
    .into_iter()
    .find_map(|strictness| {
        let dropped = match strictness {
            Strictness::Named => named.clone(),
            _ => boilerplate(strictness),
        };
        let counts = Counts::of(&tree, &dropped);
        let part = main_part(&tree, &dropped, &counts)?;
        let mut left_out = blocks::write_part(&tree, &dropped, &counts, part, &about, &mut draft);
        let by_name = left_out_by_name(&tree, &dropped, &all);
        if by_name > at(&counts.running, part.root) {
            left_out.letters = by_name;
        }
        Some(left_out)
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
        let without_comments = boilerplate(Strictness::Comments);
        left_out = blocks::write_all(&tree, &without_comments, &about, &mut draft);
        if draft.blocks().is_empty() {
            left_out = blocks::write_all(&tree, &unseen, &about, &mut draft);
        }
        if draft.blocks().is_empty() {
            diagnostics.report_file(FileProblem::PageWithoutWords);
            return (None, diagnostics.into_list());
        }
        diagnostics.report_file(TextProblem::NoArticleInPage);
    }
    report_left_out(&left_out, &office.unwrap_or_default(), &mut diagnostics);
    draft.metadata = about.metadata();
    if draft.metadata.title.is_empty() {
        draft.name_by_id(id, TextProblem::PageWithoutTitle, &mut diagnostics);
    }
    let article = draft.finish(id, &mut diagnostics);
    (Some(article), diagnostics.into_list())
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
    report_left_out(&left_out, &Office::default(), &mut diagnostics);
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

fn report_left_out(left_out: &LeftOutCounts, office: &Office, diagnostics: &mut Diagnostics) {
    for (count, what) in [
        (left_out.pictures, LeftOut::Pictures),
        (left_out.lists, LeftOut::LinkLists),
        (left_out.headings, LeftOut::Headings),
        (left_out.links, LeftOut::Links),
        (office.comments, LeftOut::Comments),
        (office.notes, LeftOut::Notes),
        (office.deletions, LeftOut::Deletions),
        (office.running_heads, LeftOut::RunningHeads),
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
