//! Runs a test runner and counts its results.

use crate::process;
use crate::tally::Tally;
use anyhow::{Context as _, Result};
use std::io::{BufRead as _, BufReader, Write};
use std::process::{Command, Stdio};

/// Runs a test runner, forwards its output as it arrives, and counts its results.
pub(super) fn counted(command: &mut Command) -> Result<Tally> {
    counted_to(command, &mut std::io::stdout())
}

fn counted_to(command: &mut Command, shown: &mut impl Write) -> Result<Tally> {
    let line = process::line(command);
    println!("{line}");
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{line}` could not be started"))?;

    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut bytes = Vec::new();
        while output.read_until(b'\n', &mut bytes)? > 0 {
            shown.write_all(&bytes)?;
            shown.flush()?;
            tally += Tally::of_line(String::from_utf8_lossy(&bytes).trim_end());
            bytes.clear();
        }
    }

    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        println!("`{line}` failed ({status}) although no test did");
        tally += Tally::of_failure();
    }
    Ok(tally)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_runner_that_fails_without_a_failed_test_counts_as_one() {
        let mut crash = Command::new("sh");
        crash.args([
            "-c",
            "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'; exit 3",
        ]);
        let mut shown = Vec::new();
        let tally = counted_to(&mut crash, &mut shown).unwrap();
        assert_eq!((tally.passed, tally.failed), (2, 1));
        assert!(String::from_utf8(shown).unwrap().contains("2 passed"));
    }
}
