//! Any bytes as a file of any kind: read, annotated, written and read again. The same check
//! holds for arbitrary text in `tests/any_file.rs`.

#![no_main]

#[path = "../../tests/any_file/round_trip.rs"]
mod round_trip;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((kind, bytes)) = data.split_first() {
        round_trip::check(round_trip::NAMES[usize::from(*kind) % round_trip::NAMES.len()], bytes);
    }
});
