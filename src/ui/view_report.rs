//! Reporting the view of a page to its host and to scripts, and accepting the views that they
//! request.

use yew::prelude::*;

use super::host::Host;
use super::view_handle::ViewHandle;

/// Reports each view to the host and the handle of a page, in the form of an address's hash, and
/// calls `ask` with the views requested through the handle. The first view is not reported to the
/// host.
#[hook]
pub(super) fn use_view_report(
    host: &Host,
    handle: Option<&ViewHandle>,
    hash: String,
    ask: Callback<String>,
) {
    // Scripts may read a view that they have requested before effects run.
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
