//! From files to articles. Nothing here fails: whatever is read gives a value and the
//! notices of what could not be read or placed.

pub mod annotations;
pub mod bundle;
#[cfg(not(target_arch = "wasm32"))]
mod bundle_writer;
#[cfg(not(target_arch = "wasm32"))]
mod front_matter;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
mod markdown;
mod mentions;
mod notice;
mod quote;

#[cfg(not(target_arch = "wasm32"))]
pub use bundle_writer::Bundle;
pub use json::Json;
#[cfg(not(target_arch = "wasm32"))]
pub use markdown::article_from_markdown;
pub use notice::{Notice, Severity};
pub use quote::{Placed, Quote};
