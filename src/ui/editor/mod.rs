//! The editor of an opened article: its text, in which words are selected, and what is to check.
//!
//! [`EditorPage`] renders the article of an [`edits::Edits`], which holds its history. What is open
//! in the editor is an [`state::EditorState`].

mod bar;
mod caret;
mod check_card;
mod claim_fields;
mod details_fields;
mod edit_form;
mod editor_name;
mod editor_text;
mod edits;
mod name_fields;
mod other_annotations;
mod page;
mod selection;
mod selection_menu;
mod state;
mod task_form;
mod text_fields;
mod to_check;

pub(super) use edits::{EditedArticle, KeptEdits, Start, leads_to};
pub(super) use page::{EditorPage, EditorPageProps, Saved, use_leaving};
