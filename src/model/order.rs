//! Sorting. All of the program sorts through one function, since each type that is sorted
//! by itself adds 5 kB to the bundle.

use std::cmp::Ordering;

/// The numbers below `len` in the order that `compare` gives; equal ones stay as they
/// were.
#[must_use]
pub fn ordered(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Sorts values; equal ones stay as they were.
pub fn sort<T>(values: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = {
        let values = &*values;
        ordered(values.len(), &|a, b| match (values.get(a), values.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        })
    };
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
        fn values_are_sorted_and_equal_ones_stay(values in proptest::collection::vec((0u8..5, 0u8..9), 0..40)) {
            let mut ours = values.clone();
            super::sort(&mut ours, |a, b| a.0.cmp(&b.0));
            let mut theirs = values;
            theirs.sort_by_key(|value| value.0);
            proptest::prop_assert_eq!(ours, theirs);
        }
    }
}
