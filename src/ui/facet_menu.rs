//! The filter for a facet of claims or names.

use yew::prelude::*;

use super::filter_menu::FilterMenu;
use super::on_demand_parts::OnDemandPart;
use super::page_context::use_page;
use super::scene::Scene;
use super::value_label::value_label;
use explore::Facet;

/// Properties of [`FacetMenu`].
#[derive(Properties, PartialEq)]
pub(super) struct FacetMenuProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The facet.
    pub(super) facet: Facet,
    /// The names in the text are not marked.
    pub(super) names_off: bool,
}

/// The filter for a facet of claims or names.
#[component]
pub(super) fn FacetMenu(props: &FacetMenuProps) -> Html {
    let messages = use_page().messages();
    let FacetMenuProps {
        scene,
        facet,
        names_off,
    } = props;
    let facet = *facet;
    let filters = &scene.state.view.filters;
    let chosen = if facet == Facet::Types && *names_off {
        vec![messages.off.to_owned()]
    } else {
        let values = scene.indexed.values(facet).iter();
        let chosen = values.filter(|value| filters.has(facet, &value.id));
        chosen
            .map(|value| value_label(messages, facet, value))
            .collect()
    };
    let label = AttrValue::from((messages.facet)(facet));
    let values = OnDemandPart::FacetValues(scene.clone(), facet, *names_off);
    html! { <FilterMenu id={facet.as_str()} {label} {chosen} {values} /> }
}
