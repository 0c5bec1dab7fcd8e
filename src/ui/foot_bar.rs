//! The bar at the lower edge of a narrow page, within reach of the thumb.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::claim_steps::claim_beside;
use super::element_refs::focus_search;
use super::page_context::use_page;
use super::scene::Scene;
use super::words::counted;
use explore::{Action, Mode};

/// Properties of [`FootBar`].
#[derive(Properties, PartialEq)]
pub(super) struct FootBarProps {
    /// What the page is drawn from.
    pub(super) scene: Scene,
    /// The claims that are shown, in reading order.
    pub(super) shown: Rc<Vec<usize>>,
}

/// The bar. It walks through the hits where there are some, else through the claims.
#[component]
pub(super) fn FootBar(props: &FootBarProps) -> Html {
    let page = use_page();
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
    let (at, of, one, what) = if walking {
        (scene.state.hit, hits, "hit", "hits")
    } else {
        (at, shown.len(), "claim", "claims")
    };
    let all = counted(of, one, what);
    let place = at.map_or_else(|| all.clone(), |at| format!("{} of {all}", at + 1));
    let search = {
        let input = page.refs.search.clone();
        Callback::from(move |_: MouseEvent| focus_search(&input))
    };
    let filters = page.toggle_filters.reform(|_: MouseEvent| ());
    html! {
        <section class="foot-bar" aria-label="Step through the article">
            { button::said("", search, "Search".into()) }
            { button::said("", filters, "Filters".into()) }
            <span class="steps">
                { button::sign("", format!("Previous of the {what}"), of == 0, step(false), "‹".into()) }
                <span class="at">{ place }</span>
                { button::sign("", format!("Next of the {what}"), of == 0, step(true), "›".into()) }
            </span>
        </section>
    }
}
