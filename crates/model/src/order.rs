//! Sorting. The whole program sorts through one function, because each separately sorted
//! type adds kilobytes to the bundle.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The numbers below `len`, sorted by `compare`. The sort is stable.
#[must_use]
pub fn ordered(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    reordered(len, compare).unwrap_or_else(|| (0..len).collect())
}

/// The numbers below `len`, sorted by `compare`; `None` if they already are.
fn reordered(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Option<Vec<usize>> {
    let follows = |number: usize| compare(number - 1, number) != Ordering::Greater;
    if (1..len).all(follows) {
        return None;
    }
    let places: Vec<Place> = (0..len).map(|number| Place { number, compare }).collect();
    let sorted = BinaryHeap::from(places).into_sorted_vec();
    Some(sorted.into_iter().map(|place| place.number).collect())
}

/// A number and its sort order. Sorting with a heap takes a quarter of the code size of the
/// standard library's sort.
struct Place<'c> {
    number: usize,
    compare: &'c dyn Fn(usize, usize) -> Ordering,
}

impl Ord for Place<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let asked = (self.compare)(self.number, other.number);
        asked.then(self.number.cmp(&other.number))
    }
}

impl PartialOrd for Place<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Place<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Place<'_> {}

/// Sorts values. The sort is stable.
pub fn sort<T>(values: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = {
        let values = &*values;
        reordered(values.len(), &|a, b| match (values.get(a), values.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        })
    };
    let Some(order) = order else { return };
    let mut taken: Vec<Option<T>> = values.drain(..).map(Some).collect();
    values.extend(
        order
            .into_iter()
            .filter_map(|number| taken.get_mut(number)?.take()),
    );
}

#[cfg(test)]
mod tests {
    proptest::proptest! {
        #[test]
        fn sorting_is_stable(values in proptest::collection::vec((0u8..5, 0u8..9), 0..40)) {
            let mut ours = values.clone();
            super::sort(&mut ours, |a, b| a.0.cmp(&b.0));
            let mut theirs = values;
            theirs.sort_by_key(|value| value.0);
            proptest::prop_assert_eq!(ours, theirs);
        }
    }
}
