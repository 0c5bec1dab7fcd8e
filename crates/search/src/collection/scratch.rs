//! The memory that one search after another works in.

/// What a search works with: one number for each document, kept so that the next search
/// finds the memory there.
#[derive(Default)]
pub(super) struct Scratch {
    pub(super) scores: Vec<f32>,
    /// One bit for each term that the document holds.
    pub(super) held: Vec<u64>,
    /// The weighted frequency of one group of words.
    pub(super) frequencies: Vec<f32>,
    pub(super) touched: Vec<u32>,
}

impl Scratch {
    /// Empties it for a search among so many documents.
    pub(super) fn prepare(&mut self, documents: u32) {
        self.scores.clear();
        self.scores.resize(documents as usize, 0.0);
        self.held.clear();
        self.held.resize(documents as usize, 0);
        self.frequencies.resize(documents as usize, 0.0);
    }
}
