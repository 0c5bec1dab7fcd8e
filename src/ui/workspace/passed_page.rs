//! The page that the bookmarklet passes to the workspace (`js/bookmarklet.js`): in the address, or,
//! if it is too long for that, in a message.

use std::pin::pin;

use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, File, MessageEvent, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair,
    Window, WritableStream,
};

use super::source::MOST;
use super::task::after;
use crate::messages::WorkspaceMessages;

#[wasm_bindgen]
extern "C" {
    /// A browser API that web-sys has only as an unstable one.
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// What the address has if the page is sent in a message.
const WAIT: &str = "wait";

/// Tells the page that opened this one that it can send itself.
const READY: &str = "article-explorer:page";

/// How long that page may take, in milliseconds.
const PATIENCE: u32 = 10_000;

/// Why there is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPage {
    /// The bytes are not a page packed by the bookmarklet, or only the beginning of one.
    Damaged,
    /// The page is larger than a file may be.
    TooLarge,
    /// No page arrived.
    NotSent,
}

impl NoPage {
    /// A sentence that says what to do.
    pub(super) fn sentence(self, messages: &WorkspaceMessages) -> String {
        match self {
            Self::Damaged => messages.page_damaged.to_owned(),
            Self::TooLarge => (messages.page_too_large)(MOST / 1e6),
            Self::NotSent => messages.page_not_sent.to_owned(),
        }
    }
}

/// The page as a file called `name`. `passed` is what the address contains.
///
/// # Errors
///
/// [`NoPage`]; what arrives can come from anybody.
pub(super) async fn file_of(passed: &str, name: &str) -> Result<File, NoPage> {
    let packed = if passed == WAIT {
        sent().await.ok_or(NoPage::NotSent)?
    } else {
        decoded(passed).ok_or(NoPage::Damaged)?
    };
    let parts = unpacked(&packed).await?;
    File::new_with_u8_array_sequence(&parts, name).map_err(|_| NoPage::Damaged)
}

/// The bytes of base64 in the alphabet for addresses.
fn decoded(passed: &str) -> Option<Uint8Array> {
    let base64 = passed.replace('-', "+").replace('_', "/");
    let binary = window().atob(&base64).ok()?;
    let bytes: Option<Vec<u8>> = binary.chars().map(|c| u8::try_from(c).ok()).collect();
    Some(Uint8Array::from(bytes?.as_slice()))
}

/// The bytes that the page that opened this one sends.
async fn sent() -> Option<Uint8Array> {
    // A window of another origin is no instance of this page’s `Window`.
    let opener = window().opener().ok().filter(JsValue::is_object)?;
    let opener: Window = opener.unchecked_into();
    let (arrive, arrival) = oneshot::channel();
    let mut arrive = Some(arrive);
    let from = JsValue::from(&opener);
    let _listener = EventListener::new(&window(), "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>();
        let message =
            message.filter(|message| message.source().map(JsValue::from) == Some(from.clone()));
        let bytes = message.and_then(|message| message.data().dyn_into::<Uint8Array>().ok());
        if let Some((bytes, arrive)) = bytes.and_then(|bytes| Some((bytes, arrive.take()?))) {
            // Nothing waits any more after the time is over.
            let _unheard = arrive.send(bytes);
        }
    });
    // The word is not secret, and the page can be of any origin.
    opener.post_message(&READY.into(), "*").ok()?;
    match select(arrival, pin!(after(PATIENCE))).await {
        Either::Left((bytes, _)) => bytes.ok(),
        Either::Right(_) => None,
    }
}

/// The parts of the page. Stops at the maximum size of a file, since a few bytes can unpack to very
/// many.
async fn unpacked(packed: &Uint8Array) -> Result<Array, NoPage> {
    let start = || -> Result<ReadableStreamDefaultReader, JsValue> {
        let blob = Blob::new_with_u8_array_sequence(&Array::of1(packed))?;
        let unpacking = DecompressionStream::new("gzip")?;
        let ends = ReadableWritablePair::new(&unpacking.readable(), &unpacking.writable());
        let stream = blob.stream().pipe_through(&ends);
        stream.get_reader().dyn_into().map_err(Into::into)
    };
    let reader = start().map_err(|_| NoPage::Damaged)?;
    let parts = Array::new();
    let mut size = 0.0;
    loop {
        let read = JsFuture::from(reader.read()).await;
        let read = read.map_err(|_| NoPage::Damaged)?;
        let part = js_sys::Reflect::get(&read, &"value".into()).unwrap_or_default();
        let Ok(part) = part.dyn_into::<Uint8Array>() else {
            return Ok(parts);
        };
        size += f64::from(part.length());
        if size > MOST {
            let _cancelled = JsFuture::from(reader.cancel()).await;
            return Err(NoPage::TooLarge);
        }
        parts.push(&part);
    }
}
