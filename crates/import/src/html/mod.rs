//! Articles from saved pages: the text is taken out of its furniture, and what the page says
//! of it is read. Nothing of a page's markup becomes markup again.

mod about;
mod arena;
mod blocks;
mod entities;
mod furniture;
mod linked_data;
mod main_part;
mod names;
mod node;
mod parse;
mod tree;

use about::About;
use blocks::LeftOut;
use furniture::{Strictness, furniture};
use linked_data::linked_data;
use main_part::{Counts, main_part};
use tree::Tree;

use super::draft::Draft;
use super::notice::{Notice, Notices};
use model::{Article, BlockKind};

/// Reads an article without annotations from a page. `id` names the article, `file` stands
/// in the notices. Takes time linear in the length of the page. `None` where the page holds
/// no words.
#[must_use]
pub fn article_from_html(id: &str, file: &str, html: &str) -> (Option<Article>, Vec<Notice>) {
    let mut notices = Notices::of(file);
    let tree = Tree::of(html);
    let data = linked_data(&tree);
    let named = furniture(&tree, Strictness::Named);
    let about = About::of(&tree, &named, &data);
    let mut draft = Draft::default();
    let found = [Strictness::Named, Strictness::Unseen]
        .into_iter()
        .find_map(|strictness| {
            let dropped = match strictness {
                Strictness::Named => named.clone(),
                Strictness::Unseen => furniture(&tree, strictness),
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
        left_out = LeftOut::default();
        let message = "the text is taken from what the page says of itself (JSON-LD), since there \
                       is more of it than in the page";
        notices.advice("", message, "");
        for paragraph in body.split('\n') {
            draft.push(BlockKind::Paragraph, paragraph, &[]);
        }
    }
    if draft.blocks().is_empty() {
        let dropped = furniture(&tree, Strictness::Unseen);
        left_out = blocks::write_all(&tree, &dropped, &about, &mut draft);
        if draft.blocks().is_empty() {
            notices.error("", "the page holds no words", "");
            return (None, notices.into_list());
        }
        let message = "no article was found in this page; the text that there is is shown";
        notices.error("", message, "");
    }
    tell_left_out(&left_out, &mut notices);
    draft.metadata = about.metadata();
    if draft.metadata.title.is_empty() {
        notices.advice(
            "title",
            "the page has none; the file’s name stands for it",
            id,
        );
        draft.metadata.title = id.to_owned();
        draft.metadata.title_by_editor = true;
    }
    let article = draft.finish(id, &mut notices);
    (Some(article), notices.into_list())
}

/// The text of a value that may hold markup itself.
fn words_of_markup(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.contains('<') {
        let lines = text
            .split('\n')
            .map(|line| tree::evened(&entities::decoded(line)));
        return lines.collect::<Vec<_>>().join("\n");
    }
    let tree = Tree::of(&text);
    let dropped = furniture(&tree, Strictness::Unseen);
    let mut draft = Draft::default();
    blocks::write_all(&tree, &dropped, &About::default(), &mut draft);
    draft.text().replace("\n\n", "\n")
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn tell_left_out(left_out: &LeftOut, notices: &mut Notices) {
    for (count, one, many) in [
        (
            left_out.pictures,
            "picture with its caption is left out",
            "pictures with their captions are left out",
        ),
        (
            left_out.lists,
            "list of links is left out",
            "lists of links are left out",
        ),
        (
            left_out.headings,
            "heading with nothing under it is left out",
            "headings with nothing under them are left out",
        ),
        (
            left_out.links,
            "link does not lead to a web page; its words are shown without it",
            "links do not lead to a web page; their words are shown without them",
        ),
    ] {
        if count > 0 {
            let what = if count == 1 { one } else { many };
            notices.advice("", format!("{count} {what}"), "");
        }
    }
}

#[cfg(test)]
mod tests;
