//! What is chosen, each to be taken back.

use yew::prelude::*;

use super::button;
use super::page_context::use_page;
use super::scene::Scene;
use super::words::value_label;
use explore::Action;

/// Properties of [`Chips`].
#[derive(Properties, PartialEq)]
pub(super) struct ChipsProps {
    /// What the page is drawn from.
    pub(super) scene: Scene,
}

/// The chosen values as chips, and one button that takes everything back.
#[component]
pub(super) fn Chips(props: &ChipsProps) -> Html {
    let page = use_page();
    let scene = &props.scene;
    if scene.state.view.filters.is_empty() && !scene.state.view.is_narrowed() {
        return Html::default();
    }
    let chip = |(facet, id): (explore::Facet, &str)| {
        let values = scene.indexed.values(facet);
        let label = values
            .iter()
            .find(|value| value.id == id)
            .map_or_else(|| id.to_owned(), |value| value_label(facet, value));
        let action = Action::Toggle(facet, id.to_owned());
        let onclick = page.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li key={format!("{} {id}", facet.as_str())}>
                <button type="button" class="chip" {onclick}>
                    <span class="visually-hidden">{ "Take back: " }</span>
                    <span class="facet">{ facet.label() }</span>{ " " }{ label }
                    <span class="cross" aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    };
    let chosen = scene.state.view.filters.all().map(chip);
    let chosen = chosen.chain(super::found::chip(scene, &page.dispatch));
    let clear = page.dispatch.reform(|_: MouseEvent| Action::Clear);
    let label = if !scene.state.view.query.is_empty() {
        "Clear search and filters"
    } else {
        "Clear filters"
    };
    html! {
        <ul class="chips" aria-label="Chosen filters">
            { for chosen }
            <li key="clear">{ button::said("quiet", clear, label.into()) }</li>
        </ul>
    }
}
