//! The commands of the package `article-explorer-tools`, which knows the articles and the
//! programs: compiled when they are asked for, and run.

use crate::project;
use crate::tools::Tools;
use anyhow::{Context as _, Result, bail};
use std::env;
use std::process::{ExitCode, ExitStatus};

/// How the package is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speed {
    /// Soon: for work that takes seconds.
    Debug,
    /// For speed: annotating, training and measuring take ten times as long without.
    Native,
}

/// Runs a command that needs no installed tool.
pub(crate) fn run_alone(speed: Speed, command: &str, arguments: &[String]) -> Result<ExitCode> {
    run(&Tools::locate()?, speed, command, arguments)
}

/// Runs a command of the package in the present folder, with the tools that were set up in
/// front of `PATH`; gives its exit code.
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

/// Runs a command of the package; anything but success is an error.
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
