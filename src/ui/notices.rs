//! Notices about the data, the address or the query.

use yew::prelude::*;

/// Properties of [`Notices`].
#[derive(Properties, PartialEq)]
pub(super) struct NoticesProps {
    /// The subject of the notices.
    pub(super) title: AttrValue,
    /// The notices, in sentences.
    pub(super) list: Vec<String>,
}

/// A folded list of notices, or nothing if there are none.
#[component]
pub(super) fn Notices(props: &NoticesProps) -> Html {
    let list = &props.list;
    if list.is_empty() {
        return Html::default();
    }
    html! {
        <details class="notices" open={list.len() < 4}>
            <summary>{ &props.title }</summary>
            <ul>{ for list.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
        </details>
    }
}
