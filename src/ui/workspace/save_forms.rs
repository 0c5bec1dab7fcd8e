//! The forms in which articles are saved for other programs. The script that saves makes them.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDetailsElement};
use yew::prelude::*;

use super::host::WorkspaceHost;
use super::session::bundle_of;
use super::state::{Action, OpenedList};
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use model::ArticleId;

/// Properties of [`SaveForms`].
#[derive(Properties, PartialEq)]
pub(super) struct SaveFormsProps {
    /// Loads the script that saves.
    pub(super) host: WorkspaceHost,
    /// What was opened.
    pub(super) opened: OpenedList,
    /// The article of several that is open.
    pub(super) article: Option<ArticleId>,
    /// The forms are unfolded.
    pub(super) is_open: bool,
    /// Receives that the reader folds or unfolds them.
    pub(super) dispatch: Callback<Action>,
}

/// What saves the open article, or all, made anew for what is shown.
#[component]
pub(super) fn SaveForms(props: &SaveFormsProps) -> Html {
    let page = use_page();
    let messages = page.workspace_messages();
    let place = use_node_ref();
    let has_failed = use_state_eq(|| false);
    {
        let (host, place, has_failed) = (props.host.clone(), place.clone(), has_failed.clone());
        let shown = (
            props.is_open,
            PtrEqRc::from(props.opened.clone()),
            props.article.clone(),
        );
        // What comes when something else is shown already is not wanted any more.
        let asked = use_mut_ref(|| 0_usize);
        let opened = props.opened.clone();
        use_effect_with(shown, move |(is_open, _, _)| {
            asked.replace_with(|asked| *asked + 1);
            let number = *asked.borrow();
            has_failed.set(false);
            if !is_open {
                put(&place, None);
                return;
            }
            spawn_local(async move {
                let Some(root) = document().get_element_by_id("article-explorer") else {
                    return;
                };
                let forms = host.save_forms(&root, &bundle_of(&opened)).await;
                if *asked.borrow() != number {
                    return;
                }
                let forms = forms
                    .ok()
                    .and_then(|forms| forms.dyn_into::<Element>().ok());
                put(&place, forms.as_ref());
                has_failed.set(forms.is_none());
            });
        });
    }
    let ontoggle = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            dispatch.emit(Action::ToggleSaving(details.open()));
        })
    };
    html! {
        <details id="workspace-save" hidden={props.opened.is_empty()} open={props.is_open} {ontoggle}>
            <summary>{ messages.save_as }</summary>
            <div id="workspace-forms" ref={place} />
            if *has_failed {
                <p class="failure">{ messages.save_failed }</p>
            }
        </details>
    }
}

/// Puts the forms where they belong, in place of those before.
fn put(place: &NodeRef, forms: Option<&Element>) {
    if let Some(place) = place.cast::<Element>() {
        place.replace_children_with_node_0();
        if let Some(forms) = forms {
            let _refused = place.append_child(forms);
        }
    }
}
