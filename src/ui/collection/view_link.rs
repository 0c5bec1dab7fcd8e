//! A link to a view.

use yew::prelude::*;

use crate::ui::page_context::use_page;
use explore::{Action, View, to_hash};

/// Properties of [`ViewLink`].
#[derive(Properties, PartialEq)]
pub(super) struct ViewLinkProps {
    /// The view.
    pub(super) view: View,
    /// The text of the link.
    pub(super) children: Html,
}

/// A link that opens a view without leaving the page. In a static page, it leads to the page of the
/// article, or to its text in the same page.
#[component]
pub(super) fn ViewLink(props: &ViewLinkProps) -> Html {
    let page = use_page();
    let view = props.view.clone();
    let href = match &view.article {
        Some(id) if page.is_static && !page.has_texts => format!("articles/{id}.html"),
        _ => format!("#{}", to_hash(&view)),
    };
    let onclick = page.dispatch.reform(move |event: MouseEvent| {
        event.prevent_default();
        Action::Restore(Box::new(view.clone()))
    });
    html! { <a {href} {onclick}>{ props.children.clone() }</a> }
}
