//! The views that show claims without the text: the list, the comparison and the table.

use yew::prelude::*;

use super::claim_origin::OriginOf;
use super::claims_view::{ClaimsView, OrderedClaims};
use super::compare::Compare;
use super::page_context::use_page;
use super::scene::Scene;
use super::who_table::WhoTable;
use explore::Mode;

/// Properties of [`ClaimViews`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimViewsProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The origins of the claims, if the page lists those of several articles.
    #[prop_or_default]
    pub(super) origins: Option<OriginOf>,
    /// The claims of the list, if the page determines their order.
    #[prop_or_default]
    pub(super) ordered: Option<OrderedClaims>,
}

/// The view that the state asks for. The text is not among them.
#[component]
pub(super) fn ClaimViews(props: &ClaimViewsProps) -> Html {
    let page = use_page();
    let (messages, own_messages) = (page.messages(), page.claims_messages());
    let ClaimViewsProps {
        scene,
        origins,
        ordered,
    } = props;
    let (scene, origins) = (scene.clone(), origins.clone());
    let (heading, shown) = match scene.state.view.mode {
        Mode::Article | Mode::Claims => (
            messages.claims_label,
            html! { <ClaimsView {scene} {origins} ordered={ordered.clone()} /> },
        ),
        Mode::Compare => (
            own_messages.compare,
            html! { <Compare {scene} {origins} /> },
        ),
        Mode::Table => (
            own_messages.who_about_whom,
            html! { <WhoTable {scene} {origins} /> },
        ),
    };
    html! {
        <section class="claims-view" aria-labelledby="claims-heading">
            <h2 id="claims-heading">{ heading }</h2>
            { shown }
        </section>
    }
}
