//! The text with its marks and, on narrow pages, the claims below their paragraphs.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};
use yew::prelude::*;

use super::block::{BlockView, Emphasis};
use super::claim_focus::{enter_card, enters_passage};
use super::clipboard;
use super::links::to_claim;
use super::marks::{Marks, NoteClaims};
use super::note::Note;
use super::page_context::use_page;
use super::ptr_eq_rc::PtrEqRc;
use super::scene::Scene;
use super::tab_stops::{begin_tab_stops, make_tab_stop, step_between_names};
use crate::messages::ArticleMessages;
use explore::{Action, IndexedArticle};
use model::{ClaimId, EntityId};

/// Properties of [`ArticleText`].
#[derive(Properties)]
pub(super) struct ArticleTextProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The marks in the text.
    pub(super) marks: PtrEqRc<Marks>,
    /// The emphasis in each block.
    pub(super) emphasis: PtrEqRc<Vec<Emphasis>>,
    /// The claims are listed below their paragraphs.
    pub(super) with_cards: bool,
}

impl PartialEq for ArticleTextProps {
    /// Properties are equal if the text looks the same, so the text does not change with each key.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        self.marks == other.marks
            && self.emphasis == other.emphasis
            && self.with_cards == other.with_cards
            && (!self.with_cards
                || (a.selected() == b.selected() && a.result.claims == b.result.claims))
    }
}

/// The text. It contains the words of the article and nothing else that can be selected.
#[component]
pub(super) fn ArticleText(props: &ArticleTextProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let text = &page.refs.text;
    let ArticleTextProps {
        scene,
        marks,
        emphasis,
        with_cards,
    } = props;
    {
        let text = text.clone();
        use_effect_with(marks.clone(), move |_| begin_tab_stops(&text));
    }
    let article = &scene.indexed.article;
    let onclick = {
        let (dispatch, indexed) = (page.dispatch.clone(), scene.indexed.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(action) = action_of_click(&event, &indexed) {
                event.prevent_default();
                dispatch.emit(action);
            }
        })
    };
    let onkeydown = {
        let (root, dispatch) = (page.refs.root.clone(), page.dispatch.clone());
        let indexed = scene.indexed.clone();
        Callback::from(move |event: KeyboardEvent| {
            step_between_names(&event);
            if !enters_passage(&event) {
                return;
            }
            // The same press would otherwise close the card that gets the focus.
            event.prevent_default();
            if !enter_card(&root) {
                let passage = event.target_dyn_into::<Element>();
                let claim = passage.and_then(|passage| claim_at(&passage, &indexed));
                if let Some(action) = claim.and_then(|claim| select(&indexed, claim)) {
                    dispatch.emit(action);
                }
            }
        })
    };
    let (onpointerover, onpointerleave) = {
        let (point_at, indexed) = (page.point_at.clone(), scene.indexed.clone());
        let over = Callback::from(move |event: PointerEvent| {
            // A finger opens what it touches and points at nothing.
            if event.pointer_type() == "mouse" {
                let target = event.target_dyn_into::<Element>();
                point_at.emit(target.and_then(|target| claim_at(&target, &indexed)));
            }
        });
        (over, page.point_at.reform(|_: PointerEvent| None))
    };
    let onfocusout = page.point_at.reform(|_: FocusEvent| None);
    let onfocusin = {
        let (point_at, indexed) = (page.point_at.clone(), scene.indexed.clone());
        Callback::from(move |event: FocusEvent| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(target) = &target
                && target.matches(":focus-visible") == Ok(true)
            {
                point_at.emit(claim_at(target, &indexed));
            }
            let name = target.filter(|name| name.has_attribute("data-step"));
            let text = name
                .as_ref()
                .and_then(|name| name.closest("article").ok().flatten());
            if let Some((text, name)) = text.zip(name) {
                make_tab_stop(&text, &name);
            }
        })
    };
    let oncopy = Callback::from(|event: Event| {
        if let Ok(event) = event.dyn_into::<web_sys::ClipboardEvent>() {
            clipboard::copy_words(&event);
        }
    });
    let lang = (!article.metadata.language.is_empty()).then(|| article.metadata.language.clone());
    html! {
        <article class="text" part="article" ref={text} key={article.id.to_string()}
            data-article={article.id.to_string()} aria-labelledby="title" {lang}
            dir={article.metadata.direction.as_str()} {onclick} {onkeydown}
            {onpointerover} {onpointerleave} {onfocusin} {onfocusout} {oncopy}>
            { for marks.blocks.iter().zip(&**emphasis).enumerate().flat_map(|(number, (numbered, emphasis))| {
                let block = html! {
                    <BlockView key={number * 2} block={Rc::clone(&numbered.block)} {number}
                        emphasis={emphasis.clone()} is_static={page.is_static} />
                };
                let below = with_cards.then(|| below(messages, scene, marks, number, page.is_static));
                let below = below.flatten();
                [Some(block), below].into_iter().flatten()
            }) }
        </article>
    }
}

