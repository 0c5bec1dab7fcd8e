//! Moving the focus to the claims that the reader steps to with keys, into their cards and back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::claim_labels::verb_of;
use super::focus_return::{focus_quietly, focused};
use super::page_context::PageContext;
use super::passage::{passage, quoted};
use super::scene::Scene;
use super::scroll::show;
use crate::messages::ArticleMessages;
use explore::{ClaimOrder, IndexedArticle, Mode};

/// How many characters of a claim are read out when the reader steps to it.
const FIRST_WORDS: usize = 80;

/// The claims in the order in which the reader steps through them: `shown`, which is the order of the
/// text, or that of the list in view if there is one.
pub(super) fn order_of_steps(
    page: &PageContext,
    scene: &Scene,
    shown: &[usize],
    order: ClaimOrder,
) -> Vec<usize> {
    let is_listed = scene.state.view.mode != Mode::Article;
    let loader = page.host.on_demand.as_ref().filter(|_| is_listed);
    let parts = loader.and_then(|loader| loader.loaded.emit(()));
    let listed = parts.map_or_else(Vec::new, |parts| (parts.listed)(scene, order));
    if listed.is_empty() {
        shown.to_vec()
    } else {
        listed
    }
}

/// Returns a callback to call after a step, and the sentence that says where the last one led. The
/// focus moves to the passage of the claim or, in a list, to its item. `shown` are the visible
/// claims in reading order.
#[hook]
pub(super) fn use_claim_focus(
    page: &PageContext,
    scene: &Scene,
    shown: &[usize],
    order: ClaimOrder,
) -> (Callback<()>, String) {
    let steps = use_state(|| 0);
    let told = use_memo(*steps, |_| {
        let claim = scene.selected().filter(|_| *steps > 0)?;
        let order = order_of_steps(page, scene, shown, order);
        told_claim(page.messages(), &scene.indexed, &order, claim)
    });
    {
        let (root, scene) = (page.refs.root.clone(), scene.clone());
        use_effect_with(*steps, move |steps| {
            let claim = scene.selected().filter(|_| *steps > 0);
            let found = claim
                .zip(root.cast::<Element>())
                .and_then(|(claim, root)| place_of(&root, &scene, claim));
            if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                show(&element);
                // It takes the focus now, and is no stop of Tab.
                let _refused = element.set_attribute("tabindex", "-1");
                focus_quietly(&element);
            }
        });
    }
    let stepped = Callback::from(move |()| steps.set(*steps + 1));
    (stepped, told.as_ref().clone().unwrap_or_default())
}

/// Ends the selector of an item of a list. The answers to a question stand above the list.
pub(super) const NOT_AN_ANSWER: &str = ":not(.answers *)";

/// The passage of a claim or, in a list, its item.
pub(super) fn place_of(root: &Element, scene: &Scene, claim: usize) -> Option<Element> {
    let place = match scene.state.view.mode {
        Mode::Article => passage(&scene.indexed, claim),
        Mode::Claims | Mode::Compare | Mode::Table => {
            let id = scene.indexed.article.claims.get(claim)?.id.as_str();
            [
                ".claim-item[data-claim-card=\"",
                &quoted(id),
                "\"]",
                NOT_AN_ANSWER,
            ]
            .concat()
        }
    };
    root.query_selector(&place).ok().flatten()
}

/// Whether a pressed key is Enter on a passage that has the focus.
pub(super) fn enters_passage(event: &KeyboardEvent) -> bool {
    let target = event.target_dyn_into::<Element>();
    event.key() == "Enter" && target.is_some_and(|it| it.matches("span[data-claim]") == Ok(true))
}

/// Moves the focus from the passage that has it to the open card of one of its claims. `false` if
/// there is none.
pub(super) fn enter_card(root: &NodeRef) -> bool {
    let ids = focused().and_then(|passage| passage.get_attribute("data-claim"));
    let open = root.cast::<Element>().and_then(|root| {
        let open = root.query_selector(".card.open .head[aria-expanded=true]");
        open.ok().flatten()
    });
    let Some(((ids, card), head)) = ids
        .zip(open.as_ref().and_then(|open| open.get_attribute("value")))
        .zip(open.and_then(|open| open.dyn_into::<HtmlElement>().ok()))
    else {
        return false;
    };
    let is_own = ids.split_whitespace().any(|id| id == card);
    is_own && head.focus().is_ok()
}

/// Moves the focus from the open card of a claim back to its passage if the reader has stepped
/// there.
pub(super) fn leave_card(root: &NodeRef, scene: &Scene) {
    let is_in_card = |focused: Element| focused.closest(".card.open").ok().flatten().is_some();
    let claim = scene
        .selected()
        .filter(|_| scene.state.view.entity.is_none() && focused().is_some_and(is_in_card));
    let place = claim.zip(root.cast::<Element>()).and_then(|(claim, root)| {
        let stepped_to = [passage(&scene.indexed, claim), "[tabindex]".to_owned()].concat();
        root.query_selector(&stepped_to).ok().flatten()
    });
    if let Some(passage) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        show(&passage);
        focus_quietly(&passage);
    }
}

/// The sentence that says that the reader has stepped to a claim: its place in the order, its
/// speaker and its first words.
pub(super) fn told_claim(
    messages: &ArticleMessages,
    indexed: &IndexedArticle,
    order: &[usize],
    claim: usize,
) -> Option<String> {
    let at = order.iter().position(|other| *other == claim)?;
    let known = indexed.article.claims.get(claim)?;
    let verb = verb_of(messages, known).unwrap_or_default();
    let words = indexed.first_words(claim, FIRST_WORDS);
    let head = [indexed.speaker_name(claim), " ", verb].concat();
    let head = [head.trim_end(), " ", &words].concat();
    Some((messages.stepped_to)(at + 1, order.len(), &head))
}
