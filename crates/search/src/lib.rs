//! Search within an article: the index, the query language, what matches, excerpts.

#![cfg_attr(test, allow(clippy::string_slice))]

pub mod collection;
mod excerpt;
mod hits;
mod index;
mod query;
mod spelling;

pub use excerpt::{Excerpt, excerpt};
pub use hits::{Hits, TermHits};
pub use index::{ArticleIndex, IndexedName};
pub use query::{Field, FieldTerm, MAX_TERMS, Query, Term, Wanted};