/// The claims that begin in a block, folded: notes on them or, in a static page, links to the list.
fn below(
    messages: &ArticleMessages,
    scene: &Scene,
    marks: &Marks,
    number: usize,
    is_static: bool,
) -> Option<Html> {
    let notes = marks.notes.get(number).filter(|notes| !notes.is_empty())?;
    let claims: Vec<usize> = notes.iter().flat_map(|note| note.iter().copied()).collect();
    let left = |claim: &usize| scene.result.has(*claim);
    let left_out = !claims.iter().any(left);
    let open = scene
        .selected()
        .is_some_and(|claim| claims.contains(&claim));
    Some(html! {
        <details class="below" key={number * 2 + 1} {open} data-left-out={left_out.then_some("")}>
            <summary>{ summary_of(messages, &scene.indexed, &claims) }</summary>
            if is_static {
                <ol>{ for claims.iter().map(|number| link_to_claim(&scene.indexed, *number)) }</ol>
            } else {
                <ol class="cards">
                    { for notes.iter().map(|claims: &NoteClaims| html! {
                        <Note key={claims.first().copied().unwrap_or_default()} scene={scene.clone()}
                            claims={claims.clone()} />
                    }) }
                </ol>
            }
        </details>
    })
}

fn link_to_claim(indexed: &IndexedArticle, number: usize) -> Html {
    let claim = indexed.article.claims.get(number);
    let href = claim.map(|claim| to_claim(None, &claim.id));
    html! { <li><a {href}>{ indexed.speaker_name(number) }</a></li> }
}

/// The number of these claims, and their speakers.
fn summary_of(messages: &ArticleMessages, indexed: &IndexedArticle, claims: &[usize]) -> String {
    let mut speakers: Vec<&str> = Vec::new();
    for claim in claims {
        let name = indexed.speaker_name(*claim);
        if !speakers.contains(&name) {
            speakers.push(name);
        }
    }
    (messages.claims_of_speakers)(claims.len(), &speakers)
}

/// The action for a click. It applies to the smallest mark under the pointer: the name, otherwise
/// the shortest claim.
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
    select(indexed, claim_at(&target, indexed)?)
}

/// Opens the card of a claim.
fn select(indexed: &IndexedArticle, claim: usize) -> Option<Action> {
    let claim = indexed.article.claims.get(claim)?;
    Some(Action::SelectClaim(claim.id.clone()))
}

/// The claim of the passage that contains an element, as a number in the article's list. If several
/// share the passage, the shortest.
fn claim_at(element: &Element, indexed: &IndexedArticle) -> Option<usize> {
    let passage = element.closest("[data-claim]").ok().flatten()?;
    let ids = passage.get_attribute("data-claim")?;
    let length_of = |id: &str| {
        let number = indexed.claim_number(&ClaimId::new(id))?;
        let claim = indexed.article.claims.get(number)?;
        let length: u32 = claim.content.iter().map(|range| range.len()).sum();
        Some((length, number))
    };
    let shortest = ids.split_whitespace().filter_map(length_of).min()?;
    Some(shortest.1)
}
