//! A list of claims that stand apart from the text.

use yew::prelude::*;

use super::claim_item::ClaimItem;
use super::claim_origin::OriginOf;
use super::scene::Scene;

/// The items of claims, given as numbers in the list of the page.
pub(super) fn claim_items(
    scene: &Scene,
    origins: Option<&OriginOf>,
    claims: impl IntoIterator<Item = usize>,
) -> Html {
    let item = |number: usize| claim_item(scene, origins, number);
    html! { <ol class="claim-items">{ for claims.into_iter().map(item) }</ol> }
}

/// The item of one claim.
pub(super) fn claim_item(scene: &Scene, origins: Option<&OriginOf>, number: usize) -> Html {
    let origin = origins.and_then(|origins| origins.emit(number));
    html! { <ClaimItem key={number} scene={scene.clone()} {number} {origin} /> }
}
