//! The program for several articles as scripts see it: the class that `src/main.rs` has,
//! with all that a collection needs.

use article_explorer::ui::{CollectionPage, DeskPage};
use article_explorer::web::{Mounted, watch_for_panic};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

fn main() {
    watch_for_panic();
}

/// An explorer of several articles in an element of a document.
#[wasm_bindgen]
pub struct Explorer(Mounted<CollectionPage>);

#[wasm_bindgen]
impl Explorer {
    /// Shows articles in place of what `root` holds; see [`Mounted::new`].
    ///
    /// # Errors
    /// When the data holds no article that can be shown.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, data: &str, host: &wasm_bindgen::JsValue) -> Result<Self, JsError> {
        let mounted = Mounted::new(root, data, host);
        mounted.map(Self).map_err(|reason| JsError::new(&reason))
    }

    /// Shows other articles; see [`Mounted::show`].
    ///
    /// # Errors
    /// When the data holds no article that can be shown; what was shown before stays.
    pub fn show(&mut self, data: &str, host: &wasm_bindgen::JsValue) -> Result<(), JsError> {
        self.0
            .show(data, host)
            .map_err(|reason| JsError::new(&reason))
    }

    /// Shows nothing and waits to be used again.
    pub fn rest(&mut self) {
        self.0.rest();
    }

    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn view(&self) -> String {
        self.0.view()
    }

    /// Asks for a view, in the form of an address's hash.
    pub fn ask(&self, hash: &str) {
        self.0.ask(hash);
    }
}

/// What a reader has brought, in an element of a document.
#[wasm_bindgen]
pub struct Desk(Mounted<DeskPage>);

#[wasm_bindgen]
impl Desk {
    /// Shows articles in place of what `root` holds; see [`Mounted::new`].
    ///
    /// # Errors
    /// When the data holds no article that can be shown.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, data: &str, host: &wasm_bindgen::JsValue) -> Result<Self, JsError> {
        let mounted = Mounted::new(root, data, host);
        mounted.map(Self).map_err(|reason| JsError::new(&reason))
    }

    /// Shows other articles; see [`Mounted::show`].
    ///
    /// # Errors
    /// When the data holds no article that can be shown; what was shown before stays.
    pub fn show(&mut self, data: &str, host: &wasm_bindgen::JsValue) -> Result<(), JsError> {
        self.0
            .show(data, host)
            .map_err(|reason| JsError::new(&reason))
    }

    /// Shows nothing and waits to be used again.
    pub fn rest(&mut self) {
        self.0.rest();
    }
}
