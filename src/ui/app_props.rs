//! Properties of the page of one article.

use yew::prelude::*;

use super::host::Host;
use super::ptr_eq_rc::PtrEqRc;
use super::view_handle::ViewHandle;
use explore::{IndexedArticle, View};

/// Properties of [`App`](super::App).
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// The first article; it is shown where the address names none.
    pub first: PtrEqRc<IndexedArticle>,
    /// The other articles.
    #[prop_or_default]
    pub others: Vec<PtrEqRc<IndexedArticle>>,
    /// What was wrong with the data.
    #[prop_or_default]
    pub notices: Vec<String>,
    /// What the place that the page stands in wants of it.
    #[prop_or_default]
    pub host: Host,
    /// Lets somebody outside read and change the view.
    #[prop_or_default]
    pub handle: Option<ViewHandle>,
}

impl AppProps {
    /// The article that a view asks for, else the first.
    pub(super) fn article(&self, view: &View) -> PtrEqRc<IndexedArticle> {
        let wanted =
            |indexed: &&PtrEqRc<IndexedArticle>| Some(&indexed.article.id) == view.article.as_ref();
        let found = self.others.iter().find(wanted);
        found.unwrap_or(&self.first).clone()
    }
}
