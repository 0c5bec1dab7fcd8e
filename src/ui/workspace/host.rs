//! Functions that the script of the page provides for the workspace.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Worker;

use crate::messages::WorkspaceMessages;

#[wasm_bindgen]
extern "C" {
    /// Functions that the script of the page provides, because it knows the files of the build. Its
    /// type for scripts is `WorkspaceHost` in `js/globals.d.ts`.
    #[derive(Clone, PartialEq)]
    pub type WorkspaceHost;

    #[wasm_bindgen(method, catch, js_name = startWorker)]
    pub(super) fn start_worker(this: &WorkspaceHost) -> Result<Worker, JsValue>;

    /// The script of the bookmarklet, in which `%WORKSPACE%` stands for the address of the page.
    #[wasm_bindgen(method, getter)]
    pub(super) fn bookmarklet(this: &WorkspaceHost) -> Option<String>;

    /// Articles, as the JSON of a bundle, as a page in one file. `edits` are those that led to the
    /// only article, as JSON, or empty.
    #[wasm_bindgen(method, catch, js_name = publishOneFile)]
    pub(super) async fn publish_one_file(
        this: &WorkspaceHost,
        data: &str,
        edits: &str,
    ) -> Result<JsValue, JsValue>;

    /// The same as a ZIP file with static pages.
    #[wasm_bindgen(method, catch, js_name = publishSite)]
    pub(super) async fn publish_site(this: &WorkspaceHost, data: &str) -> Result<JsValue, JsValue>;

    /// Loads the program that reads files, a [`FilesProgram`], into the page.
    #[wasm_bindgen(method, catch, js_name = loadFiles)]
    pub(super) async fn load_files(this: &WorkspaceHost) -> Result<JsValue, JsValue>;

    /// The list of files in a form that this program can read.
    #[wasm_bindgen(method, catch, js_name = allReadable)]
    pub(super) async fn all_readable(
        this: &WorkspaceHost,
        files: &Array,
    ) -> Result<JsValue, JsValue>;

    /// The program that reads files.
    #[derive(Clone)]
    pub(super) type FilesProgram;

    #[wasm_bindgen(method, catch, js_name = startJob)]
    pub(super) fn start_job(
        this: &FilesProgram,
        request: &str,
        payloads: Vec<Uint8Array>,
    ) -> Result<SlicedJob, JsValue>;

    /// A job of this program.
    pub(super) type SlicedJob;

    #[wasm_bindgen(method, catch)]
    pub(super) fn next(this: &SlicedJob) -> Result<Option<Array>, JsValue>;
}

/// The message of a browser error.
pub(super) fn words_of(error: &JsValue, messages: &WorkspaceMessages) -> String {
    use wasm_bindgen::JsCast;
    let Some(error) = error.dyn_ref::<js_sys::Error>() else {
        return error
            .as_string()
            .unwrap_or_else(|| messages.no_reason.to_owned());
    };
    let message = String::from(error.message());
    if message.is_empty() {
        return error.name().into();
    }
    message
}
