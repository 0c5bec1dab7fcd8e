//! The interface of the program for scripts.

use article_explorer::ui::{Page, PtrEqRc};
use article_explorer::web::{Mounted, exported, page_of, watch_for_panic, workspace};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;

fn main() {
    watch_for_panic();
}

/// Articles that are ready to be shown.
#[wasm_bindgen]
pub struct Articles(PtrEqRc<dyn Page>);

#[wasm_bindgen]
impl Articles {
    /// Reads the data of a page, and loads the parts that showing it needs; see [`page_of`].
    ///
    /// # Errors
    /// If the data contains no article that can be shown, or if the part of the program that shows
    /// it cannot be loaded.
    pub async fn read(data: String, files: JsValue) -> Result<Self, JsError> {
        let page = page_of(data, &files).await;
        page.map(Self).map_err(|reason| JsError::new(&reason))
    }

    /// Loads the page for a reader's own articles; see [`workspace`].
    ///
    /// # Errors
    /// If the part of the program that shows it cannot be loaded.
    pub async fn workspace(root: Element, host: JsValue) -> Result<Self, JsError> {
        let page = workspace(root, host).await;
        page.map(Self).map_err(|reason| JsError::new(&reason))
    }

    /// A promise of the article that a view shows, or of all articles if it lists them, as a file;
    /// see [`exported`].
    pub fn exported(&self, view: String, format: String) -> Promise {
        future_to_promise(exported(self.0.clone(), view, format))
    }
}

/// An explorer in an element of a document.
#[wasm_bindgen]
pub struct Explorer(Mounted);

#[wasm_bindgen]
impl Explorer {
    /// Replaces the content of `root` with articles; see [`Mounted::new`].
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(root: Element, articles: &Articles, host: &JsValue) -> Self {
        Self(Mounted::new(root, articles.0.clone(), host))
    }

    /// Shows other articles, or the same articles for another host.
    pub fn show(&mut self, articles: &Articles, host: &JsValue) {
        self.0.show(articles.0.clone(), host);
    }

    /// Shows nothing until it is used again.
    pub fn rest(&mut self) {
        self.0.rest();
    }

    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn view(&self) -> String {
        self.0.view()
    }

    /// Requests a view, in the form of an address's hash.
    pub fn ask(&self, hash: &str) {
        self.0.ask(hash);
    }
}
