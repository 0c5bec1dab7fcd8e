//! Told when elements change their size.

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Watches the size of elements until it is dropped.
pub(super) struct SizeWatch {
    observer: ResizeObserver,
    _on_change: Closure<dyn FnMut(Array)>,
}

impl SizeWatch {
    /// Calls `on_change` now and after each change of size of one of the elements.
    pub(super) fn of(
        elements: impl IntoIterator<Item = Element>,
        on_change: impl Fn() + 'static,
    ) -> Option<Self> {
        on_change();
        let on_change = Closure::<dyn FnMut(Array)>::new(move |_| on_change());
        let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        for element in elements {
            observer.observe(&element);
        }
        Some(Self {
            observer,
            _on_change: on_change,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
