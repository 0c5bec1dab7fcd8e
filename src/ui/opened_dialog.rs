//! Opening a dialog.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// The reference for a dialog that opens over the page as soon as it is rendered.
#[hook]
pub(super) fn use_opened_dialog() -> NodeRef {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // The browser refuses this if the page is not in a document any more.
                let _open = dialog.show_modal();
            }
        });
    }
    dialog
}
