//! The page of several articles: what it lists, and the article that is open in it.

mod articles;
mod claims;
mod completions;
mod entity;
mod files;
mod page;
mod publishers;
mod scope;

pub use files::{Files, Place};
pub use page::{CollectionEvent, CollectionPage, CollectionProps};
