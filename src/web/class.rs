//! The class by which scripts put a page into an element.

/// Defines a class `$name` that shows `$page`, a [`Page`](crate::web::Page), for
/// `wasm-bindgen` to give to scripts. Each program defines its own, so that none holds the
/// pages of another.
#[macro_export]
macro_rules! class {
    ($(#[$about:meta])* $name:ident shows $page:ty) => {
        $(#[$about])*
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub struct $name($crate::web::Mounted<$page>);

        #[wasm_bindgen::prelude::wasm_bindgen]
        impl $name {
            /// Shows articles in place of what `root` holds; see [`Mounted::new`](article_explorer::web::Mounted::new).
            ///
            /// # Errors
            /// When the data holds no article that can be shown.
            #[wasm_bindgen(constructor)]
            pub fn new(
                root: web_sys::Element,
                data: &str,
                host: &wasm_bindgen::JsValue,
            ) -> Result<Self, wasm_bindgen::JsError> {
                let mounted = $crate::web::Mounted::new(root, data, host);
                mounted.map(Self).map_err(|reason| wasm_bindgen::JsError::new(&reason))
            }

            /// Shows other articles; see [`Mounted::show`](article_explorer::web::Mounted::show).
            ///
            /// # Errors
            /// When the data holds no article that can be shown; what was shown before stays.
            pub fn show(
                &mut self,
                data: &str,
                host: &wasm_bindgen::JsValue,
            ) -> Result<(), wasm_bindgen::JsError> {
                let shown = self.0.show(data, host);
                shown.map_err(|reason| wasm_bindgen::JsError::new(&reason))
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
    };
}
