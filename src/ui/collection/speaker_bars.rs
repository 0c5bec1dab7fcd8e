//! The speakers of a collection, with bars of their claims.

use yew::prelude::*;

use super::chart_data::{Chart, ChartData};
use super::chart_table::ChartTable;
use super::list_scene::ListScene;
use super::stance_patterns::fill;
use super::timeline_chart::percent;
use crate::ui::button;
use crate::ui::page_context::use_page;
use explore::collection::{MOST_SPEAKERS, SpeakerBar};
use explore::{Action, Facet};

/// How many speakers are shown until the reader asks for all.
const FIRST: usize = 10;

/// How many of them are shown in narrow places.
const FIRST_IF_NARROW: usize = 4;

/// Properties of [`SpeakerBars`].
#[derive(Properties, PartialEq)]
pub(super) struct SpeakerBarsProps {
    /// The list.
    pub(super) list: ListScene,
}

/// A bar for each speaker, split by stance. It is a button that filters by the speaker.
#[component]
pub(super) fn SpeakerBars(props: &SpeakerBarsProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let is_open = use_state(|| false);
    let list = &props.list;
    let filters = &list.scene.state.view.filters;
    let is_listed = |speaker: &&SpeakerBar| {
        speaker.counts.total() > 0 || filters.has(Facet::Speaker, &speaker.id)
    };
    let speakers = list.listing.charts.speakers.iter().filter(is_listed);
    let speakers: Vec<&SpeakerBar> = speakers.collect();
    let Some(data) = ChartData::of(messages, &list.listing.charts, Chart::Speakers) else {
        return Html::default();
    };
    let most = speakers.iter().map(|speaker| speaker.counts.total()).max();
    let most = most.unwrap_or(0).max(1);
    let any_chosen = !filters.is_open(Facet::Speaker);
    let row = |(place, speaker): (usize, &&SpeakerBar)| {
        let count = speaker.counts.total();
        let pressed = filters.has(Facet::Speaker, &speaker.id);
        let action = Action::Toggle(Facet::Speaker, speaker.id.clone());
        let onclick = page.dispatch.reform(move |_: MouseEvent| action.clone());
        let mut before = 0;
        let parts = speaker.counts.stances().map(|(stance, number)| {
            let x = percent(before, most);
            before += number;
            html! { <rect {x} y="0" width={percent(number, most)} height="12" fill={fill(stance)} /> }
        });
        let class = classes!(
            (any_chosen && !pressed).then_some("off"),
            (place >= FIRST_IF_NARROW && !*is_open).then_some("if-wide"),
        );
        html! {
            <li key={speaker.id.clone()} {class}>
                <button type="button" aria-pressed={if pressed { "true" } else { "false" }} {onclick}>
                    <span class="who">{ &speaker.name }</span>
                    <svg height="12" aria-hidden="true">{ for parts }</svg>
                    <span class="count">{ count }<span class="visually-hidden">{ (messages.claim_unit)(count) }</span></span>
                </button>
            </li>
        }
    };
    let all = speakers.len();
    // A button takes as much room as one more speaker.
    let first = if *is_open || all == FIRST + 1 {
        all.min(MOST_SPEAKERS)
    } else {
        all.min(FIRST)
    };
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let label = if *is_open {
        messages.fewer_speakers.to_owned()
    } else {
        let may_be_cut = list.listing.charts.of_everything;
        let are_all = all < MOST_SPEAKERS || (all == MOST_SPEAKERS && !may_be_cut);
        (messages.all_speakers)(all.min(MOST_SPEAKERS), are_all)
    };
    let class = classes!("all-speakers", (all <= FIRST + 1).then_some("if-narrow"));
    html! {
        <figure class="chart speakers-chart" aria-label={messages.who}>
          <ChartTable {data} heading={messages.who}>
            <ol>{ for speakers.iter().take(first).enumerate().map(row) }</ol>
            if all > FIRST_IF_NARROW {
                <p {class}>{ button::said("quiet", toggle, label.into()) }</p>
            }
          </ChartTable>
        </figure>
    }
}
