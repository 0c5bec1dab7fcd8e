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
    /// Problems with the data.
    #[prop_or_default]
    pub notices: Vec<String>,
    /// The settings of the host.
    #[prop_or_default]
    pub host: Host,
    /// Lets scripts read and change the view.
    #[prop_or_default]
    pub handle: Option<ViewHandle>,
}
