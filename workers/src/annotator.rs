//! The annotator without a page: detects names and claims in a text, for scripts in browsers
//! and in Node.

pub mod finding;

fn main() {}
