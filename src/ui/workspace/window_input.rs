//! Texts and files that readers paste into the page or drop anywhere on it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList};
use yew::prelude::*;

/// A text with more UTF-16 units than this does not go through the field, because that would block
/// the page.
const MOST_IN_FIELD: usize = 50_000;

/// The files of a list.
pub(super) fn files_of(list: Option<FileList>) -> Vec<File> {
    let list = list.iter();
    list.flat_map(|list| (0..list.length()).filter_map(|number| list.get(number)))
        .collect()
}

/// Opens anything pasted into the page or dropped on it: files with `give`, texts with `read`.
/// Leaves it to the browser to put texts into the field `text`. Returns whether something is being
/// dragged over the page.
#[hook]
pub(super) fn use_window_input(
    text: &NodeRef,
    give: &Callback<Vec<File>>,
    read: &Callback<String>,
) -> bool {
    let is_dropping = use_state_eq(|| false);
    let input = Rc::new(Input {
        text: text.clone(),
        give: give.clone(),
        read: read.clone(),
        is_from_here: Cell::new(false),
    });
    {
        let is_dropping = is_dropping.clone();
        use_effect_with((), move |()| {
            let listeners = input.listeners(&is_dropping);
            move || drop(listeners)
        });
    }
    *is_dropping
}

type Act = Box<dyn Fn(&Input, &Event)>;

struct Input {
    text: NodeRef,
    give: Callback<Vec<File>>,
    read: Callback<String>,
    /// The dragged content comes from the page itself, so the browser handles it.
    is_from_here: Cell<bool>,
}

impl Input {
    fn listeners(self: Rc<Self>, is_dropping: &UseStateHandle<bool>) -> Vec<EventListener> {
        let hear = |name: &'static str, act: Act| {
            let input = Rc::clone(&self);
            let prevents = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), name, prevents, move |event| {
                act(&input, event);
            })
        };
        let holds = |is_held: bool| {
            let is_dropping = is_dropping.clone();
            move || is_dropping.set(is_held)
        };
        let (held, left, dropped) = (holds(true), holds(false), holds(false));
        vec![
            hear("paste", Box::new(Self::paste)),
            hear(
                "dragstart",
                Box::new(|input, _| input.is_from_here.set(true)),
            ),
            hear(
                "dragend",
                Box::new(|input, _| input.is_from_here.set(false)),
            ),
            hear(
                "dragover",
                Box::new(move |input, event| {
                    // Otherwise, the browser would replace the page with a file that is dropped
                    // beside the field.
                    if input.brought(event).is_some() {
                        event.prevent_default();
                        held();
                    }
                }),
            ),
            hear("dragleave", Box::new(move |_, _| left())),
            hear(
                "drop",
                Box::new(move |input, event| {
                    dropped();
                    input.drop(event);
                }),
            ),
        ]
    }

    fn paste(&self, event: &Event) {
        let data = event.dyn_ref::<ClipboardEvent>();
        let Some(data) = data.and_then(ClipboardEvent::clipboard_data) else {
            return;
        };
        let files = files_of(data.files());
        if !files.is_empty() {
            event.prevent_default();
            self.give.emit(files);
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let is_field = target.is_some_and(|target| {
            let fields = "input,textarea,select,[contenteditable]";
            target.matches(fields).unwrap_or(false)
        });
        let text = data.get_data("text/plain").unwrap_or_default();
        let is_short = || text.encode_utf16().count() <= MOST_IN_FIELD;
        if is_field && (!self.is_text(event) || is_short()) {
            return;
        }
        event.prevent_default();
        self.read.emit(text);
    }

    fn drop(&self, event: &Event) {
        let Some(data) = self.brought(event) else {
            return;
        };
        event.prevent_default();
        let files = files_of(data.files());
        if files.is_empty() {
            self.read
                .emit(data.get_data("text/plain").unwrap_or_default());
        } else {
            self.give.emit(files);
        }
    }

    /// The dragged content, unless the browser handles it: a text that is moved within the page or
    /// into the field.
    fn brought(&self, event: &Event) -> Option<DataTransfer> {
        let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
        let has_files = data.types().includes(&JsValue::from("Files"), 0);
        (!self.is_from_here.get() && (has_files || !self.is_text(event))).then_some(data)
    }

    fn is_text(&self, event: &Event) -> bool {
        let target = event.target().map(JsValue::from);
        target.is_some() && target == self.text.get().map(JsValue::from)
    }
}
