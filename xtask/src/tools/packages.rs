//! The npm packages of the scripts, of the browser tests and of the benches.

use super::cache::spoken;
use super::node;
use crate::process;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Installs the packages in `folder` unless its lock file is the one installed last.
pub(crate) fn ensure(folder: &Path) -> Result<()> {
    let npm = node::npm()?;
    let file = folder.join("package-lock.json");
    let lock = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        println!("packages: found in {}", folder.display());
        return Ok(());
    }

    println!("installing the packages (under a minute) …");
    let start = Instant::now();
    let mut ci = Command::new(npm);
    ci.args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .stdin(Stdio::null());
    process::run(&mut ci)?;
    fs::write(stamp, lock)?;
    println!(
        "packages: installed in {}, took {}",
        folder.display(),
        spoken(start.elapsed())
    );
    Ok(())
}

/// Where the programs of the packages in `folder` lie.
pub(super) fn programs(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".bin")
}
