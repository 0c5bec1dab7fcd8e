//! Export formats without a page, for scripts in browsers and in Node.

use formats::{Format, export_file};
use import::{bundle, parse_json, to_text};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Exports the articles of a bundle as one file. Returns the JSON of an
/// [`ExportedFile`](formats::ExportedFile).
///
/// # Errors
/// If the format does not exist, if the data is not a bundle or contains no article, or if the
/// format can contain only one article and there are several.
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
    let file = export_file(format, &articles);
    let mut file = file.map_err(|refusal| JsError::new(&refusal.to_string()))?;
    let notices = notices.iter().map(|notice| notice.problem.to_string());
    file.notices.splice(0..0, notices);
    file.notices.dedup();
    Ok(to_text(&file))
}
