//! The articles of a file for scripts.

use serde::Serialize;
use ts_rs::TS;

use super::bundle_record::BundleRecord;

/// The articles of a file.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "FileContent")]
pub struct FileRecord<'a> {
    /// The articles, with annotations as ranges.
    pub bundle: BundleRecord<'a>,
    /// What could not be read, and other notices, in sentences.
    pub notices: Vec<String>,
}
