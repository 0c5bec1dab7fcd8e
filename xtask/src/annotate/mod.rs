//! Names and claims: training, drafting and measuring.

mod claims;
mod draft;
mod eval;
mod examples;
mod found;
mod names;
mod train;

use std::process::Command;

use anyhow::Result;
pub(crate) use found::tagger;

use crate::{process, project};

/// `cargo xtask train`
pub(crate) fn train(arguments: &[String]) -> Result<()> {
    if slow("train", arguments)? {
        return Ok(());
    }
    train::run(arguments)
}

/// `cargo xtask annotate`
pub(crate) fn annotate(arguments: &[String]) -> Result<()> {
    if slow("annotate", arguments)? {
        return Ok(());
    }
    found::run(arguments)
}

/// `cargo xtask eval annotate`
pub(crate) fn eval(arguments: &[String]) -> Result<()> {
    if slow("eval", arguments)? {
        return Ok(());
    }
    eval::run(arguments)
}

/// This program is compiled without optimisation, in which all of this takes ten times as
/// long; then the same command is run by one that is.
pub(crate) fn slow(command: &str, arguments: &[String]) -> Result<bool> {
    if !cfg!(debug_assertions) {
        return Ok(false);
    }
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args([
            "run",
            "--quiet",
            "--profile",
            "native",
            "--package",
            "xtask",
        ])
        .arg("--manifest-path")
        .arg(project::root().join("Cargo.toml"))
        .args(["--", command])
        .args(arguments);
    process::run(&mut cargo)?;
    Ok(true)
}
