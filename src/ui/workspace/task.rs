//! Waiting for the next task of the browser.

use futures::channel::oneshot;
use gloo::timers::callback::Timeout;

/// Lets the browser draw and answer before the work goes on.
pub(super) async fn next_task() {
    let (come, wait) = oneshot::channel();
    Timeout::new(0, move || {
        // Nobody waits any more where the page is gone.
        let _unheard = come.send(());
    })
    .forget();
    let _gone = wait.await;
}
