//! The menu beside selected words: what they can be marked as.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::state::Selected;
use crate::ui::focus_return::focus_quietly;
use crate::ui::keyboard::has_single_keys;
use crate::ui::page_context::use_page;
use edit::{End, Toward};

/// What an editor does with selected words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    Claim,
    Name,
    AddToClaim,
    NotAClaim,
    /// Move one end by a word.
    Move(End, Toward),
    /// Close the menu.
    Leave,
}

/// Properties of [`SelectionMenu`].
#[derive(Properties, PartialEq)]
pub(super) struct SelectionMenuProps {
    /// The words.
    pub(super) selected: Selected,
    /// A claim is open, to which they can be added.
    pub(super) has_open_claim: bool,
    /// They are in a claim.
    pub(super) is_in_claim: bool,
    /// The text is written from right to left.
    pub(super) is_rtl: bool,
    /// Receives the choice.
    pub(super) choose: Callback<Mark>,
}

/// A group of buttons, each with its key. Keys work as long as the menu has the focus.
#[component]
pub(super) fn SelectionMenu(props: &SelectionMenuProps) -> Html {
    let messages = use_page().editor_messages();
    let first = use_node_ref();
    {
        let first = first.clone();
        use_effect_with(props.selected, move |selected| {
            if selected.takes_focus
                && let Some(button) = first.cast::<HtmlElement>()
            {
                focus_quietly(&button);
            }
        });
    }
    let (has_open_claim, is_in_claim) = (props.has_open_claim, props.is_in_claim);
    let onkeydown = {
        let (choose, is_rtl) = (props.choose.clone(), props.is_rtl);
        Callback::from(move |event: KeyboardEvent| {
            let mark = mark_of(&event, is_rtl).filter(|mark| match mark {
                Mark::AddToClaim => has_open_claim,
                Mark::NotAClaim => is_in_claim,
                _ => true,
            });
            if let Some(mark) = mark {
                event.prevent_default();
                event.stop_propagation();
                choose.emit(mark);
            }
        })
    };
    let button = |mark: Mark, label: &str, key: &str| {
        let onclick = props.choose.reform(move |_: MouseEvent| mark);
        html! {
            <button type="button" {onclick} ref={if mark == Mark::Claim { first.clone() } else { NodeRef::default() }}>
                { label }{ " " }<kbd aria-hidden="true">{ key }</kbd>
            </button>
        }
    };
    // The text gives up its selection when a pointer presses something else.
    let onpointerdown = Callback::from(|event: PointerEvent| event.stop_propagation());
    let onpointerup = onpointerdown.clone();
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let (left, top) = props.selected.at;
    let style = format!("--at-left:{left}px;top:{top}px");
    html! {
        <div class="selection-menu" role="group" aria-label={messages.mark_selection} {style}
            {onkeydown} {onpointerdown} {onpointerup} {onmousedown}>
            { button(Mark::Claim, messages.claim, "c") }
            { button(Mark::Name, messages.name, "n") }
            if has_open_claim { { button(Mark::AddToClaim, messages.add_to_claim, "+") } }
            if is_in_claim { { button(Mark::NotAClaim, messages.not_a_claim, "x") } }
            <p class="hint">{ messages.move_ends }</p>
        </div>
    }
}

fn mark_of(event: &KeyboardEvent, is_rtl: bool) -> Option<Mark> {
    if event.is_composing() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    if event.alt_key() {
        let forward = match event.key().as_str() {
            "ArrowRight" => !is_rtl,
            "ArrowLeft" => is_rtl,
            _ => return None,
        };
        let end = if event.shift_key() {
            End::Start
        } else {
            End::End
        };
        let toward = if forward {
            Toward::End
        } else {
            Toward::Beginning
        };
        return Some(Mark::Move(end, toward));
    }
    match event.key().as_str() {
        "Escape" => Some(Mark::Leave),
        _ if !has_single_keys() => None,
        "c" => Some(Mark::Claim),
        "n" => Some(Mark::Name),
        "+" => Some(Mark::AddToClaim),
        "x" => Some(Mark::NotAClaim),
        _ => None,
    }
}
