//! The option to save opened articles in this browser.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::session::Command;
use super::state::Kept;
use crate::ui::page_context::use_page;

/// Properties of [`KeepOption`].
#[derive(Properties, PartialEq)]
pub(super) struct KeepOptionProps {
    /// The saved articles, and what the browser refuses.
    pub(super) kept: Kept,
    /// An open article was edited.
    pub(super) has_edited: bool,
    /// Turns saving on or off.
    pub(super) ask: Callback<Command>,
}

/// A checkbox, and a sentence about what is saved.
#[component]
pub(super) fn KeepOption(props: &KeepOptionProps) -> Html {
    let page = use_page();
    let messages = page.workspace_messages();
    let kept = &props.kept;
    let usual = match (kept.is_on, props.has_edited) {
        (true, _) => messages.kept,
        (false, true) => page.editor_messages().edited_are_kept,
        (false, false) => messages.not_kept,
    };
    let words = kept.refusal.as_deref().unwrap_or(usual);
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
                { format!(" {}", messages.keep) }
            </label>{ " " }
            <span id="workspace-kept" class="workspace-hint" role="status">{ words.to_owned() }</span>
        </p>
    }
}
