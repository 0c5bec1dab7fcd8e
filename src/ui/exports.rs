//! Articles as files for other programs: what can be saved, and who writes it.

use std::rc::Rc;

use futures::future::LocalBoxFuture;
use yew::Callback;

use super::ptr_eq_rc::PtrEqRc;
use formats::{ExportedFile, Format};
use model::Article;

/// Writes articles as a file in a format. It may have to be loaded first; an error says in
/// words why there is no file.
pub type Exporter =
    Callback<(Format, Vec<Rc<Article>>), LocalBoxFuture<'static, Result<ExportedFile, String>>>;

/// What a reader can save.
#[derive(Clone, PartialEq)]
pub(super) enum Savable {
    /// The article that is open.
    Article(PtrEqRc<Article>),
    /// All articles of a page, which are asked for when they are saved; an error says in words
    /// why they cannot be saved.
    All(Callback<(), Result<Vec<Rc<Article>>, String>>),
}

impl Savable {
    /// Whether it is the article that is open.
    pub(super) fn is_one(&self) -> bool {
        matches!(self, Self::Article(_))
    }

    /// The articles.
    ///
    /// # Errors
    /// In words, if they cannot be saved.
    pub(super) fn articles(&self) -> Result<Vec<Rc<Article>>, String> {
        match self {
            Self::Article(article) => Ok(vec![article.to_rc()]),
            Self::All(all) => all.emit(()),
        }
    }
}
