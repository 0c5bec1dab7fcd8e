//! The components of the parts of a page that open on demand.

use yew::prelude::*;

use super::chips::Chips;
use super::claim_details::ClaimDetails;
use super::claim_views::ClaimViews;
use super::concordance::Concordance;
use super::empty::Empty;
use super::entity_card::EntityCard;
use super::facet_values::FacetValues;
use super::help::Help;
use super::kept_focus::KeptFocus;
use super::min_confidence::MinConfidence;
use super::on_demand_parts::{OnDemandLoader, OnDemandPart, OnDemandParts};
use super::query_notices::QueryNotices;
use super::question_answers::QuestionAnswers;
use super::quotations::Quotations;
use super::share::Share;
use super::unnamed_card::UnnamedCard;
use explore::Mode;

/// The code of the parts. Only this function reaches their components, so that they can be in a
/// file of their own.
#[must_use]
pub fn on_demand_parts() -> OnDemandParts {
    OnDemandParts {
        draw,
        listed: |scene, order| scene.listed(order),
    }
}

fn draw(part: OnDemandPart) -> Html {
    match part {
        OnDemandPart::Chips(scene) => html! { <Chips {scene} /> },
        OnDemandPart::Empty(scene) => html! { <Empty {scene} /> },
        OnDemandPart::KeptFocus => html! { <KeptFocus /> },
        OnDemandPart::QueryNotices(query, typing, notices) => {
            html! { <QueryNotices {query} {typing} {notices} /> }
        }
        OnDemandPart::QuestionAnswers(scene, origins) => {
            html! { <QuestionAnswers {scene} {origins} /> }
        }
        OnDemandPart::FacetValues(scene, facet, names_off) => {
            html! { <FacetValues {scene} {facet} {names_off} /> }
        }
        OnDemandPart::MinConfidence(scene) => html! { <MinConfidence {scene} /> },
        OnDemandPart::Claims(scene, order) => html! { <ClaimViews {scene} {order} /> },
        OnDemandPart::Quotations(scene) => html! { <Quotations {scene} /> },
        OnDemandPart::ClaimDetails(scene, number) => html! { <ClaimDetails {scene} {number} /> },
        OnDemandPart::Entity(scene, id) => html! { <EntityCard {scene} {id} /> },
        OnDemandPart::Unnamed(scene) => {
            let has_claims = scene.state.view.mode == Mode::Article;
            html! { <UnnamedCard {scene} {has_claims} /> }
        }
        OnDemandPart::Concordance(searched) => html! { <Concordance {searched} /> },
        OnDemandPart::Help => html! { <Help /> },
        OnDemandPart::Share(scene, savable, others) => {
            html! { <Share {scene} {savable}>{ others }</Share> }
        }
    }
}

/// The loader of a page that contains the code of the parts from the start.
#[must_use]
pub fn loaded_parts() -> OnDemandLoader {
    OnDemandLoader::of_loaded(on_demand_parts())
}
