//! The npm packages of a folder of scripts.

use super::node;
use crate::process;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Installs the packages in `folder`, unless its lock file is unchanged since the last
/// installation. Returns their location.
pub(super) fn ensure(folder: &Path) -> Result<String> {
    let npm = node::npm()?;
    let file = folder.join("package-lock.json");
    let lock = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(format!("found in {}", folder.display()));
    }

    println!(
        "installing the npm packages of {} (under a minute) …",
        folder.display()
    );
    let mut ci = Command::new(npm);
    ci.args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .stdin(Stdio::null());
    process::run(&mut ci)?;
    fs::write(stamp, lock)?;
    Ok(format!("installed in {}", folder.display()))
}

/// The folder with the programs of the packages in `folder`.
pub(super) fn programs(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".bin")
}
