//! The order of the list.

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::list_scene::{ListEvent, ListScene};
use crate::ui::button;
use crate::ui::page_context::use_page;
use explore::collection::SortOrder;

/// Properties of [`OrderChoice`].
#[derive(Properties, PartialEq)]
pub(super) struct OrderChoiceProps {
    /// The list.
    pub(super) list: ListScene,
}

/// A control for the order.
#[component]
pub(super) fn OrderChoice(props: &OrderChoiceProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let list = &props.list;
    let searched = list.listing.query.sought().next().is_some();
    let current = list.listing.result.order;
    let onchange = list.on_list.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        ListEvent::Sort(SortOrder::parse(&select.value()).unwrap_or(SortOrder::Newest))
    });
    // Not all titles of a large collection are loaded.
    let offered = SortOrder::ALL.into_iter().filter(|order| match order {
        SortOrder::Relevance => searched,
        SortOrder::Title => list.scope.is_none(),
        SortOrder::Newest | SortOrder::Oldest => true,
    });
    html! {
        <p class="order"><label>{ messages.order }
            <select name="sort" {onchange}>
                { for offered.map(|order| html! {
                    <option value={order.as_str()} selected={current == Some(order)}>{ (messages.order_by)(order) }</option>
                }) }
            </select>
        </label>
        if searched {
            { " " }{ button::said("quiet", page.open_concordance.reform(|_: MouseEvent| ()), page.messages().list_matches.into()) }
        }</p>
    }
}
