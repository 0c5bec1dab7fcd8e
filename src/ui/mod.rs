//! What the reader sees: Yew components, and what they need of the browser.

mod app;
mod article;
mod bar;
mod block;
mod chips;
mod claim_card;
mod claims_view;
mod clipboard;
mod copy_button;
mod empty;
mod endnotes;
mod entity_card;
mod facets;
mod help;
mod history;
mod hit_highlight;
mod keyboard;
mod links;
mod margin;
mod notices;
mod overview;
mod pieces;
mod resize;
mod seen;
mod shared;
mod words;

pub use app::{App, AppProps};
pub use block::{BlockProps, BlockView, Emphasis};
pub use claim_card::{ClaimCard, ClaimCardProps};
pub use facets::{Facets, FacetsProps};
pub use pieces::{Piece, pieces};
pub use shared::Shared;
