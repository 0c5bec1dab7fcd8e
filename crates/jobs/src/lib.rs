//! Work on a reader's own articles, and the messages by which a page asks a worker for it.
//!
//! A page sends a [`Request`] and hears a [`Reply`] after each step of the work. Both are JSON;
//! the bytes of files and articles travel beside them. A [`Job`] does the work, in a worker or,
//! where no worker may run, in the page between two frames.
//!
//! # Example
//!
//! ```
//! use jobs::{Job, Reply, Request, to_json};
//!
//! let request = Request::Read { names: vec!["rain.txt".to_owned()], taken: Vec::new() };
//! let mut job = Job::start(&to_json(&request), vec![b"Rain\n\nIt rains.".to_vec()]);
//! let mut titles = Vec::new();
//! while let Some(message) = job.next(None) {
//!     if let Reply::Article { title, .. } = message.reply {
//!         titles.push(title);
//!     }
//! }
//! assert_eq!(titles, ["Rain"]);
//! ```

mod archiving;
mod english;
mod job;
mod message;
mod reading;

pub use job::Job;
pub use message::{Message, MessageError, Note, Reply, Request, VERSION, from_json, to_json};
