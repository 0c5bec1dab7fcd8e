//! Articles in the formats of others without a page, for scripts in browsers and in Node.

use formats::{Format, export_file};
use import::{bundle, parse_json, to_text};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Writes the articles of a bundle in a format: a JSON object with `name`, `type` and `text` of
/// a file, and with `notices`, sentences about what the format cannot hold.
///
/// # Errors
/// When there is no such format, when the data is no bundle or holds no article, and when the
/// format holds one article and there are several.
#[wasm_bindgen(js_name = exportArticle)]
pub fn export_article(data: &str, format: &str) -> Result<String, JsError> {
    let format = Format::parse(format).ok_or_else(|| {
        let known = Format::ALL.map(Format::as_str).join(", ");
        JsError::new(&format!("there is no format “{format}”; there are {known}"))
    })?;
    let json = parse_json(data);
    let json =
        json.map_err(|fault| JsError::new(&format!("the articles are not JSON ({fault})")))?;
    let (articles, notices) = bundle::read("the articles", &json);
    let file = export_file(format, &articles, notices);
    let file = file.map_err(|refusal| JsError::new(&refusal.to_string()))?;
    Ok(to_text(&file))
}
