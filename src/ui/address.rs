//! Keeping the address of the page and the view in sync.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::host::{AddressUse, Host};
use crate::messages::Language;
use explore::{HistoryStep, State, View, from_hash, history_step, link_to};

/// While the reader types, the address changes at most once in this number of milliseconds.
/// Browsers refuse more than about a hundred changes in ten seconds.
const TYPING_PAUSE: u32 = 250;

/// A view that an address requests.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arrival {
    /// The view.
    pub(super) view: View,
    /// Sentences about requests that cannot be met.
    pub(super) notices: Vec<String>,
}

impl Arrival {
    /// The request in a hash.
    pub(super) fn by(hash: &str, language: Language) -> Self {
        let (view, problems) = from_hash(hash);
        let messages = language.article();
        let notices = problems.iter().map(messages.problem).collect();
        Self { view, notices }
    }

    /// The first request of a page.
    pub(super) fn first(host: &Host) -> Self {
        Self::by(&host.view, host.language)
    }
}

/// The current hash of the address of the page.
#[must_use]
pub fn hash_of_address() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Keeps the address of the page and the view in sync. Writes each change of `state` into the
/// address, and calls `arrive` with the request of the address when the reader goes back or
/// forward; `arrive` returns the view that it has accepted. The returned callback takes a view that
/// is already in the address, so that it is not written again.
#[hook]
pub(super) fn use_address(
    host: &Host,
    state: &Rc<State>,
    arrive: Callback<Arrival, View>,
) -> Callback<View> {
    let (used, language) = (host.address, host.language);
    let address = use_mut_ref(|| Address::of(used));
    let written: Rc<RefCell<State>> = use_mut_ref(|| (**state).clone());
    {
        let (address, written) = (Rc::clone(&address), Rc::clone(&written));
        use_effect_with(Rc::clone(state), move |state| {
            let before = written.replace((**state).clone());
            address.borrow_mut().write(&before, state);
        });
    }
    let is_written = {
        let written = Rc::clone(&written);
        use_callback((), move |view, ()| written.borrow_mut().view = view)
    };
    use_effect_with((), move |()| {
        let listener = (used != AddressUse::None).then(|| {
            EventListener::new(&gloo::utils::window(), "popstate", move |_| {
                address.borrow_mut().leave();
                let view = arrive.emit(Arrival::by(&hash_of_address(), language));
                written.borrow_mut().view = view;
            })
        });
        move || drop(listener)
    });
    is_written
}

/// Writes the view into the address.
struct Address {
    used: AddressUse,
    /// A replacement of the address that waits for a pause in typing.
    waiting: Option<Timeout>,
}

impl Address {
    /// An address without a waiting change.
    fn of(used: AddressUse) -> Self {
        Self {
            used,
            waiting: None,
        }
    }

    /// The reader has gone somewhere else, so a waiting change is out of date.
    fn leave(&mut self) {
        self.waiting = None;
    }

    /// Writes a change of the view into the address.
    fn write(&mut self, before: &State, after: &State) {
        match history_step(before, after) {
            _ if self.used == AddressUse::None => {}
            HistoryStep::None => {}
            HistoryStep::Push => {
                // *Back* must lead to the query that was typed before this choice.
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

fn set_address(view: &View, new_entry: bool) {
    let window = gloo::utils::window();
    let location = window.location();
    let page = location.href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    let address = link_to(page, view);
    if let Ok(history) = window.history() {
        // A sandboxed frame may refuse this; the page works without it. The state that a router
        // keeps with its entry stays.
        let kept = history.state().unwrap_or_default();
        let _refused = if new_entry {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&kept, "", Some(&address))
        };
    }
}
