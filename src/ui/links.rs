//! Addresses within the page.

use crate::explore::{Reading, View, to_hash};
use crate::model::{ClaimId, EntityId};

/// The address, relative to the page, of the entity alone.
pub(super) fn to_entity(view: &View, id: &EntityId) -> String {
    let alone = View {
        article: view.article.clone(),
        entity: Some(id.clone()),
        ..View::default()
    };
    format!("#{}", to_hash(&alone))
}

/// The address, relative to the page, of the claim alone.
pub(super) fn to_claim(view: &View, id: &ClaimId) -> String {
    let alone = View {
        article: view.article.clone(),
        claim: Some(id.clone()),
        ..View::default()
    };
    format!("#{}", to_hash(&alone))
}

/// The whole address of a hash of this page.
pub(super) fn absolute(hash: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let page = location
        .and_then(|location| location.href().ok())
        .unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    format!("{page}{hash}")
}

/// What the page is called: the title of the article.
pub(super) fn page_title(reading: &Reading) -> String {
    reading.article.metadata.title.clone()
}
