//! The explorer put into an element; the scripts in `js/` load it.

mod class;
mod mount;
mod mount_collection;
mod mount_workspace;

pub use mount::{Mounted, Page, watch_for_panic};
pub use mount_workspace::MountedWorkspace;
