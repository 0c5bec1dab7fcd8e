//! The facets as lists of checkboxes. The facet of names is also the legend of the text.

use web_sys::Event;
use yew::prelude::*;

use super::found;
use super::page_context::use_page;
use super::scene::Scene;
use super::value_label::value_label;
use crate::messages::ArticleMessages;
use explore::{Action, Facet, FacetValue};

/// How many values of a facet are listed until the reader asks for more.
const FIRST_VALUES: usize = 8;

/// Properties of [`Facets`].
#[derive(Properties)]
pub(super) struct FacetsProps {
    /// The data to render.
    pub(super) scene: Scene,
}

impl PartialEq for FacetsProps {
    /// Properties are equal if the facets look the same.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        a.indexed == b.indexed
            && a.state.view.filters_as(&b.state.view)
            && (a.result == b.result || a.result.counts_as(&b.result))
    }
}

/// All facets that have values.
#[component]
pub(super) fn Facets(props: &FacetsProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let dispatch = page.dispatch;
    let scene = &props.scene;
    let with_values = Facet::ALL
        .into_iter()
        .filter(|facet| !scene.indexed.values(*facet).is_empty());
    let groups = with_values.map(|facet| group(messages, scene, &dispatch, facet));
    let groups = groups.chain(found::threshold(messages, scene, &dispatch));
    html! {
        <div class="facets" part="filters">
            { for groups }
        </div>
    }
}

fn group(
    messages: &ArticleMessages,
    scene: &Scene,
    dispatch: &Callback<Action>,
    facet: Facet,
) -> Html {
    let values = scene.indexed.values(facet);
    let is_chosen = |value: &FacetValue| scene.state.view.filters.has(facet, &value.id);
    let (first, others) = values.split_at(FIRST_VALUES.min(values.len()));
    let list = |values: &[FacetValue]| {
        let option = |value| option(messages, scene, dispatch, facet, value);
        html! { <ul>{ for values.iter().map(option) }</ul> }
    };
    html! {
        <fieldset class={classes!("facet", format!("facet-{}", facet.as_str()))}>
            <legend>{ (messages.facet)(facet) }</legend>
            { list(first) }
            if !others.is_empty() {
                <details open={others.iter().any(is_chosen)}>
                    <summary>{ (messages.more)(others.len()) }</summary>
                    { list(others) }
                </details>
            }
        </fieldset>
    }
}

fn option(
    messages: &ArticleMessages,
    scene: &Scene,
    dispatch: &Callback<Action>,
    facet: Facet,
    value: &FacetValue,
) -> Html {
    let count = scene.result.count(facet, &value.id);
    let checked = scene.state.view.filters.has(facet, &value.id);
    let action = Action::Toggle(facet, value.id.clone());
    let onchange = dispatch.reform(move |_: Event| action.clone());
    let unit = (messages.count_unit)(facet, count);
    let swatch = match facet {
        Facet::Types => Some(html! {
            <span class="swatch name" data-kind={value.id.clone()} aria-hidden="true">{ messages.sample }</span>
        }),
        Facet::Speaker => {
            let colour = scene.indexed.speaker_colour(&value.id);
            Some(html! { <span class={format!("dot speaker-{colour}")} aria-hidden="true"></span> })
        }
        _ => None,
    };
    html! {
        <li key={value.id.clone()} class={classes!((count == 0 && !checked).then_some("none"))}>
            <label>
                <input type="checkbox" name={facet.as_str()} value={value.id.clone()} {checked} {onchange} />
                { swatch }
                <span class="label">{ value_label(messages, facet, value) }</span>
                <span class="count">{ count }<span class="visually-hidden">{ unit }</span></span>
            </label>
        </li>
    }
}
