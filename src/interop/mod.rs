//! What leaves the page: citations, addresses of passages elsewhere.

mod citation;
mod text_fragment;

pub use citation::{Citation, cite};
pub use text_fragment::passage_url;
