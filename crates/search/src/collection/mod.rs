//! Search over a collection of documents: the index, its serialised form, whole or in
//! parts, ranking, excerpts.
//!
//! The dictionary holds the folded words as they stand in the texts; which of them are
//! forms of one word is found out when a query asks, by their stems. So building stems
//! nothing, phrases are exact, and a beginning of a word finds what it should.

mod alike;
mod builder;
mod bytes;
mod documents;
mod head;
mod index;
mod nearness;
#[cfg(test)]
mod oracle;
mod part;
mod passage;
mod phrase;
mod posting;
mod prefetch;
mod scratch;
mod search;
mod tokens;
mod vocabulary;

pub use builder::{CollectionBuilder, Document};
pub use documents::DocumentSet;
pub use index::{CollectionIndex, LoadError, PartId, PartedBytes, VERSION};
pub use passage::{Matcher, Passage};
pub use search::{Forgiven, Hit, SearchResult};
