//! Putting the page for a reader's own articles into an element.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, File, FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::AppHandle;

use crate::ui::{Draft, WorkspaceHost, WorkspacePage, WorkspaceProps, has_margin};

/// The page for a reader's own articles in an element of a document.
pub struct MountedWorkspace {
    _app: AppHandle<WorkspacePage>,
}

impl MountedWorkspace {
    /// Shows the page in place of the form that `root` holds, and takes over what the reader
    /// did in it.
    #[must_use]
    pub fn new(root: Element, host: WorkspaceHost) -> Self {
        let properties = WorkspaceProps {
            draft: draft_in(&root, host.as_ref()),
            host,
            has_margin: has_margin(&root),
        };
        let renderer = yew::Renderer::<WorkspacePage>::with_root_and_props(root, properties);
        Self {
            _app: renderer.render(),
        }
    }
}

/// What the reader did in the form; `host` has what was dropped beside it (`dropped`), and
/// whether the form was sent off (`isSent`).
fn draft_in(root: &Element, host: &JsValue) -> Draft {
    let given = |name: &str| Reflect::get(host, &name.into()).unwrap_or_default();
    let text: Option<HtmlTextAreaElement> = element(root, "textarea");
    let field: Option<HtmlInputElement> = element(root, "input[type=file]");
    let keep: Option<HtmlInputElement> = element(root, "input[type=checkbox]");
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
