//! The page for a reader's own articles: a form to give them, a list of what was opened, and
//! the articles below.
//!
//! [`WorkspacePage`] draws [`state::WorkspaceState`]. What a reader asks for is a
//! [`session::Command`]; [`session::Session`] does one after the other.

mod articles;
mod form;
mod host;
mod job_runner;
mod keep_option;
mod kept;
mod notes;
mod opened_list;
mod page;
mod save_forms;
mod session;
mod session_kept;
mod shown;
mod source;
mod state;
mod task;
mod window_input;
mod work_status;

pub use host::WorkspaceHost;
pub use page::{Draft, WorkspacePage, WorkspaceProps};
