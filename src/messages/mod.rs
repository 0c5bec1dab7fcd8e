//! Every sentence, label and name of the interface, in each of its languages.
//!
//! An area is a struct: a text is a field of type `&'static str`, a text with values is a
//! function that makes it, so that each language has its own order of words and its own
//! plurals. Each language fills each area in a file of its own, and the compiler names what is
//! missing. The host of a page chooses the language (`Host`), and components get an area from
//! the context of the page (`PageContext`).
//!
//! Areas follow the parts of the program (`src/web/parts.rs`): a page that needs no other part
//! loads no messages of it.

mod article;
mod collection;
mod english;
mod language;
mod loading;
mod workspace;

pub(crate) use article::{ArticleMessages, Counted};
pub(crate) use collection::CollectionMessages;
pub use language::Language;
pub(crate) use loading::LoadingMessages;
pub(crate) use workspace::WorkspaceMessages;
