//! Writes pages: from a template and from what a page contains, never from a page that is shown.
//!
//! A [`Content`] is what a page contains: its text as HTML, its data, its title and its metadata.
//! A [`Template`] is the skeleton around it, and [`OneFile`] a finished page in one file, whose
//! content can be replaced, so that a published page can be published again.
//!
//! # Example
//!
//! ```
//! use publish::{Content, OneFile, Template};
//!
//! let index = "<!doctype html>\n<html lang=\"%LANGUAGE%\"><head><title>%TITLE%</title>\
//!     <!-- %HEAD% --></head><body><!-- %BEFORE% --><div id=\"article-explorer\">%ARTICLE%</div>\
//!     <!-- %AFTER% --><!-- %END% --></body></html>";
//! let template = Template::of(index).unwrap();
//! let content = |title: &str| Content {
//!     language: "en".to_owned(),
//!     title: title.to_owned(),
//!     plain: "<p>It rains.</p>".to_owned(),
//!     data: "{}".to_owned(),
//!     ..Content::default()
//! };
//! let page = template.one_file(&content("Rain"), "p{}", "start()", &[]);
//! let snow = OneFile::of(&page).unwrap().with(&content("Snow"), false).unwrap();
//! assert_eq!(snow, page.replace("Rain", "Snow"));
//! ```

mod content;
mod html;
mod linked_data;
mod metadata;
mod one_file;
mod served;
mod site;
mod template;

pub use content::{Content, EDITS_ID, edits_in};
pub use metadata::{ArticleLinks, Metadata};
pub use one_file::{OneFile, OneFileFault, PART, PROGRAM, Program};
pub use served::{Asset, loading, navigation};
pub use site::{Site, SiteContent, zipped};
pub use template::{MissingPlace, PLACES, Template};
