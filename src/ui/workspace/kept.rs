//! Articles saved in this browser, only if the reader asks for it. Each folder that contains the
//! page has its own.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::format::JsValueSerdeExt;
use gloo::utils::window;
use js_sys::{Array, Promise, Reflect};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest,
    IdbTransactionMode, Storage,
};
use yew::prelude::*;

use super::host::words_of;
use crate::messages::WorkspaceMessages;
use crate::ui::editor::KeptEdits;
use jobs::FileReport;

/// The object store in the database, and the version of the database.
const STORE: &str = "opened";
const VERSION: u32 = 1;

/// One entry in the list of opened articles: an article, or the parts of a long one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Opened {
    /// Increases from one entry to the next. No other page that saves articles uses the same key.
    pub(super) key: u64,
    pub(super) title: String,
    pub(super) articles: Vec<OpenedArticle>,
    /// Where it comes from; `None` if an earlier version of the program saved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) report: Option<FileReport>,
}

/// An opened article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct OpenedArticle {
    pub(super) id: String,
    /// The article as a bundle holds it.
    pub(super) json: String,
    /// The edits that led to it, if there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) edits: Option<KeptEdits>,
}

impl Opened {
    /// Whether an article of this entry was edited. It is then saved without being asked for.
    pub(super) fn is_edited(&self) -> bool {
        self.articles.iter().any(|article| article.edits.is_some())
    }

    /// Whether both have the same text.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let reports = self.report.as_ref().zip(other.report.as_ref());
        reports.is_some_and(|(one, other)| one.text == other.text)
    }
}

/// Why the browser cannot save articles or load saved ones.
#[derive(Debug)]
pub(super) enum Refusal {
    NoStorage,
    NoDatabase,
    /// Another page uses the database.
    IsHeld,
    /// The browser ended a change without an error.
    GaveUp,
    /// An error of the browser.
    Error(JsValue),
}

impl From<JsValue> for Refusal {
    fn from(error: JsValue) -> Self {
        Self::Error(error)
    }
}

impl Refusal {
    /// The reason, in words that fit in brackets.
    pub(super) fn reason(&self, messages: &WorkspaceMessages) -> String {
        let reason = match self {
            Self::NoStorage => messages.no_storage,
            Self::NoDatabase => messages.no_database,
            Self::IsHeld => messages.database_is_held,
            Self::GaveUp => messages.browser_gave_up,
            Self::Error(error) => return words_of(error, messages),
        };
        reason.to_owned()
    }
}

/// The name of the database, and of the flag that says that it is used. The name dates from when
/// the page was called differently; readers have saved articles under it.
pub(super) fn name() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let folder = path.rfind('/').and_then(|end| path.get(..=end));
    format!("article-explorer-desk {}", folder.unwrap_or("/"))
}

fn storage() -> Result<Storage, Refusal> {
    let storage = window().local_storage()?;
    storage.ok_or(Refusal::NoStorage)
}

/// Whether the reader has chosen to save all opened articles, as far as the flag says.
pub(super) fn has_flag() -> bool {
    storage()
        .and_then(|storage| Ok(storage.get_item(&name())?))
        .is_ok_and(|value| value.is_some())
}

/// Whether articles are saved. The flag may be missing: edited articles are saved without it, and
/// browsers write it late, so that it is lost if the browser was ended soon after. Creates no
/// database.
pub(super) async fn is_kept() -> bool {
    if has_flag() {
        return true;
    }
    // Chromium reports an error if a page that may store nothing asks for its databases.
    if storage().is_err() {
        return false;
    }
    let has_database = async || -> Result<bool, JsValue> {
        let factory: Option<DatabaseList> = window().indexed_db()?.map(JsCast::unchecked_into);
        let Some(factory) = factory else {
            return Ok(false);
        };
        let list = JsFuture::from(factory.databases()?).await?;
        let is_ours = |database: JsValue| {
            let other = Reflect::get(&database, &"name".into()).unwrap_or_default();
            other.as_string().is_some_and(|other| other == name())
        };
        Ok(Array::from(&list).iter().any(is_ours))
    };
    // Where the browser does not list databases, the flag alone counts.
    has_database().await == Ok(true)
        && kept()
            .await
            .is_ok_and(|(sound, damaged)| sound.len() + damaged > 0)
}

#[wasm_bindgen]
extern "C" {
    /// A method of `IDBFactory` that web-sys lacks.
    type DatabaseList;

    #[wasm_bindgen(method, catch)]
    fn databases(this: &DatabaseList) -> Result<Promise, JsValue>;
}

/// All saved entries, in the order in which they were opened, and the number of damaged ones.
pub(super) async fn kept() -> Result<(Vec<Rc<Opened>>, usize), Refusal> {
    let read = async || -> Result<Array, Refusal> {
        let database = opened_database().await?;
        let transaction = database.transaction_with_str(STORE)?;
        let found = succeeded(&transaction.object_store(STORE)?.get_all()?).await;
        database.close();
        Ok(found?.unchecked_into())
    };
    let found = read().await?;
    let sound: Vec<_> = found
        .iter()
        .filter_map(|record| read_record(&record))
        .collect();
    let damaged = found.length() as usize - sound.len();
    Ok((sound, damaged))
}

