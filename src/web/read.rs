//! Reading the data of a page, and choosing the page that shows it.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::article::ArticlePage;
use super::editor::editor_loader;
use super::host::{place_of, text};
use super::parts::{self, NotLoaded};
use super::{languages, on_demand};
use crate::messages::Language;
use crate::ui::{Page, PtrEqRc};
use explore::{Mode, from_hash};
use import::BundleRecord;

/// The page that shows `data`, the JSON of a bundle or of one article. Loads the parts of the
/// program that it needs: one to read forms other than version 2, and one to show several articles.
/// `files` says where the files of an archive come from; see `place_of`. Its `view`, the hash of the
/// first view, decides whether the part of what opens on demand is loaded too, so that nothing
/// moves when it is shown. Its `language`, a language tag, decides whether the part with that
/// language is loaded; if that fails, the page is in English and says why. Its `skeleton` is that of
/// the file that one article is edited and saved in, if there is one; see
/// [`EditorPart`](crate::ui::EditorPart).
///
/// # Errors
/// If the data contains no article, or if a part cannot be loaded.
pub async fn page_of(data: String, files: &JsValue) -> Result<PtrEqRc<dyn Page>, String> {
    let tag = text(files, "language");
    let (language, fault) = match languages::load(&tag).await {
        Ok(language) => (language, None),
        // The page is readable in English too.
        Err(error) => (Language::default(), Some(error)),
    };
    let messages = language.loading();
    let reason = |error: NotLoaded| error.reason(language);
    let (view, _) = from_hash(&text(files, "view"));
    let is_selected = view.claim.is_some() || view.entity.is_some();
    let is_narrowed = !view.query.query().fields.is_empty() || view.has_filters();
    if is_selected || is_narrowed || view.mode != Mode::Article {
        // A failure is reported where the part is needed.
        drop(on_demand::load(language).await);
    }
    let (mut bundle, mut articles) = match BundleRecord::read(&data) {
        Ok(bundle) => bundle,
        Err(_) => {
            let upgraded = parts::upgrade(data).await.map_err(reason)?;
            let upgraded = upgraded.map_err(|fault| (messages.not_json)(&fault))?;
            BundleRecord::read(&upgraded).map_err(|fault| (messages.no_bundle)(&fault))?
        }
    };
    bundle.notices.extend(fault.map(reason));
    let is_several = articles.len() > 1 || bundle.archive.is_some();
    let page: Rc<dyn Page> = if is_several {
        let page = parts::collection(bundle, articles, place_of(files), language).await;
        page.map_err(reason)?
    } else if let Some(article) = articles.pop() {
        let skeleton = text(files, "skeleton");
        let editor = match skeleton.as_str() {
            "" => None,
            _ => Some(parts::editor().await),
        };
        match editor {
            Some(Ok(editor)) => (editor.own_page)(article, bundle.notices, skeleton),
            Some(Err(error)) => {
                let no_editor = language.own_file().no_editor;
                bundle.notices.push(no_editor(&reason(error)));
                Rc::new(ArticlePage::of(article, bundle.notices, language))
            }
            None => Rc::new(ArticlePage::of(article, bundle.notices, language)),
        }
    } else {
        return Err((messages.no_article)(&bundle.notices.join("; ")));
    };
    Ok(page.into())
}

/// The page for a reader's own articles, which replaces the form in `root`. Loads the part of the
/// program that it needs, also that with its `language`. `host` is a [`WorkspaceHost`](crate::ui::WorkspaceHost), with the
/// functions that the script of the page provides.
///
/// # Errors
/// If the part cannot be loaded.
pub async fn workspace(root: Element, host: JsValue) -> Result<PtrEqRc<dyn Page>, String> {
    let loading = languages::load(&text(&host, "language")).await;
    let language = loading.unwrap_or_default();
    let page = parts::workspace(root, host, editor_loader(language)).await;
    Ok(page.map_err(|error| error.reason(language))?.into())
}
