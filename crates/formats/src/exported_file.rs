//! An exported file for scripts.

use serde::Serialize;
use ts_rs::TS;

/// A file in an export format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Exported")]
pub struct ExportedFile {
    /// A name for the file.
    pub name: String,
    /// What the format cannot represent, in sentences.
    pub notices: Vec<String>,
    /// The content.
    pub text: String,
    /// The media type.
    #[serde(rename = "type")]
    pub media_type: &'static str,
}
