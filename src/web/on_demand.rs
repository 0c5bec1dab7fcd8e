//! The parts of a page that open on demand, which are a part of the program.

use futures::future::LocalBoxFuture;

use super::parts::{self, reason};
use crate::ui::{OnDemandLoader, OnDemandParts};

/// Loads the parts of a page that open on demand.
#[must_use]
pub fn on_demand() -> OnDemandLoader {
    OnDemandLoader::from(|()| -> LocalBoxFuture<'static, _> { Box::pin(loaded()) })
}

async fn loaded() -> Result<OnDemandParts, String> {
    parts::on_demand().await.map_err(reason)
}
