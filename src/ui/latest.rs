//! Values that last longer than one rendering.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::ptr_eq_rc::PtrEqRc;

/// A callback that stays the same but calls the `action` of the last rendering, for listeners that
/// are set up once.
#[hook]
pub(super) fn use_latest<IN, OUT, F>(action: F) -> Callback<IN, OUT>
where
    IN: 'static,
    OUT: 'static,
    F: Fn(IN) -> OUT + 'static,
{
    let action = Callback::from(action);
    let latest: Rc<RefCell<Callback<IN, OUT>>> = use_mut_ref(|| action.clone());
    latest.replace(action);
    let stable = use_memo((), |()| {
        Callback::from(move |input| {
            let action = latest.borrow().clone();
            action.emit(input)
        })
    });
    (*stable).clone()
}

/// Returns the same value as long as the new one is equal.
#[hook]
pub(super) fn use_unchanged<T: PartialEq + 'static>(value: Rc<T>) -> PtrEqRc<T> {
    let kept = use_mut_ref(|| Rc::clone(&value));
    let mut kept = kept.borrow_mut();
    if !Rc::ptr_eq(&kept, &value) && *kept != value {
        *kept = value;
    }
    Rc::clone(&kept).into()
}

/// How often a value has changed. Serves as the key of a component that must be recreated for
/// another value.
#[hook]
pub(super) fn use_change_count<T: Clone + PartialEq + 'static>(value: &T) -> usize {
    let known = use_mut_ref(|| (value.clone(), 0));
    let mut known = known.borrow_mut();
    if known.0 != *value {
        *known = (value.clone(), known.1 + 1);
    }
    known.1
}
