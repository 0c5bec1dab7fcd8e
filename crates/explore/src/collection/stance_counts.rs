//! How many claims have which stance.

use model::Stance;

/// The number of claims of each stance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StanceCounts([usize; Stance::ALL.len()]);

impl StanceCounts {
    /// Adds claims of a stance.
    pub fn add(&mut self, stance: Stance, count: usize) {
        if let Some(known) = self.0.get_mut(stance as usize) {
            *known = known.saturating_add(count);
        }
    }

    /// Adds other counts.
    pub fn add_all(&mut self, others: Self) {
        for (stance, count) in others.stances() {
            self.add(stance, count);
        }
    }

    /// The number of claims of a stance.
    #[must_use]
    pub fn of(self, stance: Stance) -> usize {
        self.0.get(stance as usize).copied().unwrap_or(0)
    }

    /// The number of claims of all stances.
    #[must_use]
    pub fn total(self) -> usize {
        self.0
            .iter()
            .fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The stances of at least one claim, in their own order, with their numbers of claims.
    pub fn stances(self) -> impl Iterator<Item = (Stance, usize)> {
        let all = Stance::ALL.into_iter().zip(self.0);
        all.filter(|(_, count)| *count > 0)
    }
}

impl FromIterator<(Stance, usize)> for StanceCounts {
    fn from_iter<T: IntoIterator<Item = (Stance, usize)>>(counts: T) -> Self {
        let mut all = Self::default();
        for (stance, count) in counts {
            all.add(stance, count);
        }
        all
    }
}
