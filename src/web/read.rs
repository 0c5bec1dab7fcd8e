//! Reading the data of a page, which says what is needed to show it.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::article::ArticlePage;
use super::host::place_of;
use super::parts;
use crate::ui::{Page, PtrEqRc};
use import::{bundle, parse_json};
use serde_json::Value;

/// The page that shows some data, the JSON of a bundle or of one article; loads the part of
/// the program that it needs. `files` says where the files of an archive come from; see
/// `place_of`.
///
/// # Errors
/// When the data holds no article that can be shown, or the part cannot be loaded.
pub async fn page_of(data: &str, files: &JsValue) -> Result<PtrEqRc<dyn Page>, String> {
    let data = parse_json(data).map_err(|fault| format!("the data is not JSON ({fault})"))?;
    let (mut articles, notices) = bundle::read("the data", &data);
    let notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
    let is_several = articles.len() > 1 || data.get("archive").is_some_and(Value::is_object);
    let page: Rc<dyn Page> = if is_several {
        let page = parts::collection(data, articles, notices, place_of(files)).await;
        page.map_err(|error| error.to_string())?
    } else if let Some(article) = articles.pop() {
        Rc::new(ArticlePage::of(article, notices))
    } else {
        let notices = notices.join("; ");
        return Err(format!("there is no article in the data; {notices}"));
    };
    Ok(page.into())
}
