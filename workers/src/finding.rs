//! Detection of names and claims, for scripts.

use std::cell::RefCell;

use annotate::{self, Tagger};
use formats::found_record;
use import::to_text;
use model::Date;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static TAGGER: RefCell<Option<Tagger>> = const { RefCell::new(None) };
}

/// Loads the weights with which names are found.
///
/// # Errors
/// If the bytes are not weights.
#[wasm_bindgen(js_name = loadWeights)]
pub fn load_weights(bytes: &[u8]) -> Result<(), JsError> {
    let tagger = Tagger::load(bytes)?;
    TAGGER.with_borrow_mut(|known| *known = Some(tagger));
    Ok(())
}

/// Detects names and claims in a text whose lines are paragraphs. `published` is a date, or
/// empty. Returns the JSON of [`found_record`].
#[wasm_bindgen(js_name = annotateText)]
#[must_use]
pub fn annotate_text(text: &str, published: &str) -> String {
    let published = Date::parse(published);
    let found = with_tagger(|tagger| annotate::annotate_text(text, published, tagger));
    to_text(&found_record(text, &found))
}

/// Calls a function with the tagger, if its weights are loaded.
pub(crate) fn with_tagger<T>(act: impl FnOnce(Option<&Tagger>) -> T) -> T {
    TAGGER.with_borrow(|tagger| act(tagger.as_ref()))
}
