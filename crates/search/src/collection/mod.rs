//! Search over a collection of documents: the index, its serialised form (whole or in
//! parts), ranking and excerpts.
//!
//! The dictionary contains the folded words of the texts. A query finds the forms of a word
//! by their stems. Building the index therefore stems nothing, phrases are exact, and
//! prefixes match as expected.

mod alike;
mod builder;
mod bytes;
mod consecutive;
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
mod vocabulary;

pub(crate) use vocabulary::Vocabulary;

pub use builder::{CollectionBuilder, Document};
pub use documents::DocumentSet;
pub use index::{CollectionIndex, LoadError, PartId, PartedBytes, VERSION};
pub use passage::{Matcher, Passage};
pub use search::{Forgiven, Hit, Replacements, SearchResult};
