//! Whether what is opened is kept in this browser.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::session::Command;
use super::state::Kept;

/// Properties of [`KeepOption`].
#[derive(Properties, PartialEq)]
pub(super) struct KeepOptionProps {
    /// What is kept, and what is said of it.
    pub(super) kept: Kept,
    /// Keeps it, or keeps nothing any more.
    pub(super) ask: Callback<Command>,
}

/// A box to tick, and what is kept.
#[component]
pub(super) fn KeepOption(props: &KeepOptionProps) -> Html {
    let kept = &props.kept;
    let onchange = {
        let ask = props.ask.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            ask.emit(Command::Keep(input.checked()));
        })
    };
    html! {
        <p class="workspace-keep">
            <label>
                <input type="checkbox" id="workspace-keep" autocomplete="off" checked={kept.is_on} {onchange} />
                { " Keep in this browser what I open" }
            </label>{ " " }
            <span id="workspace-kept" class="workspace-hint" role="status">{ &kept.words }</span>
        </p>
    }
}
