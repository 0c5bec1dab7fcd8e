//! The active filters, each with a button that removes it.

use yew::prelude::*;

use super::button;
use super::found;
use super::page_context::use_page;
use super::scene::Scene;
use super::value_label::value_label;
use explore::Action;

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
    let chip = |(facet, id): (explore::Facet, &str)| {
        let values = scene.indexed.values(facet);
        let label = values.iter().find(|value| value.id == id).map_or_else(
            || id.to_owned(),
            |value| value_label(messages, facet, value),
        );
        let action = Action::Toggle(facet, id.to_owned());
        let onclick = page.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li key={format!("{} {id}", facet.as_str())}>
                <button type="button" class="chip" {onclick}>
                    <span class="visually-hidden">{ on_demand.take_back }</span>
                    <span class="facet">{ (messages.facet)(facet) }</span>{ " " }{ label }
                    <span class="cross" aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    };
    let chosen = scene.state.view.filters.all().map(chip);
    let chosen = chosen.chain(found::chip((messages, on_demand), scene, &page.dispatch));
    let clear = page.dispatch.reform(|_: MouseEvent| Action::Clear);
    html! {
        <ul class="chips" aria-label={on_demand.chosen_filters}>
            { for chosen }
            <li key="clear">{ button::said("quiet", clear, messages.clear_all.into()) }</li>
        </ul>
    }
}
