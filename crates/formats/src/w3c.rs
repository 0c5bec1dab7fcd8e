//! The W3C's Web Annotations in JSON-LD (<https://www.w3.org/TR/annotation-model/>), out and in.
//!
//! A mention is an annotation that tags with a kind and names its entity; a claim is one
//! that classifies as a claim, with its speaker, its cue and its subjects as further bodies.

mod read;
mod write;

pub(super) use read::{is_w3c, read, sources};
pub(super) use write::write;
