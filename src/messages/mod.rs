//! Every sentence, label and name of the interface, in each of its languages.
//!
//! Each area is a struct. A text is a field of type `&'static str`; a text with values is a
//! function, so that each language has its own word order and plurals. Each language fills each
//! area in its own file, and the compiler names missing messages. The host of a page chooses the
//! language (`Host`), and components get an area from the context of the page (`PageContext`).
//!
//! Areas match the parts of the program (`src/web/parts.rs`), so a page loads only the messages of
//! the parts that it needs.

mod article;
mod chinese;
mod claims;
mod collection;
mod editor;
mod english;
mod german;
mod language;
mod loading;
mod on_demand;
mod own_file;
mod publishing;
mod workspace;

pub(crate) use article::{ArticleMessages, Counted, Sample};
pub(crate) use chinese::CHINESE;
pub(crate) use claims::ClaimsMessages;
pub(crate) use collection::CollectionMessages;
pub(crate) use editor::EditorMessages;
pub(crate) use german::GERMAN;
pub use language::{Language, LanguageTag};
pub(crate) use loading::LoadingMessages;
pub(crate) use on_demand::OnDemandMessages;
pub(crate) use own_file::OwnFileMessages;
pub use publishing::PublishingMessages;
pub(crate) use workspace::WorkspaceMessages;

#[cfg(test)]
mod tests;
