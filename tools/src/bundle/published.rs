//! The programs for pages as they are published: their files, and the scripts that start them.

use anyhow::Result;

use super::assets::{Folder, Hashed};
use super::esbuild::{Esbuild, Format, Known};
use super::program::Program;
use crate::compression::gzip_of;

/// A program for pages as it is published, under its names.
pub(super) struct Published<'p> {
    pub(super) program: &'p Program,
    pub(super) module: Hashed,
    pub(super) wasm: Hashed,
    /// What the scripts of its pages are to know.
    pub(super) known: Known,
}

impl<'p> Published<'p> {
    /// Writes its files, whose names begin with `stem`.
    pub(super) fn of(
        folder: &Folder,
        esbuild: &Esbuild,
        stem: &str,
        program: &'p Program,
    ) -> Result<Self> {
        let module = folder.write_hashed(stem, "js", esbuild.module(&program.script)?)?;
        let wasm = folder.write_hashed(stem, "wasm", &program.wasm)?;
        let text = esbuild.leave(&format!("{stem}.wasm.gz"), gzip_of(&program.wasm)?)?;
        let packed = Known::default()
            .import("page-program.wasm.gz", &text)
            .import("page-program", &folder.path(&module.name)?);
        let packed = esbuild.bundle("packed", Format::Script, &packed)?;
        let packed = folder.write_hashed(&format!("packed-{stem}"), "js", packed)?;
        let known = Known::default()
            .program("page", &module, &wasm)
            .text("packed", &format!("./{}", packed.name));
        Ok(Self {
            program,
            module,
            wasm,
            known,
        })
    }

    /// Writes the script that starts the program in a page.
    pub(super) fn boot(
        &self,
        folder: &Folder,
        esbuild: &Esbuild,
        stem: &str,
        saving: &Hashed,
    ) -> Result<Hashed> {
        let known = self.known.clone().script("save", saving);
        let boot = esbuild.bundle("page", Format::Module, &known)?;
        folder.write_hashed(stem, "js", boot)
    }
}
