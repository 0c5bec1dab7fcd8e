//! What every part of the page is drawn from.

use yew::Callback;

use super::app::Event;
use super::shared::Shared;
use crate::explore::{Action, Outcome, Reading, State};

/// An article, what was asked, what that leaves, and where choices go.
///
/// The parts of the page that keep no state of their own are functions of this and not
/// components: each component adds about 10 kB to the program.
pub struct Scene {
    /// The article.
    pub reading: Shared<Reading>,
    /// What was asked.
    pub state: State,
    /// What that leaves.
    pub outcome: Shared<Outcome>,
    /// Where choices go.
    pub dispatch: Callback<Action>,
    /// Where all else goes that happens to the page.
    pub events: Callback<Event>,
}

impl Scene {
    /// The selected claim, as a number in the article's list.
    pub(super) fn selected(&self) -> Option<usize> {
        let id = self.state.view.claim.as_ref()?;
        self.reading.claim_number(id)
    }
}
