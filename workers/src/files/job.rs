//! Work on a reader’s own articles, for scripts: a message is a list of its JSON and the bytes
//! that belong to it.

use jobs::{Reply, to_json};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::finding::with_tagger;

/// A running job.
#[wasm_bindgen]
pub struct Job(jobs::Job);

#[wasm_bindgen]
impl Job {
    /// Does the next step and returns its message; `None` after the last.
    #[wasm_bindgen(js_name = next)]
    pub fn take_step(&mut self) -> Option<Array> {
        let message = with_tagger(|tagger| self.0.next(tagger))?;
        let list = Array::of1(&to_json(&message.reply).into());
        for payload in &message.payloads {
            list.push(&Uint8Array::from(payload.as_slice()));
        }
        Some(list)
    }
}

/// Starts the job that a page requests; see [`jobs::Job::start`].
#[wasm_bindgen(js_name = startJob)]
#[must_use]
pub fn start_job(request: &str, payloads: Vec<Uint8Array>) -> Job {
    let payloads = payloads.iter().map(Uint8Array::to_vec).collect();
    Job(jobs::Job::start(request, payloads))
}

/// The message of a worker that has started.
#[wasm_bindgen(js_name = readyMessage)]
#[must_use]
pub fn ready_message() -> Array {
    Array::of1(&to_json(&Reply::Ready).into())
}
