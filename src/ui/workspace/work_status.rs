//! The current work and its progress.

use yew::prelude::*;

use super::state::{Undo, Work};
use crate::ui::page_context::use_page;

/// Properties of [`WorkStatus`].
#[derive(Properties, PartialEq)]
pub(super) struct WorkStatusProps {
    /// The current work.
    pub(super) work: Work,
    /// Cancels it.
    pub(super) cancel: Callback<()>,
    /// Undoes a removal.
    pub(super) undo: Callback<Undo>,
}

/// The current work with its progress, and a button that cancels or undoes it.
#[component]
pub(super) fn WorkStatus(props: &WorkStatusProps) -> Html {
    let page = use_page();
    let messages = page.workspace_messages();
    let Work {
        doing,
        progress,
        undo,
    } = &props.work;
    let cancel = {
        let cancel = props.cancel.clone();
        Callback::from(move |_: MouseEvent| cancel.emit(()))
    };
    let take_back = {
        let (take_back, undo) = (props.undo.clone(), undo.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(undo) = undo.clone() {
                take_back.emit(undo);
            }
        })
    };
    let far = progress.filter(|(_, all)| *all > 1);
    html! {
        <div id="workspace-work" class="workspace-work">
            <p id="workspace-doing" role="status">{ doing }</p>
            <progress id="workspace-progress" aria-labelledby="workspace-doing" hidden={progress.is_none()}
                max={progress.map(|(_, all)| all.max(1).to_string())} value={progress.map(|(done, _)| done.to_string())} />
            { " " }
            <span id="workspace-far">{ far.map(|(done, all)| (messages.steps)(done, all)) }</span>{ " " }
            <button type="button" id="workspace-cancel" hidden={progress.is_none()} onclick={cancel}>{ messages.cancel }</button>{ " " }
            <button type="button" id="workspace-undo" hidden={undo.is_none()} onclick={take_back}>{ messages.undo }</button>
        </div>
    }
}
