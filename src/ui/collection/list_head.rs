//! The head of a list.

use yew::prelude::*;

use super::introduction::Introduction;
use super::list_scene::ListScene;
use crate::ui::page_context::use_page;

/// Properties of [`ListHead`].
#[derive(Properties, PartialEq)]
pub(super) struct ListHeadProps {
    /// The list.
    pub(super) list: ListScene,
}

/// The title of the collection, or the number of its articles, and its introduction.
#[component]
pub(super) fn ListHead(props: &ListHeadProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let list = &props.list;
    let collection = &list.listing.collection;
    let heading = collection.title.clone().unwrap_or_else(|| {
        let scope = list.scope.as_ref();
        (messages.articles)(scope.map_or(collection.articles.len(), |scope| scope.all))
    });
    html! {
        <header class="article-head">
            <h1 id="title">{ heading }</h1>
            if let Some(intro) = &list.intro { <Introduction indexed={intro.clone()} /> }
        </header>
    }
}
