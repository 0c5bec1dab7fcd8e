//! The page of several articles: its lists, and the open article.

mod archive;
mod arrivals;
mod article_item;
mod article_list;
mod claim_item;
mod claim_list;
mod completions;
mod counts;
mod files;
mod identity_card;
mod introduction;
mod list_head;
mod list_page;
mod list_scene;
mod listing;
mod more_button;
mod names_found;
mod no_articles;
mod open_article;
mod order_choice;
mod page;
mod pages;
mod props;
mod publishers;
mod scope;
mod scope_notes;
mod shown;
mod static_list;
mod view_link;

pub use files::{Files, Place};
pub use introduction::LONG_INTRO;
pub use page::CollectionPage;
pub use props::CollectionProps;
pub use static_list::{StaticList, StaticListProps};
