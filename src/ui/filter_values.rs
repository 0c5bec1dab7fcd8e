//! The values of a filter as checkboxes, with a field that finds one among many.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::page_context::use_page;
use text::fold::fold;

/// More values than this get a field that finds one.
const MANY: usize = 12;

/// A value of a filter.
#[derive(Clone, PartialEq)]
pub(super) struct FilterValue {
    /// The id in an address.
    pub(super) id: String,
    /// The label.
    pub(super) label: String,
    /// A sample of what the value looks like in the text.
    pub(super) sample: Option<Html>,
    /// How much matches, and its unit. `None` if it is not known.
    pub(super) count: Option<(usize, &'static str)>,
    /// The reader has chosen it.
    pub(super) chosen: bool,
}

/// Properties of [`FilterValues`].
#[derive(Properties, PartialEq)]
pub(super) struct FilterValuesProps {
    /// The name of the filter in an address.
    pub(super) name: &'static str,
    /// The label of the filter.
    pub(super) label: AttrValue,
    /// The values.
    pub(super) values: Vec<FilterValue>,
    /// Receives the id of the value that the reader chooses or removes.
    pub(super) on_toggle: Callback<String>,
}

/// The values. All stay in the page while the reader looks for one.
#[component]
pub(super) fn FilterValues(props: &FilterValuesProps) -> Html {
    let on_demand = use_page().on_demand_messages();
    let sought = use_state_eq(String::new);
    let FilterValuesProps {
        name,
        label,
        values,
        on_toggle,
    } = props;
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            sought.set(fold(&input.value()));
        })
    };
    let has_field = values.len() > MANY;
    let value = |value: &FilterValue| {
        let left_out =
            has_field && !sought.is_empty() && !fold(&value.label).contains(sought.as_str());
        let none = value.count.is_some_and(|(count, _)| count == 0) && !value.chosen;
        let id = value.id.clone();
        let onchange = on_toggle.reform(move |_: Event| id.clone());
        html! {
            <li key={value.id.clone()} class={classes!(none.then_some("none"))} hidden={left_out}>
                <label>
                    <input type="checkbox" name={*name} value={value.id.clone()} checked={value.chosen} {onchange} />
                    { value.sample.clone() }
                    <bdi class="label">{ &value.label }</bdi>
                    if let Some((count, unit)) = value.count {
                        <span class="count">{ count }<span class="visually-hidden">{ unit }</span></span>
                    }
                </label>
            </li>
        }
    };
    html! {
        <>
            if has_field {
                <input type="text" class="find-value" aria-label={(on_demand.find_value)(label)}
                    placeholder={on_demand.find} autocomplete="off" spellcheck="false" {oninput} />
            }
            <ul>{ for values.iter().map(value) }</ul>
        </>
    }
}
