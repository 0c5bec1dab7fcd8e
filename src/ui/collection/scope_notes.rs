//! Which numbers of a large collection cover all of it, and which cover only the fetched articles.

use yew::prelude::*;

use super::list_scene::{ListEvent, ListScene};
use crate::ui::button;
use crate::ui::page_context::use_page;

/// Properties of [`ScopeNotes`].
#[derive(Properties, PartialEq)]
pub(super) struct ScopeNotesProps {
    /// The list.
    pub(super) list: ListScene,
}

/// The articles that the numbers of the page cover, and those that are missing.
#[component]
pub(super) fn ScopeNotes(props: &ScopeNotesProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let list = &props.list;
    let Some(scope) = &list.scope else {
        return Html::default();
    };
    let ask = |event: ListEvent| list.on_list.reform(move |_: MouseEvent| event);
    html! {
        <>
            if !scope.missing.is_empty() {
                <div class="missing" role="alert">
                    <ul>{ for scope.missing.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
                    { button::said("", ask(ListEvent::Retry), page.messages().try_again.into()) }
                    if scope.can_rebuild {
                        { button::said("", ask(ListEvent::Rebuild), (messages.build_index)(scope.all).into()) }
                    }
                </div>
            }
            if !scope.can_rebuild {
                <p class="scope">{ (messages.scope)(scope.all, list.listing.collection.articles.len()) }</p>
            }
        </>
    }
}
