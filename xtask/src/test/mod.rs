//! `cargo xtask test`: runs every suite in turn and prints the totals.

mod end_to_end;
mod runner;
mod suite;

pub(crate) use suite::NATIVE;

use crate::tally::Tally;
use crate::tools::Tools;
use anyhow::{Context as _, Result};
use end_to_end::EndToEnd;
use std::process::ExitCode;
use std::time::Instant;
use suite::Suite;

/// Runs the named suites, or all. The last line on standard output is
/// `N passed, N failed, N skipped`.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let (suites, end_to_end) = parse(arguments)?;
    let mut tools = Tools::locate()?;
    let ready: Vec<Result<()>> = suites
        .iter()
        .map(|suite| tools.ensure(&suite.needs(&end_to_end)))
        .collect();

    let mut rows = Vec::new();
    for (suite, ready) in suites.into_iter().zip(ready) {
        println!("\n== {}", suite.name());
        let start = Instant::now();
        let outcome = ready
            .context("the set-up failed")
            .and_then(|()| suite.run(&tools, &end_to_end));
        let tally = match outcome {
            Ok(tally) if tally == Tally::default() => {
                println!("{}: no tests were run", suite.name());
                Tally::of_failure()
            }
            Ok(tally) => tally,
            Err(error) => {
                println!("{}: {error:#}", suite.name());
                Tally::of_failure()
            }
        };
        rows.push((suite.name(), tally, start.elapsed()));
    }

    println!(
        "\n{:<10}{:>8}{:>8}{:>9}{:>10}",
        "suite", "passed", "failed", "skipped", "seconds"
    );
    let mut total = Tally::default();
    for (name, tally, duration) in rows {
        let Tally {
            passed,
            failed,
            skipped,
        } = tally;
        let seconds = duration.as_secs_f64();
        println!("{name:<10}{passed:>8}{failed:>8}{skipped:>9}{seconds:>10.1}");
        total += tally;
    }
    println!("\n{total}");
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The named suites, or all. Arguments after `e2e` select the end-to-end tests.
fn parse(arguments: &[String]) -> Result<(Vec<Suite>, EndToEnd)> {
    let mut suites = Vec::new();
    let mut rest = arguments;
    while let Some((name, following)) = rest.split_first() {
        let suite = Suite::named(name).with_context(|| {
            let known = Suite::ALL.map(Suite::name).join(", ");
            format!("there is no suite `{name}`; the suites are {known}")
        })?;
        suites.push(suite);
        rest = following;
        if suite == Suite::EndToEnd {
            return Ok((suites, EndToEnd::parse(rest)?));
        }
    }
    if suites.is_empty() {
        suites.extend(Suite::ALL);
    }
    Ok((suites, EndToEnd::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<(Vec<Suite>, EndToEnd)> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn every_suite_runs_unless_some_are_named() {
        assert_eq!(parsed("").unwrap().0, Suite::ALL);
        let (suites, _) = parsed("native tidy").unwrap();
        assert_eq!(suites, [Suite::Native, Suite::Tidy]);
        assert!(parsed("everything").is_err());
    }

    #[test]
    fn arguments_after_e2e_belong_to_it() {
        let (suites, end_to_end) = parsed("tidy e2e search --no-build").unwrap();
        assert_eq!(suites, [Suite::Tidy, Suite::EndToEnd]);
        assert_eq!(
            end_to_end,
            EndToEnd::parse(&["search".to_owned(), "--no-build".to_owned()]).unwrap()
        );
    }
}
