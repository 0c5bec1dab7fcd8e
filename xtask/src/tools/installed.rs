//! A tool that is there.

use std::path::{Path, PathBuf};

/// Where a tool is, and how it came there.
pub(super) struct Installed {
    /// The directory to put in front of `PATH`, if it is not there already.
    pub(super) directory: Option<PathBuf>,
    /// Its version and where it is, in words.
    pub(super) what: String,
}

impl Installed {
    /// One that `PATH` has already, in this place.
    pub(super) fn on_path(version: &str, place: &Path) -> Self {
        Self::without_directory(format!("{version} on PATH, {}", place.display()))
    }

    /// One in a directory of the cache, "found" or "installed" there.
    pub(super) fn in_cache(version: &str, how: &str, directory: PathBuf) -> Self {
        let what = format!("{version} {how} in {}", directory.display());
        let directory = Some(directory);
        Self { directory, what }
    }

    /// One that needs nothing in front of `PATH`.
    pub(super) fn without_directory(what: String) -> Self {
        let directory = None;
        Self { directory, what }
    }
}
