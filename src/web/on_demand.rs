//! The parts of a page that open on demand, which are a part of the program.

use std::cell::Cell;

use futures::future::LocalBoxFuture;
use yew::Callback;

use super::parts::{self, reason};
use crate::ui::{OnDemandLoader, OnDemandParts};

thread_local! {
    /// The parts, once they are loaded.
    static LOADED: Cell<Option<OnDemandParts>> = const { Cell::new(None) };
}

/// Loads the parts of a page that open on demand.
#[must_use]
pub fn on_demand() -> OnDemandLoader {
    OnDemandLoader {
        loaded: Callback::from(|()| LOADED.get()),
        load: Callback::from(|()| -> LocalBoxFuture<'static, _> { Box::pin(load()) }),
    }
}

/// The parts of a page that open on demand.
///
/// # Errors
/// A sentence, if they cannot be loaded.
pub(super) async fn load() -> Result<OnDemandParts, String> {
    let parts = parts::on_demand().await.map_err(reason)?;
    LOADED.set(Some(parts));
    Ok(parts)
}
