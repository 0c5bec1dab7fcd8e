//! Reads articles from files. Reading never fails: each function returns a value and
//! diagnostics about what could not be read or found.
//!
//! # Example
//!
//! ```
//! use import::article_from_markdown;
//!
//! let file = "---\ntitle: Cranes\nlanguage: en\n---\nThe *first* crane stands.\n\nThe second does not.\n";
//! let (article, diagnostics) = article_from_markdown("cranes", "cranes.md", file);
//! assert_eq!(article.metadata.title, "Cranes");
//! assert_eq!(article.text, "The first crane stands.\n\nThe second does not.");
//! assert_eq!(diagnostics, []);
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

pub mod annotations;
mod annotations_record;
mod annotations_writer;
mod archive;
mod binary;
pub mod bundle;
mod bundle_record;
mod charts_record;
mod date_words;
mod diagnostic;
mod document;
mod docx;
mod draft;
mod encoding;
mod factiva;
mod feed;
mod file;
mod file_record;
mod flow;
mod front_matter;
mod html;
pub mod json;
mod mail;
mod markdown;
mod mentions;
mod mojibake;
mod nexis;
mod nexis_uni;
mod notes;
mod origin;
mod page_data;
mod parts;
mod pdf;
mod press_database;
mod quote;
mod ranges;
mod record;
mod rtf;
mod similar;
mod subtitles;
mod table;
mod tei;
mod text;
mod unpacked;
mod xml;

pub use annotations::form_of;
pub use annotations_record::AnnotationsRecord;
pub use annotations_writer::{Quotes, annotations_record, around, confidence};
pub use bundle_record::{
    ArchiveRecord, ArticleRecord, Bundle, BundleFault, BundleRecord, FormFault, UnreadArchive,
    for_html, some,
};
pub use charts_record::{ChartsRecord, SpeakerRecord, TimelineRecord};
pub use diagnostic::{
    AnnotationProblem, BinaryKind, BundleProblem, DataProblem, Diagnostic, Diagnostics,
    EncodingProblem, Excerpt, Expected, FieldProblem, FileProblem, HasSeverity, LeftOut,
    MarkdownProblem, Place, Problem, Severity, TextProblem, Unshown, widened,
};
pub use file::{article_id, decode, read, read_whole, stem};
pub use file_record::FileRecord;
pub use html::article_from_html;
pub use json::{JsonFault, JsonReason, parse_json, to_lines, to_text};
pub use markdown::{LONG_INTRO, article_from_markdown, intro_from_markdown};
pub use origin::{FileOrigin, sha256};
pub use page_data::data_of_page;
pub use parts::{Parts, in_parts};
pub use quote::loosen;
pub use quote::{Placed, Quote};
pub use ranges::Marks;
pub use similar::{Moved, SimilarPassage, SimilarPassages, weight};
pub use text::article_from_text;
pub use unpacked::{NamedFile, unpacked};
