//! Export formats without a page, for scripts in browsers and in Node.

use formats::{ExportedFile, Format, export, export_several};
use import::{bundle, parse_json, to_text};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Exports the article with the id `article`, or all articles if it is empty. Returns the
/// JSON of an [`ExportedFile`].
///
/// # Errors
/// If the format or the article does not exist, if the data is not a bundle, or if the format
/// can contain only one article and there are several.
#[wasm_bindgen(js_name = exportArticle)]
pub fn export_article(data: &str, article: &str, format: &str) -> Result<String, JsError> {
    let format = Format::parse(format).ok_or_else(|| {
        let known = Format::ALL.map(Format::as_str).join(", ");
        JsError::new(&format!("there is no format “{format}”; there are {known}"))
    })?;
    let json = parse_json(data);
    let json =
        json.map_err(|fault| JsError::new(&format!("the articles are not JSON ({fault})")))?;
    let (mut articles, told) = bundle::read("the articles", &json);
    if !article.is_empty() {
        articles.retain(|known| known.id.as_str() == article);
    }
    let (name, (text, lost)) = match articles.as_slice() {
        [] => return Err(JsError::new("there is no such article")),
        [only] => (only.id.as_str(), export(format, only)),
        several => (
            "articles",
            export_several(format, several).ok_or_else(|| {
                JsError::new("this format holds one article; name the one that is meant")
            })?,
        ),
    };
    let told = told.iter().map(|one| one.problem.to_string());
    let lost = lost.iter().map(|one| one.problem.to_string());
    let mut notices: Vec<String> = told.chain(lost).collect();
    notices.dedup();
    Ok(to_text(&ExportedFile {
        name: format!("{name}{}", format.ending()),
        notices,
        text,
        media_type: format.media_type(),
    }))
}
