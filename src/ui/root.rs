//! The content of an element: a page, or nothing.

use std::rc::Rc;

use yew::prelude::*;

use super::host::Host;
use super::ptr_eq_rc::PtrEqRc;
use super::view_handle::ViewHandle;
use explore::View;
use model::Article;

/// Articles that can be shown as a page.
pub trait Page {
    /// The page, for a host. `handle` lets scripts read and change its view.
    fn draw(&self, host: Host, handle: ViewHandle) -> Html;

    /// The article that a view shows, or all articles if it lists them.
    ///
    /// # Errors
    /// A sentence, if the articles are not available.
    fn articles(&self, view: &View) -> Result<Vec<Rc<Article>>, String>;
}

/// Properties of [`Root`].
#[derive(Properties, PartialEq)]
pub struct RootProps {
    /// The page to show, if any.
    pub page: Option<PtrEqRc<dyn Page>>,
    /// The settings of the host.
    pub host: Host,
    /// Lets scripts read and change the view.
    pub handle: ViewHandle,
}

/// A page, or nothing.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let page = props.page.as_ref();
    page.map_or_else(Html::default, |page| {
        page.draw(props.host.clone(), props.handle.clone())
    })
}
