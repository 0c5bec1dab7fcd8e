//! The program for several articles as scripts see it: the class that `src/main.rs` has,
//! with all that a collection needs, and the workspace.

use article_explorer::ui::{CollectionPage, WorkspaceHost};
use article_explorer::web::{MountedWorkspace, watch_for_panic};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    watch_for_panic();
}

article_explorer::class! {
    /// An explorer of several articles in an element of a document.
    Explorer shows CollectionPage
}

/// The page for a reader's own articles, in an element of a document.
#[wasm_bindgen]
pub struct Workspace {
    _mounted: MountedWorkspace,
}

#[wasm_bindgen]
impl Workspace {
    /// Shows the page in place of the form that `root` holds; see
    /// [`MountedWorkspace::new`](article_explorer::web::MountedWorkspace::new).
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(root: web_sys::Element, host: WorkspaceHost) -> Self {
        Self {
            _mounted: MountedWorkspace::new(root, host),
        }
    }
}
