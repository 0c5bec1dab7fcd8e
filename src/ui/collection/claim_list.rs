//! The matching claims of all articles.

use yew::prelude::*;

use super::claim_item::ClaimItem;
use super::list_scene::ListScene;
use super::more_button::MoreButton;
use super::order_choice::OrderChoice;
use crate::ui::empty::Empty;
use crate::ui::page_context::use_page;
use crate::ui::who_table::WhoTable;
use explore::WhoAboutWhom;

/// The maximum number of speakers and of subjects in the table.
const SPEAKERS: usize = 12;
const SUBJECTS: usize = 9;

/// Properties of [`ClaimList`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimListProps {
    /// The list.
    pub(super) list: ListScene,
}

/// Who speaks about whom, then the claims.
#[component]
pub(super) fn ClaimList(props: &ClaimListProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let list = &props.list;
    let scene = &list.scene;
    let listing = &list.listing;
    let claims = &listing.result.listed;
    let table = WhoAboutWhom::of(&scene.indexed, &scene.result.claims);
    let item = |claim: &usize| {
        let view = list.view_of_claim(*claim)?;
        Some(html! {
            <ClaimItem key={*claim} listing={listing.clone()} claim={*claim} {view} with_names=true />
        })
    };
    html! {
        <section class="claims-view" aria-label={messages.claims_label}>
            <WhoTable scene={scene.clone()} table={table.with_most(SPEAKERS, SUBJECTS)} />
            <Empty scene={scene.clone()} />
            if !claims.is_empty() {
                <OrderChoice list={list.clone()} />
                <ol class="cards">{ for claims.iter().take(list.shown).filter_map(item) }</ol>
                <MoreButton list={list.clone()} all={claims.len()} />
            }
        </section>
    }
}
