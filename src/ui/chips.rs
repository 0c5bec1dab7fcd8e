//! The active filters, each with a button that removes it.

use yew::prelude::*;

use super::button;
use super::page_context::use_page;
use super::scene::Scene;
use super::value_label::value_label;
use explore::{Action, Facet, Threshold};

/// Properties of [`Chips`].
#[derive(Properties, PartialEq)]
pub(super) struct ChipsProps {
    /// The data to render.
    pub(super) scene: Scene,
}

/// The active filters as chips, and one button that removes all.
#[component]
pub(super) fn Chips(props: &ChipsProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let scene = &props.scene;
    let view = &scene.state.view;
    let chip = |key: String, facet: &str, label: String, action: Action| {
        let onclick = page.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li {key}>
                <button type="button" class="chip" {onclick}>
                    <span class="visually-hidden">{ on_demand.take_back }</span>
                    <span class="facet">{ facet }</span>{ " " }<bdi class="label">{ label }</bdi>
                    <span class="cross" aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    };
    let value = |(facet, id): (Facet, &str)| {
        let values = scene.indexed.values(facet);
        let label = values.iter().find(|value| value.id == id).map_or_else(
            || id.to_owned(),
            |value| value_label(messages, facet, value),
        );
        let action = Action::Toggle(facet, id.to_owned());
        let key = format!("{} {id}", facet.as_str());
        chip(key, (messages.facet)(facet), label, action)
    };
    let threshold = view.is_narrowed().then(|| {
        let label = (messages.threshold)(view.min_confidence);
        let action = Action::MinConfidence(Threshold::default());
        chip(Threshold::KEY.to_owned(), messages.found, label, action)
    });
    let chosen: Vec<Html> = view.filters.all().map(value).chain(threshold).collect();
    let class = classes!("chips", (chosen.len() > 1).then_some("several"));
    let clear = page.dispatch.reform(|_: MouseEvent| Action::Clear);
    html! {
        <ul {class} aria-label={on_demand.chosen_filters}>
            { for chosen }
            <li key="clear">{ button::said("quiet", clear, messages.clear_all.into()) }</li>
        </ul>
    }
}
