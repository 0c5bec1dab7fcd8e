//! The head of a list.

use yew::prelude::*;

use super::list_scene::ListScene;
use crate::ui::words::counted;

/// Properties of [`ListHead`].
#[derive(Properties, PartialEq)]
pub(super) struct ListHeadProps {
    /// The list.
    pub(super) list: ListScene,
}

/// What the articles are called together, or how many there are.
#[component]
pub(super) fn ListHead(props: &ListHeadProps) -> Html {
    let list = &props.list;
    let collection = &list.listing.collection;
    let heading = match (&list.scope, &collection.title) {
        (Some(scope), None) => counted(scope.all, "article", "articles"),
        _ => collection.heading(),
    };
    html! {
        <header class="article-head">
            <h1 id="title">{ heading }</h1>
        </header>
    }
}
