//! `cargo xtask check`: quick checks of a change, in about a minute, before the end-to-end
//! tests.

use crate::duration::spoken;
use crate::process;
use crate::test::NATIVE;
use crate::tidy;
use crate::tools::{Tool, Tools};
use anyhow::{Context as _, Result, bail};
use std::process::ExitCode;
use std::time::Instant;

/// A check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Tidy,
    Format,
    ClippyNative,
    ClippyWasm,
    JavaScript,
    Native,
}

impl Step {
    /// Every step, fastest first.
    const ALL: [Self; 6] = [
        Self::Tidy,
        Self::Format,
        Self::JavaScript,
        Self::ClippyNative,
        Self::ClippyWasm,
        Self::Native,
    ];

    /// The name used on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Tidy => "tidy",
            Self::Format => "format",
            Self::ClippyNative => "clippy-native",
            Self::ClippyWasm => "clippy-wasm",
            Self::JavaScript => "javascript",
            Self::Native => "native",
        }
    }

    /// The step with this name.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    fn run(self, tools: &mut Tools) -> Result<()> {
        let cargo: &[&str] = match self {
            Self::Tidy => {
                let tally = tidy::check(tools.root())?;
                return match tally.failed {
                    0 => Ok(()),
                    failed => bail!("{failed} rules are broken"),
                };
            }
            Self::JavaScript => return javascript(tools),
            Self::Format => &["fmt", "--all", "--check"],
            Self::ClippyNative => {
                // Neither `cargo test` nor `--all-targets` includes it.
                clippy(tools, &["--test", "foreign"])?;
                return clippy(tools, &["--workspace", "--all-targets"]);
            }
            Self::ClippyWasm => {
                tools.ensure(&[Tool::Target])?;
                let target = ["--target", "wasm32-unknown-unknown"];
                let programs = [
                    "article-explorer",
                    "article-explorer-workers",
                    "article-explorer-publisher",
                ];
                let packages = programs.map(|package| ["--package", package]);
                let parts = ["--lib", "--bins", "--test", "components"];
                let split = [
                    "--package",
                    "article-explorer",
                    "--features",
                    "split",
                    "--bins",
                ];
                clippy(tools, &[&target[..], &split].concat())?;
                return clippy(
                    tools,
                    &[&target[..], packages.as_flattened(), &parts].concat(),
                );
            }
            Self::Native => NATIVE,
        };
        process::run(tools.command("cargo").args(cargo))
    }
}

/// Runs clippy on these targets; warnings count as failures.
fn clippy(tools: &Tools, targets: &[&str]) -> Result<()> {
    let mut cargo = tools.command("cargo");
    let strict = ["--", "-D", "warnings"];
    process::run(cargo.arg("clippy").args(targets).args(strict))
}

/// Type-checks the scripts with the folder's own command.
fn javascript(tools: &Tools) -> Result<()> {
    if !tools.root().join("js/package.json").is_file() {
        println!("there is no js/package.json: nothing to check");
        return Ok(());
    }
    tools.ensure_packages("js")?;
    process::run(
        tools
            .command("npm")
            .args(["--prefix", "js", "run", "check"]),
    )
}

/// Runs the named steps, or all, and prints the duration of each.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let mut steps = arguments
        .iter()
        .map(|name| {
            Step::named(name).with_context(|| {
                let known = Step::ALL.map(Step::name).join(", ");
                format!("there is no step `{name}`; the steps are {known}")
            })
        })
        .collect::<Result<Vec<_>>>()?;
    if steps.is_empty() {
        steps.extend(Step::ALL);
    }
    let mut tools = Tools::locate()?;
    let mut rows = Vec::new();
    for step in steps {
        println!("\n== {}", step.name());
        let start = Instant::now();
        let outcome = step.run(&mut tools);
        if let Err(error) = &outcome {
            println!("{}: {error:#}", step.name());
        }
        rows.push((step.name(), outcome.is_ok(), start.elapsed()));
    }
    println!();
    for (name, passed, duration) in &rows {
        let outcome = if *passed { "ok" } else { "FAILED" };
        println!("{name:<16}{outcome:<8}{:>12}", spoken(*duration));
    }
    let total = rows.iter().map(|(_, _, duration)| *duration).sum();
    println!("{:<24}{:>12}", "all", spoken(total));
    Ok(if rows.iter().all(|(_, passed, _)| *passed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
