//! Runs the futures of tests.

use std::future::Future;

use tokio::runtime::Builder;
use tokio::task::LocalSet;

/// The result of a future that renders pages.
pub(crate) fn finished<T>(page: impl Future<Output = T>) -> T {
    let runtime = Builder::new_current_thread().build().unwrap();
    LocalSet::new().block_on(&runtime, page)
}
