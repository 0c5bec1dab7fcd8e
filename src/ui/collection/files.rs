//! Files of an archive, fetched when they are needed.

use std::cell::{Ref, RefCell};
use std::collections::{HashMap, HashSet};

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::messages::CollectionMessages;
use explore::collection::{Archive, File};

/// How many files are fetched at the same time; browsers queue the rest anyway.
const AT_ONCE: usize = 24;

/// An archive and the source of its files.
pub struct Files {
    archive: RefCell<Archive>,
    place: Place,
    coming: RefCell<HashSet<File>>,
}

/// Where the files of an archive come from.
pub enum Place {
    /// An address that ends in `/`; empty if paths are relative to the page.
    At(String),
    /// The files in memory, by name.
    Held(HashMap<String, Uint8Array>),
}

impl Files {
    /// The files of an archive.
    #[must_use]
    pub fn of(archive: Archive, place: Place) -> Self {
        Self {
            archive: RefCell::new(archive),
            place,
            coming: RefCell::default(),
        }
    }

    /// The archive, with the files fetched so far.
    pub(super) fn archive(&self) -> Ref<'_, Archive> {
        self.archive.borrow()
    }

    /// Changes the archive.
    pub(super) fn change(&self, change: impl FnOnce(&mut Archive)) {
        change(&mut self.archive.borrow_mut());
    }

    /// The files in `wanted` to fetch now.
    pub(super) fn to_fetch(&self, wanted: &[File]) -> Vec<File> {
        let mut coming = self.coming.borrow_mut();
        let room = AT_ONCE.saturating_sub(coming.len());
        let new = wanted.iter().filter(|file| !coming.contains(file));
        let new: Vec<File> = new.take(room).copied().collect();
        coming.extend(&new);
        new
    }

    /// Fetches a file and gives it to the archive.
    pub(super) async fn fetch(&self, file: File, messages: &CollectionMessages) {
        let path = self.archive.borrow().path(file);
        let bytes = match &self.place {
            Place::At(base) => bytes_of(&format!("{base}{path}"), messages).await,
            Place::Held(files) => held(files, &path, messages),
        };
        self.coming.borrow_mut().remove(&file);
        self.archive.borrow_mut().provide(file, bytes);
    }
}

/// The bytes of a file. The error says what came instead.
async fn bytes_of(path: &str, messages: &CollectionMessages) -> Result<Vec<u8>, String> {
    let unreachable = |_: JsValue| messages.file_unreachable.to_owned();
    let response = gloo::utils::window().fetch_with_str(path);
    let response = JsFuture::from(response).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    if !response.ok() {
        return Err((messages.server_answers)(response.status()));
    }
    let broken = |_: JsValue| messages.file_broke_off.to_owned();
    let bytes = response.array_buffer().map_err(broken)?;
    let bytes = JsFuture::from(bytes).await.map_err(broken)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// The bytes of a file in memory.
fn held(
    files: &HashMap<String, Uint8Array>,
    path: &str,
    messages: &CollectionMessages,
) -> Result<Vec<u8>, String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let bytes = files.get(name).ok_or(messages.no_such_file)?;
    Ok(bytes.to_vec())
}
