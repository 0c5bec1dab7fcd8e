//! Mounting the explorer in an element, and unmounting it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::AppHandle;

use super::host::host_of;
use crate::messages::Language;
use crate::ui::{AddressUse, Host, Keys, Page, PtrEqRc, Root, RootProps, ViewHandle, has_margin};

/// A page in an element of a document.
pub struct Mounted {
    app: AppHandle<Root>,
    handle: ViewHandle,
}

impl Mounted {
    /// Replaces the content of `root` with a page. `host_of` describes the object `host`.
    #[must_use]
    pub fn new(root: Element, page: PtrEqRc<dyn Page>, host: &JsValue) -> Self {
        let handle = ViewHandle::default();
        let host = Host {
            has_margin: has_margin(&root),
            ..host_of(host)
        };
        handle.begin_at(&host.view);
        let properties = RootProps {
            page: Some(page),
            host,
            handle: handle.clone(),
        };
        let renderer = yew::Renderer::<Root>::with_root_and_props(root, properties);
        Self {
            app: renderer.render(),
            handle,
        }
    }

    /// Shows another page, or the same page for another host.
    pub fn show(&mut self, page: PtrEqRc<dyn Page>, host: &JsValue) {
        self.update(Some(page), host_of(host));
    }

    /// Shows and keeps nothing until it is used again. The memory of a program is never completely
    /// freed, so an element that has left the page passes its explorer to the next one.
    pub fn rest(&mut self) {
        let host = Host {
            address: AddressUse::None,
            keys: Keys::Off,
            ..Host::default()
        };
        self.update(None, host);
    }

    fn update(&mut self, page: Option<PtrEqRc<dyn Page>>, host: Host) {
        // Views requested from now on are for the next page.
        self.handle.detach();
        if page.is_some() {
            self.handle.begin_at(&host.view);
        }
        self.app.update(RootProps {
            page,
            host,
            handle: self.handle.clone(),
        });
    }

    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn view(&self) -> String {
        self.handle.hash()
    }

    /// Requests a view, in the form of an address's hash.
    pub fn ask(&self, hash: &str) {
        self.handle.ask(hash);
    }
}

/// Stores the reason for a panic where a script finds it when the program crashes. The script then
/// shows the readable text again.
pub fn watch_for_panic() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        // A panic may happen during rendering, when the language is not available.
        let without_words = Language::default().loading().no_reason;
        let words = panic.payload_as_str().unwrap_or(without_words);
        let global = js_sys::global();
        let _unwritable = Reflect::set(&global, &"articleExplorerPanic".into(), &words.into());
    }));
}
