//! Notes about opened files and texts.

use std::rc::Rc;

use yew::prelude::*;

use super::folding::ontoggle;
use super::state::Action;
use crate::ui::page_context::use_page;
use jobs::Note;

/// The maximum number of listed notes.
const LISTED: usize = 40;

/// Properties of [`Notes`].
#[derive(Properties, PartialEq)]
pub(super) struct NotesProps {
    /// The notes.
    pub(super) notes: Rc<Vec<Note>>,
    /// They are unfolded.
    pub(super) is_open: bool,
    /// Receives when the reader folds or unfolds them.
    pub(super) dispatch: Callback<Action>,
}

/// The notes, each with the place that it refers to.
#[component]
pub(super) fn Notes(props: &NotesProps) -> Html {
    let page = use_page();
    let messages = page.workspace_messages();
    let notes = &props.notes;
    let ontoggle = ontoggle(&props.dispatch, Action::ToggleNotes);
    html! {
        <details id="workspace-notices" class="notices" open={props.is_open} hidden={notes.is_empty()} {ontoggle}>
            <summary>{ messages.notes }</summary>
            <ul>
                { for notes.iter().take(LISTED).map(item) }
                if notes.len() > LISTED {
                    <li>{ (messages.and_more)(notes.len() - LISTED) }</li>
                }
            </ul>
        </details>
    }
}

fn item(note: &Note) -> Html {
    // The text direction of a title may differ from that of the note.
    html! {
        <li>
            <bdi>{ &note.place }</bdi>{ if note.place.is_empty() { "" } else { ": " } }{ &note.what }
        </li>
    }
}
