//! A note on neighbouring claims by one speaker: who says it and how, and the first words. One of
//! its claims can be open.

use web_sys::{Element, FocusEvent};
use yew::prelude::*;

use super::claim_labels::{form_of, verb_of};
use super::marks::NoteClaims;
use super::on_demand::OnDemand;
use super::on_demand_parts::OnDemandPart;
use super::page_context::use_page;
use super::scene::Scene;
use explore::Action;
use model::{Claim, Provenance};

/// The number of code points of a claim that its note shows.
const FIRST_WORDS: usize = 70;

/// Properties of [`Note`].
#[derive(Properties)]
pub(super) struct NoteProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The claims.
    pub(super) claims: NoteClaims,
    /// The one of them that is pointed at.
    #[prop_or_default]
    pub(super) pointed_at: Option<usize>,
}

impl NoteProps {
    /// The claim of the note that is open.
    fn open(&self) -> Option<usize> {
        let selected = self.scene.selected();
        selected.filter(|claim| self.claims.contains(claim))
    }

    fn is_left(&self, claim: usize) -> bool {
        self.scene.result.has(claim)
    }
}

impl PartialEq for NoteProps {
    /// Properties are equal if the note looks the same. Most changes of a view leave most notes
    /// unchanged.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        self.claims == other.claims
            && self.pointed_at == other.pointed_at
            && a.indexed == b.indexed
            && a.state.view.article == b.state.view.article
            && self.open() == other.open()
            && self
                .claims
                .iter()
                .all(|claim| self.is_left(*claim) == other.is_left(*claim))
    }
}

/// The note, an item of a list. What the filters leave out stays in its place, dimmed.
#[component]
pub(super) fn Note(props: &NoteProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let NoteProps { scene, claims, .. } = props;
    let indexed = &scene.indexed;
    let Some(first) = claims.first().copied() else {
        return Html::default();
    };
    let speaker = indexed.speaker_name(first);
    let left_out = !claims.iter().any(|claim| props.is_left(*claim));
    let known = |number: &usize| indexed.article.claims.get(*number);
    let joined = claims.len() > 1;
    // If the claims are not all alike, each has a card of its own within the note.
    let alike = left_out || claims.iter().all(|claim| props.is_left(*claim));
    let apart = joined && (props.open().is_some() || !alike);
    let ids: Vec<&str> = claims
        .iter()
        .filter_map(known)
        .map(|claim| claim.id.as_str())
        .collect();
    let is_found = claims.iter().filter_map(known).all(is_found);
    let class = classes!(
        "card",
        "note",
        format!("speaker-{}", indexed.claim_colour(first)),
        props.open().is_some().then_some("open"),
        is_found.then_some("found"),
    );
    html! {
        <li {class} part="card" data-claim-card={(!apart).then(|| ids.join(" "))} data-left-out={left_out.then_some("")}>
            if joined {
                <p class="joined"><b dir="auto">{ speaker }</b>{ " · " }{ (messages.claims)(claims.len()) }</p>
            }
            { for claims.iter().map(|claim| html! {
                <NoteClaim key={*claim} scene={scene.clone()} number={*claim} {joined}
                    is_open={props.open() == Some(*claim)} is_pointed_at={props.pointed_at == Some(*claim)}
                    {apart} left_out={!props.is_left(*claim)} />
            }) }
        </li>
    }
}

fn is_found(claim: &Claim) -> bool {
    matches!(claim.provenance, Provenance::Found { .. })
}

/// Properties of [`NoteClaim`].
#[derive(Properties)]
struct NoteClaimProps {
    scene: Scene,
    /// The claim, as a number in the article's list.
    number: usize,
    /// The note has several claims, and its head names their speaker.
    joined: bool,
    is_open: bool,
    is_pointed_at: bool,
    /// The claim has a card of its own within the note.
    apart: bool,
    /// The filters leave out this claim.
    left_out: bool,
}

impl PartialEq for NoteClaimProps {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
            && self.joined == other.joined
            && self.is_open == other.is_open
            && self.is_pointed_at == other.is_pointed_at
            && self.apart == other.apart
            && self.left_out == other.left_out
            && self.scene.indexed == other.scene.indexed
            && self.scene.state.view.article == other.scene.state.view.article
    }
}

/// A claim of a note: a sentence that opens its details.
#[component]
fn NoteClaim(props: &NoteClaimProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let (number, is_open) = (props.number, props.is_open);
    let indexed = &props.scene.indexed;
    let Some(claim) = indexed.article.claims.get(number) else {
        return Html::default();
    };
    let id = claim.id.clone();
    let onclick = page.dispatch.reform(move |_: MouseEvent| match is_open {
        true => Action::Deselect,
        false => Action::SelectClaim(id.clone()),
    });
    let point = |at: bool| {
        page.point_at
            .reform(move |_: MouseEvent| at.then_some(number))
    };
    let onfocus = {
        let point_at = page.point_at.clone();
        Callback::from(move |event: FocusEvent| {
            // A click gives the focus too, but the pointer says enough.
            let head = event.target_dyn_into::<Element>();
            if head.is_some_and(|head| head.matches(":focus-visible") == Ok(true)) {
                point_at.emit(Some(number));
            }
        })
    };
    let onblur = page.point_at.reform(|_: FocusEvent| None);
    let metadata = &indexed.article.metadata;
    let lang = (!metadata.language.is_empty()).then(|| metadata.language.clone());
    let words = (!is_open).then(|| indexed.first_words(number, FIRST_WORDS));
    html! {
        <div class={classes!("line", props.is_pointed_at.then_some("pointed"))}
            data-claim-card={props.apart.then(|| claim.id.to_string())}
            data-left-out={(props.apart && props.left_out).then_some("")}
            onmouseenter={point(true)} onmouseleave={point(false)}>
            <button type="button" class="head" value={claim.id.to_string()}
                aria-expanded={is_open.to_string()} {onclick} {onfocus} {onblur}>
                <b class={classes!("speaker", props.joined.then_some("visually-hidden"))} dir="auto">
                    { indexed.speaker_name(number) }
                    // A blank outside would not part a name without a place from what follows.
                    if props.joined { { " " } }
                </b>
                if let Some(verb) = verb_of(messages, claim) { if !props.joined { { " " } } { verb } }
                { " " }<span class="sign">{ "· " }{ form_of(messages, claim) }</span>
                if let Some(words) = words {
                    { " " }<span class="first-words" {lang} dir={metadata.direction.as_str()}>{ words }</span>
                }
            </button>
            if is_open { <OnDemand part={OnDemandPart::ClaimDetails(props.scene.clone(), number)} /> }
        </div>
    }
}
