//! `cargo xtask test`: every suite, one after the other, and the sum at the end.

mod large_collection;
mod suite;
mod tally;

pub(crate) use tally::Tally;

use crate::tools::Tools;
use anyhow::{Context as _, Result};
use std::process::ExitCode;
use std::time::Instant;
use suite::Suite;

/// Runs the named suites, or all; the last line on standard output is `N passed, N failed`.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let mut suites = arguments
        .iter()
        .map(|name| {
            Suite::named(name).with_context(|| {
                let known = Suite::ALL.map(Suite::name).join(", ");
                format!("there is no suite `{name}`; the suites are {known}")
            })
        })
        .collect::<Result<Vec<_>>>()?;
    if suites.is_empty() {
        suites.extend(Suite::ALL);
    }

    let mut tools = Tools::locate()?;
    let ready: Vec<Result<()>> = suites
        .iter()
        .map(|suite| tools.ensure(suite.needs()))
        .collect();

    let mut rows = Vec::new();
    for (suite, ready) in suites.into_iter().zip(ready) {
        println!("\n== {}", suite.name());
        let start = Instant::now();
        let outcome = ready
            .context("the set-up failed")
            .and_then(|()| suite.run(&tools));
        let tally = match outcome {
            Ok(Tally {
                passed: 0,
                failed: 0,
            }) => {
                println!("{}: no tests were run", suite.name());
                Tally {
                    passed: 0,
                    failed: 1,
                }
            }
            Ok(tally) => tally,
            Err(error) => {
                println!("{}: {error:#}", suite.name());
                Tally {
                    passed: 0,
                    failed: 1,
                }
            }
        };
        rows.push((suite.name(), tally, start.elapsed()));
    }

    println!(
        "\n{:<10}{:>8}{:>8}{:>10}",
        "suite", "passed", "failed", "seconds"
    );
    let mut total = Tally::default();
    for (name, tally, duration) in rows {
        let seconds = duration.as_secs_f64();
        println!(
            "{name:<10}{:>8}{:>8}{seconds:>10.1}",
            tally.passed, tally.failed
        );
        total += tally;
    }
    println!("\n{total}");
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
