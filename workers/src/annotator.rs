//! The annotator without a page: names and claims found in a text, for scripts in browsers
//! and in Node.

pub mod finding;

fn main() {}
