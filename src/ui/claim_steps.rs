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
    let claim = beside(shown, selected, forward)?;
    let claim = indexed.article.claims.get(claim)?;
    Some(Action::SelectClaim(claim.id.clone()))
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
