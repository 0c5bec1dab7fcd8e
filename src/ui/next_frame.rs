//! Doing something at the beginning of the next frame.

use std::cell::RefCell;

use gloo::render::{AnimationFrame, request_animation_frame};
use yew::Callback;

/// Does something once at the beginning of the next frame, however often it is asked before.
/// Once dropped, it does nothing any more.
pub(super) struct NextFrame {
    action: Callback<()>,
    pending: RefCell<Option<AnimationFrame>>,
}

impl NextFrame {
    pub(super) fn of(action: Callback<()>) -> Self {
        let pending = RefCell::new(None);
        Self { action, pending }
    }

    /// Asks for it.
    pub(super) fn ask(&self) {
        let action = self.action.clone();
        let frame = request_animation_frame(move |_| action.emit(()));
        self.pending.replace(Some(frame));
    }
}
