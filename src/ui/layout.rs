//! Whether the page has room beside the text.

use web_sys::Element;
use yew::prelude::*;

use super::resize::SizeWatch;

/// Whether the page is wide enough for a margin, according to the style of the columns in `root`.
/// If there are no columns yet, it counts as wide enough.
#[must_use]
pub fn has_margin(root: &Element) -> bool {
    let columns = root.query_selector(".columns").ok().flatten();
    let style = columns
        .and_then(|columns| gloo::utils::window().get_computed_style(&columns).ok())
        .flatten();
    let layout = style.and_then(|style| style.get_property_value("--ax-layout").ok());
    layout.is_none_or(|layout| layout.trim() != "narrow")
}

/// Whether the page in `root` has room beside the text, updated when its width changes. `first` is
/// the value before the first rendering.
#[hook]
pub(super) fn use_has_margin(root: &NodeRef, first: bool) -> bool {
    let beside = use_state_eq(|| first);
    {
        let (root, beside) = (root.clone(), beside.clone());
        use_effect_with((), move |()| {
            let watched = root.cast::<Element>();
            let resized = Callback::from(move |()| {
                beside.set(root.cast::<Element>().is_none_or(|root| has_margin(&root)));
            });
            let watch = watched.and_then(|root| SizeWatch::of([root], resized));
            move || drop(watch)
        });
    }
    *beside
}
