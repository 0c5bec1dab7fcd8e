//! The card of a speaker whom the text does not name.

use yew::prelude::*;

use super::button;
use super::entity_card::{claim_buttons, claims_of};
use super::page_context::use_page;
use super::scene::Scene;
use explore::{Action, Facet};
use model::Speaker;

/// Properties of [`UnnamedCard`].
#[derive(Properties, PartialEq)]
pub(super) struct UnnamedCardProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The card lists the claims.
    #[prop_or_default]
    pub(super) has_claims: bool,
}

/// The words that stand for the only chosen speaker, the number of their claims, and the claims.
#[component]
pub(super) fn UnnamedCard(props: &UnnamedCardProps) -> Html {
    let page = use_page();
    let (messages, on_demand) = (page.messages(), page.on_demand_messages());
    let scene = &props.scene;
    let indexed = &scene.indexed;
    let Some(id) = scene.unnamed_speaker() else {
        return Html::default();
    };
    let own = claims_of(scene, id, Facet::Speaker);
    let Some(first) = own.first().copied() else {
        return Html::default();
    };
    let matching = own.iter().copied().filter(|claim| scene.result.has(*claim));
    let matching: Vec<usize> = matching.collect();
    let speaker = indexed
        .article
        .claims
        .get(first)
        .map(|claim| &claim.speaker);
    let words = match speaker {
        Some(Speaker::Words(range)) => indexed.article.words(*range),
        Some(Speaker::Entity(_) | Speaker::Unnamed) | None => "",
    };
    let action = Action::Toggle(Facet::Speaker, id.to_owned());
    let close = page.dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <section class="entity-card" part="card" role="region" aria-labelledby="speaker-name">
            <header>
                <h2 id="speaker-name" dir="auto">{ indexed.speaker_name(first) }</h2>
                { button::sign("close", messages.close, false, close, "×".into()) }
            </header>
            <p>{ (on_demand.unnamed_speaker)(words, own.len()) }</p>
            if props.has_claims { { claim_buttons(scene, &page.dispatch, &matching, Facet::Speaker, true) } }
        </section>
    }
}
