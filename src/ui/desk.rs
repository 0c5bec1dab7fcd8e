//! The articles that a reader has brought: one by itself, or several.

use yew::prelude::*;

use super::app::App;
use super::collection::{CollectionPage, CollectionProps};
use super::host::Host;
use super::ptr_eq_rc::PtrEqRc;
use super::view_handle::ViewHandle;
use explore::IndexedArticle;

/// Properties of [`DeskPage`].
#[derive(Properties, PartialEq)]
pub struct DeskProps {
    /// The articles.
    pub brought: Brought,
    /// What the place that the page stands in wants of it.
    pub host: Host,
    /// Lets somebody outside read and change the view.
    #[prop_or_default]
    pub handle: Option<ViewHandle>,
}

/// What a reader has brought.
#[derive(Clone, PartialEq)]
pub enum Brought {
    /// Nothing yet.
    Nothing,
    /// One article, and what was wrong with its data.
    One(PtrEqRc<IndexedArticle>, Vec<String>),
    /// Several articles; the host in their properties does not count.
    Several(CollectionProps),
}

/// What a reader has brought, shown as any article or as any collection.
#[component]
pub fn DeskPage(props: &DeskProps) -> Html {
    let (host, handle) = (props.host.clone(), props.handle.clone());
    match props.brought.clone() {
        Brought::Nothing => Html::default(),
        Brought::One(first, notices) => html! { <App {first} {notices} {host} {handle} /> },
        Brought::Several(several) => html! {
            <CollectionPage collection={several.collection} finder={several.finder}
                archive={several.archive} notices={several.notices} {host} {handle} />
        },
    }
}
