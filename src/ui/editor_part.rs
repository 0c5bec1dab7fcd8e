//! The editor as a part of the program.

use std::rc::Rc;

use futures::future::LocalBoxFuture;
use yew::prelude::*;

use super::editor::{EditorPage, EditorPageProps, leads_to};
use super::own_file::OwnFile;
use super::root::Page;
use edit::repair;
use model::Article;

/// The code of the editor.
#[derive(Clone, Copy)]
pub struct EditorPart {
    /// Draws the editor of an article.
    pub(super) draw: fn(EditorPageProps) -> Html,
    /// Makes an article ready to be edited; see [`edit::repair`]. An error is a sentence.
    pub(super) repair: fn(&mut Article) -> Result<(), String>,
    /// Whether the edits of a log lead from one article to another.
    pub(super) leads_to: fn(&Article, &str, &Article) -> bool,
    /// The page of an article that is edited and saved in its own file. The texts are notices and
    /// the skeleton of the file; see `own_file`.
    pub own_page: fn(Article, Vec<String>, String) -> Rc<dyn Page>,
}

/// There is one editor.
impl PartialEq for EditorPart {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Loads the editor. An error is a sentence that says why it is not available.
pub type EditorLoader = Callback<(), LocalBoxFuture<'static, Result<EditorPart, String>>>;

/// The editor, which is there already.
#[must_use]
pub fn editor_part() -> EditorPart {
    EditorPart {
        draw: |props| html! { <EditorPage ..props /> },
        repair: |article| match repair(article) {
            Ok(_) => Ok(()),
            Err(fault) => Err(fault.to_string()),
        },
        leads_to,
        own_page: |article, notices, skeleton| Rc::new(OwnFile::of(article, notices, skeleton)),
    }
}
