//! The timeline of a collection.

use yew::prelude::*;

use super::chart_data::{Chart, ChartData, title_of};
use super::chart_svg::stacked;
use super::chart_table::ChartTable;
use super::list_scene::ListScene;
use super::stance_patterns::fill;
use super::timeline_brush::{Handle, use_brush};
use crate::ui::button;
use crate::ui::page_context::use_page;
use explore::Action;
use explore::collection::{Bar, Period, Tick, Timeline, round_number};
use model::Date;

/// The height of the highest bar, in pixels.
const HEIGHT: usize = 112;

/// The room above it.
const ABOVE: usize = 8;

/// The room between two bars, in hundredths of the width of a bar.
const GAP: usize = 16;

/// Properties of [`TimelineChart`].
#[derive(Properties, PartialEq)]
pub(super) struct TimelineChartProps {
    /// The list.
    pub(super) list: ListScene,
}

/// Bars of claims by stance, of which the reader can choose some.
#[component]
pub(super) fn TimelineChart(props: &TimelineChartProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let view = &props.list.scene.state.view;
    let charts = &props.list.listing.charts;
    let brush = use_brush(view, charts, &page.dispatch);
    let (Some(timeline), Some(data)) = (
        &charts.timeline,
        ChartData::of(messages, charts, Chart::Timeline),
    ) else {
        return Html::default();
    };
    let shown = brush.shown;
    let clear = {
        let view = view.clone();
        page.dispatch.reform(move |_: MouseEvent| {
            Action::Restore(Box::new(Period::default().put_into(&view)))
        })
    };
    let slider = |handle: Handle| {
        let (label, value, class, end) = match handle {
            Handle::From => {
                let begin = timeline.between(shown.0, shown.0).from;
                (messages.period_from, shown.0, None, begin)
            }
            Handle::To => {
                let end = timeline.between(shown.1, shown.1).to;
                (messages.period_to, shown.1 + 1, Some("to"), end)
            }
        };
        html! {
            <input type="range" class={classes!("edge", class)} min="0" max={timeline.bars.len().to_string()} step="1" value={value.to_string()}
                aria-label={label} aria-valuetext={end.map(page.messages().date)}
                oninput={brush.slide.reform(move |event: InputEvent| (handle, false, event.into()))}
                onchange={brush.slide.reform(move |event: Event| (handle, true, event))} />
        }
    };
    let period = if brush.is_moving {
        timeline.between(shown.0, shown.1)
    } else {
        charts.period
    };
    html! {
        <figure class="chart timeline" aria-label={messages.when}>
          <ChartTable {data} heading={messages.when}>
            <div class="plot" dir="ltr">
                <svg ref={&brush.plot} height="146" role="img" aria-label={title_of(messages, timeline)}
                    onpointerdown={&brush.pointer} onpointermove={&brush.pointer} onpointerup={&brush.pointer} onpointercancel={&brush.pointer}>
                    { drawing(timeline, brush.chosen, period.is_open()) }
                    { for timeline.ticks().into_iter().enumerate().map(|(place, tick)| label(timeline, tick, place, messages.tick)) }
                </svg>
                { slider(Handle::From) }
                { slider(Handle::To) }
            </div>
            <p class="chosen-period">
                if period.is_open() {
                    <span class="hint">{ messages.choose_period }</span>
                } else {
                    <b>{ (messages.period)(period) }</b>
                    { button::said("quiet", clear, messages.clear_period.into()) }
                }
            </p>
            if timeline.undated + timeline.imprecise > 0 {
                <p class="remark">{ (messages.not_in_timeline)(timeline.undated, timeline.imprecise) }</p>
            }
          </ChartTable>
        </figure>
    }
}

/// The bars with a line to read their heights by. `chosen` are the first and the last chosen bar;
/// if others could be chosen (`is_all` is false), they step back.
fn drawing(timeline: &Timeline, chosen: Option<(usize, usize)>, is_all: bool) -> Html {
    let highest = timeline.highest().max(1);
    let count = timeline.bars.len();
    let line = round_number(highest);
    let y = ABOVE + HEIGHT - line * HEIGHT / highest;
    let bar = |(place, bar): (usize, &Bar)| {
        let is_chosen =
            is_all || chosen.is_some_and(|(first, last)| (first..=last).contains(&place));
        let (x, width) = (
            percent(place * 100 + GAP / 2, count * 100),
            percent(100 - GAP, count * 100),
        );
        let parts = stacked(bar.counts, HEIGHT, highest).map(|(bottom, top, stance)| {
            let height = (top - bottom).saturating_sub(1).max(1);
            html! { <rect x={x.clone()} width={width.clone()} y={(ABOVE + HEIGHT - top).to_string()} height={height.to_string()} fill={fill(stance)} /> }
        });
        let parts: Html = parts.collect();
        html! { <g key={place} class={(!is_chosen).then_some("off")}>{ parts }</g> }
    };
    let base = (ABOVE + HEIGHT).to_string();
    html! {
        <>
            if let Some((first, last)) = chosen {
                <rect class="period" x={percent(first, count)} width={percent(last + 1 - first, count)} y="0" height={base.clone()} />
            }
            <line class="grid" x1="0" x2="100%" y1={y.to_string()} y2={y.to_string()} />
            { for timeline.bars.iter().enumerate().filter(|(_, bar)| bar.counts.total() > 0).map(bar) }
            <line class="base" x1="0" x2="100%" y1={base.clone()} y2={base} />
            <text text-anchor="end" x="-6" y={(y + 4).to_string()}>{ line }</text>
        </>
    }
}

/// A label. In narrow places there is room for every second one.
fn label(timeline: &Timeline, tick: Tick, place: usize, words: fn(Date) -> String) -> Html {
    let x = percent(tick.bar, timeline.bars.len());
    let base = ABOVE + HEIGHT;
    // The last label ends where it would otherwise leave the picture.
    let anchor = (tick.bar * 100 > timeline.bars.len() * 85).then_some("end");
    html! {
        <g class={classes!("tick", (place % 2 == 1).then_some("if-wide"))}>
            <line x1={x.clone()} x2={x.clone()} y1={base.to_string()} y2={(base + 5).to_string()} />
            <text {x} text-anchor={anchor} y={(base + 22).to_string()}>{ words(tick.date) }</text>
        </g>
    }
}

/// A part of a whole in per cent, with two decimals.
pub(super) fn percent(part: usize, whole: usize) -> String {
    let hundredths = part.saturating_mul(10_000) / whole.max(1);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { "0" } else { "" };
    [&whole.to_string(), ".", zero, &rest.to_string(), "%"].concat()
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn parts_are_written_in_per_cent() {
        let parts = [(0, 3), (1, 3), (3, 3), (1, 100_000), (1, 64)];
        let written = parts.map(|(part, whole)| percent(part, whole));
        assert_eq!(written, ["0.00%", "33.33%", "100.00%", "0.00%", "1.56%"]);
        assert_eq!(percent(0, 0), "0.00%");
    }
}
