//! Bundles of earlier versions, as scripts see them.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Puts the JSON of a bundle in any form into that of version 2, which pages read; see
/// [`import::bundle::upgraded`].
///
/// # Errors
/// When it is not JSON.
#[wasm_bindgen(js_name = upgradeBundle)]
pub fn upgrade_bundle(data: &str) -> Result<String, JsError> {
    let upgraded = import::bundle::upgraded(data);
    upgraded.map_err(|fault| JsError::new(&format!("the data is not JSON ({fault})")))
}
