//! The sources of the articles as a facet.

use web_sys::Event;
use yew::prelude::*;

use super::list_scene::ListScene;
use crate::ui::page_context::use_page;
use explore::{Action, Facet};

/// How many sources are listed until the reader asks for more.
const FIRST: usize = 8;

/// Properties of [`Publishers`].
#[derive(Properties, PartialEq)]
pub(super) struct PublishersProps {
    /// The list.
    pub(super) list: ListScene,
}

/// A checkbox for each source, with the number of articles that match if it is chosen.
#[component]
pub(super) fn Publishers(props: &PublishersProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let own_messages = page.collection_messages();
    let dispatch = page.dispatch;
    let list = &props.list;
    let mut all = list.listing.result.publishers.clone();
    if let Some(scope) = &list.scope {
        let others = scope.sources.iter();
        let others = others.filter(|name| all.iter().all(|(known, _)| known != *name));
        all.extend(others.map(|name| (name.clone(), 0)).collect::<Vec<_>>());
    }
    if all.len() < 2 {
        return Html::default();
    }
    let filters = &list.scene.state.view.filters;
    let is_chosen = |(name, _): &(String, usize)| filters.has(Facet::Source, name);
    let option = |(name, count): &(String, usize)| {
        let checked = filters.has(Facet::Source, name);
        let action = Action::Toggle(Facet::Source, name.clone());
        let onchange = dispatch.reform(move |_: Event| action.clone());
        html! {
            <li key={name.clone()} class={classes!((*count == 0 && !checked && list.scope.is_none()).then_some("none"))}>
                <label>
                    <input type="checkbox" name="source" value={name.clone()} {checked} {onchange} />
                    <span class="label">{ name }</span>
                    // There is no count for a source that none of the fetched articles has.
                    if *count > 0 || list.scope.is_none() {
                        <span class="count">{ count }<span class="visually-hidden">{ (own_messages.count_unit)(*count) }</span></span>
                    }
                </label>
            </li>
        }
    };
    let (first, others) = all.split_at(FIRST.min(all.len()));
    html! {
        <div class="facets">
            <fieldset class="facet facet-source">
                <legend>{ (messages.facet)(Facet::Source) }</legend>
                <ul>{ for first.iter().map(option) }</ul>
                if !others.is_empty() {
                    <details open={others.iter().any(is_chosen)}>
                        <summary>{ (messages.more)(others.len()) }</summary>
                        <ul>{ for others.iter().map(option) }</ul>
                    </details>
                }
            </fieldset>
        </div>
    }
}
