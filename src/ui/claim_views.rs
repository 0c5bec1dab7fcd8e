//! The views that show claims without the text: the list, the comparison and the table.

use web_sys::Element;
use yew::prelude::*;

use super::claim_origin::OriginOf;
use super::claims_view::{ClaimsView, OrderedClaims};
use super::compare::Compare;
use super::host::AddressUse;
use super::page_context::use_page;
use super::scene::Scene;
use super::scroll::show;
use super::who_table::WhoTable;
use explore::{ClaimOrder, Mode};

/// Properties of [`ClaimViews`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimViewsProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The origins of the claims, if the page lists those of several articles.
    #[prop_or_default]
    pub(super) origins: Option<OriginOf>,
    /// The order of the list that the reader has chosen.
    #[prop_or_default]
    pub(super) order: ClaimOrder,
    /// The claim beyond the beginning of the view that the reader has stepped to, if it is not the
    /// selected one.
    #[prop_or_default]
    pub(super) stepped_to: Option<usize>,
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
        order,
        stepped_to,
        ordered,
    } = props;
    let (order, stepped_to) = (*order, *stepped_to);
    let view = use_node_ref();
    use_open_in_view(page.host.address, &view, scene.selected());
    let (scene, origins) = (scene.clone(), origins.clone());
    let is_empty = scene.indexed.article.claims.is_empty() && origins.is_none();
    let (heading, shown) = match scene.state.view.mode {
        Mode::Article | Mode::Claims => (
            messages.claims_label,
            html! { <ClaimsView {scene} {origins} {order} ordered={ordered.clone()} /> },
        ),
        Mode::Compare => (
            own_messages.compare,
            html! { <Compare {scene} {origins} {stepped_to} /> },
        ),
        Mode::Table => (
            own_messages.who_about_whom,
            html! { <WhoTable {scene} {origins} {stepped_to} /> },
        ),
    };
    html! {
        <section class="claims-view" ref={view} aria-labelledby="claims-heading">
            <h2 id="claims-heading">{ heading }</h2>
            if is_empty { <p>{ messages.no_claims }</p> } else { { shown } }
        </section>
    }
}

/// Brings the selected claim into view when it is selected.
#[hook]
fn use_open_in_view(address: AddressUse, view: &NodeRef, selected: Option<usize>) {
    let is_first = use_mut_ref(|| true);
    let view = view.clone();
    use_effect_with(selected, move |selected| {
        // An embedded article does not scroll the page around it when it appears.
        let wanted = !is_first.replace(false) || address == AddressUse::Kept;
        let view = selected.and_then(|_| view.cast::<Element>());
        if let Some(view) = view.filter(|_| wanted)
            && let Ok(Some(open)) = view.query_selector(".claim-item.open")
        {
            show(&open);
        }
    });
}
