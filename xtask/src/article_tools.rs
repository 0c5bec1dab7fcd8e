//! Compiles and runs the commands of the package `article-explorer-tools`, which handles
//! articles and built programs.

use crate::project;
use crate::tools::Tools;
use anyhow::{Context as _, Result, bail};
use std::env;
use std::process::{ExitCode, ExitStatus};

/// The build profile of the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speed {
    /// Fast to compile, for commands that take seconds.
    Debug,
    /// Optimised: annotating, packing, training and measuring would otherwise take ten times as
    /// long.
    Native,
}

/// Runs a command that needs no installed tool.
pub(crate) fn run_alone(speed: Speed, command: &str, arguments: &[String]) -> Result<ExitCode> {
    run(&Tools::locate()?, speed, command, arguments)
}

/// Runs a command of the package in the current folder, with the installed tools at the
/// front of `PATH`. Returns its exit code.
pub(crate) fn run(
    tools: &Tools,
    speed: Speed,
    command: &str,
    arguments: &[String],
) -> Result<ExitCode> {
    let status = status(tools, speed, command, arguments)?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Runs a command of the package. Fails unless it succeeds.
pub(crate) fn require(tools: &Tools, command: &str, arguments: &[String]) -> Result<()> {
    let status = status(tools, Speed::Debug, command, arguments)?;
    if !status.success() {
        bail!("`article-tools {command}` failed ({status})");
    }
    Ok(())
}

fn status(tools: &Tools, speed: Speed, command: &str, arguments: &[String]) -> Result<ExitStatus> {
    let mut cargo = tools.command("cargo");
    cargo.args(["run", "--quiet", "--package", "article-explorer-tools"]);
    if speed == Speed::Native {
        cargo.args(["--profile", "native"]);
    }
    cargo
        .arg("--manifest-path")
        .arg(project::root().join("Cargo.toml"))
        .args(["--", command])
        .args(arguments)
        .current_dir(env::current_dir()?);
    cargo.status().context("cargo could not be started")
}
