//! Generates reproducible random numbers and words.

/// A small random number generator with a fixed seed (xorshift32, Marsaglia 2003).
pub(crate) struct Random(u32);

impl Random {
    pub(crate) fn new() -> Self {
        Self(0x9E37_79B9)
    }

    /// The next number, below a bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.last_below(bound)
    }

    /// The previous number, reduced to a bound.
    pub(crate) fn last_below(&self, bound: usize) -> usize {
        self.0 as usize % bound.max(1)
    }

    /// A pronounceable word.
    pub(crate) fn word(&mut self, syllables: usize) -> String {
        const STARTS: [&str; 14] = [
            "b", "c", "d", "f", "g", "l", "m", "n", "p", "pr", "r", "s", "st", "t",
        ];
        const ENDS: [&str; 10] = ["a", "e", "i", "o", "u", "an", "er", "in", "or", "ent"];
        let mut word = String::new();
        for _ in 0..syllables {
            let (start, end) = (self.below(STARTS.len()), self.below(ENDS.len()));
            word.extend(STARTS.get(start).into_iter().chain(ENDS.get(end)).copied());
        }
        word
    }
}
