//! The explorer in an element of a document. The scripts in `js/` load it.

mod article;
mod collection;
mod editor;
mod exports;
mod host;
mod languages;
mod mount;
mod on_demand;
#[cfg_attr(
    not(feature = "split"),
    expect(clippy::unused_async, reason = "it waits where the part is a file")
)]
mod parts;
mod read;
mod workspace;

pub use exports::exported;
pub use mount::{Mounted, watch_for_panic};
pub use on_demand::on_demand;
pub use read::{page_of, workspace};
