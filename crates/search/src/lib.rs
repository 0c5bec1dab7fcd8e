//! Search within an article and over a collection: indexes, the query language, matches and
//! excerpts.
//!
//! # Example
//!
//! ```
//! use search::Query;
//! use search::collection::{CollectionIndex, Document};
//!
//! let documents = ["The crane stands in the harbour.", "Ships pass the harbour."];
//! let index = CollectionIndex::build(documents.map(|text| Document {
//!     text,
//!     ..Document::default()
//! }));
//! let result = index.search(&Query::parse("cranes "), 10);
//! let found: Vec<u32> = result.hits.iter().map(|hit| hit.number).collect();
//! assert_eq!(found, [0]);
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

pub mod collection;
mod english;
mod excerpt;
mod hits;
mod index;
mod indexed_name;
mod problem;
mod query;
mod query_text;
mod sought;
mod spelling;
mod tokens;

pub use excerpt::{Excerpt, excerpt};
pub use hits::{Hits, TermHits};
pub use index::ArticleIndex;
pub use indexed_name::IndexedName;
pub use problem::QueryProblem;
pub use query::{Day, FORM_WORDS, Field, FieldTerm, MAX_TERMS, Query, Term, Wanted};
pub use query_text::QueryText;
pub use sought::SoughtTerm;
