//! The interface: Yew components, and the browser functions that they need.
//!
//! [`App`] and [`CollectionPage`] are the pages. Each component has its own file. Hooks and
//! properties that components share are in files that import no component.

mod address;
mod app;
mod app_props;
mod article_page;
mod article_text;
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
mod dialog_head;
mod element_refs;
mod empty;
mod endnotes;
mod entity_card;
mod exports;
mod facets;
mod focus_return;
mod foot_bar;
mod found;
mod help;
mod hit_highlight;
mod host;
mod imprint;
mod keyboard;
mod latest;
mod layout;
mod links;
mod margin;
mod marks;
mod masthead;
mod minimap_paths;
mod next_frame;
mod notices;
mod overview;
mod page_context;
mod passage;
mod pieces;
mod ptr_eq_rc;
mod resize;
mod root;
mod save_as;
mod scene;
mod scroll;
mod share;
mod shell;
mod static_article;
mod static_claims;
mod static_shell;
mod tab_stops;
mod value_label;
mod view_handle;
mod view_report;
mod view_state;
mod visible_blocks;
mod who_table;
mod workspace;

pub use address::hash_of_address;
pub use app::App;
pub use app_props::AppProps;
pub use block::{BlockProps, BlockView, Emphasis};
pub use collection::{
    CollectionPage, CollectionProps, Files, LONG_INTRO, Place, StaticList, StaticListProps,
};
pub use exports::Exporter;
pub use hit_highlight::has_highlights;
pub use host::{AddressUse, Host, Keys};
pub use layout::has_margin;
pub use pieces::{Piece, pieces};
pub use ptr_eq_rc::PtrEqRc;
pub use root::{Page, Root, RootProps};
pub use save_as::OFFERED;
pub use static_article::{StaticArticle, StaticArticleProps};
pub use view_handle::ViewHandle;
pub use workspace::{Draft, WorkspaceHost, WorkspacePage, WorkspaceProps};
