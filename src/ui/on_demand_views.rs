//! The components of the parts of a page that open on demand.

use yew::prelude::*;

use super::claim_details::ClaimDetails;
use super::claim_views::ClaimViews;
use super::entity_card::EntityCard;
use super::help::Help;
use super::on_demand_parts::{OnDemandPart, OnDemandParts};
use super::quotations::Quotations;
use super::share::Share;

/// The code of the parts. Only this function reaches their components, so that they can be in a
/// file of their own.
#[must_use]
pub fn on_demand_parts() -> OnDemandParts {
    OnDemandParts(|part| match part {
        OnDemandPart::Claims(scene) => html! { <ClaimViews {scene} /> },
        OnDemandPart::Quotations(scene) => html! { <Quotations {scene} /> },
        OnDemandPart::ClaimDetails(scene, number) => html! { <ClaimDetails {scene} {number} /> },
        OnDemandPart::Entity(scene, id) => html! { <EntityCard {scene} {id} /> },
        OnDemandPart::Help => html! { <Help /> },
        OnDemandPart::Share(scene, savable, others) => {
            html! { <Share {scene} {savable}>{ others }</Share> }
        }
    })
}
