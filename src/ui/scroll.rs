//! Bringing places of the text into view.

use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, CustomEventInit, Element, Range, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::focus_return::focused;

/// The height that the bars above and below may cover, in pixels.
const COVERED: f64 = 80.0;
/// The space that is left between a place and a bar, in pixels.
const MARGIN: f64 = 24.0;
/// How much of a card is its beginning, in pixels.
const BEGINNING: f64 = 120.0;

/// The height of the window, in pixels.
pub(super) fn window_height() -> f64 {
    let height = gloo::utils::window().inner_height().ok();
    height.and_then(|height| height.as_f64()).unwrap_or(0.0)
}

/// The part of the window in which a reader sees the text: its upper and lower edge, in pixels.
pub(super) fn open_part(place: &Element) -> (f64, f64) {
    let height = window_height();
    let explorer = place.closest(".explorer").ok().flatten();
    let bar = explorer.and_then(|explorer| explorer.query_selector(".bar").ok().flatten());
    let Some(bar) = bar.map(|bar| bar.get_bounding_client_rect()) else {
        return (COVERED, height - COVERED);
    };
    // On narrow pages, the bar is at the lower edge.
    if bar.top() > height / 2.0 {
        (MARGIN, bar.top().min(height) - MARGIN)
    } else {
        (bar.bottom().max(0.0) + MARGIN, height - COVERED)
    }
}

/// Whether the top of an element is visible.
fn is_in_view(element: &Element) -> bool {
    let (top, bottom) = open_part(element);
    let edges = element.get_bounding_client_rect();
    edges.top() >= top && edges.top() <= bottom
}

/// Scrolls an element to the middle of the window if it is not visible.
pub(super) fn show(element: &Element) {
    if !is_in_view(element) {
        center(element);
    }
    tell(element, element.get_bounding_client_rect().top());
}

/// Scrolls the beginning of an element to the upper edge of the window.
pub(super) fn show_beginning(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn center(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls down until the card below a passage is visible: whole if the passage stays visible too,
/// but at least its beginning.
pub(super) fn show_card(card: &Element, passage: &Element) {
    let (top, bottom) = open_part(card);
    let edges = card.get_bounding_client_rect();
    let whole = edges.bottom() - bottom;
    let with_passage = passage.get_bounding_client_rect().top() - top;
    let beginning = edges.top() + edges.height().min(BEGINNING) - bottom;
    scroll_down(whole.min(with_passage).max(beginning));
}

/// Scrolls down until a name that the reader saw is above the sheet with its card: the one that has
/// the focus, otherwise the first that `selector` finds.
pub(super) fn show_above_sheet(text: &Element, selector: &str, sheet: &Element) {
    let (top, bottom) = open_part(text);
    let end = sheet.get_bounding_client_rect().top() - MARGIN;
    let Ok(names) = text.query_selector_all(selector) else {
        return;
    };
    let names = (0..names.length()).filter_map(|at| names.item(at)?.dyn_into::<Element>().ok());
    let edges_of = |name: &Element| {
        let edges = name.get_bounding_client_rect();
        (edges.top() >= top && edges.top() <= bottom).then_some(edges.bottom())
    };
    let focused = focused().filter(|name| text.contains(Some(name)));
    let seen = focused
        .iter()
        .chain(&names.collect::<Vec<_>>())
        .find_map(edges_of);
    if let Some(edge) = seen {
        scroll_down(edge - end);
    }
}

/// Scrolls down by a distance in pixels.
fn scroll_down(distance: f64) {
    if distance > 0.0 {
        gloo::utils::window().scroll_by_with_x_and_y(0.0, distance);
    }
}

/// Scrolls a range to the middle of the window if it is not visible.
pub(super) fn bring_into_view(range: &Range) {
    let edges = range.get_bounding_client_rect();
    let place = range
        .start_container()
        .ok()
        .and_then(|node| node.parent_element());
    let Some(place) = place else {
        return;
    };
    let (top, bottom) = open_part(&place);
    if edges.top() < top || edges.bottom() > bottom {
        let kept = focused()
            .filter(|it| it.closest(".page").is_ok_and(|it| it.is_some()) && is_in_view(it));
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        place.scroll_into_view_with_scroll_into_view_options(&nearest);
        let edges = range.get_bounding_client_rect();
        gloo::utils::window().scroll_by_with_x_and_y(0.0, edges.top() - window_height() / 2.0);
        keep_focus_in_view(range, kept, (top, bottom));
    }
    tell(&place, range.get_bounding_client_rect().top());
}

/// Scrolls back until the bar does not cover the element with the focus, if a range stays in view.
fn keep_focus_in_view(range: &Range, kept: Option<Element>, (top, bottom): (f64, f64)) {
    let Some(kept) = kept else {
        return;
    };
    let back = top - kept.get_bounding_client_rect().top();
    if back > 0.0 && range.get_bounding_client_rect().bottom() + back <= bottom {
        gloo::utils::window().scroll_by_with_x_and_y(0.0, -back);
    }
}

/// Reports the place that the reader should see. A frame as tall as its page cannot scroll, so the
/// page around it must. The event's detail is the distance from the top of the frame, in pixels.
pub(super) fn tell(place: &Element, top: f64) {
    let about = CustomEventInit::new();
    about.set_bubbles(true);
    about.set_detail(&top.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict("article-explorer:shown", &about) {
        let _handled = place.dispatch_event(&event);
    }
}
