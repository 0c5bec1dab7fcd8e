//! What the reader should know about the data, the address or the query.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct NoticesProps {
    pub(super) title: AttrValue,
    pub(super) list: Vec<String>,
}

/// A folded list of notices; nothing where there are none.
#[component]
pub(super) fn Notices(props: &NoticesProps) -> Html {
    if props.list.is_empty() {
        return Html::default();
    }
    html! {
        <details class="notices" open={props.list.len() < 4}>
            <summary>{ &props.title }</summary>
            <ul>{ for props.list.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
        </details>
    }
}
