//! The head of a list.

use yew::prelude::*;

use super::list_scene::ListScene;
use crate::ui::language::use_collection_messages;

/// Properties of [`ListHead`].
#[derive(Properties, PartialEq)]
pub(super) struct ListHeadProps {
    /// The list.
    pub(super) list: ListScene,
}

/// The title of the collection, or the number of its articles.
#[component]
pub(super) fn ListHead(props: &ListHeadProps) -> Html {
    let messages = use_collection_messages();
    let list = &props.list;
    let collection = &list.listing.collection;
    let heading = match (&list.scope, &collection.title) {
        (Some(scope), None) => (messages.articles)(scope.all),
        _ => collection.heading(),
    };
    html! {
        <header class="article-head">
            <h1 id="title">{ heading }</h1>
        </header>
    }
}
