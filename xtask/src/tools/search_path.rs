//! Looks programs up on `PATH`.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The program that the shell would run.
pub(super) fn find(program: &str) -> Option<PathBuf> {
    find_in(&env::var_os("PATH")?, program)
}

/// The program in the first of these directories that contains it.
pub(super) fn find_in(path: &OsStr, program: &str) -> Option<PathBuf> {
    env::split_paths(path).find_map(|directory| program_in(&directory, program))
}

/// The program in this directory.
pub(super) fn program_in(directory: &Path, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    endings
        .iter()
        .map(|ending| directory.join(format!("{program}{ending}")))
        .find(|file| is_executable(file))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}
