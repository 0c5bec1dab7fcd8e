//! Moving the focus to a card and back.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use model::EntityId;

/// Moves the focus to the heading of the card of `entity`, and back when the card closes.
#[hook]
pub(super) fn use_focus_return(entity: EntityId, heading: &NodeRef) {
    let before: Rc<RefCell<Option<FocusBefore>>> = use_mut_ref(|| None);
    {
        let (before, heading) = (Rc::clone(&before), heading.clone());
        use_effect_with(entity, move |_| {
            let taken = before.take();
            before.replace(FocusBefore::taken_to(&heading, taken));
        });
    }
    use_effect_with((), move |()| {
        move || {
            if let Some(taken) = before.take() {
                taken.give_back();
            }
        }
    });
}

/// The element that had the focus before a card.
struct FocusBefore(Option<HtmlElement>);

impl FocusBefore {
    /// Moves the focus to the heading of a card. After several cards, it returns to where it was
    /// before the first. The focus does not move if nothing has it, as in a page that opens with a
    /// card, or if it is in the page around the explorer.
    fn taken_to(heading: &NodeRef, before: Option<Self>) -> Option<Self> {
        let heading = heading.cast::<HtmlElement>()?;
        let is_ours = |element: &Element| {
            element.tag_name() != "BODY" && element.get_root_node() == heading.get_root_node()
        };
        let active = focused().filter(is_ours);
        let active = active.and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if active.is_some() || before.is_some() {
            focus_quietly(&heading);
        }
        Some(before.unwrap_or(Self(active)))
    }

    /// Moves the focus back.
    fn give_back(self) {
        if let Some(element) = self.0.filter(|element| element.is_connected()) {
            focus_quietly(&element);
        }
    }
}

/// The element that has the focus, also inside shadow roots.
pub(super) fn focused() -> Option<Element> {
    let mut focused = gloo::utils::document().active_element()?;
    while let Some(inner) = focused.shadow_root().and_then(|root| root.active_element()) {
        focused = inner;
    }
    Some(focused)
}

/// Moves the focus to an element that need not be focusable by itself, without scrolling to it.
pub(super) fn focus_anyway(element: &HtmlElement) {
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    focus_quietly(element);
}

/// Moves the focus to an element without scrolling to it.
pub(super) fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _unfocusable = element.focus_with_options(&options);
}
