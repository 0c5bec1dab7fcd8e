//! The parts of a page that open on demand, which are a part of the program.

use std::cell::Cell;

use futures::future::LocalBoxFuture;
use yew::Callback;

use super::parts;
use crate::messages::Language;
use crate::ui::{OnDemandLoader, OnDemandParts};

thread_local! {
    /// The parts, once they are loaded.
    static LOADED: Cell<Option<OnDemandParts>> = const { Cell::new(None) };
}

/// Loads the parts of a page that open on demand. Says in `language` why they cannot be loaded.
#[must_use]
pub fn on_demand(language: Language) -> OnDemandLoader {
    OnDemandLoader {
        loaded: Callback::from(|()| LOADED.get()),
        load: Callback::from(move |()| -> LocalBoxFuture<'static, _> { Box::pin(load(language)) }),
    }
}

/// The parts of a page that open on demand.
///
/// # Errors
/// A sentence in `language`, if they cannot be loaded.
pub(super) async fn load(language: Language) -> Result<OnDemandParts, String> {
    let parts = parts::on_demand().await;
    let parts = parts.map_err(|error| error.reason(language))?;
    LOADED.set(Some(parts));
    Ok(parts)
}
