//! The page of several articles: what it lists, and the article that is open in it.

mod articles;
mod claims;
mod completions;
mod entity;
mod fetching;
mod files;
mod list_scene;
mod listing;
mod page;
mod props;
mod publishers;
mod scope;
mod scope_notes;

pub use files::{Files, Place};
pub use list_scene::ListEvent;
pub use page::{CollectionEvent, CollectionPage};
pub use props::CollectionProps;
