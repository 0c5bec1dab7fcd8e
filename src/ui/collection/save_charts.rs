//! Saving the charts of a collection as pictures and tables.

use yew::prelude::*;

use super::chart_data::{Chart, ChartData};
use super::chart_svg::chart_svg;
use super::list_scene::ListScene;
use crate::ui::button;
use crate::ui::page_context::{PageContext, use_page};
use crate::ui::save_as::download;
use explore::collection::Charts;
use formats::ExportedFile;

/// Properties of [`SaveCharts`].
#[derive(Properties, PartialEq)]
pub(super) struct SaveChartsProps {
    /// The list.
    pub(super) list: ListScene,
}

/// For each chart a button that saves the picture, and one that saves the table.
#[component]
pub(super) fn SaveCharts(props: &SaveChartsProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let charts = &props.list.listing.charts;
    if charts.stances.is_empty() {
        return Html::default();
    }
    let save = |chart: Chart, is_picture: bool| {
        let (page, listing) = (page.clone(), props.list.listing.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(file) = file(&page, &listing.charts, chart, is_picture) {
                download(&file);
            }
        });
        let name = match chart {
            Chart::Timeline => messages.when,
            Chart::Speakers => messages.who,
        };
        let kind = if is_picture { " (SVG)" } else { " (CSV)" };
        button::said("", onclick, html! { <>{ name }{ kind }</> })
    };
    html! {
        <section class="save">
            <h3>{ messages.save_charts }</h3>
            <p>{ messages.save_charts_note }</p>
            <p>
                if charts.timeline.is_some() {
                    { save(Chart::Timeline, true) }{ " " }{ save(Chart::Timeline, false) }{ " " }
                }
                { save(Chart::Speakers, true) }{ " " }{ save(Chart::Speakers, false) }
            </p>
        </section>
    }
}

fn file(
    page: &PageContext,
    charts: &Charts,
    chart: Chart,
    is_picture: bool,
) -> Option<ExportedFile> {
    let (messages, own_messages) = (page.messages(), page.collection_messages());
    let (text, media_type) = if is_picture {
        (
            chart_svg(messages, own_messages, charts, chart)?,
            "image/svg+xml",
        )
    } else {
        let data = ChartData::of(own_messages, charts, chart)?;
        (data.csv(messages, own_messages), "text/csv")
    };
    let name = match (chart, is_picture) {
        (Chart::Timeline, true) => "timeline.svg",
        (Chart::Timeline, false) => "timeline.csv",
        (Chart::Speakers, true) => "speakers.svg",
        (Chart::Speakers, false) => "speakers.csv",
    };
    Some(ExportedFile::without_losses(name, text, media_type))
}
