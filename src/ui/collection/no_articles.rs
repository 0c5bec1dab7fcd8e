//! What a list shows where no article matches.

use yew::prelude::*;

use super::list_scene::ListScene;
use super::scope::Scope;
use crate::messages::ArticleMessages;
use crate::ui::button;
use crate::ui::language::use_messages;
use crate::ui::page_context::use_page;
use crate::ui::words::counted;
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
    let dispatch = use_page().dispatch;
    let messages = use_messages();
    let list = &props.list;
    if let Some(scope) = &list.scope {
        return none_found(messages, list, scope, &dispatch);
    }
    let Some(emptied) = &list.listing.result.emptied else {
        return html! { <p class="empty">{ "There is no article in this collection." }</p> };
    };
    let remedy = |(constraint, left): &(Constraint, usize)| {
        let (what, action) = match constraint {
            Constraint::Facet(facet) => ((messages.facet)(*facet), Action::ClearFacet(*facet)),
            Constraint::Query => ("the search", Action::Search(String::new())),
            Constraint::MinConfidence => (
                "how sure the program must be",
                Action::MinConfidence(Threshold::default()),
            ),
        };
        let onclick = dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li>
                { button::said("", onclick, (messages.take_back_filter)(html! { <b>{ what }</b> })) }
                { " — leaves " }{ counted(*left, "article", "articles") }
            </li>
        }
    };
    html! {
        <div class="empty">
            <p>{ "No article is left." }</p>
            <ul>{ for emptied.without.iter().map(remedy) }</ul>
            if emptied.without.len() != 1 { { clear(messages, &dispatch) } }
        </div>
    }
}

/// Says that no article of an archive is found; nothing where one still may be.
fn none_found(
    messages: &ArticleMessages,
    list: &ListScene,
    scope: &Scope,
    dispatch: &Callback<Action>,
) -> Html {
    if scope.waiting {
        return Html::default();
    }
    let words = match scope.found {
        0 => "No article is found.".to_owned(),
        found => format!(
            "None of the first {} is left.",
            counted(found.min(list.shown), "article", "articles")
        ),
    };
    html! {
        <div class="empty">
            <p>{ words }</p>
            { clear(messages, dispatch) }
        </div>
    }
}

fn clear(messages: &ArticleMessages, dispatch: &Callback<Action>) -> Html {
    let onclick = dispatch.reform(|_: MouseEvent| Action::Clear);
    button::said("quiet", onclick, messages.clear_everything.into())
}
