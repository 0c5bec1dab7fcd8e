//! Told when elements change their size.

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};
use yew::Callback;

use super::next_frame::NextFrame;

/// Watches the size of elements until it is dropped.
pub(super) struct SizeWatch {
    observer: ResizeObserver,
    _on_size: Closure<dyn FnMut(Array)>,
}

impl SizeWatch {
    /// Calls `on_change` at the beginning of the frame after the first one, and after each
    /// change of size of one of the elements. Sizes are known then, and to ask for them costs
    /// nothing. What is changed while sizes are observed is observed too late, of which
    /// browsers complain to the page; a frame later it is in time.
    pub(super) fn of(
        elements: impl IntoIterator<Item = Element>,
        on_change: Callback<()>,
    ) -> Option<Self> {
        let frame = NextFrame::of(on_change);
        let on_size = Closure::<dyn FnMut(Array)>::new(move |_| frame.ask());
        let observer = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
        for element in elements {
            observer.observe(&element);
        }
        Some(Self {
            observer,
            _on_size: on_size,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
