//! Properties of the page of several articles.

use yew::prelude::*;

use super::files::Files;
use crate::ui::host::Host;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::view_handle::ViewHandle;
use explore::collection::{Collection, Finder};

/// Properties of [`CollectionPage`](super::CollectionPage).
#[derive(Clone, Properties, PartialEq)]
pub struct CollectionProps {
    /// The articles.
    pub collection: PtrEqRc<Collection>,
    /// What finds words in them.
    pub finder: PtrEqRc<Finder>,
    /// Of a collection that is too large to be loaded at once, the rest.
    #[prop_or_default]
    pub archive: Option<PtrEqRc<Files>>,
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
