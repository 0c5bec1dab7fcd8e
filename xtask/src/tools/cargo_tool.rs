//! Tools written in Rust, installed with `cargo install`.

use super::cache::Cache;
use super::installed::Installed;
use super::{search_path, version};
use crate::process;
use anyhow::Result;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A package on crates.io and its programs.
pub(super) struct CargoTool {
    package: &'static str,
    programs: &'static [&'static str],
    version: String,
    locked: bool,
    features: &'static [&'static str],
    opt_level: &'static str,
    duration: &'static str,
}

impl CargoTool {
    /// Trunk.
    pub(super) fn trunk(version: &str) -> Self {
        Self {
            package: "trunk",
            programs: &["trunk"],
            version: version.to_owned(),
            locked: true,
            // Without the check for updates, which is not needed.
            features: &["--no-default-features", "--features", "rustls"],
            opt_level: "0",
            duration: "about 2 minutes on two quiet cores",
        }
    }

    /// `wasm-bindgen` and its test runner.
    pub(super) fn wasm_bindgen(version: &str) -> Self {
        Self {
            package: "wasm-bindgen-cli",
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            version: version.to_owned(),
            // The package's own lock file can list withdrawn versions.
            locked: false,
            features: &[],
            opt_level: "1",
            duration: "about 2 minutes on two quiet cores",
        }
    }

    /// Finds or installs the tool.
    pub(super) fn ensure(&self, cache: &Cache) -> Result<Installed> {
        let name = format!("{}-{}", self.package, self.version);
        if let Some(directory) = self.on_search_path() {
            return Ok(Installed::on_path(&self.version, &directory));
        }
        let entry = cache.entry(&name);
        if self.is_complete(&entry) {
            let directory = entry.join("bin");
            return Ok(Installed::in_cache(&self.version, "found", directory));
        }
        let entry = cache.install(
            &name,
            self.duration,
            |folder| self.is_complete(folder),
            |folder| self.install(folder),
        )?;
        let directory = entry.join("bin");
        Ok(Installed::in_cache(&self.version, "installed", directory))
    }

    fn on_search_path(&self) -> Option<PathBuf> {
        let mut directory = None;
        for program in self.programs {
            let file = search_path::find(program)?;
            if version::of(&file)? != self.version {
                return None;
            }
            directory = file.parent().map(Path::to_path_buf);
        }
        directory
    }

    fn is_complete(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            search_path::program_in(&folder.join("bin"), program)
                .and_then(|file| version::of(&file))
                .is_some_and(|version| version == self.version)
        })
    }

    fn install(&self, folder: &Path) -> Result<()> {
        // The objects are kept until the end, so that an interrupted compilation can
        // continue.
        let objects = folder.join("target");
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(["install", self.package, "--version", &self.version])
            .args(self.locked.then_some("--locked"))
            .args(self.features)
            .arg("--force")
            .arg("--root")
            .arg(folder)
            .arg("--target-dir")
            .arg(&objects)
            // The tools run only for seconds, so fast compilation matters more.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env("CARGO_PROFILE_RELEASE_STRIP", "true")
            .stdin(Stdio::null());
        process::run(&mut cargo)?;
        fs::remove_dir_all(objects)?;
        Ok(())
    }
}
