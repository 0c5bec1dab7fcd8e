//! The parts of the page's program that are loaded only when they are first needed.
//!
//! Each part is a function in `gate`, with owned arguments and without generics. With the feature
//! `split`, the code that only such a function needs is in a separate file
//! (`tools/src/bundle/split.rs`), which `js/parts.js` loads. Without the feature, or natively, the
//! function is part of the program. Functions exported to scripts stay in the main program, with
//! everything they need. They must reach a part only through its function, which returns plain data
//! or a trait object.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::messages::Language;
use crate::ui::{EditorLoader, EditorPart, OnDemandParts, Page, Place};
use formats::{ExportRefusal, ExportedFile, Format};
use import::{BundleRecord, JsonFault, UnreadArchive};
use model::Article;

/// A part could not be loaded, for a reason that `js/parts.js` provides. The next use tries again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotLoaded(String);

impl NotLoaded {
    /// The sentence for a part that could not be loaded.
    pub(super) fn reason(&self, language: Language) -> String {
        (language.loading().part_not_loaded)(&self.0)
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        let reason = js_sys::Reflect::get(&js_sys::global(), &"articleExplorerFault".into());
        let reason = reason.ok().and_then(|reason| reason.as_string());
        Self(reason.unwrap_or_default())
    }
}

/// The result of a part's function, once the part is loaded.
macro_rules! loaded {
    ($call:expr) => {{
        #[cfg(feature = "split")]
        let result = $call.await;
        #[cfg(not(feature = "split"))]
        let result = $call;
        result
    }};
}

/// The page of several articles.
pub(super) async fn collection(
    bundle: BundleRecord<'static, UnreadArchive>,
    articles: Vec<Article>,
    place: Place,
    language: Language,
) -> Result<Rc<dyn Page>, NotLoaded> {
    loaded!(gate::collection(bundle, articles, place, language))
}

/// The page for a reader's own articles; see [`super::workspace`].
pub(super) async fn workspace(
    root: Element,
    host: JsValue,
    load_editor: EditorLoader,
) -> Result<Rc<dyn Page>, NotLoaded> {
    loaded!(gate::workspace(root, host, load_editor))
}

/// Data in any form as the JSON of a bundle of version 2; see [`import::bundle::upgraded`].
pub(super) async fn upgrade(data: String) -> Result<Result<String, JsonFault>, NotLoaded> {
    loaded!(gate::upgrade(data))
}

/// Articles as a file in a format; see [`formats::export_file`].
pub(super) async fn exports(
    format: Format,
    articles: Vec<Rc<Article>>,
) -> Result<Result<ExportedFile, ExportRefusal>, NotLoaded> {
    loaded!(gate::exports(format, articles))
}

/// The parts of a page that open on demand; see [`on_demand_parts`](crate::ui::on_demand_parts).
pub(super) async fn on_demand() -> Result<OnDemandParts, NotLoaded> {
    loaded!(gate::on_demand())
}

/// The editor of an article.
pub(super) async fn editor() -> Result<EditorPart, NotLoaded> {
    loaded!(gate::editor())
}

/// German.
pub(super) async fn german() -> Result<Language, NotLoaded> {
    loaded!(gate::german())
}

/// Chinese in simplified characters.
pub(super) async fn chinese() -> Result<Language, NotLoaded> {
    loaded!(gate::chinese())
}

/// The functions where parts begin.
mod gate {
    use super::{
        Article, BundleRecord, EditorLoader, EditorPart, Element, ExportRefusal, ExportedFile,
        Format, JsValue, JsonFault, Language, NotLoaded, OnDemandParts, Page, Place, Rc,
        UnreadArchive,
    };
    use crate::messages::{CHINESE, GERMAN};
    use crate::ui::{CollectionProps, Host, editor_part, on_demand_parts};
    use crate::web::collection::SeveralArticles;
    use crate::web::workspace::Workspace;
    #[cfg(feature = "split")]
    use wasm_split_helpers::wasm_split;

    #[cfg_attr(feature = "split", wasm_split(collection, fallible))]
    pub(super) fn collection(
        bundle: BundleRecord<'static, UnreadArchive>,
        articles: Vec<Article>,
        place: Place,
        language: Language,
    ) -> Result<Rc<dyn Page>, NotLoaded> {
        let host = Host {
            language,
            ..Host::default()
        };
        let props = CollectionProps::of(bundle, articles, host, place);
        Ok(Rc::new(SeveralArticles(props)))
    }

    #[cfg_attr(feature = "split", wasm_split(workspace, fallible))]
    pub(super) fn workspace(
        root: Element,
        host: JsValue,
        load_editor: EditorLoader,
    ) -> Result<Rc<dyn Page>, NotLoaded> {
        Ok(Rc::new(Workspace::in_place_of(&root, host, load_editor)))
    }

    #[cfg_attr(feature = "split", wasm_split(upgrade, fallible))]
    pub(super) fn upgrade(data: String) -> Result<Result<String, JsonFault>, NotLoaded> {
        Ok(import::bundle::upgraded(&data))
    }

    #[cfg_attr(feature = "split", wasm_split(exports, fallible))]
    pub(super) fn exports(
        format: Format,
        articles: Vec<Rc<Article>>,
    ) -> Result<Result<ExportedFile, ExportRefusal>, NotLoaded> {
        Ok(formats::export_file(format, &articles))
    }

    #[cfg_attr(feature = "split", wasm_split(on_demand, fallible))]
    pub(super) fn on_demand() -> Result<OnDemandParts, NotLoaded> {
        Ok(on_demand_parts())
    }

    #[cfg_attr(feature = "split", wasm_split(editor, fallible))]
    pub(super) fn editor() -> Result<EditorPart, NotLoaded> {
        Ok(editor_part())
    }

    #[cfg_attr(feature = "split", wasm_split(german, fallible))]
    pub(super) fn german() -> Result<Language, NotLoaded> {
        Ok(Language::of(&GERMAN))
    }

    #[cfg_attr(feature = "split", wasm_split(chinese, fallible))]
    pub(super) fn chinese() -> Result<Language, NotLoaded> {
        Ok(Language::of(&CHINESE))
    }
}
