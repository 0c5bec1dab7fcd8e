//! The claims in the foreground: grouped by speaker or in order, and who speaks about whom.

use yew::prelude::*;

use super::app::Event;
use super::claim_card::claim_card;
use super::scene::Scene;
use super::words::counted;
use explore::{Action, Facet, WhoAboutWhom};

/// All claims that the view leaves, with their words.
pub(super) fn claims_view(scene: &Scene, in_order: bool) -> Html {
    let shown: Vec<usize> = scene
        .indexed
        .claims_in_order()
        .into_iter()
        .filter(|claim| scene.result.claims.get(*claim) == Some(&true))
        .collect();
    let choose = |value: bool| {
        scene
            .events
            .reform(move |_: MouseEvent| Event::InOrder(value))
    };
    let list = |claims: Vec<usize>| {
        html! { <ol class="cards">{ for claims.into_iter().map(|claim| claim_card(scene, claim, true)) }</ol> }
    };
    let groups = scene.indexed.values(Facet::Speaker).iter().filter_map(|speaker| {
        let own: Vec<usize> = shown
            .iter()
            .copied()
            .filter(|claim| scene.indexed.speaker_of(*claim) == speaker.id)
            .collect();
        (!own.is_empty()).then(|| {
            let hue = scene.indexed.speaker_number(&speaker.id) % 8;
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
            { table_view(scene, &WhoAboutWhom::of(&scene.indexed, &scene.result.claims)) }
            if !shown.is_empty() {
                <div class="order" role="group" aria-label="Order of the claims">
                    <button type="button" aria-pressed={(!in_order).to_string()} onclick={choose(false)}>
                        { "By speaker" }
                    </button>
                    <button type="button" aria-pressed={in_order.to_string()} onclick={choose(true)}>
                        { "In order of the text" }
                    </button>
                </div>
            }
            if in_order { { list(shown) } } else { { for groups } }
        </section>
    }
}

/// Who speaks about whom; a cell narrows to its claims.
pub(super) fn table_view(scene: &Scene, table: &WhoAboutWhom) -> Html {
    if table.subjects.is_empty() || table.rows.is_empty() {
        return Html::default();
    }
    let filters = &scene.state.view.filters;
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
        let onclick = scene.dispatch.reform(move |_: MouseEvent| action.clone());
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
                        let hue = scene.indexed.speaker_number(&row.id) % 8;
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
