//! The list of claims, grouped by speaker or in the order of the text.

use yew::prelude::*;

use super::button;
use super::claim_items::claim_items;
use super::claim_limit::use_claim_limit;
use super::claim_origin::OriginOf;
use super::page_context::use_page;
use super::scene::Scene;
use super::speaker_colour::speaker_class;
use explore::{ClaimOrder, FacetValue, claims_by_speaker};

/// A list of claims in an order that the page determines.
#[derive(Clone, PartialEq)]
pub(super) struct OrderedClaims {
    /// The claims, as numbers in the list of the page.
    pub(super) claims: Vec<usize>,
    /// The choice of the order.
    pub(super) order: Html,
    /// The button for the rest of the list.
    pub(super) more: Html,
}

/// Properties of [`ClaimsView`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimsViewProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The origins of the claims, if the page lists those of several articles.
    pub(super) origins: Option<OriginOf>,
    /// The order that the reader has chosen.
    pub(super) order: ClaimOrder,
    /// The claims, if the page determines their order.
    pub(super) ordered: Option<OrderedClaims>,
}

/// The matching claims in the sentences around them.
#[component]
pub(super) fn ClaimsView(props: &ClaimsViewProps) -> Html {
    let page = use_page();
    let (messages, own_messages) = (page.messages(), page.claims_messages());
    let ClaimsViewProps {
        scene,
        origins,
        order,
        ordered,
    } = props;
    let (origins, indexed) = (origins.as_ref(), &scene.indexed);
    let built = match ordered {
        Some(_) => Vec::new(),
        None => scene.listed(*order),
    };
    let selected = scene.selected();
    let selected = selected.and_then(|claim| built.iter().position(|other| *other == claim));
    let (limit, more_claims) = use_claim_limit(built.len(), selected.map_or(0, |at| at + 1));
    if let Some(ordered) = ordered {
        return html! { <>
            { ordered.order.clone() }
            { claim_items(scene, origins, ordered.claims.iter().copied()) }
            { ordered.more.clone() }
        </> };
    }
    if built.is_empty() {
        return Html::default();
    }
    let choice = |value: ClaimOrder, label: &'static str| {
        let choose = page.order_claims.reform(move |_: MouseEvent| value);
        button::switch("", *order == value, choose, label.into())
    };
    let mut left = limit;
    let group = |(speaker, own): (&FacetValue, Vec<usize>)| {
        let count = own.len().min(left);
        left -= count;
        (count > 0).then(|| {
            html! {
                <section key={speaker.id.clone()} class={classes!("group", speaker_class(indexed, &speaker.id))}>
                    <h3><bdi>{ &speaker.label }</bdi>
                        <span class="count">{ (messages.claims)(own.len()) }</span></h3>
                    { claim_items(scene, origins, own.into_iter().take(count)) }
                </section>
            }
        })
    };
    let list: Html = match order {
        ClaimOrder::BySpeaker => {
            let groups = claims_by_speaker(indexed, &built).into_iter();
            groups.map_while(group).collect()
        }
        ClaimOrder::InText => claim_items(scene, origins, built.into_iter().take(limit)),
    };
    html! { <>
        <div class="order" role="group" aria-label={own_messages.order_of_claims}>
            { choice(ClaimOrder::BySpeaker, own_messages.by_speaker) }
            { choice(ClaimOrder::InText, own_messages.in_order) }
        </div>
        { list }
        { more_claims }
    </> }
}
