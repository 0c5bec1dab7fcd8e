//! Moving the focus to the claims that the reader steps to with keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};
use yew::prelude::*;

use super::claim_labels::verb_of;
use super::focus_return::focus_quietly;
use super::page_context::PageContext;
use super::passage::passage;
use super::scene::Scene;
use super::scroll::show;
use explore::Mode;
use model::ClaimId;

/// How many characters of a claim are read out when the reader steps to it.
const FIRST_WORDS: usize = 80;

/// The claims in the order in which the reader steps through them: `shown`, which is the order of the
/// text, or else that of the list in view.
pub(super) fn order_of_steps(page: &PageContext, scene: &Scene, shown: &[usize]) -> Vec<usize> {
    let root = page.refs.root.cast::<Element>();
    let root = root.filter(|_| scene.state.view.mode != Mode::Article);
    let items = root.and_then(|root| root.query_selector_all(".claim-item").ok());
    let number = |at: u32| {
        let item: Element = items.as_ref()?.item(at)?.dyn_into().ok()?;
        let id = item.get_attribute("data-claim-card")?;
        scene.indexed.claim_number(&ClaimId::new(&id))
    };
    let count = items.as_ref().map_or(0, NodeList::length);
    let listed: Vec<usize> = (0..count).filter_map(number).collect();
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
) -> (Callback<()>, String) {
    let steps = use_state(|| 0);
    let told = use_memo(*steps, |_| {
        let claim = scene.selected().filter(|_| *steps > 0)?;
        let order = order_of_steps(page, scene, shown);
        let at = order.iter().position(|other| *other == claim)?;
        let known = scene.indexed.article.claims.get(claim)?;
        let verb = verb_of(page.messages(), known).unwrap_or_default();
        let words = scene.indexed.first_words(claim, FIRST_WORDS);
        let head = [scene.indexed.speaker_name(claim), " ", verb];
        let head = head.concat();
        Some((page.messages().stepped_to)(
            at + 1,
            shown.len(),
            &[head.trim_end(), " ", &words].concat(),
        ))
    });
    {
        let (root, scene) = (page.refs.root.clone(), scene.clone());
        use_effect_with(*steps, move |steps| {
            let claim = scene.selected().filter(|_| *steps > 0);
            let place = claim.map(|claim| match scene.state.view.mode {
                Mode::Article => passage(&scene.indexed, claim),
                Mode::Claims | Mode::Compare | Mode::Table => ".claim-item.open".to_owned(),
            });
            let found = place
                .zip(root.cast::<Element>())
                .and_then(|(place, root)| root.query_selector(&place).ok().flatten());
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
