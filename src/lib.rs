//! Reads an article with its claims in view: who says what, about whom, in which words.
//!
//! Each floor uses only what lies below it; ARCHITECTURE.md has the map and the
//! invariants.

#![cfg_attr(test, allow(clippy::string_slice))]

#[cfg(feature = "ssr")]
pub mod prerender;
pub mod ui;
pub mod web;
