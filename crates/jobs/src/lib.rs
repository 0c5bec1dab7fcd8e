//! The work on a reader's own articles, and the messages between a page and the worker that does
//! it.
//!
//! A page sends a [`Request`] and receives a [`Reply`] after each step. Both are JSON; the bytes
//! of files and articles are sent with them. A [`Job`] does the work, in a worker or, if workers
//! are not allowed, in the page between two frames.
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

pub use formats::FileReport;
pub use job::Job;
pub use message::{Message, MessageError, Note, Reply, Request, VERSION, from_json, to_json};
