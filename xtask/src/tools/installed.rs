//! An installed tool.

use std::path::{Path, PathBuf};

/// The location of a tool, and how it was obtained.
pub(super) struct Installed {
    /// The directory to add to the front of `PATH`, if necessary.
    pub(super) directory: Option<PathBuf>,
    /// The version and location, for the summary.
    pub(super) what: String,
}

impl Installed {
    /// A tool that was already on `PATH`, at this place.
    pub(super) fn on_path(version: &str, place: &Path) -> Self {
        Self::without_directory(format!("{version} on PATH, {}", place.display()))
    }

    /// A tool in the cache, either "found" or "installed" there.
    pub(super) fn in_cache(version: &str, how: &str, directory: PathBuf) -> Self {
        let what = format!("{version} {how} in {}", directory.display());
        let directory = Some(directory);
        Self { directory, what }
    }

    /// A tool that needs no entry in `PATH`.
    pub(super) fn without_directory(what: String) -> Self {
        let directory = None;
        Self { directory, what }
    }
}
