//! Articles with nearly the same text, such as the copies of a report by a news agency.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use text::words::words;

/// The number of words in a shingle (Broder 1997).
const SHINGLE: usize = 5;

/// The least share of common shingles, of all that two texts have.
const LEAST: f64 = 0.7;

/// The number of least hashes by which two texts meet. Two texts with 70 % of their shingles in
/// common miss each other with a probability of 0.3 to the power of this number.
const SKETCH: usize = 8;

/// Texts with fewer shingles are not compared.
const FEWEST: usize = 20;

/// The number of texts that are compared because of one hash.
const MOST_COMPARED: usize = 16;

/// For each text, the number of the first text that it is nearly a copy of; its own number if there
/// is none. Takes time about linear in the texts.
pub(super) fn originals<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<usize> {
    let mut firsts: Vec<(usize, Vec<u64>)> = Vec::new();
    let mut by_hash: HashMap<u64, Vec<usize>> = HashMap::new();
    let original = |(number, text): (usize, &str)| {
        let own = shingles(text);
        if own.len() < FEWEST {
            return number;
        }
        let sketch = own.get(..SKETCH).unwrap_or_default();
        let met = sketch.iter().filter_map(|hash| by_hash.get(hash)).flatten();
        let alike = met.filter_map(|at| firsts.get(*at));
        let alike = alike.filter(|(_, other)| similarity(&own, other) >= LEAST);
        if let Some(first) = alike.map(|(first, _)| *first).min() {
            return first;
        }
        for hash in sketch {
            let met = by_hash.entry(*hash).or_default();
            if met.len() < MOST_COMPARED {
                met.push(firsts.len());
            }
        }
        firsts.push((number, own));
        number
    };
    texts.into_iter().enumerate().map(original).collect()
}

/// The hashes of all sequences of five words, in order and each once.
fn shingles(text: &str) -> Vec<u64> {
    let words: Vec<&str> = words(text).map(|word| word.of(text)).collect();
    let hash = |shingle: &[&str]| {
        let mut hasher = DefaultHasher::new();
        shingle.hash(&mut hasher);
        hasher.finish()
    };
    let mut hashes: Vec<u64> = words.windows(SHINGLE).map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// The share of common hashes (Jaccard) of two ordered lists, from 0 to 1.
fn similarity(a: &[u64], b: &[u64]) -> f64 {
    let mut rest = b.iter().peekable();
    let is_common = |hash: &&u64| {
        while rest.next_if(|other| other < hash).is_some() {}
        rest.peek() == Some(hash)
    };
    let common = a.iter().filter(is_common).count();
    let all = a.len() + b.len() - common;
    common as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    /// A text of numbered words.
    fn text(numbers: impl Iterator<Item = u32>) -> String {
        numbers.map(|number| format!("w{number} ")).collect()
    }

    #[test]
    fn copies_lead_to_the_first_text() {
        let report = text(0..120);
        let with_lead = format!("Reuters reports from Ghent. {report}");
        let shortened = text(0..100);
        let half = text(60..180);
        let other = text(500..620);
        let brief = "The bridge is shut.";
        let texts = [
            &*other, &report, &with_lead, brief, &half, &shortened, brief, &other,
        ];
        assert_eq!(originals(texts), [0, 1, 1, 3, 4, 1, 6, 0]);
    }

    proptest! {
        #[test]
        fn the_similarity_is_that_of_sets(a in proptest::collection::hash_set(0u64..40, 0..30), b in proptest::collection::hash_set(0u64..40, 0..30)) {
            let listed = |set: &HashSet<u64>| {
                let mut list: Vec<u64> = set.iter().copied().collect();
                list.sort_unstable();
                list
            };
            let naive = a.intersection(&b).count() as f64 / a.union(&b).count().max(1) as f64;
            prop_assert_eq!(similarity(&listed(&a), &listed(&b)), naive);
        }
    }
}
