//! The bar at the bottom of a narrow page, within reach of the thumb.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::claim_steps::claim_beside;
use super::element_refs::focus_search;
use super::page_context::use_page;
use super::scene::Scene;
use crate::messages::Counted;
use explore::{Action, Mode};

/// Properties of [`FootBar`].
#[derive(Properties, PartialEq)]
pub(super) struct FootBarProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The visible claims, in reading order.
    pub(super) shown: Rc<Vec<usize>>,
}

/// The bar. It steps through the hits if there are any, otherwise through the claims.
#[component]
pub(super) fn FootBar(props: &FootBarProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let FootBarProps { scene, shown } = props;
    let hits = scene.result.hits.marks.len();
    let walking = hits > 0 && scene.state.view.mode == Mode::Article;
    let selected = scene.selected();
    let step = |forward: bool| {
        let action = if walking {
            Some(Action::Walk { forward, hits })
        } else {
            claim_beside(&scene.indexed, shown, selected, forward)
        };
        let action = action.unwrap_or(Action::Deselect);
        page.dispatch.reform(move |_: MouseEvent| action.clone())
    };
    let at = selected.and_then(|claim| shown.iter().position(|shown| *shown == claim));
    let (at, all, what) = if walking {
        (scene.state.hit, hits, Counted::Hits)
    } else {
        (at, shown.len(), Counted::Claims)
    };
    let place = (messages.step)(what, at.map(|at| at + 1), all);
    let search = {
        let input = page.refs.search.clone();
        Callback::from(move |_: MouseEvent| focus_search(&input))
    };
    let filters = page.toggle_filters.reform(|_: MouseEvent| ());
    html! {
        <section class="foot-bar" aria-label={messages.foot_bar}>
            { button::said("", search, messages.search.into()) }
            { button::said("", filters, messages.filters.into()) }
            <span class="steps">
                { button::sign("", (messages.previous)(what), all == 0, step(false), "‹".into()) }
                <span class="at">{ place }</span>
                { button::sign("", (messages.next)(what), all == 0, step(true), "›".into()) }
            </span>
        </section>
    }
}
