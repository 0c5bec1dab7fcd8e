//! The matching claims of all articles.

use yew::prelude::*;

use super::list_scene::ListScene;
use super::more_button::MoreButton;
use super::order_choice::OrderChoice;
use crate::ui::claim_views::ClaimViews;
use crate::ui::claims_view::OrderedClaims;
use crate::ui::empty::Empty;
use explore::Mode;

/// Properties of [`ClaimList`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimListProps {
    /// The list.
    pub(super) list: ListScene,
    /// The claim that the reader has stepped to.
    pub(super) stepped_to: Option<usize>,
}

/// The claims as a list, by speaker and subject, or as a table.
#[component]
pub(super) fn ClaimList(props: &ClaimListProps) -> Html {
    let list = &props.list;
    let scene = list.scene.clone();
    let origins = use_callback(list.clone(), |claim, list| list.origin_of(claim));
    let claims = &list.listing.result.listed;
    let ordered = (scene.state.view.mode == Mode::Claims).then(|| OrderedClaims {
        claims: claims.iter().take(list.shown).copied().collect(),
        order: html! { <OrderChoice list={list.clone()} /> },
        more: html! { <MoreButton list={list.clone()} all={claims.len()} /> },
    });
    let has_content = scene.state.view.mode != Mode::Claims || !claims.is_empty();
    html! { <>
        <Empty scene={scene.clone()} />
        if has_content { <ClaimViews {scene} {origins} stepped_to={props.stepped_to} {ordered} /> }
    </> }
}
