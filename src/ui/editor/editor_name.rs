//! The name of the editor, which this browser keeps for the next article.

use web_sys::Storage;

/// Under this name the browser keeps the name of the editor.
const KEPT: &str = "article-explorer-editor";

/// The kept name; empty if there is none.
pub(super) fn kept_name() -> String {
    let kept = storage().and_then(|storage| storage.get_item(KEPT).ok().flatten());
    kept.unwrap_or_default()
}

/// Keeps a name, or forgets the kept one if it is empty.
pub(super) fn keep_name(name: &str) {
    if let Some(storage) = storage() {
        // A browser that refuses to keep it forgets the name with the page.
        let _refused = if name.is_empty() {
            storage.remove_item(KEPT)
        } else {
            storage.set_item(KEPT, name)
        };
    }
}

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
