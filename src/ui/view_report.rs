//! Telling those outside the page what its view is, and taking the one they ask for.

use yew::prelude::*;

use super::host::Host;
use super::view_handle::ViewHandle;

/// Tells the host and the handle of a page each view, in the form of an address's hash, and
/// gives `ask` the views that are asked for through the handle. The host is not told the
/// first view.
#[hook]
pub(super) fn use_view_report(
    host: &Host,
    handle: Option<&ViewHandle>,
    hash: String,
    ask: Callback<String>,
) {
    // Effects may come later than whoever has asked for a view looks at it.
    if let Some(handle) = handle {
        handle.publish(hash.clone());
    }
    let is_first = use_mut_ref(|| true);
    {
        let on_view = host.on_view.clone();
        use_effect_with(hash, move |hash| {
            if !is_first.replace(false)
                && let Some(on_view) = on_view
            {
                on_view.emit(hash.clone());
            }
        });
    }
    use_effect_with(handle.cloned(), move |handle| {
        if let Some(handle) = handle {
            handle.attach(ask);
        }
    });
}
