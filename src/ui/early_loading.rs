//! Loading the parts that open on demand a little before they open.

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::on_demand_parts::OnDemandLoader;

/// Whether the parts that open on demand were loaded early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EarlyLoading {
    is_done: bool,
}

/// Loads the parts that open on demand as soon as the reader points at the page in `root` or moves
/// the focus into it.
#[hook]
pub(super) fn use_early_loading(loader: Option<OnDemandLoader>, root: &NodeRef) -> EarlyLoading {
    let is_done = use_state_eq(|| false);
    let root = root.clone();
    let early = EarlyLoading { is_done: *is_done };
    use_effect_with((), move |()| {
        let target = root.cast::<Element>().zip(loader);
        let listeners = target.map(|(target, loader)| {
            ["pointerover", "focusin"].map(|name| {
                let (loader, is_done) = (loader.clone(), is_done.clone());
                EventListener::once(&target, name, move |_| {
                    spawn_local(async move {
                        // A failure is reported when something opens.
                        is_done.set(loader.load.emit(()).await.is_ok());
                    });
                })
            })
        });
        move || drop(listeners)
    });
    early
}
