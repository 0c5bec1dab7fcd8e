//! The table of who speaks about whom.

use yew::prelude::*;

use super::page_context::use_page;
use super::scene::Scene;
use explore::{Action, Facet, WhoAboutWhom};

/// Properties of [`WhoTable`].
#[derive(Properties, PartialEq)]
pub(super) struct WhoTableProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The numbers.
    pub(super) table: WhoAboutWhom,
}

/// Who speaks about whom. A click on a cell filters by its claims.
#[component]
pub(super) fn WhoTable(props: &WhoTableProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let dispatch = page.dispatch;
    let WhoTableProps { scene, table } = props;
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
        let onclick = dispatch.reform(move |_: MouseEvent| action.clone());
        let label = (messages.claims_about)(count, name, about_name);
        html! {
            <td><button type="button" aria-pressed={chosen.to_string()} aria-label={label} {onclick}>
                { count }
            </button></td>
        }
    };
    html! {
        <div class="table-frame" role="region" aria-label={messages.who_about_whom} tabindex="0">
            <table class="who">
                <caption>{ messages.who_about_whom }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ messages.speaker }</th>
                        { for table.subjects.iter().map(|(_, name)| html! { <th scope="col"><span>{ name }</span></th> }) }
                        <th scope="col"><span>{ messages.all_claims }</span></th>
                    </tr>
                </thead>
                <tbody>
                    { for table.rows.iter().map(|row| {
                        let colour = scene.indexed.speaker_colour(&row.id);
                        html! {
                            <tr>
                                <th scope="row"><span class={format!("dot speaker-{colour}")} aria-hidden="true"></span>{ &row.name }</th>
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
