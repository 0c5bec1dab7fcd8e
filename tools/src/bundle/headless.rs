//! Publishes the programs without a page, and the script that saves with one of them.

use anyhow::{Context as _, Result};

use super::assets::{Folder, Hashed};
use super::compile::HEADLESS;
use super::esbuild::{Esbuild, Format, Known};
use super::program::Program;
use crate::compression::gzip_as_text;

/// The program that exports articles in other formats.
const EXPORTS: &str = "exports";

/// The programs without a page, in the order of [`HEADLESS`]: the files of the module and the
/// WebAssembly of each.
pub(super) struct Headless<'p> {
    programs: &'p [Program],
    files: Vec<[Hashed; 2]>,
}

/// Writes the files.
pub(super) fn write<'p>(
    folder: &Folder,
    esbuild: &Esbuild,
    programs: &'p [Program],
) -> Result<Headless<'p>> {
    let mut files = Vec::new();
    for (binary, program) in HEADLESS.iter().zip(programs) {
        let script = esbuild.module(&program.script)?;
        let module = folder.write_hashed(binary.name, "js", script)?;
        let wasm = folder.write_hashed(binary.name, "wasm", &program.wasm)?;
        files.push([module, wasm]);
    }
    Ok(Headless { programs, files })
}

impl Headless<'_> {
    /// All files.
    pub(super) fn files(&self) -> impl Iterator<Item = &Hashed> {
        self.files.iter().flatten()
    }

    /// Adds the facts about these programs that scripts need.
    pub(super) fn known(&self, known: Known) -> Known {
        let files = HEADLESS.iter().zip(&self.files);
        files.fold(known, |known, (binary, [module, wasm])| {
            known.program(binary.name, module, wasm, &[])
        })
    }

    /// Writes the script that saves.
    pub(super) fn saving(&self, folder: &Folder, esbuild: &Esbuild) -> Result<Hashed> {
        let known = self.known(Known::default());
        let script = esbuild.bundle("save_served", Format::Module, &known)?;
        folder.write_hashed("save", "js", script)
    }

    /// For the page in one file: the module of the program that saves, and its WebAssembly as text.
    pub(super) fn exports(&self) -> Result<(&Hashed, String)> {
        let mut all = HEADLESS.iter().zip(self.programs).zip(&self.files);
        let found = all.find(|((binary, _), _)| binary.name == EXPORTS);
        let ((_, program), [module, _]) = found.context("no program writes other formats")?;
        Ok((module, gzip_as_text(&program.wasm)?))
    }
}
