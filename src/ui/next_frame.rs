//! Running an action at the beginning of the next frame.

use std::cell::RefCell;

use gloo::render::{AnimationFrame, request_animation_frame};
use yew::Callback;

/// Runs an action once at the beginning of the next frame, however often it is requested. Dropping
/// this cancels the action.
pub(super) struct NextFrame {
    action: Callback<()>,
    pending: RefCell<Option<AnimationFrame>>,
}

impl NextFrame {
    pub(super) fn of(action: Callback<()>) -> Self {
        let pending = RefCell::new(None);
        Self { action, pending }
    }

    /// Requests the action.
    pub(super) fn ask(&self) {
        let action = self.action.clone();
        let frame = request_animation_frame(move |_| action.emit(()));
        self.pending.replace(Some(frame));
    }
}
