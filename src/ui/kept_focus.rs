//! Keeping the focus in the page when the element that has it is removed, as a button that shows
//! the rest of a list is.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, Node};
use yew::prelude::*;

use super::focus_return::{focus_quietly, focused};
use super::page_context::use_page;

/// What can take the focus. Fields for text are not among it, since a keyboard would cover the
/// page.
const STOPS: [&str; 5] = [
    "button:not(:disabled)",
    "a[href]:not([tabindex='-1'])",
    "summary",
    "[type=checkbox]",
    "[tabindex='0']",
];

/// Moves the focus to the nearest element when the one that has it is removed from the page. Shows
/// nothing.
#[component]
pub(super) fn KeptFocus() -> Html {
    let root = use_page().refs.root;
    use_effect_with((), move |()| {
        let watch = root.cast::<Element>().and_then(|root| watch(&root));
        move || drop(watch)
    });
    Html::default()
}

/// The element that has the focus and the elements around it, from the inside out, each with its
/// neighbours.
type Trail = Vec<Level>;

struct Level {
    element: Element,
    before: Option<Element>,
    after: Option<Element>,
}

struct FocusWatch {
    observer: MutationObserver,
    _looks: Closure<dyn FnMut()>,
    _listeners: [EventListener; 2],
}

impl Drop for FocusWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn watch(root: &Element) -> Option<FocusWatch> {
    let within = focused().filter(|element| root.contains(Some(element)));
    let trail = within.map_or_else(Vec::new, |element| trail_to(element, root));
    let trail: Rc<RefCell<Trail>> = Rc::new(RefCell::new(trail));
    let taken = {
        let (trail, root) = (Rc::clone(&trail), root.clone());
        EventListener::new(&root.clone(), "focusin", move |event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            trail.replace(target.map_or_else(Vec::new, |target| trail_to(target, &root)));
        })
    };
    let left = {
        let trail = Rc::clone(&trail);
        EventListener::new(root, "focusout", move |_| {
            let trail = Rc::clone(&trail);
            // Some browsers tell this of elements that are being removed.
            spawn_local(async move {
                let is_there = |level: &Level| level.element.is_connected();
                if trail.borrow().first().is_some_and(is_there) && is_lost() {
                    trail.take();
                }
            });
        })
    };
    let looks = Closure::<dyn FnMut()>::new(move || {
        let is_gone = |level: &Level| !level.element.is_connected();
        if trail.borrow().first().is_some_and(is_gone) {
            let trail = trail.take();
            if let Some(next) = nearest(&trail).filter(|_| is_lost()) {
                focus_quietly(&next);
            }
        }
    });
    let observer = MutationObserver::new(looks.as_ref().unchecked_ref()).ok()?;
    let all = MutationObserverInit::new();
    all.set_child_list(true);
    all.set_subtree(true);
    observer.observe_with_options(root, &all).ok()?;
    Some(FocusWatch {
        observer,
        _looks: looks,
        _listeners: [taken, left],
    })
}

/// Whether nothing has the focus.
fn is_lost() -> bool {
    focused().is_none_or(|element| element.tag_name() == "BODY")
}

fn trail_to(target: Element, root: &Element) -> Trail {
    let mut trail = Vec::new();
    let mut inner = Some(target);
    while let Some(element) = inner {
        inner = element.parent_element().filter(|_| element != *root);
        trail.push(Level {
            before: element.previous_element_sibling(),
            after: element.next_element_sibling(),
            element,
        });
    }
    trail
}

/// The element that is now where the first element of a trail was: what follows it, or else what
/// precedes it, in the innermost element around it that still has any.
fn nearest(trail: &[Level]) -> Option<HtmlElement> {
    let first = trail
        .iter()
        .position(|level| level.element.is_connected())?;
    for at in first..trail.len() {
        let around = &trail.get(at)?.element;
        let inner = trail.get(at.checked_sub(1)?)?;
        let stops = stops_in(around);
        let is_in = |node: &Element| around.contains(Some(node));
        let is_after = |stop: &HtmlElement| {
            if at > first {
                follows(&inner.element, stop)
            } else if let Some(before) = inner.before.as_ref().filter(|it| is_in(it)) {
                follows(before, stop)
            } else if let Some(after) = inner.after.as_ref().filter(|it| is_in(it)) {
                after.contains(Some(stop)) || follows(after, stop)
            } else {
                true
            }
        };
        let next = stops.iter().find(|stop| is_after(stop));
        if let Some(stop) = next.or(stops.last()) {
            return Some(stop.clone());
        }
    }
    None
}

/// Whether `stop` is after `node` and not inside it.
fn follows(node: &Element, stop: &HtmlElement) -> bool {
    let place = node.compare_document_position(stop);
    place & Node::DOCUMENT_POSITION_FOLLOWING != 0 && !node.contains(Some(stop))
}

/// The visible elements inside an element that can take the focus.
fn stops_in(around: &Element) -> Vec<HtmlElement> {
    let Ok(found) = around.query_selector_all(&STOPS.join(",")) else {
        return Vec::new();
    };
    let stops = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok());
    stops
        .filter(|stop: &HtmlElement| {
            let edges = stop.get_bounding_client_rect();
            edges.width() > 0.0 && edges.height() > 0.0
        })
        .collect()
}
