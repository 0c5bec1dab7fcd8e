//! Keys that work anywhere in the page.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node, Storage};
use yew::prelude::*;

use super::host::Keys;

/// The meaning of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Move to the search.
    Search,
    /// Move to the next hit.
    NextHit,
    /// Move to the previous hit.
    PreviousHit,
    /// Move to the next claim.
    NextClaim,
    /// Move to the previous claim.
    PreviousClaim,
    /// Switch between article and claims.
    Foreground,
    /// Go one step back.
    Back,
    /// Open the help.
    Help,
}

impl Key {
    /// The meaning of a key by its name. `typing` says that the key goes into a field.
    fn of(key: &str, typing: bool) -> Option<Self> {
        match key {
            "Escape" => Some(Self::Back),
            _ if typing => None,
            "/" => Some(Self::Search),
            "n" => Some(Self::NextHit),
            "p" => Some(Self::PreviousHit),
            "j" => Some(Self::NextClaim),
            "k" => Some(Self::PreviousClaim),
            "v" => Some(Self::Foreground),
            "?" => Some(Self::Help),
            _ => None,
        }
    }
}

/// The name under which the browser keeps that keys of one character are off.
const KEPT: &str = "article-explorer-keys";

thread_local! {
    /// Whether keys of one character are on, for browsers that keep nothing.
    static SINGLE_KEYS: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Whether keys of one character do anything.
pub(super) fn has_single_keys() -> bool {
    SINGLE_KEYS.get().unwrap_or_else(|| {
        let kept = storage().and_then(|storage| storage.get_item(KEPT).ok().flatten());
        kept.as_deref() != Some("off")
    })
}

/// Switches keys of one character on or off, and keeps the choice in the browser.
pub(super) fn set_single_keys(on: bool) {
    SINGLE_KEYS.set(Some(on));
    if let Some(storage) = storage() {
        // A browser that refuses to keep it forgets the choice with the page.
        let _refused = if on {
            storage.remove_item(KEPT)
        } else {
            storage.set_item(KEPT, "off")
        };
    }
}

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// Calls `on_key` with keys pressed while the focus is inside `root` or, with [`Keys::Page`],
/// nowhere.
#[hook]
pub(super) fn use_keys(keys: Keys, root: &NodeRef, on_key: Callback<Key>) {
    let root = root.clone();
    use_effect_with(keys, move |keys| {
        let listener = key_listener(*keys, root, on_key);
        move || drop(listener)
    });
}

fn key_listener(keys: Keys, root: NodeRef, on_key: Callback<Key>) -> Option<EventListener> {
    (keys != Keys::Off).then(|| {
        let options = EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        EventListener::new_with_options(&document, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && let Some(key) = key_pressed(event, keys, &root)
            {
                event.prevent_default();
                on_key.emit(key);
            }
        })
    })
}

/// The meaning of a pressed key, if it is for the page in `root`.
fn key_pressed(event: &KeyboardEvent, keys: Keys, root: &NodeRef) -> Option<Key> {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if modified || event.default_prevented() || event.is_composing() {
        return None;
    }
    let target: Element = event.composed_path().get(0).dyn_into().ok()?;
    if !is_inside(&target, root, keys == Keys::Page) {
        return None;
    }
    Key::of(&event.key(), takes_text(&target)).filter(|key| *key == Key::Back || has_single_keys())
}

fn is_inside(target: &Element, root: &NodeRef, or_nowhere: bool) -> bool {
    let nowhere = or_nowhere && matches!(target.tag_name().as_str(), "BODY" | "HTML");
    let in_dialog = target.closest("dialog").ok().flatten().is_some();
    // Keys are only for visible content: a list is not in the page while one of its articles is
    // open.
    let ours = |root: Node| nowhere || root.contains(Some(target));
    root.cast::<Node>().is_some_and(ours) && !in_dialog
}

fn takes_text(target: &Element) -> bool {
    let editable = target
        .dyn_ref::<HtmlElement>()
        .is_some_and(HtmlElement::is_content_editable);
    let kind = target.get_attribute("type").unwrap_or_default();
    editable
        || match target.tag_name().as_str() {
            "INPUT" => kind != "checkbox",
            "TEXTAREA" | "SELECT" => true,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn letters_typed_into_a_field_are_no_keys() {
        for (key, typing, expected) in [
            ("n", false, Some(Key::NextHit)),
            ("n", true, None),
            ("/", true, None),
            ("Escape", true, Some(Key::Back)),
            ("x", false, None),
        ] {
            assert_eq!(Key::of(key, typing), expected, "{key}");
        }
    }
}
