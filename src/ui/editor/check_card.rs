//! The card of the annotation that is being checked.

use yew::prelude::*;

use crate::ui::claim_labels::{form_of, verb_of};
use crate::ui::found::why_claim;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use edit::{Item, Suggestion};
use explore::{IndexedArticle, percent_of};
use model::{Claim, EntityId};

/// What an editor says about an annotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verdict {
    /// It is right.
    Keep,
    /// It needs a change.
    Change,
    /// It is wrong.
    Reject,
    /// It is left for later.
    Skip,
}

/// Properties of [`CheckCard`].
#[derive(Properties, PartialEq)]
pub(super) struct CheckCardProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The annotation.
    pub(super) item: Item,
    /// It, as a suggestion that waits for a verdict.
    pub(super) suggestion: Option<Suggestion>,
    /// The card, which gets the focus.
    pub(super) card: NodeRef,
    /// Receives the verdict.
    pub(super) decide: Callback<Verdict>,
}

/// The card: what the annotation says, and the verdicts with their keys.
#[component]
pub(super) fn CheckCard(props: &CheckCardProps) -> Html {
    let page = use_page();
    let messages = page.editor_messages();
    let is_claim = matches!(props.item, Item::Claim(_));
    let waits = props.suggestion.is_some();
    let button = |verdict: Verdict, label: &'static str, key: &'static str| {
        let onclick = props.decide.reform(move |_: MouseEvent| verdict);
        html! {
            <button type="button" {onclick}>{ label }{ " " }<kbd aria-hidden="true">{ key }</kbd></button>
        }
    };
    let wrong = match (waits, is_claim) {
        (false, _) => messages.remove,
        (true, true) => messages.not_a_claim,
        (true, false) => messages.not_a_name,
    };
    let colour = match &props.item {
        Item::Claim(id) => {
            let number = props.indexed.claim_number(id);
            number.map(|number| format!("speaker-{}", props.indexed.claim_colour(number)))
        }
        _ => None,
    };
    html! {
        <div class={classes!("check-card", colour, waits.then_some("found"))} tabindex="-1" role="group"
            aria-labelledby="check-card-head" ref={&props.card}>
            <Summary indexed={props.indexed.clone()} item={props.item.clone()} suggestion={props.suggestion.clone()} />
            <p class="verdicts">
                if waits { { button(Verdict::Keep, messages.keep, "y") } }
                { button(Verdict::Change, messages.change, "e") }
                { button(Verdict::Reject, wrong, "x") }
                if waits { { button(Verdict::Skip, messages.skip, "␣") } }
            </p>
        </div>
    }
}

/// Properties of [`Summary`].
#[derive(Properties, PartialEq)]
struct SummaryProps {
    indexed: PtrEqRc<IndexedArticle>,
    item: Item,
    suggestion: Option<Suggestion>,
}

/// What the annotation says, and where it is from.
#[component]
fn Summary(props: &SummaryProps) -> Html {
    let page = use_page();
    let (messages, own) = (page.messages(), page.editor_messages());
    let indexed = &props.indexed;
    let checked_by = |claim: &Claim| claim.checked_by.as_deref().map(own.checked_by_name);
    let origin = |claim: Option<&Claim>| match &props.suggestion {
        Some(suggestion) => format!("{}%", percent_of(suggestion.confidence)),
        None => claim
            .and_then(checked_by)
            .unwrap_or_else(|| own.checked.to_owned()),
    };
    match &props.item {
        Item::Claim(id) => {
            let Some(number) = indexed.claim_number(id) else {
                return Html::default();
            };
            let claim = indexed.article.claims.get(number);
            let was = claim.and_then(|claim| claim.provenance.was());
            let words = match claim.filter(|_| was.is_some()) {
                Some(claim) => (own.now)(&indexed.article.words_of(claim)),
                None => indexed.first_words(number, usize::MAX),
            };
            html! { <>
                <div id="check-card-head" class="head">
                    <p>
                        <b dir="auto">{ indexed.speaker_name(number) }</b>
                        if let Some(verb) = claim.and_then(|claim| verb_of(messages, claim)) { { " " }{ verb } }
                    </p>
                    if let Some(claim) = claim {
                        <p class="sign">{ form_of(messages, claim) }{ " · " }{ origin(Some(claim)) }</p>
                    }
                </div>
                if let Some(was) = was { <p class="first-words">{ (own.was)(was) }</p> }
                <p class="first-words" dir={indexed.article.metadata.direction.as_str()}>{ words }</p>
                { why_claim(page.on_demand_messages(), indexed, number) }
            </> }
        }
        Item::Name(id) => {
            let places = places_of(indexed, id);
            let Some(entity) = indexed.entity(id) else {
                return Html::default();
            };
            let kind = (page.on_demand_messages().kind_of_one)(entity.kind);
            let mentions = indexed.article.mentions.iter();
            let moved = mentions
                .filter(|mention| mention.entity == *id)
                .filter_map(|mention| {
                    let words = indexed.article.words(mention.range);
                    Some(((own.was)(mention.provenance.was()?), (own.now)(words)))
                });
            html! { <>
                <div id="check-card-head" class="head">
                    <p><b dir="auto">{ &entity.name }</b></p>
                    <p class="sign">{ kind }{ " · " }{ (own.places)(places) }{ " · " }{ origin(None) }</p>
                </div>
                if !entity.aliases.is_empty() { <p class="sign" dir="auto">{ entity.aliases.join(" · ") }</p> }
                { for moved.map(|(was, now)| html! { <p class="first-words">{ was }<br />{ now }</p> }) }
            </> }
        }
        Item::Mention(_) => Html::default(),
    }
}

/// How often an entity is mentioned.
fn places_of(indexed: &IndexedArticle, id: &EntityId) -> usize {
    let mentions = indexed.article.mentions.iter();
    mentions.filter(|mention| mention.entity == *id).count()
}
