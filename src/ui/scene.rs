//! What the parts of a page are drawn from.

use std::rc::Rc;

use super::ptr_eq_rc::PtrEqRc;
use explore::{FilterResult, IndexedArticle, State};

/// An article, what was asked, and what that leaves.
#[derive(Clone, PartialEq)]
pub(super) struct Scene {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// What was asked.
    pub(super) state: Rc<State>,
    /// What that leaves.
    pub(super) result: PtrEqRc<FilterResult>,
}

impl Scene {
    /// The selected claim, as a number in the article's list.
    pub(super) fn selected(&self) -> Option<usize> {
        let id = self.state.view.claim.as_ref()?;
        self.indexed.claim_number(id)
    }
}
