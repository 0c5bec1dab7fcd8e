//! Steps through the matches of a search in the text or, without a search, through the claims.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::page_context::use_page;
use super::scene::Scene;
use crate::messages::Counted;
use explore::Action;

/// Properties of [`Steps`].
#[derive(Properties, PartialEq)]
pub(super) struct StepsProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The visible claims, in reading order.
    pub(super) shown: Rc<Vec<usize>>,
    /// The match at which the reader begins.
    pub(super) nearest: usize,
    /// The action of a step through the claims, forward or back.
    #[prop_or_else(|| Callback::from(|_| None))]
    pub(super) step: Callback<bool, Option<Action>>,
}

/// The steps. They keep their place when there is nothing to step through.
#[component]
pub(super) fn Steps(props: &StepsProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let StepsProps {
        scene,
        shown,
        nearest,
        ..
    } = props;
    let nearest = *nearest;
    let hits = scene.result.hits.marks.len();
    let walking = hits > 0;
    let selected = scene.selected();
    let step = |forward: bool| {
        let step = props.step.clone();
        page.dispatch.reform(move |_: MouseEvent| {
            if walking {
                return Action::Walk {
                    forward,
                    hits,
                    nearest,
                };
            }
            step.emit(forward).unwrap_or(Action::Deselect)
        })
    };
    let at = selected.and_then(|claim| shown.iter().position(|shown| *shown == claim));
    // The filters have brought a claim into view.
    let found = scene.result.filtered && selected.is_none() && !shown.is_empty();
    let at = at.or_else(|| found.then(|| nearest.min(shown.len() - 1)));
    let (at, all, what) = if walking {
        (
            Some(scene.state.hit.unwrap_or(nearest).min(hits - 1)),
            hits,
            Counted::Hits,
        )
    } else {
        (at, shown.len(), Counted::Claims)
    };
    let [place, unit] = (messages.step)(what, at.map(|at| at + 1), all);
    let unit_class = at.map(|_| "unit");
    html! {
        <div class={classes!("steps", walking.then_some("walking"))} role="group" aria-label={messages.steps}>
            { button::sign("", (messages.previous)(what), all == 0, step(false), "‹".into()) }
            <span class="at">{ place }<span class={unit_class}>{ unit }</span></span>
            { button::sign("", (messages.next)(what), all == 0, step(true), "›".into()) }
            if walking {
                { button::said("quiet", page.open_concordance.reform(|_: MouseEvent| ()), messages.list_matches.into()) }
            }
        </div>
    }
}
