//! Flattens overlapping ranges into consecutive pieces that together make up the text.

use model::{TextRange, ordered, sort};

/// A piece of text that is covered by the same ranges throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<T> {
    /// The range in the text.
    pub range: TextRange,
    /// The labels of the ranges that cover it, in the given order.
    pub over: Vec<T>,
}

/// Cuts `whole` at every boundary of `ranges`.
///
/// The segments cover `whole` from start to end without gaps, overlaps or empty segments.
/// Ranges are limited to `whole`, and empty ranges are ignored. Takes time O(n log n) plus,
/// for each segment, the number of ranges that cover it.
#[must_use]
pub fn segments<T: Clone>(whole: TextRange, ranges: &[(TextRange, T)]) -> Vec<Segment<T>> {
    let mut clipped: Vec<(TextRange, usize, &T)> = ranges
        .iter()
        .enumerate()
        .map(|(order, (range, label))| {
            let start = range.start.max(whole.start);
            let end = range.end.min(whole.end);
            (TextRange { start, end }, order, label)
        })
        .filter(|(range, _, _)| !range.is_empty())
        .collect();
    let mut bounds: Vec<u32> = clipped
        .iter()
        .flat_map(|(range, _, _)| [range.start, range.end])
        .chain([whole.start, whole.end])
        .collect();
    sort(&mut bounds, u32::cmp);
    bounds.dedup();
    sort(&mut clipped, |(a, _, _), (b, _, _)| a.start.cmp(&b.start));

    let mut waiting = clipped.into_iter().peekable();
    let mut active: Vec<(TextRange, usize, &T)> = Vec::new();
    let mut pieces = Vec::with_capacity(bounds.len());
    for (&start, &end) in bounds.iter().zip(bounds.iter().skip(1)) {
        active.retain(|(range, _, _)| range.end > start);
        while let Some(next) = waiting.next_if(|(range, _, _)| range.start <= start) {
            let at = active.partition_point(|(_, order, _)| *order < next.1);
            active.insert(at, next);
        }
        pieces.push(Segment {
            range: TextRange { start, end },
            over: active
                .iter()
                .map(|(_, _, label)| (*label).clone())
                .collect(),
        });
    }
    pieces
}

/// Assigns each range a lane, so that ranges that share text have different lanes. In order
/// of start, longest first, each range gets the lowest free lane.
#[must_use]
pub fn lanes(ranges: &[TextRange]) -> Vec<usize> {
    let at = |index: usize| ranges.get(index).copied().unwrap_or_default();
    let order = ordered(ranges.len(), &|a, b| {
        let (a, b) = (at(a), at(b));
        a.start.cmp(&b.start).then(b.end.cmp(&a.end))
    });
    let mut lanes = vec![0; ranges.len()];
    let mut taken_to: Vec<u32> = Vec::new();
    for index in order {
        let range = at(index);
        let free = taken_to.iter().position(|end| *end <= range.start);
        let lane = free.unwrap_or(taken_to.len());
        match taken_to.get_mut(lane) {
            Some(end) => *end = range.end,
            None => taken_to.push(range.end),
        }
        if let Some(slot) = lanes.get_mut(index) {
            *slot = lane;
        }
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn range(start: u32, end: u32) -> TextRange {
        TextRange { start, end }
    }

    #[test]
    fn crossing_nested_and_touching_ranges() {
        let pieces = segments(
            range(0, 10),
            &[
                (range(2, 6), 'a'),
                (range(4, 8), 'b'),
                (range(4, 5), 'c'),
                (range(8, 8), 'd'),
            ],
        );
        let flat: Vec<_> = pieces
            .iter()
            .map(|piece| {
                (
                    piece.range.start,
                    piece.range.end,
                    piece.over.iter().collect::<String>(),
                )
            })
            .collect();
        assert_eq!(
            flat,
            [
                (0, 2, String::new()),
                (2, 4, "a".into()),
                (4, 5, "abc".into()),
                (5, 6, "ab".into()),
                (6, 8, "b".into()),
                (8, 10, String::new()),
            ]
        );
    }

    #[test]
    fn an_empty_text_has_no_segments() {
        assert!(segments::<()>(range(3, 3), &[(range(0, 9), ())]).is_empty());
    }

    #[test]
    fn crossing_ranges_have_separate_lanes() {
        let found = lanes(&[range(0, 5), range(4, 9), range(5, 7), range(20, 21)]);
        assert_eq!(found, [0, 1, 0, 0]);
    }

    proptest! {
        #[test]
        fn segments_cover_the_text_and_name_their_ranges(
            start in 0u32..10, length in 0u32..40,
            ranges in proptest::collection::vec((0u32..60, 0u32..30), 0..12),
        ) {
            let whole = range(start, start + length);
            let ranges: Vec<_> = ranges.iter().enumerate()
                .map(|(index, (from, length))| (range(*from, from + length), index)).collect();
            let pieces = segments(whole, &ranges);
            let mut at = whole.start;
            for piece in &pieces {
                prop_assert_eq!(piece.range.start, at);
                prop_assert!(!piece.range.is_empty());
                at = piece.range.end;
                let expected: Vec<_> = ranges.iter()
                    .filter(|(range, _)| range.contains(piece.range)).map(|(_, index)| *index).collect();
                prop_assert_eq!(&piece.over, &expected);
            }
            prop_assert_eq!(at, whole.end);
        }

        #[test]
        fn no_two_ranges_of_a_lane_share_text(
            ranges in proptest::collection::vec((0u32..60, 1u32..30), 0..12),
        ) {
            let ranges: Vec<_> = ranges.iter().map(|(from, length)| range(*from, from + length)).collect();
            let found = lanes(&ranges);
            for (i, a) in ranges.iter().enumerate() {
                for (j, b) in ranges.iter().enumerate().skip(i + 1) {
                    prop_assert!(found[i] != found[j] || !a.overlaps(*b));
                }
            }
        }
    }
}
