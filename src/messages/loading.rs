//! The messages of loading a page, for scripts that show them in its place.

use std::fmt::Display;

/// Why a page cannot be shown.
pub(crate) struct LoadingMessages {
    pub(crate) not_json: fn(&dyn Display) -> String,
    pub(crate) no_bundle: fn(&dyn Display) -> String,
    /// There is no article, with what is wrong with the data.
    pub(crate) no_article: fn(&str) -> String,
    /// A part of the program cannot be loaded, and why.
    pub(crate) part_not_loaded: fn(&str) -> String,
    /// No export format has this name.
    pub(crate) no_such_format: fn(&str) -> String,
    /// The program came to its end without a reason.
    pub(crate) no_reason: &'static str,
}
