//! The state of a view as a Yew reducer.

use std::rc::Rc;

use yew::prelude::*;

use super::latest::use_latest;
use super::ptr_eq_rc::PtrEqRc;
use explore::{Action, IndexedArticle, State, View, reduce};

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

/// The state that a page shows, and the receiver of choices in it. Fields of the query that name
/// values of `indexed` are filters in both.
#[hook]
pub(super) fn use_fields_as_filters(
    state: &Rc<State>,
    indexed: &PtrEqRc<IndexedArticle>,
    dispatch: Callback<Action>,
) -> (Rc<State>, Callback<Action>) {
    let known = use_mut_ref(|| None::<(Rc<State>, PtrEqRc<IndexedArticle>, Rc<State>)>);
    let shown = {
        let mut known = known.borrow_mut();
        let same = known
            .as_ref()
            .filter(|(known, article, _)| Rc::ptr_eq(known, state) && article == indexed);
        match same {
            Some((_, _, shown)) => Rc::clone(shown),
            None => {
                let shown = state.with_fields_as_filters(indexed);
                let shown = shown.map_or_else(|| Rc::clone(state), Rc::new);
                *known = Some((Rc::clone(state), indexed.clone(), Rc::clone(&shown)));
                shown
            }
        }
    };
    let (state, indexed) = (Rc::clone(state), indexed.clone());
    let receive = use_latest(move |action: Action| {
        dispatch.emit(action.with_fields_as_filters(&state.view, &indexed));
    });
    (shown, receive)
}
