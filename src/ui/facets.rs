//! The facets as lists of checkboxes; that of the names is the legend too.

use web_sys::Event;
use yew::prelude::*;

use super::shared::Shared;
use super::words::value_label;
use crate::explore::{Action, Facet, FacetValue, Filters, Outcome, Reading};

/// How many values of a facet stand there before one asks for more.
const FIRST_VALUES: usize = 8;

/// Properties of [`Facets`].
#[derive(Properties, PartialEq)]
pub struct FacetsProps {
    /// The article.
    pub reading: Shared<Reading>,
    /// What the view leaves of it.
    pub outcome: Shared<Outcome>,
    /// What is chosen.
    pub filters: Filters,
    /// Where choices go.
    pub dispatch: Callback<Action>,
}

/// All facets that have values.
#[component]
pub fn Facets(props: &FacetsProps) -> Html {
    let with_values = Facet::ALL
        .into_iter()
        .filter(|facet| !props.reading.values(*facet).is_empty());
    html! {
        <div class="facets" part="filters">
            { for with_values.map(|facet| html! {
                <Group key={facet.as_str()} {facet} reading={props.reading.clone()}
                    outcome={props.outcome.clone()} filters={props.filters.clone()}
                    dispatch={props.dispatch.clone()} />
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    facet: Facet,
    reading: Shared<Reading>,
    outcome: Shared<Outcome>,
    filters: Filters,
    dispatch: Callback<Action>,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let all = use_state(|| false);
    let facet = props.facet;
    let values = props.reading.values(facet);
    let shown = if *all {
        values.len()
    } else {
        FIRST_VALUES.min(values.len())
    };
    let hidden = values.len() - shown;
    let chosen_beyond = values
        .iter()
        .skip(shown)
        .any(|value| props.filters.has(facet, &value.id));
    let shown = if chosen_beyond { values.len() } else { shown };
    let show_all = {
        let all = all.clone();
        Callback::from(move |_| all.set(true))
    };
    html! {
        <fieldset class={classes!("facet", format!("facet-{}", facet.as_str()))}>
            <legend>{ facet.label() }</legend>
            <ul>{ for values.iter().take(shown).map(|value| option(props, value)) }</ul>
            if hidden > 0 && !chosen_beyond {
                <button type="button" class="quiet" onclick={show_all}>
                    { format!("{hidden} more") }
                </button>
            }
        </fieldset>
    }
}

fn option(props: &GroupProps, value: &FacetValue) -> Html {
    let facet = props.facet;
    let count = props.outcome.count(facet, &value.id);
    let checked = props.filters.has(facet, &value.id);
    let action = Action::Toggle(facet, value.id.clone());
    let onchange = props.dispatch.reform(move |_: Event| action.clone());
    let of_what = if facet == Facet::Types {
        " names"
    } else {
        " claims"
    };
    let swatch = match facet {
        Facet::Types => Some(html! {
            <span class="swatch name" data-kind={value.id.clone()} aria-hidden="true">{ "Aa" }</span>
        }),
        Facet::Speaker => {
            let hue = props.reading.speaker_number(&value.id) % 8;
            Some(html! { <span class={format!("dot speaker-{hue}")} aria-hidden="true"></span> })
        }
        _ => None,
    };
    html! {
        <li key={value.id.clone()} class={classes!((count == 0 && !checked).then_some("none"))}>
            <label>
                <input type="checkbox" name={facet.as_str()} value={value.id.clone()} {checked} {onchange} />
                { swatch }
                <span class="label">{ value_label(facet, value) }</span>
                <span class="count">{ count }<span class="visually-hidden">{ of_what }</span></span>
            </label>
        </li>
    }
}
