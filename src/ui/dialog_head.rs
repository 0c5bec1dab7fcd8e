//! The head of a dialog.

use yew::prelude::*;

use super::button;
use super::element_refs::close;
use super::page_context::use_page;

/// Properties of [`DialogHead`].
#[derive(Properties, PartialEq)]
pub(super) struct DialogHeadProps {
    /// The id of the heading, which labels the dialog.
    pub(super) id: &'static str,
    /// The heading.
    pub(super) heading: &'static str,
    /// The dialog.
    pub(super) dialog: NodeRef,
}

/// The heading of a dialog and the button that closes it.
#[component]
pub(super) fn DialogHead(props: &DialogHeadProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let onclick = {
        let dialog = props.dialog.clone();
        Callback::from(move |_: MouseEvent| close(&dialog))
    };
    html! {
        <header>
            <h2 id={props.id}>{ props.heading }</h2>
            { button::sign("close", messages.close, false, onclick, "×".into()) }
        </header>
    }
}
