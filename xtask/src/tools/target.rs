//! The compiler's target for the browser.

use super::search_path;
use crate::process;
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the active toolchain if it is missing. Returns its location.
pub(super) fn ensure() -> Result<String> {
    let sysroot = sysroot()?;
    if is_in(&sysroot) {
        return Ok(format!("{TARGET} found in {}", sysroot.display()));
    }

    let command = format!("rustup target add {TARGET}");
    let rustup = search_path::find("rustup").with_context(|| {
        format!(
            "the Rust toolchain in {} lacks {TARGET} and there is no rustup to add it; \
             get rustup from https://rustup.rs, then run `{command}`",
            sysroot.display()
        )
    })?;
    println!("adding {TARGET} to {} …", sysroot.display());
    let mut add = Command::new(rustup);
    add.args(["target", "add", TARGET]).stdin(Stdio::null());
    process::run(&mut add).with_context(|| {
        format!("{TARGET} could not be added; when the reason above is gone, run `{command}`")
    })?;
    if !is_in(&sysroot) {
        bail!(
            "`{command}` did not add the target to the toolchain in use, {}",
            sysroot.display()
        );
    }
    Ok(format!("{TARGET} added to {}", sysroot.display()))
}

fn sysroot() -> Result<PathBuf> {
    let printed = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(printed.trim()))
}

fn is_in(sysroot: &Path) -> bool {
    ["lib", "rustlib", TARGET, "lib"]
        .iter()
        .fold(sysroot.to_path_buf(), |path, part| path.join(part))
        .is_dir()
}
