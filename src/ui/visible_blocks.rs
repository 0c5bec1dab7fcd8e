//! Which blocks of the text are in view.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::Element;
use yew::Callback;

use super::next_frame::NextFrame;

/// The first and the last block in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct VisibleBlocks {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Tells, once a frame at most, that something has scrolled or that the window has
/// changed its size.
pub(super) struct Watch {
    _listeners: [EventListener; 2],
}

impl Watch {
    pub(super) fn of(moved: Callback<()>) -> Option<Self> {
        let window = web_sys::window()?;
        let moved = Rc::new(NextFrame::of(moved));
        let listeners = ["scroll", "resize"].map(|event| {
            let moved = Rc::clone(&moved);
            let mut options = EventListenerOptions::run_in_capture_phase();
            options.passive = true;
            EventListener::new_with_options(&window, event, options, move |_| moved.ask())
        });
        Some(Self {
            _listeners: listeners,
        })
    }
}

/// Which of `count` blocks below `root` are in view.
pub(super) fn visible_blocks(root: &Element, count: usize) -> VisibleBlocks {
    // The blocks stand one below the other, so that their edges are sorted.
    let height = web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0);
    let edges = |number: usize| {
        let element = root
            .query_selector(&format!("#b{}", number + 1))
            .ok()
            .flatten();
        element.map(|element| element.get_bounding_client_rect())
    };
    let first = first_where(count, |number| {
        edges(number).is_none_or(|edges| edges.bottom() > 0.0)
    });
    let below = first_where(count, |number| {
        edges(number).is_none_or(|edges| edges.top() >= height)
    });
    VisibleBlocks {
        first: first.min(count.saturating_sub(1)),
        last: below.saturating_sub(1).max(first),
    }
}

/// The first number below `count` for which `holds`, which from then on always does.
fn first_where(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::first_where;

    #[test]
    fn the_first_is_found_by_halving() {
        for count in 0..6 {
            for first in 0..=count {
                assert_eq!(first_where(count, |number| number >= first), first);
            }
        }
    }
}
