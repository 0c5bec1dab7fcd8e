//! Waiting for the next task of the browser.

use futures::channel::oneshot;
use gloo::timers::callback::Timeout;

/// Lets the browser render and respond before the work continues.
pub(super) async fn next_task() {
    let (come, wait) = oneshot::channel();
    Timeout::new(0, move || {
        // Nothing waits any more if the page is gone.
        let _unheard = come.send(());
    })
    .forget();
    let _gone = wait.await;
}
