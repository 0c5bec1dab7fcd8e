//! The page of an article in a file of its own, in which the reader edits the article and saves the
//! file again, without a network.
//!
//! [`OwnFilePage`] shows the article or its editor. A file is written from the parts of the file
//! that stay the same ([`parts::FileParts`]) and the article ([`content`]), never from the page that
//! is shown, and [`disk::Disk`] saves it.

mod content;
mod disk;
mod page;
mod parts;
mod state;

use std::rc::Rc;

use yew::prelude::*;

use super::host::Host;
use super::ptr_eq_rc::PtrEqRc;
use super::root::Page;
use super::view_handle::ViewHandle;
use explore::View;
use model::Article;
use page::OwnFilePage;

/// The page of an article that is edited and saved in its own file.
pub(super) struct OwnFile {
    article: Rc<Article>,
    notices: Vec<String>,
    skeleton: Rc<str>,
}

impl OwnFile {
    /// An article in the file that the page was loaded from. `skeleton` is the JSON of the
    /// [`Template`](publish::Template) of the file.
    pub(super) fn of(article: Article, notices: Vec<String>, skeleton: String) -> Self {
        Self {
            article: Rc::new(article),
            notices,
            skeleton: skeleton.into(),
        }
    }
}

impl Page for OwnFile {
    fn draw(&self, host: Host, handle: ViewHandle) -> Html {
        let article = PtrEqRc::from(Rc::clone(&self.article));
        let (notices, skeleton) = (self.notices.clone(), Rc::clone(&self.skeleton));
        html! { <OwnFilePage {article} {notices} {skeleton} {host} {handle} /> }
    }

    fn articles(&self, _: &View) -> Result<Vec<Rc<Article>>, String> {
        Ok(vec![Rc::clone(&self.article)])
    }
}
