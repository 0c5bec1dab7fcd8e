//! How much of a large collection a list covers.

/// How much of a large collection a list covers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scope {
    /// How many articles the collection has.
    pub(super) all: usize,
    /// The sources of most of them.
    pub(super) sources: Vec<String>,
    /// How many articles match the view, according to the index.
    pub(super) found: usize,
    /// The number of matches is an upper limit.
    pub(super) at_most: bool,
    /// More articles are being loaded.
    pub(super) waiting: bool,
    /// How many articles have been read for an index that is being built.
    pub(super) rebuilding: Option<usize>,
    /// The index cannot be used, but can be rebuilt.
    pub(super) can_rebuild: bool,
    /// Sentences about missing files.
    pub(super) missing: Vec<String>,
}
