//! What every part of the page is drawn from.

use yew::Callback;

use super::app::Event;
use super::host::Host;
use super::ptr_eq_rc::PtrEqRc;
use explore::{Action, FilterResult, IndexedArticle, State};

/// An article, what was asked, what that leaves, and where choices go.
///
/// The parts of the page that keep no state of their own are functions of this and not
/// components: each component adds about 10 kB to the program.
#[derive(Clone)]
pub struct Scene {
    /// What the place that the page stands in wants of it.
    pub host: Host,
    /// The article.
    pub indexed: PtrEqRc<IndexedArticle>,
    /// What was asked.
    pub state: State,
    /// What that leaves.
    pub result: PtrEqRc<FilterResult>,
    /// Where choices go.
    pub dispatch: Callback<Action>,
    /// Where all else goes that happens to the page.
    pub events: Callback<Event>,
}

impl Scene {
    /// Whether there are addresses of views that can be given to somebody else.
    pub(super) fn has_links(&self) -> bool {
        self.host.is_in_address() || !self.host.link_base.is_empty()
    }

    /// The selected claim, as a number in the article's list.
    pub(super) fn selected(&self) -> Option<usize> {
        let id = self.state.view.claim.as_ref()?;
        self.indexed.claim_number(id)
    }
}
