//! Waiting for the next task of the browser, or for some time.

use futures::channel::oneshot;
use gloo::timers::callback::Timeout;

/// Lets the browser render and respond before the work continues.
pub(super) async fn next_task() {
    after(0).await;
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
