//! Runs other programs.

use anyhow::{Context as _, Result, bail};
use std::process::Command;

/// A command for an installed program; `cargo xtask` has put its folder at the front of
/// `PATH`.
pub(crate) fn program(name: &str) -> Command {
    // On Windows, npm's programs are scripts, which `Command` finds only by their full
    // names.
    if cfg!(windows) && ["esbuild", "wasm-opt"].contains(&name) {
        Command::new(format!("{name}.cmd"))
    } else {
        Command::new(name)
    }
}

/// Runs a program to completion. Fails with an error that names the command, unless it
/// succeeds.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("`{}` could not be started", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// The command as it would be typed.
pub(crate) fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
