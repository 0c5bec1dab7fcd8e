//! The text with its marks, and on narrow pages the claims beneath their paragraphs.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};
use yew::prelude::*;

use super::block::{BlockView, Emphasis};
use super::claim_card::claim_card;
use super::clipboard;
use super::marks::Marks;
use super::scene::Scene;
use super::scroll::show;
use super::words::counted;
use explore::{Action, IndexedArticle};
use model::{ClaimId, EntityId, TextRange};

/// The text. It holds the words of the article and nothing else that can be selected.
/// `with_cards` puts the claims beneath their paragraphs.
pub(super) fn article_view(
    scene: &Scene,
    text: &NodeRef,
    marks: &Marks,
    emphasis: &[Emphasis],
    with_cards: bool,
) -> Html {
    let article = &scene.indexed.article;
    let onclick = {
        let (dispatch, indexed) = (scene.dispatch.clone(), scene.indexed.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(action) = action_of_click(&event, &indexed) {
                event.prevent_default();
                dispatch.emit(action);
            }
        })
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| step_between_names(&event));
    let onfocusin = Callback::from(|event: FocusEvent| {
        let name = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let name = name.filter(|name| name.has_attribute("data-step"));
        let text = name
            .as_ref()
            .and_then(|name| name.closest("article").ok().flatten());
        if let Some((text, name)) = text.zip(name) {
            make_tab_stop(&text, &name);
        }
    });
    let oncopy = Callback::from(|event: Event| {
        if let Ok(event) = event.dyn_into::<web_sys::ClipboardEvent>() {
            clipboard::copy_words(&event);
        }
    });
    let lang = (!article.metadata.language.is_empty()).then(|| article.metadata.language.clone());
    html! {
        <article class="text" part="article" ref={text} key={article.id.to_string()}
            data-article={article.id.to_string()} aria-labelledby="title" {lang}
            dir={article.metadata.direction.as_str()} {onclick} {onkeydown} {onfocusin} {oncopy}>
            { for emphasis.iter().enumerate().flat_map(|(number, emphasis)| {
                let block = html! {
                    <BlockView key={number * 2} indexed={scene.indexed.clone()}
                        pieces={marks.pieces.clone()} {number} emphasis={emphasis.clone()} />
                };
                let below = with_cards.then(|| below(scene, marks, number)).flatten();
                [Some(block), below].into_iter().flatten()
            }) }
        </article>
    }
}

/// The claims that begin in a block, folded.
fn below(scene: &Scene, marks: &Marks, number: usize) -> Option<Html> {
    let left = |claim: &usize| scene.result.claims.get(*claim) == Some(&true);
    let own = marks.beginning.get(number)?;
    let shown: Vec<usize> = own.iter().copied().filter(left).collect();
    if shown.is_empty() {
        return None;
    }
    let open = scene.selected().is_some_and(|claim| shown.contains(&claim));
    Some(html! {
        <details class="below" key={number * 2 + 1} {open}>
            <summary>{ summary_of(&scene.indexed, &shown) }</summary>
            <ol class="cards">
                { for shown.iter().map(|claim| claim_card(scene, *claim, false)) }
            </ol>
        </details>
    })
}

/// How many claims these are, and whose.
#[must_use]
pub fn summary_of(indexed: &IndexedArticle, claims: &[usize]) -> String {
    let mut speakers: Vec<&str> = Vec::new();
    for claim in claims {
        let name = indexed.speaker_name(*claim);
        if !speakers.contains(&name) {
            speakers.push(name);
        }
    }
    let count = counted(claims.len(), "claim", "claims");
    format!("{count} · {}", speakers.join(", "))
}

/// Of the marks under the pointer the smallest is meant: the name, else the shortest claim.
fn action_of_click(event: &MouseEvent, indexed: &IndexedArticle) -> Option<Action> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let to_another_window = event.ctrl_key() || event.meta_key() || event.shift_key();
    if to_another_window || target.closest(".outward, .below").ok().flatten().is_some() {
        return None;
    }
    let selecting =
        clipboard::selection_at(event).is_some_and(|selection| !selection.is_collapsed());
    if selecting {
        return None;
    }
    if let Ok(Some(name)) = target.closest("[data-entity]")
        && !name.class_list().contains("plain")
    {
        return name
            .get_attribute("data-entity")
            .map(|id| Action::SelectEntity(EntityId::new(&id)));
    }
    let passage = target.closest("[data-claim]").ok().flatten()?;
    let ids = passage.get_attribute("data-claim")?;
    let shortest = ids
        .split_whitespace()
        .map(ClaimId::new)
        .filter_map(|id| {
            let number = indexed.claim_number(&id)?;
            let claim = indexed.article.claims.get(number)?;
            let length: u32 = claim.content.iter().map(|range| range.len()).sum();
            Some((length, id))
        })
        .min()?;
    Some(Action::SelectClaim(shortest.1))
}

/// The arrow keys lead from name to name; the one that was left is where Tab comes back to.
fn step_between_names(event: &KeyboardEvent) {
    let forward = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => true,
        "ArrowLeft" | "ArrowUp" => false,
        _ => return,
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let here = target.and_then(|target| target.closest("[data-step]").ok().flatten());
    let text = here
        .as_ref()
        .and_then(|here| here.closest("article").ok().flatten());
    let Some((here, text)) = here.zip(text) else {
        return;
    };
    let Ok(names) = text.query_selector_all("[data-step]") else {
        return;
    };
    let names: Vec<HtmlElement> = (0..names.length())
        .filter_map(|number| names.item(number)?.dyn_into().ok())
        .collect();
    let at = names.iter().position(|name| name.is_same_node(Some(&here)));
    let next = at.and_then(|at| {
        if forward {
            at.checked_add(1)
        } else {
            at.checked_sub(1)
        }
    });
    if let Some(next) = next.and_then(|next| names.get(next)) {
        event.prevent_default();
        let _unfocusable = next.focus();
    }
}

/// Brings the name at a place of the text into view, where Tab leads to it next.
pub(super) fn show_name(text: &NodeRef, place: TextRange) {
    let selector = format!("[data-step='{}']", place.start);
    let text = text.cast::<Element>();
    let name = text
        .as_ref()
        .and_then(|text| text.query_selector(&selector).ok().flatten());
    if let Some((text, name)) = text.zip(name) {
        make_tab_stop(&text, &name);
        show(&name);
    }
}

/// Makes the first name the one that Tab leads to.
pub(super) fn begin_tab_stops(text: &NodeRef) {
    let text = text.cast::<Element>();
    let first = text
        .as_ref()
        .and_then(|text| text.query_selector("[data-step]").ok().flatten());
    if let Some((text, first)) = text.zip(first) {
        make_tab_stop(&text, &first);
    }
}

/// Makes `name` the one name that Tab leads to.
fn make_tab_stop(text: &Element, name: &Element) {
    if let Ok(Some(before)) = text.query_selector("[data-step][tabindex='0']") {
        let _refused = before.set_attribute("tabindex", "-1");
    }
    let _refused = name.set_attribute("tabindex", "0");
}
