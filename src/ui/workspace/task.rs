//! Waiting for the next task of the browser, or for some time.

use futures::channel::oneshot;
use gloo::timers::callback::Timeout;

/// Lets the browser render and respond before the work continues.
pub(super) async fn next_task() {
    after(0).await;
}

/// How many tasks of a busy browser may pass until a change is rendered.
const TASKS_TO_RENDER: usize = 200;

/// Lets the browser render until something is so; on a busy machine, Yew renders in several tasks.
pub(super) async fn until(is_so: impl Fn() -> bool) {
    for _ in 0..TASKS_TO_RENDER {
        next_task().await;
        if is_so() {
            return;
        }
    }
}

/// Waits for some milliseconds.
pub(super) async fn after(milliseconds: u32) {
    let (come, wait) = oneshot::channel();
    Timeout::new(milliseconds, move || {
        // Nothing waits any more if the page is gone.
        let _unheard = come.send(());
    })
    .forget();
    let _gone = wait.await;
}
