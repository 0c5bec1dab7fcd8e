//! The names that contain words of the query.

use yew::prelude::*;

use super::list_scene::ListScene;
use crate::ui::page_context::use_page;
use explore::Action;
use model::Entity;

/// How many names are listed above the articles.
const NAMES: usize = 8;

/// Properties of [`NamesFound`].
#[derive(Properties, PartialEq)]
pub(super) struct NamesFoundProps {
    /// The list.
    pub(super) list: ListScene,
}

/// A button for each name; it opens the name's card.
#[component]
pub(super) fn NamesFound(props: &NamesFoundProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let own_messages = page.collection_messages();
    let dispatch = page.dispatch;
    let entities = &props.list.scene.indexed.article.entities;
    let names = props.list.listing.result.names.iter();
    let found: Vec<&Entity> = names.filter_map(|number| entities.get(*number)).collect();
    if found.is_empty() {
        return Html::default();
    }
    let name = |entity: &&Entity| {
        let id = entity.id.clone();
        let onclick = dispatch.reform(move |_: MouseEvent| Action::SelectEntity(id.clone()));
        html! {
            <li key={entity.id.to_string()}>
                <button type="button" class="found-name" {onclick}>
                    <span class="name" data-kind={entity.kind.as_str()}>{ &entity.name }</span>
                    <span class="kind">{ (on_demand.kind_of_one)(entity.kind) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="names-found" aria-label={own_messages.names}>
            <ul>{ for found.iter().take(NAMES).map(name) }</ul>
        </section>
    }
}
