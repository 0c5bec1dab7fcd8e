//! What the reader sees: Yew components, and what they need of the browser.

mod app;
mod article;
mod bar;
mod block;
mod button;
mod chips;
mod claim_card;
mod claim_steps;
mod claims_view;
mod clipboard;
mod collection;
mod copy_button;
mod empty;
mod endnotes;
mod entity_card;
mod facets;
mod foot_bar;
#[cfg(feature = "found")]
mod found;
mod help;
mod history;
mod hit_highlight;
mod host;
mod kept;
mod keyboard;
mod links;
mod margin;
mod marks;
mod masthead;
mod next_frame;
mod notices;
mod overview;
mod pieces;
mod places;
mod resize;
mod scene;
mod scroll;
mod seen;
mod share;
mod shared;
mod words;

pub use app::{App, AppProps, Event};
pub use article::summary_of;
pub use bar::{SEARCH_HINT, counts};
pub use block::{BlockProps, BlockView, Emphasis};
pub use collection::{CollectionEvent, CollectionPage, CollectionProps, Files};
pub use facets::facets;
pub use host::{AddressUse, Host, Keys};
pub use keyboard::Key;
pub use margin::has_margin;
#[cfg(feature = "found")]
pub use masthead::marked_by;
pub use pieces::{Piece, pieces};
pub use scene::Scene;
pub use shared::Shared;
