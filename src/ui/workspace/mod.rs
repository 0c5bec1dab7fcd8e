//! The page for a reader's own articles: a form for input, a list of opened articles, and the
//! articles below.
//!
//! [`WorkspacePage`] renders [`state::WorkspaceState`]. Each request of the reader is a
//! [`session::Command`]; [`session::Session`] runs one at a time.

mod arrivals;
mod articles;
mod bookmarklet;
mod detection;
mod edit_lock;
mod folding;
mod form;
mod host;
mod job_runner;
mod keep_option;
mod kept;
mod notes;
mod opened_list;
mod page;
mod passed_page;
mod publish;
mod save_forms;
mod session;
mod session_edits;
mod session_kept;
mod shared_text;
mod shown;
mod source;
mod state;
mod task;
mod window_input;
mod work_status;

pub use arrivals::Arrivals;
pub use host::WorkspaceHost;
pub use page::{Draft, WorkspacePage, WorkspaceProps};
