//! Stepping from claim to claim.

use explore::{Action, IndexedArticle};

/// The action that selects the next or previous visible claim. After the last comes the first.
/// `None` if no claim is visible.
pub(super) fn claim_beside(
    indexed: &IndexedArticle,
    shown: &[usize],
    selected: Option<usize>,
    forward: bool,
) -> Option<Action> {
    let last = shown.len().checked_sub(1)?;
    let at = selected.and_then(|claim| shown.iter().position(|shown| *shown == claim));
    let position = match (at, forward) {
        (Some(at), true) if at < last => at + 1,
        (_, true) => 0,
        (Some(at), false) if at > 0 => at - 1,
        (_, false) => last,
    };
    let claim = indexed.article.claims.get(*shown.get(position)?)?;
    Some(Action::SelectClaim(claim.id.clone()))
}
