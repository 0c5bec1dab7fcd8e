//! The table of who speaks about whom, and the claims that are chosen in it.

use yew::prelude::*;

use super::claim_items::claim_items;
use super::claim_limit::use_claim_limit;
use super::claim_origin::OriginOf;
use super::page_context::{PageContext, use_page};
use super::scene::Scene;
use super::speaker_colour::speaker_class;
use explore::{
    Action, Comparison, Facet, Filters, Mode, SpeakerRow, SubjectColumn, View, WhoAboutWhom,
};

/// How many speakers and subjects the table has at first, besides those that are chosen.
const SPEAKERS: usize = 20;
const SUBJECTS: usize = 12;
/// The length from which the name of a subject has a wider column, in bytes.
const LONG: usize = 28;

/// Properties of [`WhoTable`].
#[derive(Properties, PartialEq)]
pub(super) struct WhoTableProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The origins of the claims, if the page lists those of several articles.
    pub(super) origins: Option<OriginOf>,
    /// The claim that the reader has stepped to, if it is not the selected one.
    pub(super) stepped_to: Option<usize>,
}

/// The table; in narrow places, a list of speakers with their subjects. Heads and cells filter.
/// The table does not change with what is chosen in it; the claims below it do.
#[component]
pub(super) fn WhoTable(props: &WhoTableProps) -> Html {
    let page = use_page();
    let messages = page.claims_messages();
    let whole = use_state_eq(|| false);
    let WhoTableProps { scene, origins, .. } = props;
    let matching: Vec<usize> = scene.matching().collect();
    let current = scene.selected().or(props.stepped_to);
    let current = matching.iter().position(|claim| Some(*claim) == current);
    let (limit, more_claims) = use_claim_limit(matching.len(), current.map_or(0, |at| at + 1));
    let claims = matching.into_iter().take(limit);
    let claims = move || claim_items(scene, origins.as_ref(), claims);
    let filters = &scene.state.view.filters;
    let all = WhoAboutWhom::of(&scene.indexed, &scene.result.in_table);
    let all = all.with_most(usize::MAX, usize::MAX, filters);
    if all.rows.is_empty() {
        return Html::default();
    }
    let (speakers, subjects) = (all.rows.len(), all.subjects.len());
    let table = if *whole {
        all
    } else {
        all.with_most(SPEAKERS, SUBJECTS, filters)
    };
    let of_columns: usize = table.subjects.iter().map(|subject| subject.total).sum();
    let is_part = table.rows.len() < speakers || table.subjects.len() < subjects;
    let show_all = Callback::from(move |_: MouseEvent| whole.set(true));
    html! { <>
        <div class="table-frame" role="region" aria-label={messages.table_frame} tabindex="0">
            { as_table(&page, scene, &table) }
        </div>
        { as_list(&page, scene, &table) }
        if of_columns > table.total { <p class="remark">{ messages.totals_note }</p> }
        if is_part {
            <p><button type="button" class="quiet" onclick={show_all}>{ (messages.whole_table)(speakers, subjects) }</button></p>
        }
        { chosen(&page, scene, &table, claims, more_claims) }
    </> }
}

fn as_table(page: &PageContext, scene: &Scene, table: &WhoAboutWhom) -> Html {
    let (messages, own_messages) = (page.messages(), page.claims_messages());
    let filters = &scene.state.view.filters;
    let column = |subject: &SubjectColumn| {
        html! {
            <th scope="col" key={subject.id.clone()}>{ subject_button(page, filters, subject) }</th>
        }
    };
    let cell = |row: &SpeakerRow, subject: &SubjectColumn, count: usize| {
        if count == 0 && !is_pair(filters, row, subject) {
            return html! { <span class="none" aria-hidden="true">{ "·" }</span> };
        }
        let label = (own_messages.claims_about)(count, &row.name, &subject.name);
        pair_button(page, filters, row, subject, label, html! { { count } })
    };
    let row = |row: &SpeakerRow| {
        let cells = table.subjects.iter().zip(&row.counts);
        html! {
            <tr key={row.id.clone()}>
                <th scope="row">{ speaker_button(page, scene, row) }</th>
                { for cells.map(|(subject, count)| html! {
                    <td key={subject.id.clone()}>
                        { cell(row, subject, count.unwrap_or_default()) }
                    </td>
                }) }
            </tr>
        }
    };
    html! {
        <table class="who">
            <caption class="visually-hidden">{ own_messages.who_about_whom }</caption>
            <thead>
                <tr>
                    <td class="total">{ (messages.claims)(table.total) }</td>
                    { for table.subjects.iter().map(column) }
                </tr>
            </thead>
            <tbody>{ for table.rows.iter().map(row) }</tbody>
        </table>
    }
}

