//! The bar of the editor: what is edited and whether it is saved, and the steps back and forward.

use yew::prelude::*;

use super::page::Saved;
use crate::ui::page_context::use_page;

/// Properties of [`EditorBar`].
#[derive(Properties, PartialEq)]
pub(super) struct EditorBarProps {
    /// The title of the article.
    pub(super) title: String,
    /// Whether the edits are saved.
    pub(super) saved: Saved,
    /// Saves the file that the edits belong in, if there is one.
    pub(super) save_file: Option<Callback<()>>,
    /// Whether there is an edit to undo, and one to redo.
    pub(super) has_steps: (bool, bool),
    pub(super) undo: Callback<()>,
    pub(super) redo: Callback<()>,
    /// Opens the form for the facts about the article.
    pub(super) open_details: Callback<()>,
    /// Closes the editor.
    pub(super) finish: Callback<()>,
}

/// The bar.
#[component]
pub(super) fn EditorBar(props: &EditorBarProps) -> Html {
    let page = use_page();
    let messages = page.editor_messages();
    let (can_undo, can_redo) = props.has_steps;
    let (said, class) = match &props.saved {
        Saved::Unchanged => (messages.unsaved.to_owned(), "hint"),
        Saved::Saving => (messages.saving.to_owned(), "hint"),
        Saved::At(time) => ((messages.saved_at)(time), "hint"),
        Saved::Refused(reason) => ((messages.not_saved)(reason), "failure"),
        Saved::Told(said, _) => (said.to_string(), "hint"),
    };
    html! {
        <header class="editor-bar">
            <p class="editor-title"><b>{ messages.editing }</b>{ " " }<bdi>{ &props.title }</bdi></p>
            <p class={class} role="status" id="editor-saved">{ said }</p>
            <p class="editor-steps">
                <button type="button" id="editor-undo" disabled={!can_undo} onclick={props.undo.reform(|_: MouseEvent| ())}>{ messages.undo }</button>
                <button type="button" id="editor-redo" disabled={!can_redo} onclick={props.redo.reform(|_: MouseEvent| ())}>{ messages.redo }</button>
                <button type="button" id="editor-details" onclick={props.open_details.reform(|_: MouseEvent| ())}>{ messages.details }</button>
                if let Some(save) = &props.save_file {
                    <button type="button" id="editor-save" onclick={save.reform(|_: MouseEvent| ())}>{ page.host.language.own_file().save }</button>
                }
                <button type="button" id="editor-finish" class="primary" onclick={props.finish.reform(|_: MouseEvent| ())}>{ messages.finish }</button>
            </p>
        </header>
    }
}