fn read_record(record: &JsValue) -> Option<Rc<Opened>> {
    let opened: Opened = record.into_serde().ok()?;
    let is_json =
        |article: &OpenedArticle| serde_json::from_str::<IgnoredAny>(&article.json).is_ok();
    opened.articles.iter().all(is_json).then(|| Rc::new(opened))
}

/// Saves these entries, all of them or none. Leaves the flag as it is.
pub(super) async fn keep_entries(opened: &[Rc<Opened>]) -> Result<(), Refusal> {
    let records = opened.iter().map(JsValue::from_serde);
    let records: Vec<JsValue> = records
        .collect::<Result<_, _>>()
        .map_err(|error| JsValue::from(error.to_string()))?;
    changed(|store| {
        for record in &records {
            store.put(record)?;
        }
        Ok(())
    })
    .await
}

/// Saves these entries, all of them or none. The flag is set before the entries are saved.
pub(super) async fn keep(opened: &[Rc<Opened>]) -> Result<(), Refusal> {
    let was_kept = has_flag();
    let act = async || -> Result<(), Refusal> {
        storage()?.set_item(&name(), "1")?;
        keep_entries(opened).await
    };
    act().await.inspect_err(|_| {
        if !was_kept && let Ok(storage) = storage() {
            let _refused = storage.remove_item(&name());
        }
    })
}

/// Removes the saved entries with these keys.
pub(super) async fn forget(keys: &[u64]) -> Result<(), Refusal> {
    let forgotten = changed(|store| {
        for key in keys {
            store.delete(&JsValue::from_f64(*key as f64))?;
        }
        Ok(())
    });
    forgotten.await
}

/// Removes all saved entries.
pub(super) async fn forget_all() -> Result<(), Refusal> {
    changed(|store| store.clear().map(|_| ())).await?;
    remove_flag()
}

/// Removes the flag that says that all opened articles are saved.
pub(super) fn remove_flag() -> Result<(), Refusal> {
    Ok(storage()?.remove_item(&name())?)
}

/// Changes the saved entries, completely or not at all.
async fn changed(act: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>) -> Result<(), Refusal> {
    let database = opened_database().await?;
    let change = async || -> Result<(), Refusal> {
        let transaction =
            database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let finished = Promise::new(&mut |done, fail| {
            transaction.set_oncomplete(Some(&done));
            transaction.set_onabort(Some(&fail));
        });
        if let Err(error) = act(&transaction.object_store(STORE)?) {
            transaction.abort()?;
            let _aborted = JsFuture::from(finished).await;
            return Err(error.into());
        }
        let gave_up = |_: JsValue| match transaction.error() {
            Some(error) => Refusal::Error(error.into()),
            None => Refusal::GaveUp,
        };
        JsFuture::from(finished).await.map(|_| ()).map_err(gave_up)
    };
    let result = change().await;
    database.close();
    result
}

async fn opened_database() -> Result<IdbDatabase, Refusal> {
    let databases = window().indexed_db()?;
    let databases = databases.ok_or(Refusal::NoDatabase)?;
    let opening = databases.open_with_u32(&name(), VERSION)?;
    let _listener = EventListener::once(&opening, "upgradeneeded", |event| {
        let opening = event.target().and_then(|target| target.dyn_into().ok());
        let database = opening.and_then(|opening: IdbOpenDbRequest| opening.result().ok());
        if let Some(database) = database {
            let by_key = IdbObjectStoreParameters::new();
            by_key.set_key_path(&"key".into());
            let database: IdbDatabase = database.unchecked_into();
            // If this is refused, the request fails.
            let _store = database.create_object_store_with_optional_parameters(STORE, &by_key);
        }
    });
    let opened = Promise::new(&mut |done, fail| {
        opening.set_onsuccess(Some(&done));
        opening.set_onerror(Some(&fail));
        opening.set_onblocked(Some(&fail));
    });
    result_of(&opening, JsFuture::from(opened))
        .await
        .map(JsCast::unchecked_into)
}

async fn succeeded(request: &IdbRequest) -> Result<JsValue, Refusal> {
    let answered = Promise::new(&mut |done, fail| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&fail));
    });
    result_of(request, JsFuture::from(answered)).await
}

async fn result_of(request: &IdbRequest, answered: JsFuture) -> Result<JsValue, Refusal> {
    match answered.await {
        Ok(_) => Ok(request.result()?),
        // A blocked request has no error yet.
        Err(_) => Err(match request.error() {
            Ok(Some(error)) => Refusal::Error(error.into()),
            _ => Refusal::IsHeld,
        }),
    }
}

/// Calls `forgotten` when another page of this folder has removed all saved entries.
#[hook]
pub(super) fn use_kept(forgotten: Callback<()>) {
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "storage", move |_| {
            if !has_flag() {
                forgotten.emit(());
            }
        });
        move || drop(listener)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(key: u64, text: Option<&str>) -> Opened {
        let report = text.map(|text| FileReport {
            text: text.to_owned(),
            ..FileReport::default()
        });
        Opened {
            key,
            title: "T".to_owned(),
            articles: Vec::new(),
            report,
        }
    }

    #[test]
    fn entries_with_the_same_text_are_alike() {
        let one = opened(1, Some("a"));
        assert!(one.is_alike(&opened(2, Some("a"))));
        assert!(!one.is_alike(&opened(3, Some("b"))));
        assert!(!one.is_alike(&opened(4, None)));
        assert!(!opened(5, None).is_alike(&opened(6, None)));
    }
}
