//! `cargo xtask test`: runs every suite in turn and prints the totals.

mod end_to_end;
mod runner;
mod suite;

pub(crate) use suite::NATIVE;

use crate::tally::Tally;
use crate::tools::Tools;
use anyhow::{Context as _, Result, bail};
use end_to_end::EndToEnd;
use std::process::ExitCode;
use std::time::Instant;
use suite::Suite;

/// Runs the named suites, or all. The last line on standard output is
/// `N passed, N failed, N skipped`.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let Request {
        suites,
        component,
        end_to_end,
    } = parse(arguments)?;
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
            .and_then(|()| suite.run(&tools, component.as_deref(), &end_to_end));
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

/// The tests that were asked for.
#[derive(Default)]
struct Request {
    suites: Vec<Suite>,
    /// A part of the names of the component tests to run; all without it.
    component: Option<String>,
    end_to_end: EndToEnd,
}

/// The named suites, or all. A name after `browser` selects component tests; arguments
/// after `e2e` select end-to-end tests.
fn parse(arguments: &[String]) -> Result<Request> {
    let mut request = Request::default();
    let mut rest = arguments;
    while let Some((name, following)) = rest.split_first() {
        rest = following;
        let suite = match Suite::named(name) {
            Some(suite) => suite,
            None if request.suites.last() == Some(&Suite::Browser)
                && request.component.is_none() =>
            {
                request.component = Some(name.clone());
                continue;
            }
            None => {
                let known = Suite::ALL.map(Suite::name).join(", ");
                bail!("there is no suite `{name}`; the suites are {known}");
            }
        };
        request.suites.push(suite);
        if suite == Suite::EndToEnd {
            request.end_to_end = EndToEnd::parse(rest)?;
            break;
        }
    }
    if request.suites.is_empty() {
        request.suites.extend(Suite::ALL);
    }
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Request> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn every_suite_runs_unless_some_are_named() {
        assert_eq!(parsed("").unwrap().suites, Suite::ALL);
        let suites = parsed("native tidy").unwrap().suites;
        assert_eq!(suites, [Suite::Native, Suite::Tidy]);
        assert!(parsed("everything").is_err());
    }

    #[test]
    fn a_name_after_browser_selects_component_tests() {
        let request = parsed("browser card tidy").unwrap();
        assert_eq!(request.suites, [Suite::Browser, Suite::Tidy]);
        assert_eq!(request.component.as_deref(), Some("card"));
        assert!(parsed("browser card opens").is_err());
        assert!(parsed("native card").is_err());
    }

    #[test]
    fn arguments_after_e2e_belong_to_it() {
        let request = parsed("tidy e2e search --no-build").unwrap();
        assert_eq!(request.suites, [Suite::Tidy, Suite::EndToEnd]);
        assert_eq!(
            request.end_to_end,
            EndToEnd::parse(&["search".to_owned(), "--no-build".to_owned()]).unwrap()
        );
    }
}
