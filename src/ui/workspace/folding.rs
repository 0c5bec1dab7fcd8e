//! Parts of the page that the reader folds and unfolds.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::state::Action;

/// A listener of a `details` element that dispatches `action` with whether it is now unfolded.
pub(super) fn ontoggle(dispatch: &Callback<Action>, action: fn(bool) -> Action) -> Callback<Event> {
    dispatch.reform(move |event: Event| {
        let details: HtmlDetailsElement = event.target_unchecked_into();
        action(details.open())
    })
}
