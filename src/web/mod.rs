//! The explorer in an element of a document. The scripts in `js/` load it.

mod article;
mod collection;
mod exports;
mod host;
mod mount;
mod parts;
mod read;
mod workspace;

pub use exports::exported;
pub use mount::{Mounted, watch_for_panic};
pub use read::{page_of, workspace};
