//! From files to articles. Nothing here fails: whatever is read gives a value and the
//! notices of what could not be read or placed.

pub mod annotations;
pub mod bundle;
mod front_matter;
mod markdown;
mod mentions;
mod notice;
mod quote;

pub use markdown::article_from_markdown;
pub use notice::{Notice, Severity};
pub use quote::{Placed, Quote};
