//! Fetching what a view needs of a large collection.

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::files::Files;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::collection::File;

/// Fetches files that are not on their way, and calls `come` for each that has come;
/// whether there is anything to wait for.
pub(super) fn fetch(files: &PtrEqRc<Files>, needed: &[File], come: &Callback<()>) -> bool {
    for file in files.to_fetch(needed) {
        let (files, come) = (files.clone(), come.clone());
        spawn_local(async move {
            files.fetch(file).await;
            come.emit(());
        });
    }
    !needed.is_empty()
}
