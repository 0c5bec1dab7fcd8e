//! Elements of the page that are used after rendering.

use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

/// Elements of the page that are used after rendering.
#[derive(Clone, Default, PartialEq)]
pub(super) struct ElementRefs {
    /// The whole page.
    pub(super) root: NodeRef,
    /// The text of the article.
    pub(super) text: NodeRef,
    /// The search field.
    pub(super) search: NodeRef,
    /// The heading of the card of an entity.
    pub(super) card_heading: NodeRef,
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
        // The browser refuses this if the dialog is already open.
        let _open = dialog.show_modal();
    }
}

/// Moves the focus to the search and selects its text.
pub(super) fn focus_search(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        let _unfocusable = input.focus();
        input.select();
    }
}
