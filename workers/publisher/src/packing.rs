//! Makes the files of a bundle, for a script in Node that reads and writes files.

use folder::{Articles, Record};
use js_sys::{Error, Uint8Array};
use pack::{KitFiles, Settings, Target, bundle_of};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsError, JsValue};

#[wasm_bindgen]
extern "C" {
    /// The folder of the program, whose files are read.
    pub type Kit;

    #[wasm_bindgen(method, catch)]
    fn read(this: &Kit, name: &str) -> Result<Uint8Array, JsValue>;

    /// The folder of the bundle, whose files are written.
    pub type Out;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Out, name: &str, content: &[u8]) -> Result<(), JsValue>;

    /// A file of the earlier bundle.
    #[wasm_bindgen(method)]
    fn packed(this: &Out, name: &str) -> Option<Uint8Array>;
}

impl KitFiles for Kit {
    fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        let bytes = Self::read(self, name).map_err(|error| reason(&error))?;
        Ok(bytes.to_vec())
    }
}

/// A folder as the crate `pack` writes to it.
struct Folder(Out);

impl Target for Folder {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), String> {
        let written = self.0.write(name, content);
        written.map_err(|error| reason(&error))
    }

    fn packed(&mut self, name: &str) -> Option<Vec<u8>> {
        self.0.packed(name).map(|bytes| bytes.to_vec())
    }
}

/// Why a function of a script failed.
fn reason(error: &JsValue) -> String {
    let message = error.dyn_ref::<Error>().map(Error::message);
    message.map_or_else(|| format!("{error:?}"), String::from)
}

/// Whether the files with these names are a bundle and no other page, so that it may be replaced.
#[wasm_bindgen(js_name = isBundle)]
#[must_use]
pub fn is_bundle(names: Vec<String>) -> bool {
    pack::is_bundle(&names)
}

/// Makes a bundle. `data` has its articles, as the JSON of a bundle, and `record` what they were made
/// from; `settings` is the content of
/// `settings.json`, if there is one; `in_parts` makes files of a few articles too that pages load
/// one by one. Nothing is written if something is wrong with the articles or the settings. Returns the
/// number of articles whose pages are those of the earlier bundle.
///
/// # Errors
/// If something is wrong, or if a file cannot be read or written.
#[wasm_bindgen]
pub async fn pack(
    kit: Kit,
    data: String,
    record: String,
    settings: Option<String>,
    in_parts: bool,
    out: Out,
) -> Result<usize, JsError> {
    let settings = match settings {
        Some(json) => Settings::parse(&json)?,
        None => Settings::default(),
    };
    let settings = Settings {
        in_parts,
        ..settings
    };
    let articles = Articles {
        bundle: bundle_of(&data)?,
        record: Record::parse(record.as_bytes()).unwrap_or_default(),
    };
    Ok(::pack::pack(&kit, &articles, settings, &mut Folder(out)).await?)
}
