//! Elements of the page that are asked for after drawing.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Elements of the page that are asked for after drawing.
#[derive(Clone, Default)]
pub(super) struct ElementRefs {
    pub(super) root: NodeRef,
    pub(super) text: NodeRef,
    pub(super) search: NodeRef,
    pub(super) cards: NodeRef,
    pub(super) card_heading: NodeRef,
    pub(super) help: NodeRef,
    pub(super) share: NodeRef,
}

impl ElementRefs {
    /// Closes the dialogs, so that whoever draws here next finds them closed.
    pub(super) fn close_dialogs(&self) {
        for dialog in [&self.help, &self.share] {
            close(dialog);
        }
    }
}

/// Closes a dialog.
pub(super) fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Opens a dialog over the page.
pub(super) fn open(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // Refused where it is open already.
        let _open = dialog.show_modal();
    }
}
