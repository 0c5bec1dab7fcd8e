//! The values of a facet of claims or names.

use yew::prelude::*;

use super::filter_values::{FilterValue, FilterValues};
use super::page_context::use_page;
use super::scene::Scene;
use super::value_label::value_label;
use explore::{Action, Facet, FacetValue};

/// Properties of [`FacetValues`].
#[derive(Properties, PartialEq)]
pub(super) struct FacetValuesProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The facet.
    pub(super) facet: Facet,
    /// The names in the text are not marked.
    pub(super) names_off: bool,
}

/// The values of the facet and how many claims or names have each, and for names the switch that
/// turns their marks off.
#[component]
pub(super) fn FacetValues(props: &FacetValuesProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let FacetValuesProps {
        scene,
        facet,
        names_off,
    } = props;
    let facet = *facet;
    let filters = &scene.state.view.filters;
    let value = |value: &FacetValue| {
        let count = scene.result.count(facet, &value.id);
        FilterValue {
            id: value.id.clone(),
            label: value_label(messages, facet, value),
            sample: sample(on_demand.sample, scene, facet, value),
            count: Some((count, (on_demand.count_unit)(facet, count))),
            chosen: filters.has(facet, &value.id),
        }
    };
    let values: Vec<FilterValue> = scene.indexed.values(facet).iter().map(value).collect();
    let on_toggle = page.dispatch.reform(move |id| Action::Toggle(facet, id));
    html! { <>
        if facet == Facet::Types {
            <button type="button" class="switch" role="switch" aria-checked={if *names_off { "false" } else { "true" }}
                onclick={page.toggle_names.reform(|_: MouseEvent| ())}>{ on_demand.mark_names }</button>
        }
        <FilterValues name={facet.as_str()} label={(messages.facet)(facet)} {values} {on_toggle} />
    </> }
}

/// What a value looks like in the text.
fn sample(words: &str, scene: &Scene, facet: Facet, value: &FacetValue) -> Option<Html> {
    match facet {
        Facet::Types => Some(html! {
            <span class="swatch name" data-kind={value.id.clone()} aria-hidden="true">{ words }</span>
        }),
        Facet::Speaker => {
            let colour = scene.indexed.speaker_colour(&value.id);
            Some(html! { <span class={format!("dot speaker-{colour}")} aria-hidden="true"></span> })
        }
        _ => None,
    }
}
