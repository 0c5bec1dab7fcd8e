//! The messages for loading a page. Scripts show them in place of the page.

use std::fmt::Display;

use formats::ExportRefusal;

/// Why a page cannot be shown.
pub(crate) struct LoadingMessages {
    pub(crate) not_json: fn(&dyn Display) -> String,
    pub(crate) no_bundle: fn(&dyn Display) -> String,
    /// There is no article, with the problems of the data.
    pub(crate) no_article: fn(&str) -> String,
    /// A part of the program cannot be loaded, with the reason.
    pub(crate) part_not_loaded: fn(&str) -> String,
    /// No export format has this name.
    pub(crate) no_such_format: fn(&str) -> String,
    /// Why articles cannot be written as a file.
    pub(crate) export_refused: fn(&ExportRefusal) -> String,
    /// The program crashed without a reason.
    pub(crate) no_reason: &'static str,
}
