//! Opening a dialog.

use yew::prelude::*;

use super::element_refs::open;

/// The reference for a dialog that opens over the page as soon as it is rendered.
#[hook]
pub(super) fn use_opened_dialog() -> NodeRef {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            open(&dialog);
        });
    }
    dialog
}
