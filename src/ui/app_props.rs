//! Properties of the page of one article.

use yew::prelude::*;

use super::host::Host;
use super::ptr_eq_rc::PtrEqRc;
use super::view_handle::ViewHandle;
use explore::IndexedArticle;

/// Properties of [`App`](super::App).
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// The article.
    pub indexed: PtrEqRc<IndexedArticle>,
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
