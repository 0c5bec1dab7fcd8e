//! Saving a file on the reader's disk.

use gloo::utils::format::JsValueSerdeExt;
use gloo::utils::window;
use js_sys::{Promise, Reflect};
use serde::Serialize;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DomException, File, FileSystemFileHandle, FileSystemWritableFileStream,
};

use super::super::save_as::download_bytes;

const MEDIA_TYPE: &str = "text/html";

/// The file that a page is saved in.
#[derive(Default)]
pub(super) struct Disk(Option<Known>);

/// A file that the reader has chosen, and when it was last changed by this page or, if the reader
/// was told, by something else; in milliseconds since 1970.
struct Known {
    handle: FileSystemFileHandle,
    modified: f64,
}

/// What became of a file.
pub(super) enum Written {
    /// It was written, under a name.
    Saved(String),
    /// A new file was handed to the reader, because the browser writes no files.
    Downloaded(String),
}

/// Why a file was not written.
pub(super) enum NotWritten {
    /// The reader chose none.
    NoneChosen,
    /// Something else has changed it. The next attempt replaces it.
    ChangedMeanwhile,
    /// The browser refuses.
    Refused(JsValue),
}

impl From<JsValue> for NotWritten {
    fn from(error: JsValue) -> Self {
        Self::Refused(error)
    }
}

impl Disk {
    /// Whether the browser lets a page write a file that the reader chooses.
    fn writes_files() -> bool {
        Reflect::has(&window(), &"showSaveFilePicker".into()) == Ok(true)
    }

    /// Saves a page: in the file that was chosen before, or else in one that the reader chooses now,
    /// or as a download. The reader chooses before `page` is awaited, because browsers let a page ask
    /// only right after a click or a key. `name` is the suggested name, and `kind` describes the
    /// kind of file.
    ///
    /// # Errors
    /// If no file was written.
    pub(super) async fn save(
        &mut self,
        page: impl Future<Output = Result<String, JsValue>>,
        name: &str,
        kind: &str,
    ) -> Result<Written, NotWritten> {
        if !Self::writes_files() {
            download_bytes(name, blob_of(&page.await?)?.into());
            return Ok(Written::Downloaded(name.to_owned()));
        }
        let known = self.0.as_ref().map(|known| known.handle.clone());
        let handle = match known {
            Some(handle) => {
                let modified = modified(&handle).await;
                // If the file is gone, the reader chooses one the next time.
                let modified = modified.inspect_err(|_| self.0 = None)?;
                self.expect_unchanged(modified)?;
                handle
            }
            None => chosen(name, kind).await?,
        };
        let blob = blob_of(&page.await?)?;
        let writable = JsFuture::from(handle.create_writable()).await?;
        let writable: FileSystemWritableFileStream = writable.unchecked_into();
        JsFuture::from(writable.write_with_blob(&blob)?).await?;
        JsFuture::from(writable.close()).await?;
        let name = handle.name();
        let modified = modified(&handle).await?;
        self.0 = Some(Known { handle, modified });
        Ok(Written::Saved(name))
    }

    /// Reports whether the chosen file was last changed by this page.
    fn expect_unchanged(&mut self, modified: f64) -> Result<(), NotWritten> {
        let before = self.0.as_mut().map(|known| {
            let before = known.modified;
            known.modified = modified;
            before
        });
        match before {
            Some(before) if before.to_bits() != modified.to_bits() => {
                Err(NotWritten::ChangedMeanwhile)
            }
            _ => Ok(()),
        }
    }
}

async fn modified(handle: &FileSystemFileHandle) -> Result<f64, JsValue> {
    let file: File = JsFuture::from(handle.get_file()).await?.unchecked_into();
    Ok(file.last_modified())
}

fn blob_of(page: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(MEDIA_TYPE);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&page.into()), &options)
}

/// The options of the dialog in which the reader chooses a file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PickerOptions<'a> {
    suggested_name: &'a str,
    types: [PickerType<'a>; 1],
}

#[derive(Serialize)]
struct PickerType<'a> {
    description: &'a str,
    accept: BTreeMap<&'static str, [&'static str; 2]>,
}

/// Asks the reader for a file.
async fn chosen(name: &str, kind: &str) -> Result<FileSystemFileHandle, NotWritten> {
    let options = PickerOptions {
        suggested_name: name,
        types: [PickerType {
            description: kind,
            accept: BTreeMap::from([(MEDIA_TYPE, [".html", ".htm"])]),
        }],
    };
    let options = JsValue::from_serde(&options).unwrap_or_default();
    let picker: FilePicker = window().unchecked_into();
    match JsFuture::from(picker.show_save_file_picker(&options)?).await {
        Ok(handle) => Ok(handle.unchecked_into()),
        Err(error) => Err(match error.dyn_ref::<DomException>() {
            Some(error) if error.name() == "AbortError" => NotWritten::NoneChosen,
            _ => NotWritten::Refused(error),
        }),
    }
}

#[wasm_bindgen]
extern "C" {
    /// A window of a browser that writes files; web-sys lacks this function.
    type FilePicker;

    #[wasm_bindgen(method, catch, js_name = showSaveFilePicker)]
    fn show_save_file_picker(this: &FilePicker, options: &JsValue) -> Result<Promise, JsValue>;
}
