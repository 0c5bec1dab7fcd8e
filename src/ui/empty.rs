//! What stands where no claim is left.

use yew::prelude::*;

use super::shared::Shared;
use super::words::{counted, value_label};
use crate::explore::{Action, Constraint, Facet, Outcome, Reading, View};

#[derive(Properties, PartialEq)]
pub(super) struct EmptyProps {
    pub(super) reading: Shared<Reading>,
    pub(super) outcome: Shared<Outcome>,
    pub(super) view: View,
    pub(super) dispatch: Callback<Action>,
}

/// Says that no claim is left, what emptied the list, and offers to take just that back.
#[component]
pub(super) fn Empty(props: &EmptyProps) -> Html {
    if props.reading.article.claims.is_empty() {
        return html! { <p class="empty">{ "No claims are marked in this article." }</p> };
    }
    let Some(emptied) = &props.outcome.emptied else {
        return Html::default();
    };
    let remedy = |(constraint, left): &(Constraint, usize)| {
        let (what, action) = match constraint {
            Constraint::Facet(facet) => (
                format!("{}: {}", facet.label(), chosen(props, *facet)),
                Action::ClearFacet(*facet),
            ),
            Constraint::Query => (
                format!("the search “{}”", cut(&props.view.query)),
                Action::Search(String::new()),
            ),
        };
        let onclick = props.dispatch.reform(move |_: MouseEvent| action.clone());
        html! {
            <li>
                <button type="button" {onclick}>{ "Take back " }<b>{ what }</b></button>
                { " — leaves " }{ counted(*left, "claim", "claims") }
            </li>
        }
    };
    let clear = props.dispatch.reform(|_: MouseEvent| Action::Clear);
    let only_words = props.view.filters.is_empty() && props.outcome.query.fields.is_empty();
    let why = match (only_words, props.outcome.hits.marks.len()) {
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
                <button type="button" class="quiet" onclick={clear}>{ "Clear everything" }</button>
            }
        </div>
    }
}

fn chosen(props: &EmptyProps, facet: Facet) -> String {
    let labels: Vec<String> = props
        .reading
        .values(facet)
        .iter()
        .filter(|value| props.view.filters.has(facet, &value.id))
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
