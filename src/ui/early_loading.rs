//! Loading the parts that open on demand a little before they open.

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::on_demand_parts::OnDemandLoader;

/// Whether the parts of a page that open on demand are loaded.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EarlyLoading {
    is_done: bool,
    /// Receives that they are.
    pub(super) done: Callback<()>,
}

/// Loads the parts that open on demand as soon as the reader points at the page in `root` or moves
/// the focus into it.
#[hook]
pub(super) fn use_early_loading(loader: Option<OnDemandLoader>, root: &NodeRef) -> EarlyLoading {
    let is_done = use_state_eq(|| false);
    let setter = is_done.setter();
    let done = use_callback((), move |(), ()| setter.set(true));
    let root = root.clone();
    let early = EarlyLoading {
        is_done: *is_done,
        done: done.clone(),
    };
    use_effect_with((), move |()| {
        let target = root.cast::<Element>().zip(loader);
        let listeners = target.map(|(target, loader)| {
            ["pointerover", "focusin"].map(|name| {
                let (loader, done) = (loader.clone(), done.clone());
                EventListener::once(&target, name, move |_| {
                    spawn_local(async move {
                        // A failure is reported when something opens.
                        if loader.load.emit(()).await.is_ok() {
                            done.emit(());
                        }
                    });
                })
            })
        });
        move || drop(listeners)
    });
    early
}
