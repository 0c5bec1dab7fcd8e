//! What is chosen, each to be taken back.

use yew::prelude::*;

use super::button;
use super::scene::Scene;
use super::words::value_label;
use explore::Action;

/// The chosen values as chips, and one button that takes everything back.
pub(super) fn chips(scene: &Scene) -> Html {
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
        let onclick = scene.dispatch.reform(move |_: MouseEvent| action.clone());
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
    let chosen = chosen.chain(super::found::chip(scene));
    let clear = scene.dispatch.reform(|_: MouseEvent| Action::Clear);
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
