//! What is chosen, each to be taken back.

use yew::prelude::*;

use super::shared::Shared;
use super::words::value_label;
use crate::explore::{Action, Filters, Reading};

#[derive(Properties, PartialEq)]
pub(super) struct ChipsProps {
    pub(super) reading: Shared<Reading>,
    pub(super) filters: Filters,
    pub(super) asked: bool,
    pub(super) dispatch: Callback<Action>,
}

/// The chosen values as chips, and one button that takes everything back.
#[component]
pub(super) fn Chips(props: &ChipsProps) -> Html {
    if props.filters.is_empty() {
        return Html::default();
    }
    let chip = |(facet, id): (crate::explore::Facet, &str)| {
        let values = props.reading.values(facet);
        let label = values
            .iter()
            .find(|value| value.id == id)
            .map_or_else(|| id.to_owned(), |value| value_label(facet, value));
        let action = Action::Toggle(facet, id.to_owned());
        let onclick = props.dispatch.reform(move |_: MouseEvent| action.clone());
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
    let clear = props.dispatch.reform(|_: MouseEvent| Action::Clear);
    let label = if props.asked {
        "Clear search and filters"
    } else {
        "Clear filters"
    };
    html! {
        <ul class="chips" aria-label="Chosen filters">
            { for props.filters.all().map(chip) }
            <li key="clear"><button type="button" class="quiet" onclick={clear}>{ label }</button></li>
        </ul>
    }
}
