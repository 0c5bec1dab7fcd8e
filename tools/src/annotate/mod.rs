//! Names and claims: training, drafting and measuring.

mod calibration;
mod claims;
mod curated;
mod draft;
mod eval;
mod examples;
mod found;
mod names;
mod train;

pub(crate) use eval::run as eval;
pub(crate) use found::{run as annotate, tagger};
pub(crate) use train::run as train;
