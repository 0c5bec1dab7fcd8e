//! The message that a page shows if no claim matches.

use yew::prelude::*;

use super::button;
use super::found;
use super::page_context::use_page;
use super::scene::Scene;
use super::value_label::chosen_labels;
use explore::{Action, Constraint, Question};

/// Properties of [`Empty`].
#[derive(Properties, PartialEq)]
pub(super) struct EmptyProps {
    /// The data to render.
    pub(super) scene: Scene,
}

/// Says that no claim matches and why, and offers to remove only the filter that causes it.
#[component]
pub(super) fn Empty(props: &EmptyProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let scene = &props.scene;
    let query = &scene.state.view.query;
    let emptied = scene.result.emptied.as_ref();
    let asked = emptied.map(|_| (scene.indexed.clone(), query.clone()));
    let is_answered = use_memo(asked, |asked| {
        let (indexed, query) = asked.as_ref()?;
        Question::answered(query, indexed).map(|_| ())
    });
    let Some(emptied) = emptied.filter(|_| is_answered.is_none()) else {
        return Html::default();
    };
    let remedy = |(constraint, left): &(Constraint, usize)| {
        let (what, action) = match constraint {
            Constraint::Facet(facet) => (
                (on_demand.filter)(
                    *facet,
                    &chosen_labels(messages, scene, &scene.state.view, *facet),
                ),
                Action::ClearFacet(*facet),
            ),
            Constraint::Query => (
                (on_demand.search_filter)(&cut(&scene.state.view.query)),
                Action::Search(String::new()),
            ),
            Constraint::MinConfidence => found::remedy(on_demand, scene),
        };
        let onclick = page.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li>
                { button::said("", onclick, (on_demand.take_back_filter)(html! { <b>{ what }</b> })) }
                { (on_demand.leaves_claims)(*left) }
            </li>
        }
    };
    let clear = page.dispatch.reform(|_: MouseEvent| Action::Clear);
    let only_words = !scene.state.view.has_filters() && scene.result.query.fields.is_empty();
    let why = match (only_words, scene.result.hits.marks.len()) {
        (true, 0) => on_demand.no_match.to_owned(),
        (true, hits) => (on_demand.no_single_claim)(hits),
        (false, _) if emptied.without.is_empty() => on_demand.no_single_filter.to_owned(),
        (false, _) => on_demand.no_claim_left.to_owned(),
    };
    html! {
        <div class="empty">
            <p>{ why }</p>
            <ul>{ for emptied.without.iter().map(remedy) }</ul>
            if emptied.without.len() != 1 {
                { button::said("quiet", clear, on_demand.clear_everything.into()) }
            }
        </div>
    }
}

fn cut(query: &str) -> String {
    match query.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", query.get(..end).unwrap_or_default()),
        None => query.to_owned(),
    }
}
