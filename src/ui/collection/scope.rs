//! How much of a large collection a list speaks of.

/// How much of a large collection a list speaks of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scope {
    /// How many articles the collection has.
    pub(super) all: usize,
    /// The sources of most of them.
    pub(super) sources: Vec<String>,
    /// How many of them the view finds, as far as the index knows.
    pub(super) found: usize,
    /// It may be fewer.
    pub(super) at_most: bool,
    /// More is on its way.
    pub(super) waiting: bool,
    /// How many articles were looked at for an index that is being built.
    pub(super) rebuilding: Option<usize>,
    /// The index cannot be used, but built again.
    pub(super) can_rebuild: bool,
    /// Sentences about what is missing.
    pub(super) missing: Vec<String>,
}
