//! The state of a view as Yew keeps it.

use std::rc::Rc;

use yew::Reducible;

use explore::{Action, State, View, reduce};

/// What was asked, changed by actions alone: [`explore::reduce`] as a reducer of Yew.
pub(super) struct ViewState(pub(super) Rc<State>);

impl ViewState {
    /// The state that begins with a view.
    pub(super) fn at(view: View) -> Self {
        Self(Rc::new(State {
            view,
            ..State::default()
        }))
    }
}

impl Reducible for ViewState {
    type Action = Action;

    /// The same state where an action changes nothing, so that nothing is drawn again.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce(&self.0, action);
        if next == *self.0 {
            self
        } else {
            Rc::new(Self(Rc::new(next)))
        }
    }
}
