//! Addresses within the page.

use crate::explore::{View, to_hash};
use crate::model::{ArticleId, ClaimId, EntityId};

/// The address, relative to the page, of the entity alone.
pub(super) fn to_entity(article: Option<&ArticleId>, id: &EntityId) -> String {
    let alone = View {
        article: article.cloned(),
        entity: Some(id.clone()),
        ..View::default()
    };
    format!("#{}", to_hash(&alone))
}

/// The address, relative to the page, of the claim alone.
pub(super) fn to_claim(article: Option<&ArticleId>, id: &ClaimId) -> String {
    let alone = View {
        article: article.cloned(),
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
