//! Choosing a period in the timeline: by dragging across the bars, and with two handles.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::ui::latest::use_latest;
use explore::collection::{Charts, Period, Timeline};
use explore::{Action, View};

/// A handle of the brush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Handle {
    /// The beginning of the period.
    From,
    /// Its end.
    To,
}

/// What the brush shows, and what it listens to.
pub(super) struct Brush {
    /// The bars of the chosen period, or of the one that is being chosen; `None` for all time, and
    /// for a period without bars.
    pub(super) chosen: Option<(usize, usize)>,
    /// The bars between the handles.
    pub(super) shown: (usize, usize),
    /// A period is being chosen.
    pub(super) is_moving: bool,
    /// The picture.
    pub(super) plot: NodeRef,
    /// Receives what a pointer does to the picture.
    pub(super) pointer: Callback<PointerEvent>,
    /// Receives the movements of the handles, and whether they have stopped.
    pub(super) slide: Callback<(Handle, bool, Event)>,
}

/// The brush of the timeline in `charts`.
#[hook]
pub(super) fn use_brush(view: &View, charts: &Charts, dispatch: &Callback<Action>) -> Brush {
    let plot = use_node_ref();
    let moving = use_state_eq(|| None::<(usize, usize)>);
    let pressed = use_mut_ref(|| None::<usize>);
    let timeline = charts.timeline.clone();
    let count = timeline
        .as_ref()
        .map_or(1, |timeline| timeline.bars.len().max(1));
    let asked = timeline.as_ref().filter(|_| !charts.period.is_open());
    let asked = asked.and_then(|timeline| timeline.chosen(charts.period));
    let chosen = moving.or(asked);
    let shown = chosen.unwrap_or((0, count - 1));
    let pointer = {
        let (plot, moving, pressed) = (plot.clone(), moving.clone(), pressed);
        let (timeline, view, dispatch) = (timeline.clone(), view.clone(), dispatch.clone());
        use_latest(move |event: PointerEvent| {
            let (Some(plot), Some(timeline)) = (plot.cast::<Element>(), &timeline) else {
                return;
            };
            let at = bar_at(&plot, &event, count);
            let from = *pressed.borrow();
            match (event.type_().as_str(), from) {
                ("pointerdown", _) if event.is_primary() && event.button() == 0 => {
                    // Without this, text would be selected.
                    event.prevent_default();
                    plot.set_pointer_capture(event.pointer_id()).ok();
                    pressed.replace(Some(at));
                    moving.set(Some((at, at)));
                }
                ("pointermove", Some(from)) => moving.set(Some((from.min(at), from.max(at)))),
                ("pointerup", Some(from)) => {
                    pressed.replace(None);
                    moving.set(None);
                    let bars = (from.min(at), from.max(at));
                    let again = from == at && asked == Some(bars);
                    let period = if again {
                        Period::default()
                    } else {
                        period_of(timeline, bars)
                    };
                    dispatch.emit(Action::Restore(Box::new(period.put_into(&view))));
                }
                ("pointercancel", _) => {
                    pressed.replace(None);
                    moving.set(None);
                }
                _ => {}
            }
        })
    };
    let slide = {
        let (moving, view, dispatch) = (moving.clone(), view.clone(), dispatch.clone());
        use_latest(move |(handle, has_stopped, event): (Handle, bool, Event)| {
            let (Some(input), Some(timeline)) =
                (event.target_dyn_into::<HtmlInputElement>(), &timeline)
            else {
                return;
            };
            let edge = input.value().parse::<usize>().unwrap_or(0);
            let bars = match handle {
                Handle::From => (edge.min(shown.1), shown.1),
                Handle::To => (shown.0, edge.saturating_sub(1).max(shown.0)),
            };
            // A handle does not pass the other one.
            let edge = if handle == Handle::From {
                bars.0
            } else {
                bars.1 + 1
            };
            input.set_value(&edge.to_string());
            if has_stopped {
                moving.set(None);
                // Like typing, several movements are one step back.
                let view = period_of(timeline, bars).put_into(&view);
                dispatch.emit(Action::Refine {
                    query: view.query.clone(),
                    filters: view.filters,
                    then: Box::new(Action::Search(view.query.to_string())),
                });
            } else {
                moving.set(Some(bars));
            }
        })
    };
    Brush {
        chosen,
        shown,
        is_moving: moving.is_some(),
        plot,
        pointer,
        slide,
    }
}

/// The period of some bars; all of them are all time.
fn period_of(timeline: &Timeline, (first, last): (usize, usize)) -> Period {
    if first == 0 && last + 1 == timeline.bars.len() {
        Period::default()
    } else {
        timeline.between(first, last)
    }
}

/// The bar below a pointer, or the one next to it.
fn bar_at(plot: &Element, event: &PointerEvent, count: usize) -> usize {
    let place = plot.get_bounding_client_rect();
    let part = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
    let bar = (part * count as f64).max(0.0) as usize;
    bar.min(count - 1)
}
