//! Bringing places of the text into view.

use web_sys::{Element, Range, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What the bars above and below may cover, in pixels.
const COVERED: f64 = 80.0;

fn window_height() -> f64 {
    web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0)
}

/// Whether the top of an element can be seen.
pub(super) fn is_in_view(element: &Element) -> bool {
    let edges = element.get_bounding_client_rect();
    edges.top() >= COVERED && edges.top() <= window_height() - COVERED
}

/// Brings an element to the middle of the window.
pub(super) fn center(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings a range to the middle of the window if it cannot be seen.
pub(super) fn bring_into_view(range: &Range) {
    let edges = range.get_bounding_client_rect();
    if edges.top() >= COVERED && edges.bottom() <= window_height() - COVERED {
        return;
    }
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, edges.top() - window_height() / 2.0);
    }
}
