//! The bar at the lower edge of a narrow page, within reach of the thumb.

use yew::prelude::*;

use super::app::Event;
use super::bar::focus;
use super::button;
use super::claim_steps::claim_beside;
use super::element_refs::ElementRefs;
use super::scene::Scene;
use super::words::counted;
use explore::{Action, Mode};

/// The bar. It walks through the hits where there are some, else through the claims.
pub(super) fn foot_bar(scene: &Scene, refs: &ElementRefs, shown: &[usize]) -> Html {
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
        scene.dispatch.reform(move |_: MouseEvent| action.clone())
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
        let input = refs.search.clone();
        Callback::from(move |_: MouseEvent| focus(&input))
    };
    let filters = scene.events.reform(|_: MouseEvent| Event::Filters);
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
