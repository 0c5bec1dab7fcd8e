//! The bookmarklet, which brings the page that a reader sees to the workspace.

use gloo::utils::window;
use js_sys::encode_uri_component;
use yew::prelude::*;

use super::folding::ontoggle;
use super::state::Action;
use crate::ui::copy_button::CopyButton;
use crate::ui::page_context::use_page;

/// Properties of [`Bookmarklet`].
#[derive(Properties, PartialEq)]
pub(super) struct BookmarkletProps {
    /// The script, in which `%WORKSPACE%` stands for the address of this page.
    pub(super) script: Option<AttrValue>,
    /// The explanation is unfolded.
    pub(super) is_open: bool,
    /// Receives when the reader folds or unfolds it.
    pub(super) dispatch: Callback<Action>,
}

/// A link to drag to the bookmarks, with an explanation.
#[component]
pub(super) fn Bookmarklet(props: &BookmarkletProps) -> Html {
    let messages = use_page().workspace_messages();
    let is_clicked = use_state_eq(|| false);
    let ontoggle = ontoggle(&props.dispatch, Action::ToggleBookmarklet);
    let onclick = {
        let is_clicked = is_clicked.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            is_clicked.set(true);
        })
    };
    let script = props.script.as_ref().filter(|_| props.is_open);
    html! {
        <details id="workspace-bring" open={props.is_open} {ontoggle}>
            <summary>{ messages.bring }</summary>
            if let Some(script) = script {
                <p>{ messages.bring_how }</p>
                <p class="workspace-row">
                    <a id="workspace-bookmarklet" class="workspace-bookmarklet" href={address(script)} {onclick}>{ messages.bookmarklet }</a>{ " " }
                    <CopyButton label={messages.copy_bookmarklet} text={
                        let script = script.clone();
                        Callback::from(move |()| address(&script))
                    } />
                </p>
                <p role="status">{ if *is_clicked { messages.bookmarklet_clicked } else { "" } }</p>
                <p class="workspace-hint">{ messages.bring_limits }</p>
            }
        </details>
    }
}

/// The address of the bookmark. The only address in the program that is a script: it contains
/// nothing but the program’s own script and the address of this page, in which browsers encode
/// double quotation marks and backticks.
fn address(script: &str) -> String {
    let location = window().location();
    let here = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    let script = script.replace("%WORKSPACE%", &here.replace('\'', "%27"));
    format!(
        "javascript:{}",
        String::from(encode_uri_component(script.trim_end()))
    )
}
