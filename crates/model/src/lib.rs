//! Plain data with public fields: what an article, its names and its claims are.
//!
//! Nothing here computes, reads files or knows a browser.

#![cfg_attr(test, allow(clippy::string_slice))]

mod article;
mod claim;
mod date;
mod entity;
mod id;
mod order;
mod range;
mod web_url;

pub use article::{
    Article, Block, BlockKind, Direction, EntitiesById, Inline, InlineStyle, Metadata,
};
pub use claim::{Claim, Form, Speaker, Stance};
pub use date::Date;
pub use entity::{Entity, EntityKind, Mention, Provenance, WikidataId};
pub use id::{ArticleId, ClaimId, EntityId, TakenIds};
pub use order::{ordered, sort};
pub use range::{CodePointRange, TextRange};
pub use web_url::WebUrl;
