//! Waits for the HTML of pages, which futures of Yew write.

use std::future::Future;

use anyhow::{Context as _, Result};
use tokio::runtime::Builder;
use tokio::task::LocalSet;

/// What a page comes to.
///
/// # Errors
/// When no runtime can be started.
pub(super) fn finished(page: impl Future<Output = String>) -> Result<String> {
    let runtime = Builder::new_current_thread()
        .build()
        .context("the runtime that renders pages could not be started")?;
    Ok(LocalSet::new().block_on(&runtime, page))
}
