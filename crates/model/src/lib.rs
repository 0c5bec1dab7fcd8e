//! Plain data with public fields: what an article, its names and its claims are.
//!
//! Nothing here computes, reads files or knows a browser.
//!
//! # Example
//!
//! ```
//! use model::{Date, EntityKind, TextRange};
//!
//! let text = "Ann Lee spoke on 22 January 2026.";
//! assert_eq!(TextRange::new(0, 7).of(text), "Ann Lee");
//!
//! let date = Date::parse("2026-01-22").expect("a day of the calendar");
//! assert_eq!(date.in_words(), "22 January 2026");
//!
//! assert_eq!(EntityKind::parse("person"), Some(EntityKind::Person));
//! ```

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
pub use date::{Date, MONTHS, month_named};
pub use entity::{Entity, EntityKind, Mention, Provenance, WikidataId};
pub use id::{ArticleId, ClaimId, EntityId, TakenIds};
pub use order::{ordered, sort};
pub use range::{CodePointRange, TextRange};
pub use web_url::WebUrl;
