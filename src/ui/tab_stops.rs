//! Names in the text as stops for the Tab and arrow keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::NodeRef;

use super::scroll::show;
use model::TextRange;

/// The arrow keys move from name to name. Tab returns to the name that had the focus last.
pub(super) fn step_between_names(event: &KeyboardEvent) {
    let forward = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => true,
        "ArrowLeft" | "ArrowUp" => false,
        _ => return,
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let here = target.and_then(|target| target.closest("[data-step]").ok().flatten());
    let text = here
        .as_ref()
        .and_then(|here| here.closest("article").ok().flatten());
    let Some((here, text)) = here.zip(text) else {
        return;
    };
    let Ok(names) = text.query_selector_all("[data-step]") else {
        return;
    };
    let names: Vec<HtmlElement> = (0..names.length())
        .filter_map(|number| names.item(number)?.dyn_into().ok())
        .collect();
    let at = names.iter().position(|name| name.is_same_node(Some(&here)));
    let next = at.and_then(|at| {
        if forward {
            at.checked_add(1)
        } else {
            at.checked_sub(1)
        }
    });
    if let Some(next) = next.and_then(|next| names.get(next)) {
        event.prevent_default();
        let _unfocusable = next.focus();
    }
}

/// Brings the name at a place of the text into view, and makes it the next stop of Tab.
pub(super) fn show_name(text: &NodeRef, place: TextRange) {
    let start = place.start.to_string();
    let selector = ["[data-step='", &start, "'], [data-place='", &start, "']"].concat();
    let text = text.cast::<Element>();
    let name = text
        .as_ref()
        .and_then(|text| text.query_selector(&selector).ok().flatten());
    if let Some((text, name)) = text.zip(name) {
        // A name within another has no stop of its own.
        if let Ok(Some(stop)) = name.closest("[data-step]") {
            make_tab_stop(&text, &stop);
        }
        show(&name);
    }
}

/// Makes the first name the stop of Tab.
pub(super) fn begin_tab_stops(text: &NodeRef) {
    let text = text.cast::<Element>();
    let first = text
        .as_ref()
        .and_then(|text| text.query_selector("[data-step]").ok().flatten());
    if let Some((text, first)) = text.zip(first) {
        make_tab_stop(&text, &first);
    }
}

/// Makes `name` the only stop of Tab.
pub(super) fn make_tab_stop(text: &Element, name: &Element) {
    if let Ok(Some(before)) = text.query_selector("[data-step][tabindex='0']") {
        let _refused = before.set_attribute("tabindex", "-1");
    }
    let _refused = name.set_attribute("tabindex", "0");
}
