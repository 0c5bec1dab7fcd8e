//! Stepping from claim to claim.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::claim_focus::{order_of_steps, place_of};
use super::latest::use_latest;
use super::page_context::PageContext;
use super::scene::Scene;
use super::scroll::open_part;
use explore::{Action, ClaimOrder};

/// Returns a callback that returns the action of a step forward or back: it selects the claim
/// beside the selected one. If none is selected, the one beside the last that was, as long as that
/// is in view; otherwise the first in or below the view or, on a step back, the last above it.
/// After the last claim comes the first. `shown` are the visible claims in reading order.
#[hook]
pub(super) fn use_claim_steps(
    page: &PageContext,
    scene: &Scene,
    shown: &Rc<Vec<usize>>,
    order: ClaimOrder,
) -> Callback<bool, Option<Action>> {
    let last = use_mut_ref(|| None::<usize>);
    let selected = scene.selected();
    if selected.is_some() {
        last.replace(selected);
    }
    let (page, scene, shown) = (page.clone(), scene.clone(), Rc::clone(shown));
    use_latest(move |forward: bool| {
        let claims = order_of_steps(&page, &scene, &shown, order);
        let root = page.refs.root.cast::<Element>();
        let view = root.as_ref().map(open_part).unwrap_or_default();
        let edges = |claim: usize| {
            let place = place_of(root.as_ref()?, &scene, claim)?;
            let edges = place.get_bounding_client_rect();
            Some((edges.top(), edges.bottom()))
        };
        let is_seen = |claim: &usize| {
            edges(*claim).is_some_and(|(top, bottom)| top <= view.1 && bottom >= view.0)
        };
        let before = selected.or_else(|| last.borrow().filter(is_seen));
        let claim = match before.filter(|claim| claims.contains(claim)) {
            Some(_) => beside(&claims, before, forward),
            None => {
                let is_above = |claim: &usize| edges(*claim).is_some_and(|(top, _)| top < view.0);
                let above = claims.partition_point(is_above);
                let next = if forward {
                    Some(above)
                } else {
                    above.checked_sub(1)
                };
                let next = next.and_then(|at| claims.get(at)).copied();
                next.or_else(|| beside(&claims, None, forward))
            }
        };
        let claim = scene.indexed.article.claims.get(claim?)?;
        Some(Action::SelectClaim(claim.id.clone()))
    })
}

/// The item after or before `current`. After the last comes the first. `None` if there are no items.
pub(super) fn beside(items: &[usize], current: Option<usize>, forward: bool) -> Option<usize> {
    let last = items.len().checked_sub(1)?;
    let at = current.and_then(|current| items.iter().position(|item| *item == current));
    let position = match (at, forward) {
        (Some(at), true) if at < last => at + 1,
        (_, true) => 0,
        (Some(at), false) if at > 0 => at - 1,
        (_, false) => last,
    };
    items.get(position).copied()
}
