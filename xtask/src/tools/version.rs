//! Parses the versions that programs print.

use crate::process;
use std::path::Path;
use std::process::Command;

/// The version in the output of `PROGRAM --version`: the first word that begins with a
/// digit.
pub(super) fn parse(output: &str) -> Option<&str> {
    output
        .split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The number before the first dot.
pub(super) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The version of the program in this file; `None` if it cannot be run.
pub(super) fn of(program: &Path) -> Option<String> {
    let output = process::output(Command::new(program).arg("--version")).ok()?;
    parse(&output).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_the_output_of_tools() {
        for (output, version) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.130\n", "0.2.130"),
            ("wasm-opt version 132 (version_132)\n", "132"),
            ("v20.20.2\n", "20.20.2"),
            (
                "ChromeDriver 156.0.8078.79 (a21ce95c24ce-refs/heads)\n",
                "156.0.8078.79",
            ),
        ] {
            assert_eq!(parse(output), Some(version));
        }
        assert_eq!(parse("command not found\n"), None);
    }

    #[test]
    fn the_major_version_is_a_number() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("132"), Some(132));
        assert_eq!(major(""), None);
    }
}
