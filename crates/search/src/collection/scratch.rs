//! Working memory that is reused between searches.

/// The working memory of a search: one number per document, kept allocated for the next
/// search.
#[derive(Default)]
pub(super) struct Scratch {
    pub(super) scores: Vec<f32>,
    /// The terms that each document contains, one bit each.
    pub(super) held: Vec<u64>,
    /// The weighted frequency of one group of words.
    pub(super) frequencies: Vec<f32>,
    pub(super) touched: Vec<u32>,
}

impl Scratch {
    /// Clears the memory for a search among this many documents.
    pub(super) fn prepare(&mut self, documents: u32) {
        self.scores.clear();
        self.scores.resize(documents as usize, 0.0);
        self.held.clear();
        self.held.resize(documents as usize, 0);
        self.frequencies.resize(documents as usize, 0.0);
    }
}
