//! The frame of every form of the editor.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::ui::page_context::use_page;

/// Properties of [`EditForm`].
#[derive(Properties, PartialEq)]
pub(super) struct EditFormProps {
    pub(super) heading: AttrValue,
    /// The editor has filled in the form.
    pub(super) submit: Callback<()>,
    /// Closes the form.
    pub(super) drop: Callback<()>,
    /// The fields.
    pub(super) children: Html,
}

/// A form that gives the focus to its first field. Enter submits it, also from a list; Escape closes
/// it.
#[component]
pub(super) fn EditForm(props: &EditFormProps) -> Html {
    let messages = use_page().editor_messages();
    let fields = use_node_ref();
    {
        let fields = fields.clone();
        use_effect_with((), move |()| {
            let form = fields.cast::<Element>();
            let field =
                form.and_then(|form| form.query_selector("input,select,textarea").ok().flatten());
            if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                let _unfocusable = field.focus();
                // What is typed replaces the proposal.
                if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                    input.select();
                }
            }
        });
    }
    let onsubmit = props
        .submit
        .reform(|event: SubmitEvent| event.prevent_default());
    let onkeydown = {
        let drop = props.drop.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Browsers open the list with this key, or do nothing.
            if event.key() == "Enter"
                && let Some(list) = event.target_dyn_into::<HtmlSelectElement>()
                && let Some(form) = list.form()
            {
                event.prevent_default();
                let _checked_by_the_form = form.request_submit();
            }
            if event.key() == "Escape" && !event.is_composing() {
                // In a list of proposals, the key closes the list.
                if event.target_dyn_into::<HtmlInputElement>().is_some() {
                    event.prevent_default();
                }
                event.stop_propagation();
                drop.emit(());
            }
        })
    };
    let drop = props.drop.reform(|_: MouseEvent| ());
    html! {
        <form class="edit-form" aria-labelledby="edit-form-title" ref={fields} {onsubmit} {onkeydown}>
            <h2 id="edit-form-title">{ &props.heading }</h2>
            { props.children.clone() }
            <p class="verdicts">
                <button type="submit">{ messages.done }</button>
                <button type="button" class="quiet" onclick={drop}>{ messages.drop }</button>
            </p>
        </form>
    }
}
