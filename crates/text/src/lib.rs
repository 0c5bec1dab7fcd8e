//! Text as readers take it: words, sentences, letters without their accents, and where
//! all that stands in the original.

#![cfg_attr(test, allow(clippy::string_slice))]

pub mod code_points;
pub mod fold;
pub mod language;
pub mod phrase;
pub mod quotation_marks;
pub mod sentences;
pub mod stem;
pub mod words;
