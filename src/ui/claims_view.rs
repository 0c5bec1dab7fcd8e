//! The claims view: claims grouped by speaker or in text order, and who speaks about whom.

use yew::prelude::*;

use super::claim_card::ClaimCard;
use super::page_context::use_page;
use super::scene::Scene;
use super::who_table::WhoTable;
use explore::{Facet, WhoAboutWhom};

/// Properties of [`ClaimsView`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimsViewProps {
    /// The data to render.
    pub(super) scene: Scene,
}

/// All matching claims, with their words.
#[component]
pub(super) fn ClaimsView(props: &ClaimsViewProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let scene = &props.scene;
    let order = use_state_eq(|| false);
    let in_order = *order;
    let shown: Vec<usize> = scene
        .indexed
        .claims_in_order()
        .into_iter()
        .filter(|claim| scene.result.claims.get(*claim) == Some(&true))
        .collect();
    let choose = |value: bool| {
        let order = order.clone();
        Callback::from(move |_: MouseEvent| order.set(value))
    };
    let list = |claims: Vec<usize>| {
        html! { <ol class="cards">{ for claims.into_iter().map(|number| html! {
            <ClaimCard key={number} scene={scene.clone()} {number} with_words=true />
        }) }</ol> }
    };
    let groups = scene.indexed.values(Facet::Speaker).iter().filter_map(|speaker| {
        let own: Vec<usize> = shown
            .iter()
            .copied()
            .filter(|claim| scene.indexed.speaker_of(*claim) == speaker.id)
            .collect();
        (!own.is_empty()).then(|| {
            let colour = scene.indexed.speaker_colour(&speaker.id);
            html! {
                <section key={speaker.id.clone()} class={classes!("group", format!("speaker-{colour}"))}>
                    <h3>{ &speaker.label }
                        <span class="count">{ (messages.claims)(own.len()) }</span></h3>
                    { list(own) }
                </section>
            }
        })
    });
    html! {
        <section class="claims-view" aria-labelledby="claims-heading">
            <h2 id="claims-heading">{ messages.claims_label }</h2>
            <WhoTable scene={scene.clone()} table={WhoAboutWhom::of(&scene.indexed, &scene.result.claims)} />
            if !shown.is_empty() {
                <div class="order" role="group" aria-label={messages.order_of_claims}>
                    <button type="button" aria-pressed={(!in_order).to_string()} onclick={choose(false)}>
                        { messages.by_speaker }
                    </button>
                    <button type="button" aria-pressed={in_order.to_string()} onclick={choose(true)}>
                        { messages.in_order }
                    </button>
                </div>
            }
            if in_order { { list(shown) } } else { { for groups } }
        </section>
    }
}
