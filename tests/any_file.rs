//! Any file is read, annotated and round-trips; `fuzz/` looks for files of which that does
//! not hold.

#[path = "any_file/round_trip.rs"]
mod round_trip;

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes(kind in 0..round_trip::NAMES.len(), bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        round_trip::check(round_trip::NAMES[kind], &bytes);
    }

    #[test]
    fn text(
        kind in 0..round_trip::NAMES.len(),
        text in "(\\PC|[“”\"'‘’«».,:;#*_<>&{}\\[\\] \n]|\n\n|<p>|</p>|<q>|He |said |Ann |that |Monday |\\$5 |10% ){0,80}",
    ) {
        round_trip::check(round_trip::NAMES[kind], text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quotation_marks_by_the_hundred(
        marks in proptest::collection::vec("[“”\"'‘’«»„「」]| \"|\" |said ", 1..6),
        times in 40usize..120,
    ) {
        round_trip::check("a.txt", marks.concat().repeat(times).as_bytes());
    }
}
