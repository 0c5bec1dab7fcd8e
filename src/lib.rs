//! Reads an article with its claims in view: who says what, about whom, in which words.
//!
//! Each layer uses only those above it in the table of ARCHITECTURE.md, which also lists the
//! invariants.

#![cfg_attr(test, allow(clippy::string_slice))]

#[cfg(feature = "ssr")]
pub mod contents;
mod messages;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod ui;
pub mod web;

pub use messages::{Language, LanguageTag, PublishingMessages};
