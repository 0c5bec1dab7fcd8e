//! Running other programs.

use anyhow::{Context as _, Result, bail};
use std::process::Command;

/// An installed program by its name; `cargo xtask` has put its folder in front of `PATH`.
pub(crate) fn program(name: &str) -> Command {
    // npm's programs are scripts on Windows, which `Command` finds only by their whole name.
    if cfg!(windows) && ["esbuild", "wasm-opt"].contains(&name) {
        Command::new(format!("{name}.cmd"))
    } else {
        Command::new(name)
    }
}

/// Runs a program to its end; anything but success is an error that names the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("`{}` could not be started", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
