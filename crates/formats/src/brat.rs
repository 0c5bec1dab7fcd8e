//! Exports and imports brat's standoff annotations. Offsets are code points of the
//! accompanying text.
//!
//! A mention is a text-bound annotation of its kind; mentions of one entity are equivalent.
//! A claim is an event with `Speaker` and `Content`. Its trigger is its cue or, without a
//! cue, its words. `About` is a relation; form and stance are attributes. Notes hold
//! everything else as JSON.

mod read;
mod write;

pub(super) use read::{is_brat, read};
pub(super) use write::write;
