//! The menu beside selected words or the caret: what the words can be marked as, and what can be
//! changed in the text.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::state::Selected;
use crate::messages::EditorMessages;
use crate::ui::focus_return::focus_quietly;
use crate::ui::keyboard::has_single_keys;
use crate::ui::page_context::use_page;
use edit::{BlockChange, End, Toward};

/// What an editor does with selected words, or at the caret.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    Claim,
    Name,
    AddToClaim,
    NotAClaim,
    /// Correct the words.
    Correct,
    /// Change the paragraph.
    Block(BlockChange),
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
    /// They are in one paragraph, so that they can be corrected.
    pub(super) can_correct: bool,
    /// What can be done with the paragraph.
    pub(super) blocks: Vec<BlockChange>,
    /// The text is written from right to left.
    pub(super) is_rtl: bool,
    /// Receives the choice.
    pub(super) choose: Callback<Mark>,
}

impl SelectionMenuProps {
    /// The choices, with their labels and keys: what the words are, and what changes the text.
    fn choices(&self, messages: &EditorMessages) -> [Vec<(Mark, &'static str, &'static str)>; 2] {
        let has_words = !self.selected.range.is_empty();
        let marks = [
            (has_words, Mark::Claim, messages.claim, "c"),
            (has_words, Mark::Name, messages.name, "n"),
            (
                has_words && self.has_open_claim,
                Mark::AddToClaim,
                messages.add_to_claim,
                "+",
            ),
            (self.is_in_claim, Mark::NotAClaim, messages.not_a_claim, "x"),
        ];
        let block = |change| {
            let (label, key) = match change {
                BlockChange::Heading => (messages.make_heading, "h"),
                BlockChange::Paragraph => (messages.make_paragraph, "p"),
                BlockChange::Join => (messages.join_blocks, "j"),
                BlockChange::Split => (messages.split_block, "s"),
            };
            (
                self.blocks.contains(&change),
                Mark::Block(change),
                label,
                key,
            )
        };
        let mut text = vec![(self.can_correct, Mark::Correct, messages.correct_text, "t")];
        text.extend(BlockChange::ALL.map(block));
        [marks.to_vec(), text].map(|choices| {
            let offered = choices.into_iter().filter(|(is_offered, ..)| *is_offered);
            offered
                .map(|(_, mark, label, key)| (mark, label, key))
                .collect()
        })
    }
}

/// Groups of buttons, each with its key. Keys work as long as the menu has the focus.
#[component]
pub(super) fn SelectionMenu(props: &SelectionMenuProps) -> Html {
    let messages = use_page().editor_messages();
    let menu = use_node_ref();
    {
        let menu = menu.clone();
        use_effect_with(props.selected, move |selected| {
            let Some(menu) = menu.cast::<Element>() else {
                return;
            };
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            menu.scroll_into_view_with_scroll_into_view_options(&options);
            if selected.takes_focus
                && let Ok(Some(button)) = menu.query_selector("button")
                && let Some(button) = button.dyn_ref::<HtmlElement>()
            {
                focus_quietly(button);
            }
        });
    }
    let choices = props.choices(messages);
    let onkeydown = {
        let (choose, is_rtl) = (props.choose.clone(), props.is_rtl);
        let all: Vec<(Mark, &str, &str)> = choices.iter().flatten().copied().collect();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(mark) = mark_of(&event, is_rtl, &all) {
                event.prevent_default();
                event.stop_propagation();
                choose.emit(mark);
            }
        })
    };
    let button = |(mark, label, key): &(Mark, &'static str, &'static str)| {
        let mark = *mark;
        let onclick = props.choose.reform(move |_: MouseEvent| mark);
        html! {
            <button type="button" {onclick}>{ *label }{ " " }<kbd aria-hidden="true">{ *key }</kbd></button>
        }
    };
    let [marks, text] = &choices;
    let label = if marks.is_empty() {
        messages.change_text
    } else {
        messages.mark_selection
    };
    // The text gives up its selection when a pointer presses something else.
    let onpointerdown = Callback::from(|event: PointerEvent| event.stop_propagation());
    let onpointerup = onpointerdown.clone();
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let (left, top) = props.selected.at;
    let style = format!("--at-left:{left}px;top:{top}px");
    html! {
        <div class="selection-menu" role="group" aria-label={label} ref={menu} {style}
            {onkeydown} {onpointerdown} {onpointerup} {onmousedown}>
            { for marks.iter().map(button) }
            if !text.is_empty() {
                <div class="text-changes" role={(!marks.is_empty()).then_some("group")}
                    aria-label={(!marks.is_empty()).then_some(messages.change_text)}>{ for text.iter().map(button) }</div>
            }
            <p class="hint">{ messages.move_ends }</p>
        </div>
    }
}

/// The choice that a key makes.
fn mark_of(event: &KeyboardEvent, is_rtl: bool, choices: &[(Mark, &str, &str)]) -> Option<Mark> {
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
        pressed => {
            let chosen = choices.iter().find(|(_, _, key)| *key == pressed);
            chosen.map(|(mark, ..)| *mark)
        }
    }
}
