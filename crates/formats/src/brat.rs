//! brat's standoff annotations, out and in. Offsets are code points of the text beside them.
//!
//! A mention is a text-bound annotation of its kind; mentions of one entity are equivalent.
//! A claim is an event whose trigger is its cue, or its words where it has none, with
//! `Speaker` and `Content`; `About` is a relation, form and stance are attributes. What the
//! form has no place for stands as JSON in notes.

mod read;
mod write;

pub(super) use read::{is_brat, read};
pub(super) use write::write;
