//! Finds persons, organisations and places in English text with a linear-chain conditional
//! random field (Lafferty, McCallum and Pereira, 2001) over hashed features. The Viterbi
//! algorithm decodes it; each weight is quantised to one byte.

mod boundaries;
mod everywhere;
mod extents;
mod features;
mod kinds;
mod known;
mod weights;

pub use features::{BUCKET_BITS, Evidence, FEATURES, Row, rows};
pub use weights::{Fault, LABELS, Weights};

use std::ops::Range;

use super::document::Document;
use model::EntityKind;

/// The kinds of names that the tagger finds, in the order of their labels.
pub const KINDS: [EntityKind; 3] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
];

/// A name found in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The kind of entity.
    pub kind: EntityKind,
    /// The confidence, from 0 to 1.
    pub confidence: f32,
}

/// The tagger and its weights.
pub struct Tagger {
    weights: Weights,
}

impl Tagger {
    /// Loads weights written by `cargo xtask train`.
    ///
    /// # Errors
    /// When the bytes are not weights, or have another version.
    pub fn load(bytes: &[u8]) -> Result<Self, Fault> {
        Weights::read(bytes).map(|weights| Self { weights })
    }

    /// Creates a tagger with these weights.
    #[must_use]
    pub fn with(weights: Weights) -> Self {
        Self { weights }
    }

    /// The names of a text, in order. Takes time linear in its length.
    #[must_use]
    pub fn tag(&self, document: &Document) -> Vec<Tagged> {
        let evidence = Evidence::of(document);
        let mut found = Vec::new();
        let mut lattice = Lattice::default();
        let mut features = Vec::new();
        for sentence in &document.sentences {
            let capital = document
                .slice(sentence)
                .iter()
                .any(|token| token.is_capital());
            if !capital {
                continue;
            }
            // A line without a full stop can be as long as the text, so it is processed in
            // parts.
            let mut start = sentence.start;
            while start < sentence.end {
                let stretch = start..sentence.end.min(start + LONGEST_STRETCH);
                rows(document, &stretch, &evidence, &mut features);
                self.tag_stretch(&stretch, &features, &mut lattice, &mut found);
                start = stretch.end;
            }
        }
        boundaries::mend(document, &mut found);
        known::add_known(document, &mut found);
        extents::correct(document, &mut found);
        kinds::correct(document, &mut found);
        everywhere::agree(document, &mut found);
        found
    }

    fn tag_stretch(
        &self,
        stretch: &Range<usize>,
        features: &[Row],
        lattice: &mut Lattice,
        found: &mut Vec<Tagged>,
    ) {
        lattice.fill(&self.weights, features);
        if lattice.decode(&self.weights) {
            lattice.marginals(&self.weights);
        } else {
            return;
        }
        let mut open: Option<Tagged> = None;
        for (at, label) in lattice.path.iter().enumerate() {
            let sure = lattice.probability(at, *label);
            let continues = *label != 0 && label % 2 == 0;
            match &mut open {
                Some(name) if continues => {
                    name.tokens.end = stretch.start + at + 1;
                    name.confidence = name.confidence.min(sure);
                    continue;
                }
                _ => found.extend(open.take()),
            }
            if *label != 0 {
                let kind = KINDS.get((*label - 1) / 2).copied();
                open = kind.map(|kind| Tagged {
                    tokens: stretch.start + at..stretch.start + at + 1,
                    kind,
                    confidence: sure,
                });
            }
        }
        found.extend(open);
    }
}

const LONGEST_STRETCH: usize = 400;

/// The scores of one part: a row of labels for each token.
#[derive(Default)]
struct Lattice {
    scores: Vec<[i32; LABELS]>,
    best: Vec<[i32; LABELS]>,
    from: Vec<[u8; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    backward: Vec<[f32; LABELS]>,
    path: Vec<usize>,
}

impl Lattice {
    fn fill(&mut self, weights: &Weights, features: &[Row]) {
        self.scores.clear();
        self.scores
            .extend(features.iter().map(|row| weights.scores(row)));
    }

    /// Finds the best labels. Returns whether they contain a name.
    fn decode(&mut self, weights: &Weights) -> bool {
        self.best.clear();
        self.from.clear();
        self.path.clear();
        let mut before: Option<[i32; LABELS]> = None;
        for scores in &self.scores {
            let mut best = *scores;
            let mut from = [0u8; LABELS];
            for (label, ((best, from), rules)) in best
                .iter_mut()
                .zip(&mut from)
                .zip(weights.transitions())
                .enumerate()
            {
                let Some(before) = &before else {
                    if label != 0 && label % 2 == 0 {
                        *best = i32::MIN / 4;
                    }
                    continue;
                };
                let mut most = i32::MIN;
                for (previous, (score, rule)) in before.iter().zip(rules).enumerate() {
                    if score + rule > most {
                        most = score + rule;
                        *from = previous as u8;
                    }
                }
                *best += most;
            }
            before = Some(best);
            self.best.push(best);
            self.from.push(from);
        }
        let Some(last) = before else {
            return false;
        };
        let mut label = 0;
        let mut most = i32::MIN;
        for (candidate, score) in last.iter().enumerate() {
            if *score > most {
                most = *score;
                label = candidate;
            }
        }
        for from in self.from.iter().rev() {
            self.path.push(label);
            label = usize::from(from.get(label).copied().unwrap_or(0));
        }
        self.path.reverse();
        self.path.iter().any(|label| *label != 0)
    }

    /// Computes the forward and backward sums, each row scaled to 1.
    fn marginals(&mut self, weights: &Weights) {
        let exponentials: Vec<[f32; LABELS]> = self
            .scores
            .iter()
            .map(|row| {
                let most = row.iter().copied().max().unwrap_or(0);
                row.map(|score| (weights.unit() * (score - most) as f32).exp())
            })
            .collect();
        let rules = weights.exponentials();
        self.forward.clear();
        let mut before: Option<[f32; LABELS]> = None;
        for own in &exponentials {
            let mut row = *own;
            for (label, value) in row.iter_mut().enumerate() {
                match &before {
                    None if label != 0 && label % 2 == 0 => *value = 0.0,
                    None => {}
                    Some(before) => {
                        let into = rules.get(label);
                        *value *= into.map_or(0.0, |into| {
                            before.iter().zip(into).map(|(a, b)| a * b).sum()
                        });
                    }
                }
            }
            scale(&mut row);
            before = Some(row);
            self.forward.push(row);
        }
        self.backward.clear();
        let mut after = [1.0; LABELS];
        for own in exponentials.iter().rev() {
            self.backward.push(after);
            let mut row = [0.0; LABELS];
            for ((value, score), into) in after.iter().zip(own).zip(rules) {
                for (sum, rule) in row.iter_mut().zip(into) {
                    *sum += value * score * rule;
                }
            }
            scale(&mut row);
            after = row;
        }
        self.backward.reverse();
    }

    fn probability(&self, at: usize, label: usize) -> f32 {
        let (Some(forward), Some(backward)) = (self.forward.get(at), self.backward.get(at)) else {
            return 0.0;
        };
        let all: f32 = forward.iter().zip(backward).map(|(a, b)| a * b).sum();
        let one = match (forward.get(label), backward.get(label)) {
            (Some(a), Some(b)) => a * b,
            _ => 0.0,
        };
        if all > 0.0 { one / all } else { 0.0 }
    }
}

fn scale(row: &mut [f32; LABELS]) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for value in row {
            *value /= sum;
        }
    }
}
