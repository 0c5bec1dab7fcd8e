//! Export and import: citations, links to passages of the original, embed codes, and
//! annotation formats.
//!
//! # Example
//!
//! ```
//! use formats::{Format, export};
//! use import::article_from_markdown;
//!
//! let (article, _) = article_from_markdown("cranes", "cranes.md", "The crane stands.");
//! let (text, diagnostics) = export(Format::Text, &article);
//! assert_eq!(text, "The crane stands.");
//! assert!(diagnostics.is_empty());
//!
//! let (table, _) = export(Format::CsvClaims, &article);
//! assert!(table.starts_with("claim,speaker,speaker id,"));
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

mod anchor;
mod brat;
mod citation;
mod citron;
mod csv;
mod displacy;
pub mod embed_code;
mod english;
mod exported_file;
mod file_name;
mod format;
mod found;
mod import;
mod labels;
mod markdown;
mod open;
mod opening;
mod problem;
mod records;
mod schema_org;
mod text_fragment;
mod unpacked;
mod w3c;

pub use citation::{Citation, CitationWords, cite, cite_article};
pub use csv::csv_line;
pub use exported_file::{ExportRefusal, ExportedFile, export_file};
pub use file_name::file_name;
pub use format::{Format, export, export_several, losses};
pub use found::{FoundRecord, found_record};
pub use labels::news_label;
pub use open::{open, read_beside, read_file};
pub use opening::{FileReport, LONGEST, Opened, Opening, PART};
pub use problem::{Diagnostic, ExportLoss, Loss, Problem};
pub use schema_org::{claim_address, schema_org};
pub use text_fragment::passage_url;

#[cfg(test)]
mod tests;
