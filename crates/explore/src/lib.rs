//! The reader's view: query and filters, their results, and their form in an address.
//!
//! # Example
//!
//! ```
//! use explore::{Facet, View, from_hash, to_hash};
//!
//! let mut view = View::default();
//! view.query = "harbour crane".into();
//! view.filters.choose(Facet::Form, "direct");
//!
//! let hash = to_hash(&view);
//! assert_eq!(hash, "q=harbour%20crane&form=direct");
//! assert_eq!(from_hash(&hash), (view, Vec::new()));
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

mod address;
pub mod collection;
mod comparison;
mod concordance;
mod context;
mod english;
mod facet;
mod fields;
mod filter_result;
mod indexed_article;
mod listed_claims;
mod problem;
mod question;
pub mod segments;
mod speaker_colours;
mod state;
mod stretch;
mod table;
mod threshold;
mod view;
mod view_state;

pub use address::{from_hash, link_to, to_hash};
pub use comparison::{ComparedClaim, Comparison, SubjectRow};
pub use concordance::{ConcordanceLine, concordance};
pub use context::{Role, SentencePart, in_sentences};
pub use facet::{Facet, FacetValue, speaker_key};
pub use filter_result::{Constraint, Emptied, FilterResult};
pub use indexed_article::{IndexedArticle, SpeakerWords};
pub use listed_claims::{ClaimOrder, claims_by_speaker, listed_claims};
pub use problem::{Among, CollectionProblem, Problem};
pub use question::Question;
pub use speaker_colours::SpeakerColours;
pub use state::{Action, HistoryStep, State, history_step, reduce};
pub use stretch::Stretch;
pub use table::{SpeakerRow, SubjectColumn, WhoAboutWhom, distinct_names};
pub use threshold::{Threshold, percent_of};
pub use view::{Filters, Mode, View};
pub use view_state::ViewState;