/// The same for narrow places: each speaker with the subjects.
fn as_list(page: &PageContext, scene: &Scene, table: &WhoAboutWhom) -> Html {
    let filters = &scene.state.view.filters;
    let row = |row: &SpeakerRow| {
        let pairs = table.subjects.iter().zip(&row.counts);
        let pairs = pairs.filter_map(|(subject, count)| {
            let chosen = is_pair(filters, row, subject).then_some(0);
            Some((subject, count.or(chosen)?))
        });
        html! {
            <li key={row.id.clone()}>
                { speaker_button(page, scene, row) }
                <ul>
                    { for pairs.map(|(subject, count)| {
                        let label = (page.claims_messages().about_claims)(&row.name, &subject.name, count);
                        let content = html! { <><bdi>{ &subject.name }</bdi>{ " " }<span class="count">{ count }</span></> };
                        html! {
                            <li key={subject.id.clone()}>{ pair_button(page, filters, row, subject, label, content) }</li>
                        }
                    }) }
                </ul>
            </li>
        }
    };
    html! { <ul class="who-list">{ for table.rows.iter().map(row) }</ul> }
}

fn speaker_button(page: &PageContext, scene: &Scene, row: &SpeakerRow) -> Html {
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let label = [(on_demand.said_by)(&row.name), (messages.claims)(row.total)];
    let action = Action::Toggle(Facet::Speaker, row.id.clone());
    let pressed = scene.state.view.filters.has(Facet::Speaker, &row.id);
    let content = html! { <>
        <span class={classes!("dot", speaker_class(&scene.indexed, &row.id))} aria-hidden="true"></span>
        <bdi class="label">{ &row.name }</bdi>{ " " }<span class="count">{ row.total }</span>
    </> };
    button(page, label.join(": "), action, pressed, content)
}

fn subject_button(page: &PageContext, filters: &Filters, subject: &SubjectColumn) -> Html {
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let label = [
        (on_demand.said_about)(&subject.name),
        (messages.claims)(subject.total),
    ];
    let action = Action::Toggle(Facet::About, subject.id.clone());
    let pressed = filters.has(Facet::About, &subject.id);
    let is_long = subject.name.len() >= LONG;
    let content = html! { <>
        <bdi class={classes!("label", is_long.then_some("long"))}>{ &subject.name }</bdi>{ " " }
        <span class="count">{ subject.total }</span>
    </> };
    button(page, label.join(": "), action, pressed, content)
}

fn is_pair(filters: &Filters, row: &SpeakerRow, subject: &SubjectColumn) -> bool {
    filters.has(Facet::Speaker, &row.id) && filters.has(Facet::About, &subject.id)
}

fn pair_button(
    page: &PageContext,
    filters: &Filters,
    row: &SpeakerRow,
    subject: &SubjectColumn,
    label: String,
    content: Html,
) -> Html {
    let action = Action::Pair {
        speaker: row.id.clone(),
        about: subject.id.clone(),
    };
    button(page, label, action, is_pair(filters, row, subject), content)
}

fn button(page: &PageContext, label: String, action: Action, pressed: bool, content: Html) -> Html {
    let onclick = page.dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <button type="button" aria-label={label} aria-pressed={pressed.to_string()} {onclick}>{ content }</button>
    }
}

/// The claims that the choice leaves, and what can be done with it.
fn chosen(
    page: &PageContext,
    scene: &Scene,
    table: &WhoAboutWhom,
    claims: impl FnOnce() -> Html,
    more_claims: Html,
) -> Html {
    let (messages, own_messages) = (page.messages(), page.claims_messages());
    let view = &scene.state.view;
    let is_open = |facet| view.filters.is_open(facet);
    if is_open(Facet::Speaker) && is_open(Facet::About) {
        return html! { <p class="remark">{ own_messages.choose_in_table }</p> };
    }
    let speakers: Vec<&str> = table
        .rows
        .iter()
        .filter(|row| view.filters.has(Facet::Speaker, &row.id))
        .map(|row| row.name.as_str())
        .collect();
    let compare = page
        .dispatch
        .reform(|_: MouseEvent| Action::Show(Mode::Compare));
    let clear = {
        let without = unchosen(view);
        page.dispatch
            .reform(move |_: MouseEvent| Action::Restore(Box::new(without.clone())))
    };
    html! {
        <section class="chosen" aria-labelledby="chosen-heading">
            <h3 id="chosen-heading">{ (messages.claims)(scene.result.shown()) }</h3>
            <p class="choices">
                if (2..=Comparison::MOST).contains(&speakers.len()) {
                    <button type="button" onclick={compare}>{ (own_messages.compare_speakers)(&speakers) }</button>
                }
                <button type="button" class="quiet" onclick={clear}>{ own_messages.clear_choice }</button>
            </p>
            { claims() }
            { more_claims }
        </section>
    }
}

/// The view without the choice of speakers and subjects.
fn unchosen(view: &View) -> View {
    let mut without = view.clone();
    without.filters.clear(Facet::Speaker);
    without.filters.clear(Facet::About);
    without
}
