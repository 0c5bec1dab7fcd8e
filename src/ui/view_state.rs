//! The state of a view as a Yew reducer.

use std::rc::Rc;

use yew::Reducible;

use explore::{Action, State, View, reduce};

/// The state, changed only by actions: [`explore::reduce`] as a Yew reducer.
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

    /// The same state if an action changes nothing, so that nothing is rerendered.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce(&self.0, action);
        if next == *self.0 {
            self
        } else {
            Rc::new(Self(Rc::new(next)))
        }
    }
}
