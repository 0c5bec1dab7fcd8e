//! The matching claims of all articles.

use yew::prelude::*;

use super::list_scene::ListScene;
use super::more_button::MoreButton;
use super::order_choice::OrderChoice;
use crate::ui::claim_origin::ClaimOrigin;
use crate::ui::claim_views::ClaimViews;
use crate::ui::claims_view::OrderedClaims;
use crate::ui::empty::Empty;
use explore::Mode;

/// Properties of [`ClaimList`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimListProps {
    /// The list.
    pub(super) list: ListScene,
}

/// The claims as a list, by speaker and subject, or as a table.
#[component]
pub(super) fn ClaimList(props: &ClaimListProps) -> Html {
    let list = &props.list;
    let scene = list.scene.clone();
    let origins = use_callback(list.clone(), |claim, list| origin(list, claim));
    let claims = &list.listing.result.listed;
    let ordered = (scene.state.view.mode == Mode::Claims).then(|| OrderedClaims {
        claims: claims.iter().take(list.shown).copied().collect(),
        order: html! { <OrderChoice list={list.clone()} /> },
        more: html! { <MoreButton list={list.clone()} all={claims.len()} /> },
    });
    let has_content = scene.state.view.mode != Mode::Claims || !claims.is_empty();
    html! { <>
        <Empty scene={scene.clone()} />
        if has_content { <ClaimViews {scene} {origins} {ordered} /> }
    </> }
}

/// The article of a claim.
fn origin(list: &ListScene, claim: usize) -> Option<ClaimOrigin> {
    let collection = &list.listing.collection;
    let source = collection.sources.get(claim)?;
    let article = collection.articles.get(source.article)?;
    let number = article.claims.iter();
    let number = number
        .map(|claim| &claim.id)
        .position(|id| *id == source.claim)?;
    Some(ClaimOrigin {
        article: article.clone().into(),
        number,
        view: list.view_of_claim(claim)?,
    })
}
