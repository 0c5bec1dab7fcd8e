//! The first match that a reader should see.

use web_sys::{Element, Node, Range};

use super::scroll::{bring_into_view, open_part, tell};

/// The first of `count` matches in or below the view; if there is none, the first. It is scrolled
/// into view if no match is there. `place` returns the place of a match; they are in the order of
/// the text.
pub(super) fn first_match(
    text: &Element,
    count: usize,
    may_move: bool,
    mut place: impl FnMut(usize) -> Option<Range>,
) -> usize {
    let (top, bottom) = open_part(text);
    let (mut first, mut end) = (0, count);
    while first < end {
        let middle = first + (end - first) / 2;
        let above = place(middle).is_some_and(|range| range.get_bounding_client_rect().top() < top);
        if above {
            first = middle + 1;
        } else {
            end = middle;
        }
    }
    if first == count {
        first = 0;
    }
    if let Some(range) = place(first).filter(|_| may_move) {
        let edges = range.get_bounding_client_rect();
        if edges.top() < top || edges.top() > bottom {
            bring_into_view(&range);
        } else {
            tell(text, edges.top());
        }
    }
    first
}

/// The range of an element.
pub(super) fn range_around(node: &Node) -> Option<Range> {
    let range = Range::new().ok()?;
    range.select_node_contents(node).ok()?;
    Some(range)
}
