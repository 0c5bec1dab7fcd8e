//! The explorer put into an element, and the scripts that load it.

mod class;
mod mount;
mod mount_collection;
mod mount_desk;

pub use mount::{Mounted, Page, watch_for_panic};
