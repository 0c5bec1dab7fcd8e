//! The address of the page and the view, kept the same.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::host::{AddressUse, Host};
use explore::{HistoryStep, State, View, from_hash, history_step, link_to};

/// Typing changes the address once in so many milliseconds: browsers refuse more than
/// some hundred changes in ten seconds.
const TYPING_PAUSE: u32 = 250;

/// What somebody asks for who comes from elsewhere.
pub(super) struct Arrival {
    /// The view.
    pub(super) view: View,
    /// What cannot be had, in sentences.
    pub(super) notices: Vec<String>,
}

/// What the address of the page asks for.
pub(super) fn view_of_address() -> Arrival {
    arrival_by(&hash_of_address())
}

/// What a hash asks for.
pub(super) fn arrival_by(hash: &str) -> Arrival {
    let (view, notices) = from_hash(hash);
    Arrival { view, notices }
}

/// What is shown first.
pub(super) fn first_arrival(host: &Host) -> Arrival {
    let asked = Some(hash_of_address()).filter(|hash| host.is_in_address() && !hash.is_empty());
    arrival_by(asked.as_deref().unwrap_or(&host.view))
}

fn hash_of_address() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Writes the view into the address.
pub(super) struct Address {
    used: AddressUse,
    /// A change in place that waits for a pause in typing.
    waiting: Option<Timeout>,
}

impl Address {
    /// Nothing waits.
    pub(super) fn of(used: AddressUse) -> Self {
        Self {
            used,
            waiting: None,
        }
    }

    /// The reader went somewhere else: what waits to be written is out of date.
    pub(super) fn leave(&mut self) {
        self.waiting = None;
    }

    /// Writes a change of the view into the address.
    pub(super) fn write(&mut self, before: &State, after: &State) {
        match history_step(before, after) {
            _ if self.used == AddressUse::None => {}
            HistoryStep::None => {}
            HistoryStep::Push => {
                // What was typed before this choice is what *back* leads to.
                if self.waiting.take().is_some() {
                    set_address(&before.view, false);
                }
                set_address(&after.view, self.used == AddressUse::Kept);
            }
            HistoryStep::Replace => {
                let view = after.view.clone();
                self.waiting = Some(Timeout::new(TYPING_PAUSE, move || {
                    set_address(&view, false)
                }));
            }
        }
    }
}

/// Tells when somebody goes back or forward.
pub(super) fn arrivals(arrived: Callback<()>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        arrived.emit(())
    }))
}

fn set_address(view: &View, new_entry: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let location = window.location();
    let page = location.href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    let address = link_to(page, view);
    if let Ok(history) = window.history() {
        // A sandboxed frame may refuse; the page works without.
        // What a router keeps with its entry stays.
        let kept = history.state().unwrap_or_default();
        let _refused = if new_entry {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&kept, "", Some(&address))
        };
    }
}
