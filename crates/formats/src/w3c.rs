//! Exports and imports W3C Web Annotations in JSON-LD
//! (<https://www.w3.org/TR/annotation-model/>).
//!
//! A mention is an annotation that tags a passage with a kind and identifies its entity. A
//! claim is an annotation that classifies a passage as a claim, with its speaker, cue and
//! subjects as further bodies.

mod read;
mod write;

pub(super) use read::{is_w3c, read, sources};
pub(super) use write::write;
