//! The data that the parts of a page render.

use std::rc::Rc;

use super::ptr_eq_rc::PtrEqRc;
use explore::{ClaimOrder, Facet, FilterResult, IndexedArticle, State, listed_claims};

/// An article, the state, and the result of its search and filters.
#[derive(Clone, PartialEq)]
pub(super) struct Scene {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The state.
    pub(super) state: Rc<State>,
    /// The result of the search and the filters.
    pub(super) result: PtrEqRc<FilterResult>,
}

impl Scene {
    /// The matching claims in reading order, as numbers in the article's list.
    pub(super) fn matching(&self) -> impl Iterator<Item = usize> {
        let order = self.indexed.claims_in_order().into_iter();
        order.filter(|claim| self.result.has(*claim))
    }

    /// The claims in the order in which a view without the text lists them.
    pub(super) fn listed(&self, order: ClaimOrder) -> Vec<usize> {
        listed_claims(&self.state.view, &self.indexed, &self.result, order)
    }

    /// The selected claim, as a number in the article's list. It stays selected beneath the card of
    /// an entity.
    pub(super) fn selected(&self) -> Option<usize> {
        let State { view, beneath, .. } = &*self.state;
        let id = view.claim.as_ref().or(beneath.as_ref())?;
        self.indexed.claim_number(id)
    }

    /// The only chosen speaker, if the text gives just words for them, and nothing is selected.
    pub(super) fn unnamed_speaker(&self) -> Option<&str> {
        let view = &self.state.view;
        let mut chosen = view.filters.chosen(Facet::Speaker);
        let only = chosen.next().filter(|id| id.starts_with("words:"))?;
        let is_selected = view.claim.is_some() || view.entity.is_some();
        (chosen.next().is_none() && !is_selected).then_some(only)
    }
}
