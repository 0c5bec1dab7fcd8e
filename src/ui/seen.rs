//! Which blocks of the text are in view.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use web_sys::Element;
use yew::prelude::*;

/// The first and the last block in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Follows which of `count` blocks below `root` are in view while `shown`. Looked at once
/// a frame at most, when something scrolls or the window changes its size.
#[hook]
pub(super) fn use_seen(root: &NodeRef, count: usize, shown: bool) -> Seen {
    let seen = use_state_eq(Seen::default);
    let (root, set) = (root.clone(), seen.setter());
    use_effect_with((count, shown), move |_| {
        let look = move || {
            if let Some(root) = root.cast::<Element>() {
                set.set(seen_blocks(&root, count));
            }
        };
        look();
        let pending = Rc::new(RefCell::new(None));
        let listeners: Vec<EventListener> = web_sys::window()
            .into_iter()
            .flat_map(|window| {
                ["scroll", "resize"].map(|event| {
                    let (look, pending) = (look.clone(), Rc::clone(&pending));
                    let mut options = EventListenerOptions::run_in_capture_phase();
                    options.passive = true;
                    EventListener::new_with_options(&window, event, options, move |_| {
                        let look = look.clone();
                        let frame = request_animation_frame(move |_| look());
                        pending.replace(Some(frame));
                    })
                })
            })
            .collect();
        move || drop((listeners, pending))
    });
    *seen
}

/// The blocks stand one below the other, so that their edges are sorted.
fn seen_blocks(root: &Element, count: usize) -> Seen {
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
    Seen {
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
