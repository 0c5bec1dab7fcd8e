//! What is to check, beside the text: the card of one annotation, and a list of what follows.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::check_card::{CheckCard, Verdict};
use super::state::EditorAction;
use crate::ui::focus_return::focus_quietly;
use crate::ui::keyboard::has_single_keys;
use crate::ui::page_context::{PageContext, use_page};
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::{Item, Progress, Suggestion};
use explore::{IndexedArticle, percent_of};

/// How many suggestions the list has. Only listed ones are kept at once.
const LISTED: usize = 100;
/// From this confidence in percent, all suggestions are offered to be kept at once.
pub(super) const SURE: u8 = 80;
/// The number of code points of a claim that the list shows.
const FIRST_WORDS: usize = 60;

/// Properties of [`ToCheck`].
#[derive(Properties, PartialEq)]
pub(super) struct ToCheckProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The suggestions, those left for later last.
    pub(super) suggestions: Vec<Suggestion>,
    /// The annotation whose card is open.
    pub(super) current: Option<Item>,
    /// How much is checked.
    pub(super) progress: Progress,
    /// How often the focus was to move to the card.
    pub(super) focused: usize,
    /// Receives what the editor opens.
    pub(super) dispatch: Callback<EditorAction>,
    /// Receives the verdict on the open annotation.
    pub(super) decide: Callback<Verdict>,
    /// Keeps these suggestions.
    pub(super) keep: Callback<Vec<Item>>,
}

/// The panel. Its keys work as long as something in it has the focus.
#[component]
pub(super) fn ToCheck(props: &ToCheckProps) -> Html {
    let page = use_page();
    let messages = page.editor_messages();
    let card = use_node_ref();
    let panel = use_node_ref();
    {
        let (card, panel) = (card.clone(), panel.clone());
        use_effect_with(props.focused, move |focused| {
            if *focused > 0 {
                let target = if card.get().is_some() { card } else { panel };
                if let Some(element) = target.cast::<HtmlElement>() {
                    focus_quietly(&element);
                }
            }
        });
    }
    let suggestion = |item: &Item| props.suggestions.iter().find(|it| it.item == *item);
    let onkeydown = {
        let (decide, dispatch) = (props.decide.clone(), props.dispatch.clone());
        let order: Vec<Item> = props.suggestions.iter().map(|it| it.item.clone()).collect();
        let current = props.current.clone();
        let waits = current.as_ref().is_some_and(|item| order.contains(item));
        Callback::from(move |event: KeyboardEvent| {
            let is_typing = event
                .target_dyn_into::<Element>()
                .is_some_and(|target| target.matches("input,select,textarea") == Ok(true));
            let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
            if is_typing || has_modifier || event.is_composing() {
                return;
            }
            let on_button = event
                .target_dyn_into::<Element>()
                .is_some_and(|target| target.matches("button") == Ok(true));
            let verdict = match event.key().as_str() {
                "ArrowDown" | "ArrowUp" => {
                    let forward = event.key() == "ArrowDown";
                    if let Some(item) = neighbour(&order, current.as_ref(), forward) {
                        event.prevent_default();
                        dispatch.emit(EditorAction::Choose(item, true));
                    }
                    return;
                }
                _ if current.is_none() || !has_single_keys() => return,
                "y" if waits => Verdict::Keep,
                "e" => Verdict::Change,
                "x" => Verdict::Reject,
                // On a button, the space bar presses the button.
                " " if waits && !on_button => Verdict::Skip,
                _ => return,
            };
            event.prevent_default();
            decide.emit(verdict);
        })
    };
    let listed_ones = props.suggestions.iter().take(LISTED);
    let sure: Vec<Item> = listed_ones
        .clone()
        .filter(|it| percent_of(it.confidence) >= SURE)
        .map(|it| it.item.clone())
        .collect();
    let count = sure.len();
    let keep_all = props.keep.reform(move |_: MouseEvent| sure.clone());
    let others = listed_ones.filter(|it| Some(&it.item) != props.current.as_ref());
    let left = props.suggestions.len().saturating_sub(LISTED);
    let Progress { checked, all } = props.progress;
    html! {
        <section class="to-check" aria-labelledby="to-check" tabindex="-1" ref={panel} {onkeydown}>
            <h2 id="to-check">{ messages.to_check }</h2>
            if all > 0 {
                <p class="check-progress">
                    <progress value={checked.to_string()} max={all.to_string()} aria-hidden="true"></progress>{ " " }
                    <span role="status">{ (messages.progress)(checked, all) }</span>
                </p>
            }
            if let Some(item) = &props.current {
                <CheckCard key={key_of(item)} indexed={props.indexed.clone()} item={item.clone()} suggestion={suggestion(item).cloned()}
                    card={card} decide={props.decide.clone()} />
            }
            if props.suggestions.is_empty() {
                <p class="hint">{ if all > 0 { messages.all_checked } else { messages.nothing_suggested } }</p>
            }
            if count > 1 {
                <p><button type="button" class="keep-all" onclick={keep_all}>{ (messages.keep_all)(count, SURE) }</button></p>
            }
            <ul class="check-list">
                { for others.map(|it| listed(&page, props, it)) }
            </ul>
            if left > 0 { <p class="hint">{ (messages.more_to_check)(left) }</p> }
        </section>
    }
}

