//! Publishing articles in a browser: writes them as a page, with the text that Yew renders.

use article_explorer::{Language, LanguageTag, contents};
use import::BundleRecord;
use publish::OneFile;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// A page in one file. `template` is a page in one file with any content, `data` the articles as
/// the JSON of a bundle, and `language` the tag of the interface’s language.
///
/// # Errors
/// If the template is damaged, or if the data is not a bundle or contains no article.
#[wasm_bindgen(js_name = oneFile)]
pub async fn one_file(template: String, data: String, language: String) -> Result<String, JsError> {
    let template = OneFile::of(&template)?;
    let read = BundleRecord::read(&data);
    let (_, articles) = read.map_err(|fault| JsError::new(&format!("the data is {fault}")))?;
    let are_several = articles.len() > 1;
    let language = LanguageTag::known(&language).unwrap_or_default();
    let content = contents::of_articles(articles, Language::of_tag(language)).await;
    let content = content.ok_or_else(|| JsError::new("there is no article"))?;
    Ok(template.with(&content, are_several)?)
}
