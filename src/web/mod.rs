//! The explorer put into an element, and the scripts that load it.

mod json;
mod mount;
mod mount_collection;

pub use mount::{Mounted, Page, watch_for_panic};