/// A suggestion in the list, as a button that opens its card.
fn listed(page: &PageContext, props: &ToCheckProps, suggestion: &Suggestion) -> Html {
    let indexed = &props.indexed;
    let percent = format!("{}%", percent_of(suggestion.confidence));
    let (name, sign, words) = match &suggestion.item {
        Item::Claim(id) => {
            let Some(number) = indexed.claim_number(id) else {
                return Html::default();
            };
            {
                let words = indexed.first_words(number, FIRST_WORDS);
                (indexed.speaker_name(number), percent, words)
            }
        }
        Item::Name(id) => match indexed.entity(id) {
            Some(entity) => {
                let kind = (page.on_demand_messages().kind_of_one)(entity.kind);
                (
                    entity.name.as_str(),
                    format!("{kind} · {percent}"),
                    String::new(),
                )
            }
            None => return Html::default(),
        },
        Item::Mention(_) => return Html::default(),
    };
    let item = suggestion.item.clone();
    let onclick = props
        .dispatch
        .reform(move |_: MouseEvent| EditorAction::Choose(item.clone(), true));
    html! {
        <li key={key_of(&suggestion.item)}>
            <button type="button" {onclick}>
                <b dir="auto">{ name }</b>{ " " }
                <span class="sign">{ sign }</span>
                if !words.is_empty() { { " " }<span class="first-words">{ words }</span> }
            </button>
        </li>
    }
}

/// The annotation before or after another in a list; without another, the first.
fn neighbour(order: &[Item], current: Option<&Item>, forward: bool) -> Option<Item> {
    let at = current.and_then(|current| order.iter().position(|item| item == current));
    let next = match (at, forward) {
        (None, _) => 0,
        (Some(at), true) => at + 1,
        (Some(at), false) => at.checked_sub(1)?,
    };
    order.get(next).cloned()
}

/// A key that no other annotation of the list has.
fn key_of(item: &Item) -> String {
    match item {
        Item::Claim(id) => format!("claim-{id}"),
        Item::Name(id) => format!("name-{id}"),
        Item::Mention(mention) => format!("mention-{}-{}", mention.entity, mention.range.start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::ClaimId;

    #[test]
    fn the_arrow_keys_lead_through_the_list() {
        let item = |id: &str| Item::Claim(ClaimId::new(id));
        let order = [item("a"), item("b"), item("c")];
        for (current, forward, expected) in [
            (Some("a"), true, Some("b")),
            (Some("c"), true, None),
            (Some("a"), false, None),
            (Some("c"), false, Some("b")),
            (None, true, Some("a")),
            (Some("gone"), false, Some("a")),
        ] {
            let current = current.map(item);
            let found = neighbour(&order, current.as_ref(), forward);
            assert_eq!(found, expected.map(item), "{current:?}");
        }
    }
}
