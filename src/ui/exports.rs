//! Articles as files for other programs: the articles to save, and the function that writes them.

use std::rc::Rc;

use futures::future::LocalBoxFuture;
use yew::Callback;

use super::ptr_eq_rc::PtrEqRc;
use formats::{ExportedFile, Format};
use model::Article;

/// Writes articles as a file in a format. The code for this may have to be loaded first. An error
/// is a sentence that says why there is no file.
pub type Exporter =
    Callback<(Format, Vec<Rc<Article>>), LocalBoxFuture<'static, Result<ExportedFile, String>>>;

/// The articles that a reader can save.
#[derive(Clone, PartialEq)]
pub(super) enum Savable {
    /// The open article.
    Article(PtrEqRc<Article>),
    /// All articles of a page, requested when the reader saves them. An error is a sentence that
    /// says why they cannot be saved.
    All(Callback<(), Result<Vec<Rc<Article>>, String>>),
}

impl Savable {
    /// Whether this is the open article.
    pub(super) fn is_one(&self) -> bool {
        matches!(self, Self::Article(_))
    }

    /// The articles.
    ///
    /// # Errors
    /// A sentence, if they cannot be saved.
    pub(super) fn articles(&self) -> Result<Vec<Rc<Article>>, String> {
        match self {
            Self::Article(article) => Ok(vec![article.to_rc()]),
            Self::All(all) => all.emit(()),
        }
    }
}
