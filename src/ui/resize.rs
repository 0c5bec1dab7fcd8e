//! Watching elements for changes of size.

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
    /// Calls `on_change` at the beginning of the next frame, and again in the frame after one of
    /// the elements has changed size. At that point, reading sizes does not force a layout. Changes
    /// made within the observer's callback would be too late, and browsers would report an error to
    /// the page.
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
