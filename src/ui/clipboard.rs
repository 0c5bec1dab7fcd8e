//! Copying text to the clipboard.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event, Node, Selection};

#[wasm_bindgen]
extern "C" {
    /// A root node. In some browsers it has its own selection.
    type SelectionRoot;

    #[wasm_bindgen(method, getter, js_name = getSelection)]
    fn own_selection(this: &SelectionRoot) -> Option<Function>;
}

/// Copies a text to the clipboard. Returns `false` if the browser refuses, as it does on pages
/// without a secure connection.
pub(super) async fn copy(text: &str) -> bool {
    let clipboard = gloo::utils::window().navigator().clipboard();
    // It does not exist on a page without a secure connection.
    let there = AsRef::<JsValue>::as_ref(&clipboard).is_object();
    there && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Copies the selected words of the article as plain text, without the colours of the marks.
pub(super) fn copy_words(event: &ClipboardEvent) {
    let selected =
        selection_at(event).map(|selection| one_blank_line(&String::from(selection.to_string())));
    let Some((words, data)) = selected
        .filter(|words| !words.is_empty())
        .zip(event.clipboard_data())
    else {
        return;
    };
    if data.set_data("text/plain", &words).is_ok() {
        event.prevent_default();
    }
}

/// The selection where an event happens. In some browsers a shadow root has its own selection.
pub(super) fn selection_at(event: &Event) -> Option<Selection> {
    let target: Node = event.target()?.dyn_into().ok()?;
    let root = target.get_root_node();
    match root.unchecked_ref::<SelectionRoot>().own_selection() {
        Some(own) => own.call0(&root).ok()?.dyn_into().ok(),
        None => gloo::utils::window().get_selection().ok()?,
    }
}

/// Folded cards between two blocks add a line feed. No block contains a blank line, so more than
/// two line feeds always mean two.
fn one_blank_line(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut feeds = 0;
    for c in text.chars() {
        feeds = if c == '\n' { feeds + 1 } else { 0 };
        if feeds <= 2 {
            kept.push(c);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::one_blank_line;

    #[test]
    fn blocks_are_a_blank_line_apart() {
        assert_eq!(one_blank_line("a\nb\n\n\nc\n\nd"), "a\nb\n\nc\n\nd");
    }
}
