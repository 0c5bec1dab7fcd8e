//! A button that shows more of a list.

use yew::prelude::*;

use super::list_scene::{ListEvent, ListScene};
use crate::ui::button;
use crate::ui::page_context::use_page;

/// Properties of [`MoreButton`].
#[derive(Properties, PartialEq)]
pub(super) struct MoreButtonProps {
    /// The list.
    pub(super) list: ListScene,
    /// How many items are available.
    pub(super) all: usize,
}

/// A button for the rest of a list, or nothing if the whole list is shown.
#[component]
pub(super) fn MoreButton(props: &MoreButtonProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let MoreButtonProps { list, all } = props;
    // An archive can fetch more than is available now.
    let found = list.scope.as_ref().filter(|scope| !scope.can_rebuild);
    let all = found.map_or(*all, |scope| scope.found.max(*all));
    let rest = all.saturating_sub(list.shown);
    if rest == 0 {
        return Html::default();
    }
    let onclick = list.on_list.reform(|_: MouseEvent| ListEvent::More);
    button::said("more", onclick, (messages.show_more)(rest).into())
}
