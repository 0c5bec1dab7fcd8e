//! The sources of the articles as a facet.

use yew::prelude::*;

use super::list_scene::ListScene;
use crate::ui::filter_menu::FilterMenu;
use crate::ui::filter_values::{FilterValue, FilterValues};
use crate::ui::page_context::use_page;
use explore::{Action, Facet};

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
    let value = |(name, count): (String, usize)| FilterValue {
        label: name.clone(),
        sample: None,
        // There is no count for a source that none of the fetched articles has.
        count: (count > 0 || list.scope.is_none())
            .then(|| (count, (own_messages.count_unit)(count))),
        chosen: filters.has(Facet::Source, &name),
        id: name,
    };
    let values: Vec<FilterValue> = all.into_iter().map(value).collect();
    let chosen = values.iter().filter(|value| value.chosen);
    let chosen: Vec<String> = chosen.map(|value| value.label.clone()).collect();
    let label = AttrValue::from((messages.facet)(Facet::Source));
    let name = Facet::Source.as_str();
    let on_toggle = dispatch.reform(|name| Action::Toggle(Facet::Source, name));
    html! {
        <FilterMenu id={name} label={label.clone()} {chosen}>
            <FilterValues {name} {label} {values} {on_toggle} />
        </FilterMenu>
    }
}
