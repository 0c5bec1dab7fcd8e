//! Making compiled programs small and quick with `wasm-opt`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::{process, project};

/// What `wasm-opt` may use, leaves out, and joins: as `index.html` says for Trunk.
const FEATURES: [&str; 11] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--low-memory-unused",
    "--zero-filled-memory",
    // Large functions in one piece are compressed worse than what they are made of.
    "--one-caller-inline-max-function-size=100",
];

/// Makes the program that Trunk has optimised smaller once more: its control flow taken
/// apart and put together again, twice, saves some hundred bytes of what is transferred.
pub(super) fn smaller(program: &[u8]) -> Result<Vec<u8>> {
    let folder = project::target().join("bound");
    fs::create_dir_all(&folder)?;
    let (from, to) = (folder.join("program.wasm"), folder.join("program_opt.wasm"));
    fs::write(&from, program)?;
    let passes = ["--flatten", "--rereloop", "-O1", "-Oz"].repeat(2);
    optimise(&passes, &from, &to)?;
    fs::read(&to).with_context(|| format!("{} cannot be read", to.display()))
}

/// Runs `wasm-opt` with these passes.
pub(super) fn optimise(passes: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut command = process::program("wasm-opt");
    command
        .args(FEATURES)
        .args(passes)
        .arg("--output")
        .args([to, from]);
    process::run(&mut command)
}
