//! An exported file for scripts.

use serde::Serialize;
use ts_rs::TS;

/// A file in an export format.
#[derive(Debug, Serialize, TS)]
pub struct Exported<'a> {
    /// A name for the file.
    pub name: String,
    /// What the format cannot represent, in sentences.
    pub notices: Vec<&'a str>,
    /// The content.
    pub text: &'a str,
    /// The media type.
    #[serde(rename = "type")]
    pub media_type: &'static str,
}
