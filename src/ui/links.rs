//! Addresses within the page.

use super::host::Host;
use explore::{View, to_hash};
use model::{ArticleId, ClaimId, EntityId};

/// The address, relative to the page, of the view with only this entity.
pub(super) fn to_entity(article: Option<&ArticleId>, id: &EntityId) -> String {
    let alone = View {
        article: article.cloned(),
        entity: Some(id.clone()),
        ..View::default()
    };
    format!("#{}", to_hash(&alone))
}

/// The address, relative to the page, of the view with only this claim.
pub(super) fn to_claim(article: Option<&ArticleId>, id: &ClaimId) -> String {
    let alone = View {
        article: article.cloned(),
        claim: Some(id.clone()),
        ..View::default()
    };
    format!("#{}", to_hash(&alone))
}

/// The full address for a hash (with its `#`); empty if the host has none.
pub(super) fn absolute(host: &Host, hash: &str) -> String {
    let base = page(host);
    if base.is_empty() {
        base
    } else {
        format!("{base}{hash}")
    }
}

/// The address of the page that links lead to, without its hash.
pub(super) fn page(host: &Host) -> String {
    if !host.link_base.is_empty() || !host.is_in_address() {
        return host.link_base.to_string();
    }
    let page = gloo::utils::window().location().href().unwrap_or_default();
    page.split('#').next().unwrap_or_default().to_owned()
}
