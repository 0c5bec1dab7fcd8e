//! Counting tests from what the test runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u32,
    /// Tests that failed.
    pub(crate) failed: u32,
}

impl Tally {
    /// What one line of a runner's output adds to the sum; nothing for most lines.
    ///
    /// Known are the `test result: …` line of Rust's runners and the `pass`, `fail` and
    /// `cancelled` lines with which Node ends.
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
        }
    }

    fn of_node(summary: &str) -> Self {
        let Some((word, count)) = summary.trim().split_once(' ') else {
            return Self::default();
        };
        let count = count.parse().unwrap_or(0);
        match word {
            "pass" => Self {
                passed: count,
                failed: 0,
            },
            "fail" | "cancelled" => Self {
                passed: 0,
                failed: count,
            },
            _ => Self::default(),
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The line without the `ESC [ … m` sequences that colour it.
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

    fn sum(output: &str) -> Tally {
        let mut tally = Tally::default();
        for line in output.lines() {
            tally += Tally::of_line(line);
        }
        tally
    }

    #[test]
    fn the_results_of_several_cargo_tests_are_summed() {
        let output = "
running 12 tests
test model::range ... ok
test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s

test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
        assert_eq!(
            sum(output),
            Tally {
                passed: 15,
                failed: 2
            }
        );
    }

    #[test]
    fn a_browser_test_result_counts_like_a_native_one() {
        let line =
            "    test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.12s";
        assert_eq!(
            sum(line),
            Tally {
                passed: 4,
                failed: 0
            }
        );
    }

    #[test]
    fn both_forms_of_node_summary_are_read() {
        let tap = "TAP version 13\nok 1 - opens\n# tests 14\n# suites 0\n# pass 12\n# fail 1\n# cancelled 1\n# skipped 0";
        assert_eq!(
            sum(tap),
            Tally {
                passed: 12,
                failed: 2
            }
        );
        let spec =
            "✔ opens (3.1ms)\nℹ tests 12\nℹ pass 12\nℹ fail 0\nℹ cancelled 0\nℹ duration_ms 61.8";
        assert_eq!(
            sum(spec),
            Tally {
                passed: 12,
                failed: 0
            }
        );
    }

    #[test]
    fn colours_do_not_hide_a_result() {
        let coloured = "\u{1b}[34mℹ pass 2\u{1b}[39m\ntest result: \u{1b}[31mFAILED\u{1b}[0m. 0 passed; 7 failed; 0 ignored";
        assert_eq!(
            sum(coloured),
            Tally {
                passed: 2,
                failed: 7
            }
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            sum("# passing the time\nok 12\nall 3 passed; 4 failed"),
            Tally::default()
        );
    }

    #[test]
    fn the_sum_is_written_in_one_line() {
        let tally = Tally {
            passed: 41,
            failed: 0,
        };
        assert_eq!(tally.to_string(), "41 passed, 0 failed");
    }
}
