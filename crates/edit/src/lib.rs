//! Edits of an article and its annotations, as commands that can be undone.
//!
//! An [`Edit`] is plain data. [`apply()`] carries it out and returns an [`Undo`], which restores
//! the article exactly. A [`History`] holds an article with its edits; the original and the edits,
//! as JSON, are all that has to be kept. Pages build on [`to_check`], [`consequences`],
//! [`places_of`], [`from_others`], [`correction_of`], [`BlockChange`], [`ClaimForm`] and [`NameForm`].
//!
//! # Example
//!
//! ```
//! use edit::{Edit, EntityChange, History, mark_places, new_entity_id, places_of, Spelling};
//! use import::article_from_markdown;
//! use model::{Entity, EntityKind};
//!
//! let (article, _) = article_from_markdown("a", "a.md", "Ann Lee spoke. “No,” Lee said.\n");
//! let mut history = History::of(article);
//!
//! let ann = Entity {
//!     id: new_entity_id(history.article(), "Ann Lee", EntityKind::Person),
//!     kind: EntityKind::Person,
//!     name: "Ann Lee".to_owned(),
//!     aliases: vec!["Lee".to_owned()],
//!     wikidata: None,
//! };
//! let id = ann.id.clone();
//! assert_eq!(id.as_str(), "ann-lee");
//! history.apply(Edit::AddEntity(ann))?;
//!
//! let places = places_of(history.article(), "Lee", Spelling::Exact);
//! let places: Vec<_> = places.into_iter().map(|place| place.range).collect();
//! history.apply(mark_places(&id, &places).expect("two places"))?;
//! assert_eq!(history.article().mentions.len(), 2);
//!
//! history.undo();
//! assert_eq!(history.article().mentions.len(), 0);
//! history.redo()?;
//! assert_eq!(history.article().mentions.len(), 2);
//!
//! let original = (**history.original()).clone();
//! let kept = History::from_json(original, &history.to_json()).expect("its own log");
//! assert_eq!(kept.history.article(), history.article());
//! # Ok::<(), edit::EditProblem>(())
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

mod apply;
mod decisions;
mod detected;
mod edit;
mod editor;
mod english;
mod forms;
mod history;
mod ids;
mod log;
mod others;
mod places;
mod problem;
mod ranges;
mod record;
#[cfg(test)]
mod sample;
mod step;
mod suggestions;
mod text_change;
mod text_edits;
mod validity;

pub use decisions::{Consequences, Decision, KnownName, consequences};
pub use edit::{
    ClaimChange, Edit, EntityChange, Item, MentionChange, MentionKey, MetadataChange,
    OrphanedClaims,
};
pub use editor::{Undo, apply};
pub use forms::{ClaimForm, NameForm, Who};
pub use history::History;
pub use ids::{new_claim_id, new_entity_id};
pub use log::{Entry, Origin, Replay, Stopped, VERSION};
pub use others::{Others, OthersProblem, from_others};
pub use places::{Place, Spelling, mark_places, places_of};
pub use problem::{ArticleFault, EditProblem, LogProblem, ReplayProblem};
pub use ranges::{End, Toward, block_at, moved_by_word, pieces_of, trimmed, whole_words};
pub use record::EditRecord;
pub use suggestions::{Progress, Suggestion, keep_at_least, to_check};
pub use text_edits::{BlockChange, correction_of, words_to_correct};
pub use validity::{check, repair};
