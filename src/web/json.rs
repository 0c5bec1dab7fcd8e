//! JSON by the browser's own parser, which costs the bundle nothing.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

use import::Json;

/// How deep lists and objects may nest.
const DEPTH: usize = 64;

/// Parses JSON. The error says what is wrong, as the end of a sentence.
pub(super) fn parse(text: &str) -> Result<Json, String> {
    let value = JSON::parse(text).map_err(|error| {
        let reason = error
            .dyn_into::<js_sys::Error>()
            .map(|error| String::from(error.message()));
        format!("is not JSON ({})", reason.unwrap_or_default())
    })?;
    convert(&value, DEPTH).ok_or_else(|| format!("nests more than {DEPTH} deep"))
}

fn convert(value: &JsValue, depth: usize) -> Option<Json> {
    let depth = depth.checked_sub(1)?;
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(Json::Number(number));
    }
    if let Some(truth) = value.as_bool() {
        return Some(Json::Bool(truth));
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        let items = list.iter().map(|item| convert(&item, depth));
        return Some(Json::List(items.collect::<Option<_>>()?));
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return Some(Json::Null);
    };
    let field = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string()?;
        Some((name, convert(&entry.get(1), depth)?))
    };
    let fields = Object::entries(object);
    Some(Json::Object(
        fields.iter().map(field).collect::<Option<_>>()?,
    ))
}
