//! Text processing: words, sentences, folding of case and accents, quotation marks, and
//! their positions in the original.
//!
//! # Example
//!
//! ```
//! use text::fold::fold;
//! use text::quotation_marks::quoted;
//! use text::words::words;
//!
//! let said = "“Très bien”, she said.";
//! let found: Vec<&str> = words(said).map(|range| range.of(said)).collect();
//! assert_eq!(found, ["Très", "bien", "she", "said"]);
//! assert_eq!(fold("Très"), "tres");
//! assert_eq!(quoted(said)[0].of(said), "Très bien");
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

pub mod code_points;
pub mod fold;
pub mod language;
pub mod phrase;
pub mod places;
pub mod quotation_marks;
pub mod sentences;
pub mod spelling;
pub mod stem;
mod suffix_array;
pub mod terms;
pub mod words;
