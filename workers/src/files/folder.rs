//! Reads a folder of articles, for scripts.

use folder::Source;
use js_sys::{Error, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsError, JsValue};

use crate::finding;

#[wasm_bindgen]
extern "C" {
    /// A folder: reads its files and takes messages about them.
    pub type Folder;

    #[wasm_bindgen(method, catch)]
    fn read(this: &Folder, name: &str) -> Result<Uint8Array, JsValue>;

    #[wasm_bindgen(method)]
    fn tell(this: &Folder, line: &str);

    /// A file of the earlier bundle.
    #[wasm_bindgen(method)]
    fn packed(this: &Folder, name: &str) -> Option<Uint8Array>;
}

/// A folder as the crate `folder` reads it.
struct Files<'a>(&'a Folder);

impl Source for Files<'_> {
    fn read(&mut self, name: &str) -> Result<Vec<u8>, String> {
        let bytes = self.0.read(name).map_err(|error| reason(&error))?;
        Ok(bytes.to_vec())
    }

    fn tell(&mut self, line: &str) {
        self.0.tell(line);
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

/// Reads the articles of a folder. `names` are its files; names of folders end in `/`. `program`
/// identifies what pages depend on beside the articles. Returns the JSON of a bundle, and the JSON of
/// a record of what it was made from.
///
/// # Errors
/// If a file cannot be read, if an article has a fault, or if there is no article.
#[wasm_bindgen(js_name = readFolder)]
pub fn read_folder(
    names: Vec<String>,
    folder: &Folder,
    program: &str,
) -> Result<Vec<String>, JsError> {
    let read =
        |tagger: Option<&_>| ::folder::read_folder(&names, &mut Files(folder), tagger, program);
    let articles = finding::with_tagger(read)?;
    Ok(vec![articles.bundle.to_json(), articles.record.to_json()])
}
