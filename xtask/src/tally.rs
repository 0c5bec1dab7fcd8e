//! Counts tests from the output of the test runners.

use std::fmt;
use std::ops::AddAssign;

/// The numbers of tests that passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u32,
    /// Tests that failed.
    pub(crate) failed: u32,
    /// Tests skipped because the machine lacks something.
    pub(crate) skipped: u32,
}

impl Tally {
    /// One failure, for a suite as a whole.
    pub(crate) fn of_failure() -> Self {
        Self {
            failed: 1,
            ..Self::default()
        }
    }

    /// This many skipped tests.
    pub(crate) fn of_skipped(skipped: u32) -> Self {
        Self {
            skipped,
            ..Self::default()
        }
    }

    /// The number of all tests.
    pub(crate) fn total(self) -> u32 {
        self.passed + self.failed + self.skipped
    }

    /// The results in one line of a runner's output; zero for most lines.
    ///
    /// It recognises the `test result: …` line of Rust's runners, and the `pass`, `fail`,
    /// `cancelled` and `skipped` lines at the end of Node's output.
    pub(crate) fn of_line(line: &str) -> Self {
        let line = without_colours(line);
        if let Some(result) = line.trim_start().strip_prefix("test result: ") {
            return Self::of_rust(result);
        }
        let summary = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "));
        summary.map_or_else(Self::default, Self::of_node)
    }

    fn of_rust(result: &str) -> Self {
        let (_, counts) = result.split_once(". ").unwrap_or_default();
        let count = |word: &str| {
            counts
                .split(';')
                .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
                .unwrap_or(0)
        };
        Self {
            passed: count("passed"),
            failed: count("failed"),
            skipped: count("ignored"),
        }
    }

    fn of_node(summary: &str) -> Self {
        let Some((word, count)) = summary.trim().split_once(' ') else {
            return Self::default();
        };
        let count = count.parse().unwrap_or(0);
        let mut tally = Self::default();
        match word {
            "pass" => tally.passed = count,
            "fail" | "cancelled" => tally.failed = count,
            "skipped" => tally.skipped = count,
            _ => {}
        }
        tally
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        write!(
            formatter,
            "{passed} passed, {failed} failed, {skipped} skipped"
        )
    }
}

/// The line without colour sequences (`ESC [ … m`).
fn without_colours(line: &str) -> String {
    let mut pieces = line.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or(piece, |(_, text)| text));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(output: &str) -> String {
        let mut tally = Tally::default();
        for line in output.lines() {
            tally += Tally::of_line(line);
        }
        tally.to_string()
    }

    #[test]
    fn the_results_of_several_cargo_tests_are_summed() {
        let output = "
running 12 tests
test model::range ... ok
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s

test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
        assert_eq!(sum(output), "15 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn a_browser_test_result_counts_like_a_native_one() {
        let line =
            "    test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.12s";
        assert_eq!(sum(line), "4 passed, 0 failed, 0 skipped");
    }

    #[test]
    fn both_forms_of_node_summaries_are_recognised() {
        let tap = "TAP version 13\nok 1 - opens\n# tests 14\n# suites 0\n# pass 12\n# fail 1\n# cancelled 1\n# skipped 0";
        assert_eq!(sum(tap), "12 passed, 2 failed, 0 skipped");
        let spec = "✔ opens (3.1ms)\nℹ tests 14\nℹ pass 12\nℹ fail 0\nℹ cancelled 0\nℹ skipped 2\nℹ duration_ms 61.8";
        assert_eq!(sum(spec), "12 passed, 0 failed, 2 skipped");
    }

    #[test]
    fn colours_do_not_hide_a_result() {
        let coloured = "\u{1b}[34mℹ pass 2\u{1b}[39m\ntest result: \u{1b}[31mFAILED\u{1b}[0m. 0 passed; 7 failed; 0 ignored";
        assert_eq!(sum(coloured), "2 passed, 7 failed, 0 skipped");
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            sum("# passing the time\nok 12\nall 3 passed; 4 failed"),
            "0 passed, 0 failed, 0 skipped"
        );
    }
}
