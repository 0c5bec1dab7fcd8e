//! The page that holds the program: its data, its start, its end.

mod json;
mod page;

pub use page::start;
