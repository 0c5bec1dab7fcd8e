//! The compiled programs of a bundle.

use super::program::{PageProgram, Program};

/// The compiled programs, and the skeleton of pages.
pub(super) struct Programs {
    /// The page with placeholders.
    pub(super) template: String,
    /// The program of pages.
    pub(super) page: PageProgram,
    /// The programs without a page, in the order of [`HEADLESS`](super::compile::HEADLESS).
    pub(super) headless: Vec<Program>,
}
