//! The page for a reader's own articles.

use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, File, FileList, HtmlDetailsElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::{
    Arrivals, Draft, EditorLoader, Host, Page, ViewHandle, WorkspaceHost, WorkspacePage,
};
use explore::View;
use model::Article;

/// The page for a reader's own articles.
pub(super) struct Workspace {
    host: WorkspaceHost,
    load_editor: EditorLoader,
    draft: Draft,
}

impl Workspace {
    /// The page that replaces the form in `root`, with the reader's input in the form.
    pub(super) fn in_place_of(root: &Element, host: JsValue, load_editor: EditorLoader) -> Self {
        Self {
            load_editor,
            draft: draft_in(root, &host),
            host: host.unchecked_into(),
        }
    }
}

impl Page for Workspace {
    fn draw(&self, host: Host, _: ViewHandle) -> Html {
        let Host {
            exporter,
            has_margin,
            language,
            on_demand,
            ..
        } = host;
        let (host, draft) = (self.host.clone(), self.draft.clone());
        let load_editor = self.load_editor.clone();
        html! { <WorkspacePage {host} {language} {exporter} {on_demand} {load_editor} {draft} {has_margin} /> }
    }

    fn articles(&self, _: &View) -> Result<Vec<Rc<Article>>, String> {
        // What is open in the workspace is saved there.
        Ok(Vec::new())
    }
}

/// What the reader did in the form, and what other pages and apps hand over. `host` has the files
/// dropped beside the form (`dropped`), says whether it was submitted (`isSent`), and has what was
/// handed over (`page`, `shared`, `launched`).
fn draft_in(root: &Element, host: &JsValue) -> Draft {
    let given = |name: &str| Reflect::get(host, &name.into()).unwrap_or_default();
    let text: Option<HtmlTextAreaElement> = element(root, "textarea");
    let field: Option<HtmlInputElement> = element(root, "input[type=file]");
    let keep: Option<HtmlInputElement> = element(root, "input[type=checkbox]");
    let bring: Option<HtmlDetailsElement> = element(root, "#workspace-bring");
    let focused = gloo::utils::document().active_element();
    let focused = focused.filter(|focused| root.contains(Some(focused)));
    let focused = focused.map(|focused| focused.id()).unwrap_or_default();
    let selection = text.as_ref().filter(|text| text.id() == focused);
    let selection = selection.and_then(|text| {
        let start = text.selection_start().ok().flatten()?;
        Some((start, text.selection_end().ok().flatten()?))
    });
    let chosen = field.and_then(|field| field.files());
    Draft {
        text: text.map(|text| text.value()).unwrap_or_default(),
        selection,
        focused,
        files: files(chosen)
            .chain(files(given("dropped").dyn_into().ok()))
            .collect(),
        is_sent: given("isSent").is_truthy(),
        is_kept: keep.is_some_and(|keep| keep.checked()),
        is_bookmarklet_open: bring.is_some_and(|bring| bring.open()),
        arrivals: Arrivals {
            page: given("page").as_string(),
            shared: given("shared").as_string(),
            launched: given("launched"),
        },
    }
}

fn element<T: JsCast>(root: &Element, selector: &str) -> Option<T> {
    root.query_selector(selector)
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}

fn files(list: Option<FileList>) -> impl Iterator<Item = File> {
    list.into_iter()
        .flat_map(|list| (0..list.length()).filter_map(move |number| list.get(number)))
}
