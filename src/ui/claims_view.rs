//! The claims in the foreground: grouped by speaker or in order, and who speaks about whom.

use yew::prelude::*;

use super::claim_card::ClaimCard;
use super::shared::Shared;
use super::words::counted;
use crate::explore::{Action, Facet, Outcome, Reading, View, WhoAboutWhom};

#[derive(Properties, PartialEq)]
pub(super) struct ClaimsViewProps {
    pub(super) reading: Shared<Reading>,
    pub(super) outcome: Shared<Outcome>,
    pub(super) view: View,
    pub(super) selected: Option<usize>,
    pub(super) dispatch: Callback<Action>,
}

/// All claims that the view leaves, with their words.
#[component]
pub(super) fn ClaimsView(props: &ClaimsViewProps) -> Html {
    let in_order = use_state(|| false);
    let shown: Vec<usize> = props
        .reading
        .claims_in_order()
        .into_iter()
        .filter(|claim| props.outcome.claims.get(*claim) == Some(&true))
        .collect();
    let choose = |value: bool| {
        let in_order = in_order.clone();
        Callback::from(move |_: MouseEvent| in_order.set(value))
    };
    let list = |claims: Vec<usize>| {
        html! { <ol class="cards">{ for claims.into_iter().map(|claim| card(props, claim)) }</ol> }
    };
    let groups = props.reading.values(Facet::Speaker).iter().filter_map(|speaker| {
        let own: Vec<usize> = shown
            .iter()
            .copied()
            .filter(|claim| props.reading.speaker_of(*claim) == speaker.id)
            .collect();
        (!own.is_empty()).then(|| {
            let hue = props.reading.speaker_number(&speaker.id) % 8;
            html! {
                <section key={speaker.id.clone()} class={classes!("group", format!("speaker-{hue}"))}>
                    <h3>{ &speaker.label }
                        <span class="count">{ counted(own.len(), "claim", "claims") }</span></h3>
                    { list(own) }
                </section>
            }
        })
    });
    html! {
        <section class="claims-view" aria-labelledby="claims-heading">
            <h2 id="claims-heading">{ "Claims" }</h2>
            <Table reading={props.reading.clone()} outcome={props.outcome.clone()}
                view={props.view.clone()} dispatch={props.dispatch.clone()} />
            if !shown.is_empty() {
                <div class="order" role="group" aria-label="Order of the claims">
                    <button type="button" aria-pressed={(!*in_order).to_string()} onclick={choose(false)}>
                        { "By speaker" }
                    </button>
                    <button type="button" aria-pressed={in_order.to_string()} onclick={choose(true)}>
                        { "In order of the text" }
                    </button>
                </div>
            }
            if *in_order { { list(shown) } } else { { for groups } }
        </section>
    }
}

fn card(props: &ClaimsViewProps, claim: usize) -> Html {
    html! {
        <ClaimCard key={claim} reading={props.reading.clone()} {claim} view={props.view.clone()}
            open={props.selected == Some(claim)} with_words=true
            hits={props.outcome.hits.marks.clone()} dispatch={props.dispatch.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    reading: Shared<Reading>,
    outcome: Shared<Outcome>,
    view: View,
    dispatch: Callback<Action>,
}

/// Who speaks about whom; a cell narrows to its claims.
#[component]
fn Table(props: &TableProps) -> Html {
    let table = WhoAboutWhom::of(&props.reading, &props.outcome.claims);
    if table.subjects.is_empty() || table.rows.is_empty() {
        return Html::default();
    }
    let filters = &props.view.filters;
    let cell = |speaker: &str, name: &str, subject: &(String, String), count: usize| {
        let (about, about_name) = subject;
        let chosen = filters.has(Facet::Speaker, speaker) && filters.has(Facet::About, about);
        if count == 0 && !chosen {
            return html! { <td class="none"><span aria-hidden="true">{ "·" }</span></td> };
        }
        let action = Action::Pair {
            speaker: speaker.to_owned(),
            about: about.clone(),
        };
        let onclick = props.dispatch.reform(move |_: MouseEvent| action.clone());
        let label = format!(
            "{}: {name} about {about_name}",
            counted(count, "claim", "claims")
        );
        html! {
            <td><button type="button" aria-pressed={chosen.to_string()} aria-label={label} {onclick}>
                { count }
            </button></td>
        }
    };
    html! {
        <div class="table-frame" role="region" aria-label="Who speaks about whom" tabindex="0">
            <table class="who">
                <caption>{ "Who speaks about whom" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Speaker" }</th>
                        { for table.subjects.iter().map(|(_, name)| html! { <th scope="col"><span>{ name }</span></th> }) }
                        <th scope="col"><span>{ "All claims" }</span></th>
                    </tr>
                </thead>
                <tbody>
                    { for table.rows.iter().map(|row| {
                        let hue = props.reading.speaker_number(&row.id) % 8;
                        html! {
                            <tr>
                                <th scope="row"><span class={format!("dot speaker-{hue}")} aria-hidden="true"></span>{ &row.name }</th>
                                { for table.subjects.iter().zip(&row.counts).map(|(subject, count)| cell(&row.id, &row.name, subject, *count)) }
                                <td class="total">{ row.total }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </div>
    }
}
