//! A caret in the text, for editors who select words by keyboard.

use gloo::events::EventListener;
use web_sys::{Element, Selection};
use yew::prelude::*;

use super::selection::selection;
use crate::ui::focus_return::focused;
use crate::ui::hit_highlight::text_nodes;
use crate::ui::latest::use_latest;

/// Where the caret is: left and upper edge and height, in pixels from the upper left corner of the
/// element around the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CaretPlace {
    left: f64,
    top: f64,
    height: f64,
}

/// Properties of [`Caret`].
#[derive(Properties, PartialEq)]
pub(super) struct CaretProps {
    /// Where it is.
    pub(super) at: CaretPlace,
}

/// The caret.
#[component]
pub(super) fn Caret(props: &CaretProps) -> Html {
    let CaretPlace { left, top, height } = props.at;
    let style = format!("left:{left}px;top:{top}px;height:{height}px");
    html! { <span class="editor-caret" aria-hidden="true" {style}></span> }
}

/// The place of the caret, as long as the keyboard is in `surface`.
#[hook]
pub(super) fn use_caret(surface: &NodeRef) -> Option<CaretPlace> {
    let place = use_state_eq(|| None);
    let look = {
        let (surface, place) = (surface.clone(), place.clone());
        use_latest(move |()| place.set(surface.cast::<Element>().and_then(|it| caret_in(&it))))
    };
    {
        let surface = surface.clone();
        use_effect_with((), move |()| {
            let document = gloo::utils::document();
            let mut listeners = Vec::new();
            let moved = look.clone();
            listeners.push(EventListener::new(
                &document,
                "selectionchange",
                move |_| {
                    moved.emit(());
                },
            ));
            if let Some(surface) = surface.cast::<Element>() {
                for event in ["focusin", "focusout"] {
                    let look = look.clone();
                    listeners.push(EventListener::new(&surface, event, move |_| look.emit(())));
                }
            }
            move || drop(listeners)
        });
    }
    *place
}

fn caret_in(surface: &Element) -> Option<CaretPlace> {
    let is_here = focused().as_ref() == Some(surface);
    let selection = selection().filter(|_| is_here)?;
    let (node, offset) = (selection.focus_node()?, selection.focus_offset());
    let range = web_sys::Range::new().ok()?;
    range.set_start(&node, offset).ok()?;
    let (edges, around) = (
        range.get_bounding_client_rect(),
        surface.get_bounding_client_rect(),
    );
    (surface.contains(Some(&node)) && edges.height() > 0.0).then(|| CaretPlace {
        left: edges.left() - around.left(),
        top: edges.top() - around.top(),
        height: edges.height(),
    })
}

/// Moves the caret, or the end of the selection, as a key says. Returns `false` if the key means
/// something else.
pub(super) fn move_caret(surface: &NodeRef, event: &KeyboardEvent) -> bool {
    let Some((surface, selection)) = surface.cast::<Element>().zip(selection()) else {
        return false;
    };
    if event.alt_key() || event.meta_key() || event.is_composing() {
        return false;
    }
    let by_word = event.ctrl_key();
    let (direction, granularity) = match event.key().as_str() {
        "ArrowRight" if by_word => ("right", "word"),
        "ArrowLeft" if by_word => ("left", "word"),
        "ArrowRight" => ("right", "character"),
        "ArrowLeft" => ("left", "character"),
        "ArrowDown" if !by_word => ("forward", "line"),
        "ArrowUp" if !by_word => ("backward", "line"),
        "Home" if !by_word => ("backward", "lineboundary"),
        "End" if !by_word => ("forward", "lineboundary"),
        _ => return false,
    };
    if !enter_text(&surface, &selection) {
        return true;
    }
    let alter = if event.shift_key() { "extend" } else { "move" };
    let _refused = selection.modify(alter, direction, granularity);
    keep_in_text(&surface, &selection);
    true
}

/// Puts the caret at the beginning of the text if it is not in the text. Returns whether it already
/// was there.
fn enter_text(surface: &Element, selection: &Selection) -> bool {
    let Some(article) = surface.query_selector("article").ok().flatten() else {
        return false;
    };
    let node = selection.focus_node();
    if node.is_some() && article.contains(node.as_ref()) {
        return true;
    }
    let nodes = text_nodes(&article, 0).unwrap_or_default();
    if let Some(first) = nodes.first() {
        let _refused = selection.collapse_with_offset(Some(first), 0);
    }
    false
}

/// Keeps the caret from leaving the text at its ends.
fn keep_in_text(surface: &Element, selection: &Selection) {
    let article = surface.query_selector("article").ok().flatten();
    let Some(article) = article else { return };
    let node = selection.focus_node();
    if node.is_some() && article.contains(node.as_ref()) {
        return;
    }
    // Extending keeps the beginning of the selection where it is.
    let follows = node.is_some_and(|node| {
        article.compare_document_position(&node) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING != 0
    });
    let offset = if follows {
        article.child_nodes().length()
    } else {
        0
    };
    let _refused = selection.extend_with_offset(&article, offset);
}
