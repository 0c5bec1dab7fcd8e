//! `wasm-opt`, which is part of npm's `binaryen` package.

use super::cache::Cache;
use super::installed::Installed;
use super::{node, search_path, version};
use crate::process;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Finds or installs it.
pub(super) fn ensure(release: &str, cache: &Cache) -> Result<Installed> {
    let is_wanted =
        |program: PathBuf| version::of(&program).is_some_and(|version| version == release);
    if let Some(program) = search_path::find("wasm-opt").filter(|file| is_wanted(file.clone())) {
        return Ok(Installed::on_path(release, &program));
    }

    let npm = node::npm()?;
    let name = format!("binaryen-{release}.0.0");
    let is_complete = |folder: &Path| {
        search_path::program_in(&programs(folder), "wasm-opt").is_some_and(is_wanted)
    };
    let entry = cache.entry(&name);
    if is_complete(&entry) {
        return Ok(Installed::in_cache(release, "found", programs(&entry)));
    }
    let entry = cache.install(&name, "under a minute", is_complete, |folder| {
        let mut install = Command::new(npm);
        install
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .arg(folder)
            .arg(format!("binaryen@{release}.0.0"))
            .stdin(Stdio::null());
        process::run(&mut install)
    })?;
    Ok(Installed::in_cache(release, "installed", programs(&entry)))
}

fn programs(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".bin")
}
