//! The list of claims, grouped by speaker or in the order of the text.

use std::collections::HashMap;

use yew::prelude::*;

use super::claim_items::claim_items;
use super::claim_limit::use_claim_limit;
use super::claim_origin::OriginOf;
use super::page_context::use_page;
use super::scene::Scene;
use super::speaker_colour::speaker_class;
use explore::{Facet, FacetValue, IndexedArticle};

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
    /// The claims, if the page determines their order.
    pub(super) ordered: Option<OrderedClaims>,
}

/// The matching claims in the sentences around them.
#[component]
pub(super) fn ClaimsView(props: &ClaimsViewProps) -> Html {
    let page = use_page();
    let (messages, own_messages) = (page.messages(), page.claims_messages());
    let in_order = use_state_eq(|| false);
    let ClaimsViewProps {
        scene,
        origins,
        ordered,
    } = props;
    let origins = origins.as_ref();
    let matching: Vec<usize> = match ordered {
        Some(_) => Vec::new(),
        None => scene.matching().collect(),
    };
    let groups: Vec<(&FacetValue, Vec<usize>)> = if *in_order {
        Vec::new()
    } else {
        by_speaker(&scene.indexed, &matching)
    };
    let built: Vec<usize> = if *in_order {
        matching
    } else {
        groups.iter().flat_map(|(_, own)| own).copied().collect()
    };
    let selected = scene.selected();
    let selected = selected.and_then(|claim| built.iter().position(|other| *other == claim));
    let (limit, more_claims) = use_claim_limit(built.len(), selected.map_or(0, |at| at + 1));
    if let Some(OrderedClaims {
        claims,
        order,
        more,
    }) = ordered
    {
        return html! { <>
            { order.clone() }
            { claim_items(scene, origins, claims.iter().copied()) }
            { more.clone() }
        </> };
    }
    let indexed = &scene.indexed;
    if built.is_empty() {
        return Html::default();
    }
    let choose = |value: bool| {
        let in_order = in_order.clone();
        Callback::from(move |_: MouseEvent| in_order.set(value))
    };
    let mut left = limit;
    let groups = groups.into_iter().map_while(|(speaker, own)| {
        let count = own.len().min(left);
        left -= count;
        (count > 0).then(|| {
            html! {
                <section key={speaker.id.clone()} class={classes!("group", speaker_class(indexed, &speaker.id))}>
                    <h3>{ &speaker.label }
                        <span class="count">{ (messages.claims)(own.len()) }</span></h3>
                    { claim_items(scene, origins, own.into_iter().take(count)) }
                </section>
            }
        })
    });
    let groups: Html = groups.collect();
    html! { <>
        <div class="order" role="group" aria-label={own_messages.order_of_claims}>
            <button type="button" aria-pressed={(!*in_order).to_string()} onclick={choose(false)}>
                { own_messages.by_speaker }
            </button>
            <button type="button" aria-pressed={in_order.to_string()} onclick={choose(true)}>
                { own_messages.in_order }
            </button>
        </div>
        if *in_order { { claim_items(scene, origins, built.into_iter().take(limit)) } } else { { groups } }
        { more_claims }
    </> }
}

/// The claims of each speaker, in the order of the filter of speakers.
fn by_speaker<'i>(
    indexed: &'i IndexedArticle,
    claims: &[usize],
) -> Vec<(&'i FacetValue, Vec<usize>)> {
    let values = indexed.values(Facet::Speaker);
    let places = values.iter().enumerate();
    let places: HashMap<&str, usize> = places.map(|(at, value)| (value.id.as_str(), at)).collect();
    let mut groups: Vec<_> = values.iter().map(|value| (value, Vec::new())).collect();
    for claim in claims {
        let place = places.get(indexed.speaker_of(*claim));
        if let Some((_, own)) = place.and_then(|place| groups.get_mut(*place)) {
            own.push(*claim);
        }
    }
    groups.retain(|(_, own)| !own.is_empty());
    groups
}
