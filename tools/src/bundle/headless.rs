//! Publishes the programs without a page.

use anyhow::Result;

use super::assets::{Folder, Hashed};
use super::compile::HEADLESS;
use super::esbuild::Esbuild;
use super::program::Program;

/// The programs without a page, in the order of [`HEADLESS`]: the files of the module and the
/// WebAssembly of each.
pub(super) struct Headless {
    files: Vec<[Hashed; 2]>,
}

/// Writes the files.
pub(super) fn write(folder: &Folder, esbuild: &Esbuild, programs: &[Program]) -> Result<Headless> {
    let mut files = Vec::new();
    for (binary, program) in HEADLESS.iter().zip(programs) {
        let script = esbuild.module(&program.script)?;
        let module = folder.write_hashed(binary.name, "js", script)?;
        let wasm = folder.write_hashed(binary.name, "wasm", &program.wasm)?;
        files.push([module, wasm]);
    }
    Ok(Headless { files })
}

impl Headless {
    /// The name of each program, its module and its WebAssembly.
    pub(super) fn programs(&self) -> impl Iterator<Item = (&'static str, &Hashed, &Hashed)> {
        let files = HEADLESS.iter().zip(&self.files);
        files.map(|(binary, [module, wasm])| (binary.name, module, wasm))
    }
}
