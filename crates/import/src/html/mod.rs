//! Reads articles from saved pages: extracts the text from the boilerplate, and reads the
//! metadata. Markup of a page never becomes markup again.

mod about;
mod arena;
mod blocks;
mod boilerplate;
mod entities;
mod linked_data;
mod main_part;
mod names;
mod node;
mod parse;
mod tree;

use about::About;
use blocks::LeftOutCounts;
use boilerplate::{Strictness, boilerplate};
use linked_data::linked_data;
use main_part::{Counts, main_part};
use tree::Tree;

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
    let named = boilerplate(&tree, Strictness::Named);
    let about = About::of(&tree, &named, &data);
    let mut draft = Draft::default();
    let found = [Strictness::Named, Strictness::Unseen]
        .into_iter()
        .find_map(|strictness| {
            let dropped = match strictness {
                Strictness::Named => named.clone(),
                Strictness::Unseen => boilerplate(&tree, strictness),
            };
            let counts = Counts::of(&tree, &dropped);
            let part = main_part(&tree, &dropped, &counts)?;
            Some(blocks::write_part(
                &tree, &dropped, &counts, part, &about, &mut draft,
            ))
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
        let dropped = boilerplate(&tree, Strictness::Unseen);
        left_out = blocks::write_all(&tree, &dropped, &about, &mut draft);
        if draft.blocks().is_empty() {
            diagnostics.report_file(FileProblem::PageWithoutWords);
            return (None, diagnostics.into_list());
        }
        diagnostics.report_file(TextProblem::NoArticleInPage);
    }
    report_left_out(&left_out, &mut diagnostics);
    draft.metadata = about.metadata();
    if draft.metadata.title.is_empty() {
        diagnostics.report("title", TextProblem::PageWithoutTitle, id);
        draft.metadata.title = id.to_owned();
        draft.metadata.title_by_editor = true;
    }
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
    let dropped = boilerplate(&tree, Strictness::Unseen);
    let mut draft = Draft::default();
    blocks::write_all(&tree, &dropped, &About::default(), &mut draft);
    draft.text().replace("\n\n", "\n")
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn report_left_out(left_out: &LeftOutCounts, diagnostics: &mut Diagnostics) {
    for (count, what) in [
        (left_out.pictures, LeftOut::Pictures),
        (left_out.lists, LeftOut::LinkLists),
        (left_out.headings, LeftOut::Headings),
        (left_out.links, LeftOut::Links),
    ] {
        if count > 0 {
            diagnostics.report_file(TextProblem::LeftOut { what, count });
        }
    }
}

#[cfg(test)]
mod tests;
