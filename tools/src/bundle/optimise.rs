//! Optimises compiled programs with `wasm-opt`.

use std::path::Path;

use anyhow::Result;

use crate::process;

/// The options of `wasm-opt`: what it may use, remove and inline.
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
    // Large inlined functions compress worse.
    "--one-caller-inline-max-function-size=100",
];

/// Runs `wasm-opt` on a file, once for each list of passes.
pub(super) fn optimise(passes: &[&[&str]], file: &Path) -> Result<()> {
    for passes in passes {
        let mut command = process::program("wasm-opt");
        command
            .args(FEATURES)
            .args(*passes)
            .arg("--output")
            .args([file, file]);
        process::run(&mut command)?;
    }
    Ok(())
}
