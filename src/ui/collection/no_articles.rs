//! The message that a list shows if no article matches.

use yew::prelude::*;

use super::list_scene::ListScene;
use super::scope::Scope;
use crate::messages::{CollectionMessages, OnDemandMessages};
use crate::ui::button;
use crate::ui::page_context::use_page;
use explore::{Action, Constraint, Threshold};

/// Properties of [`NoArticles`].
#[derive(Properties, PartialEq)]
pub(super) struct NoArticlesProps {
    /// The list.
    pub(super) list: ListScene,
}

/// Says that no article matches, and offers to remove the filter that causes it.
#[component]
pub(super) fn NoArticles(props: &NoArticlesProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let own_messages = page.collection_messages();
    let dispatch = page.dispatch;
    let list = &props.list;
    if let Some(scope) = &list.scope {
        return none_found(on_demand, own_messages, list, scope, &dispatch);
    }
    let Some(emptied) = &list.listing.result.emptied else {
        return html! { <p class="empty">{ own_messages.no_articles }</p> };
    };
    let remedy = |(constraint, left): &(Constraint, usize)| {
        let (what, action) = match constraint {
            Constraint::Facet(facet) => ((messages.facet)(*facet), Action::ClearFacet(*facet)),
            Constraint::Query => (own_messages.search_filter, Action::Search(String::new())),
            Constraint::MinConfidence => (
                own_messages.threshold_filter,
                Action::MinConfidence(Threshold::default()),
            ),
        };
        let onclick = dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li>
                { button::said("", onclick, (on_demand.take_back_filter)(html! { <b>{ what }</b> })) }
                { (own_messages.leaves_articles)(*left) }
            </li>
        }
    };
    html! {
        <div class="empty">
            <p>{ own_messages.no_article_left }</p>
            <ul>{ for emptied.without.iter().map(remedy) }</ul>
            if emptied.without.len() != 1 { { clear(on_demand, &dispatch) } }
        </div>
    }
}

/// Says that no article of an archive was found. Shows nothing while one may still be found.
fn none_found(
    on_demand: &OnDemandMessages,
    own_messages: &CollectionMessages,
    list: &ListScene,
    scope: &Scope,
    dispatch: &Callback<Action>,
) -> Html {
    if scope.waiting {
        return Html::default();
    }
    let words = match scope.found {
        0 => own_messages.no_article_found.to_owned(),
        found => (own_messages.none_of_first)(found.min(list.shown)),
    };
    html! {
        <div class="empty">
            <p>{ words }</p>
            { clear(on_demand, dispatch) }
        </div>
    }
}

fn clear(on_demand: &OnDemandMessages, dispatch: &Callback<Action>) -> Html {
    let onclick = dispatch.reform(|_: MouseEvent| Action::Clear);
    button::said("quiet", onclick, on_demand.clear_everything.into())
}
