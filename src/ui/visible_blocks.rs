//! Which blocks of the text are in view.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::Element;
use yew::prelude::*;

use super::next_frame::NextFrame;
use super::resize::SizeWatch;
use super::scroll::window_height;

/// The first and the last block in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct VisibleBlocks {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The blocks of the text in `text` that are in view, updated when the page scrolls or changes
/// size. `drawn` is the data that the text was rendered from.
#[hook]
pub(super) fn use_visible_blocks<T: PartialEq + 'static>(
    text: &NodeRef,
    count: usize,
    drawn: T,
) -> VisibleBlocks {
    let visible = use_state_eq(VisibleBlocks::default);
    {
        let (text, visible) = (text.clone(), visible.clone());
        use_effect_with(drawn, move |_| {
            let look = Callback::from(move |()| {
                if let Some(text) = text.cast::<Element>() {
                    visible.set(visible_blocks(&text, count));
                }
            });
            look.emit(());
            // Content above the text may fold and move the text without scrolling.
            let body = gloo::utils::body().into();
            let watched = (moves(look.clone()), SizeWatch::of([body], look));
            move || drop(watched)
        });
    }
    *visible
}

/// Calls `moved`, at most once per frame, when something has scrolled or the window has changed
/// size.
fn moves(moved: Callback<()>) -> [EventListener; 2] {
    let moved = Rc::new(NextFrame::of(moved));
    ["scroll", "resize"].map(|event| {
        let moved = Rc::clone(&moved);
        let mut options = EventListenerOptions::run_in_capture_phase();
        options.passive = true;
        EventListener::new_with_options(&gloo::utils::window(), event, options, move |_| {
            moved.ask();
        })
    })
}

/// Which of `count` blocks below `root` are in view.
fn visible_blocks(root: &Element, count: usize) -> VisibleBlocks {
    // The blocks are below each other, so their edges are sorted.
    let height = window_height();
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

/// The first number below `count` for which `holds` is true. It must stay true for all larger
/// numbers.
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
