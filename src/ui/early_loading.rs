//! Loading the parts that open on demand a little before they open.

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::on_demand_parts::OnDemandLoader;

/// Loads the parts that open on demand as soon as the reader points at the page in `root` or moves
/// the focus into it.
#[hook]
pub(super) fn use_early_loading(loader: Option<OnDemandLoader>, root: &NodeRef) {
    let root = root.clone();
    use_effect_with((), move |()| {
        let target = root.cast::<Element>().zip(loader);
        let listeners = target.map(|(target, loader)| {
            ["pointerover", "focusin"].map(|name| {
                let loader = loader.clone();
                EventListener::once(&target, name, move |_| {
                    // A failure is reported when something opens.
                    spawn_local(async move { drop(loader.load.emit(()).await) });
                })
            })
        });
        move || drop(listeners)
    });
}
