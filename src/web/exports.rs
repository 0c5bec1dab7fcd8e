//! Articles as files in other formats. A part of the program writes them.

use std::rc::Rc;

use futures::future::LocalBoxFuture;
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsError, JsValue};

use super::parts;
use crate::messages::Language;
use crate::ui::{Exporter, Page, PtrEqRc};
use explore::from_hash;
use formats::{ExportedFile, Format};
use model::Article;

/// The exporter of a page.
pub(super) fn exporter(language: Language) -> Exporter {
    Exporter::from(move |(format, articles)| -> LocalBoxFuture<'static, _> {
        Box::pin(written(format, articles, language))
    })
}

async fn written(
    format: Format,
    articles: Vec<Rc<Article>>,
    language: Language,
) -> Result<ExportedFile, String> {
    let file = parts::exports(format, articles).await;
    let file = file.map_err(|error| error.reason(language))?;
    file.map_err(|refusal| (language.loading().export_refused)(&refusal))
}

/// The article that a view of a page shows, or all articles if it lists them, as a file: an object
/// with `name`, `type`, `text` and `notices`. `view` is the hash of an address.
///
/// # Errors
/// If there is no such format, if it cannot hold the articles, if not all of them are loaded, or if
/// the part of the program that writes them cannot be loaded.
pub async fn exported(
    page: PtrEqRc<dyn Page>,
    view: String,
    format: String,
) -> Result<JsValue, JsValue> {
    let fault = |words: String| JsValue::from(JsError::new(&words));
    let known = Format::parse(&format);
    // Scripts receive the reasons, in English.
    let language = Language::default();
    let known = known.ok_or_else(|| fault((language.loading().no_such_format)(&format)))?;
    let articles = page.articles(&from_hash(&view).0).map_err(fault)?;
    // Uses the same future as the page does, because a second one would double the code.
    let file = exporter(language)
        .emit((known, articles))
        .await
        .map_err(fault)?;
    let notices: Array = file
        .notices
        .iter()
        .map(|notice| JsString::from(notice.as_str()))
        .collect();
    let object = Object::new();
    for (name, value) in [
        ("name", file.name.into()),
        ("type", file.media_type.into()),
        ("text", file.text.into()),
        ("notices", notices.into()),
    ] {
        Reflect::set(&object, &JsValue::from(name), &value)?;
    }
    Ok(object.into())
}
