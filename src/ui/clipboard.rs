//! Text onto the clipboard.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event, Node, Selection};

/// Puts a text onto the clipboard; `false` where the browser refuses, as it does on pages
/// that did not come over a safe connection.
pub(super) async fn copy(text: &str) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return false;
    };
    // Not there at all on an unsafe page.
    let there =
        Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    there
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

/// Copies what is selected in the article as its words alone, without the colours of the
/// marks.
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

/// What is selected where something happens: a shadow root has a selection of its own in
/// some browsers.
pub(super) fn selection_at(event: &Event) -> Option<Selection> {
    let target: Node = event.target()?.dyn_into().ok()?;
    let root = target.get_root_node();
    let own = Reflect::get(&root, &"getSelection".into()).ok();
    let own = own.and_then(|own| own.dyn_into::<Function>().ok());
    match own {
        Some(own) => own.call0(&root).ok()?.dyn_into().ok(),
        None => web_sys::window()?.get_selection().ok()?,
    }
}

/// Folded cards between two blocks leave a line feed more. No block holds a blank line, so
/// that more than two line feeds always stand for two.
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
