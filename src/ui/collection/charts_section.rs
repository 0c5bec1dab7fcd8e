//! When the claims of a collection were published, and who made them.

use yew::prelude::*;

use super::list_scene::ListScene;
use super::speaker_bars::SpeakerBars;
use super::stance_patterns::legend;
use super::timeline_chart::TimelineChart;
use crate::ui::page_context::use_page;

/// Properties of [`ChartsSection`].
#[derive(Properties, PartialEq)]
pub(super) struct ChartsSectionProps {
    /// The list.
    pub(super) list: ListScene,
}

/// The charts above the list of articles.
#[component]
pub(super) fn ChartsSection(props: &ChartsSectionProps) -> Html {
    let page = use_page();
    let (messages, own_messages) = (page.messages(), page.collection_messages());
    let list = &props.list;
    let charts = &list.listing.charts;
    if charts.stances.is_empty() {
        return Html::default();
    }
    let listed = list.listing.collection.articles.len();
    let all = list.scope.as_ref().map_or(listed, |scope| scope.all);
    let timeline = match &charts.timeline {
        None => html! { <p class="remark">{ own_messages.no_dates }</p> },
        Some(timeline) if timeline.bars.len() < 2 => html! {
            <>
                <p class="remark">{ (own_messages.one_date)(timeline.span()) }</p>
                if timeline.undated + timeline.imprecise > 0 {
                    <p class="remark">{ (own_messages.not_in_timeline)(timeline.undated, timeline.imprecise) }</p>
                }
            </>
        },
        Some(_) => html! { <TimelineChart list={list.clone()} /> },
    };
    html! {
        <section class="charts" aria-label={own_messages.when_and_who}>
            { legend(messages, &charts.stances) }
            <div class="chart-columns">
                { timeline }
                <SpeakerBars list={list.clone()} />
            </div>
            if charts.of_everything {
                <p class="remark">{ (own_messages.charts_cover)(all) }</p>
            }
        </section>
    }
}
