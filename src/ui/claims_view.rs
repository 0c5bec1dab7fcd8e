//! The list of claims, grouped by speaker or in the order of the text.

use yew::prelude::*;

use super::claim_items::claim_items;
use super::claim_origin::OriginOf;
use super::page_context::use_page;
use super::scene::Scene;
use super::speaker_colour::speaker_class;
use explore::Facet;

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
    let shown: Vec<usize> = scene.matching().collect();
    if shown.is_empty() {
        return Html::default();
    }
    let choose = |value: bool| {
        let in_order = in_order.clone();
        Callback::from(move |_: MouseEvent| in_order.set(value))
    };
    let groups = indexed.values(Facet::Speaker).iter().filter_map(|speaker| {
        let own = |claim: &usize| indexed.speaker_of(*claim) == speaker.id;
        let own: Vec<usize> = shown.iter().copied().filter(own).collect();
        (!own.is_empty()).then(|| {
            html! {
                <section key={speaker.id.clone()} class={classes!("group", speaker_class(indexed, &speaker.id))}>
                    <h3>{ &speaker.label }
                        <span class="count">{ (messages.claims)(own.len()) }</span></h3>
                    { claim_items(scene, origins, own) }
                </section>
            }
        })
    });
    html! { <>
        <div class="order" role="group" aria-label={own_messages.order_of_claims}>
            <button type="button" aria-pressed={(!*in_order).to_string()} onclick={choose(false)}>
                { own_messages.by_speaker }
            </button>
            <button type="button" aria-pressed={in_order.to_string()} onclick={choose(true)}>
                { own_messages.in_order }
            </button>
        </div>
        if *in_order { { claim_items(scene, origins, shown) } } else { { for groups } }
    </> }
}
