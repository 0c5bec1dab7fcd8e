//! Boot.

use wasm_bindgen::{JsError, throw_val};

fn main() {
    if let Err(reason) = article_explorer::web::start() {
        throw_val(JsError::new(&reason).into());
    }
}
