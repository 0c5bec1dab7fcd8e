//! What stands where no claim is left.

use yew::prelude::*;

use super::button;
use super::page_context::use_page;
use super::scene::Scene;
use super::words::{counted, value_label};
use explore::{Action, Constraint, Facet};

/// Properties of [`Empty`].
#[derive(Properties, PartialEq)]
pub(super) struct EmptyProps {
    /// What the page is drawn from.
    pub(super) scene: Scene,
}

/// Says that no claim is left, what emptied the list, and offers to take just that back.
#[component]
pub(super) fn Empty(props: &EmptyProps) -> Html {
    let page = use_page();
    let scene = &props.scene;
    if scene.indexed.article.claims.is_empty() {
        return html! { <p class="empty">{ "No claims are marked in this article." }</p> };
    }
    let Some(emptied) = &scene.result.emptied else {
        return Html::default();
    };
    let remedy = |(constraint, left): &(Constraint, usize)| {
        let (what, action) = match constraint {
            Constraint::Facet(facet) => (
                format!("{}: {}", facet.label(), chosen(scene, *facet)),
                Action::ClearFacet(*facet),
            ),
            Constraint::Query => (
                format!("the search “{}”", cut(&scene.state.view.query)),
                Action::Search(String::new()),
            ),
            Constraint::MinConfidence => super::found::remedy(scene),
        };
        let onclick = page.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li>
                { button::said("", onclick, html! { <>{ "Take back " }<b>{ what }</b></> }) }
                { " — leaves " }{ counted(*left, "claim", "claims") }
            </li>
        }
    };
    let clear = page.dispatch.reform(|_: MouseEvent| Action::Clear);
    let only_words = scene.state.view.filters.is_empty()
        && !scene.state.view.is_narrowed()
        && scene.result.query.fields.is_empty();
    let why = match (only_words, scene.result.hits.marks.len()) {
        (true, 0) => "Nothing in this article matches the search.".to_owned(),
        (true, hits) => format!(
            "No single claim holds all of these words; the text has {}.",
            counted(hits, "hit", "hits")
        ),
        (false, _) if emptied.without.is_empty() => {
            "No claim is left, and no single filter is to blame.".to_owned()
        }
        (false, _) => "No claim is left.".to_owned(),
    };
    html! {
        <div class="empty">
            <p>{ why }</p>
            <ul>{ for emptied.without.iter().map(remedy) }</ul>
            if emptied.without.len() != 1 {
                { button::said("quiet", clear, "Clear everything".into()) }
            }
        </div>
    }
}

fn chosen(scene: &Scene, facet: Facet) -> String {
    let labels: Vec<String> = scene
        .indexed
        .values(facet)
        .iter()
        .filter(|value| scene.state.view.filters.has(facet, &value.id))
        .map(|value| value_label(facet, value))
        .collect();
    labels.join(" or ")
}

fn cut(query: &str) -> String {
    match query.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", query.get(..end).unwrap_or_default()),
        None => query.to_owned(),
    }
}
