//! The address of the page and the view, kept the same.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::explore::{HistoryStep, State, View, from_hash, history_step, to_hash};

/// Typing changes the address once in so many milliseconds: browsers refuse more than
/// some hundred changes in ten seconds.
const TYPING_PAUSE: u32 = 250;

/// What the address of the page asks for.
pub(super) struct Arrival {
    /// The view.
    pub(super) view: View,
    /// What cannot be had, in sentences.
    pub(super) notices: Vec<String>,
}

/// What the address of the page asks for.
pub(super) fn view_of_address() -> Arrival {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let (view, notices) = from_hash(&hash.unwrap_or_default());
    Arrival { view, notices }
}

#[derive(Default)]
struct Written {
    /// The state that the address stands for.
    state: State,
    /// A change in place that waits for a pause in typing.
    waiting: Option<Timeout>,
}

/// Writes each change of the view into the address, and gives `restore` what the address
/// asks for when somebody goes back or forward; it returns the view that was taken.
#[hook]
pub(super) fn use_address(state: &State, restore: &Callback<Arrival, View>) {
    let written = use_mut_ref(|| Written {
        state: state.clone(),
        waiting: None,
    });
    {
        let written = Rc::clone(&written);
        use_effect_with(state.clone(), move |state| write_address(&written, state));
    }
    let restore = restore.clone();
    use_effect_with((), move |()| {
        let arrive = move |_: &Event| {
            written.borrow_mut().waiting = None;
            let view = restore.emit(view_of_address());
            written.borrow_mut().state = State {
                view,
                ..State::default()
            };
        };
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "popstate", arrive));
        move || drop(listener)
    });
}

fn write_address(written: &Rc<RefCell<Written>>, state: &State) {
    let mut last = written.borrow_mut();
    let before = std::mem::replace(&mut last.state, state.clone());
    match history_step(&before, state) {
        HistoryStep::None => {}
        HistoryStep::Push => {
            // What was typed before this choice is what *back* leads to.
            if last.waiting.take().is_some() {
                set_address(&before.view, false);
            }
            set_address(&state.view, true);
        }
        HistoryStep::Replace => {
            let view = state.view.clone();
            last.waiting = Some(Timeout::new(TYPING_PAUSE, move || {
                set_address(&view, false)
            }));
        }
    }
}

fn set_address(view: &View, new_entry: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    let page = location.href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    let hash = to_hash(view);
    let address = if hash.is_empty() {
        page.to_owned()
    } else {
        format!("{page}#{hash}")
    };
    if let Ok(history) = window.history() {
        // A sandboxed frame may refuse; the page works without.
        let _refused = if new_entry {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        };
    }
}
