//! The form for texts and files.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::window_input::files_of;
use crate::ui::page_context::use_page;

/// The kinds of files that the browser offers first.
const ACCEPT: &str = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.json,.jsonld,.jsonl,.ndjson,.ann,.citron,.eml,.mhtml,.mht,.rss,.atom,.xml,.vtt,.srt,.pdf,.docx,.docm,.rtf,.tei,.csv,.tsv,.zip,application/pdf,text/*";

/// Properties of [`Form`].
#[derive(Properties, PartialEq)]
pub(super) struct FormProps {
    /// The field. The browser holds its text.
    pub(super) text: NodeRef,
    /// Reads the text in the field.
    pub(super) read: Callback<()>,
    /// Opens files.
    pub(super) give: Callback<Vec<File>>,
}

/// A field for a text, and a button that opens files.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let page = use_page();
    let messages = page.workspace_messages();
    let onsubmit = {
        let read = props.read.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            read.emit(());
        })
    };
    let onchange = {
        let give = props.give.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            give.emit(files_of(input.files()));
            // This lets the reader choose the same file again.
            input.set_value("");
        })
    };
    html! {
        <form id="workspace-form" {onsubmit}>
            <label for="workspace-text">{ messages.paste }</label>
            <textarea id="workspace-text" rows="8" spellcheck="false" autocomplete="off" ref={&props.text} />
            <p class="workspace-row"><button type="submit" id="workspace-read">{ messages.read_text }</button></p>
            <label for="workspace-files">{ messages.open_files }</label>
            <input id="workspace-files" type="file" multiple=true autocomplete="off" accept={ACCEPT}
                aria-describedby="workspace-kinds" {onchange} />
            <p id="workspace-kinds" class="workspace-hint">
                { messages.kinds_of_files }
            </p>
        </form>
    }
}
