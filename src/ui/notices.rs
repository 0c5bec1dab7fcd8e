//! What the reader should know about the data, the address or the query.

use yew::prelude::*;

/// A folded list of notices; nothing where there are none.
pub(super) fn notices(title: &str, list: &[String]) -> Html {
    if list.is_empty() {
        return Html::default();
    }
    html! {
        <details class="notices" open={list.len() < 4}>
            <summary>{ title.to_owned() }</summary>
            <ul>{ for list.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
        </details>
    }
}
