//! Publishes the program of pages: its files, and the scripts that start it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use pack::Starting;

use super::assets::{Folder, Hashed};
use super::esbuild::{Esbuild, Format, Known};
use super::program::PageProgram;
use crate::compression::gzip_of;

/// The published files of the program of pages.
pub(super) struct Published<'p> {
    program: &'p PageProgram,
    pub(super) module: Hashed,
    pub(super) wasm: Hashed,
    /// The files of its parts, by name.
    pub(super) parts: Vec<(String, Hashed)>,
    /// The classic scripts with the program and with its parts, by name, for frames.
    packed: Hashed,
    packed_parts: Vec<(String, Hashed)>,
    /// The facts about the program that scripts of its pages need.
    known: Known,
}

impl<'p> Published<'p> {
    /// Writes the files.
    pub(super) fn of(folder: &Folder, esbuild: &Esbuild, program: &'p PageProgram) -> Result<Self> {
        let bound = esbuild.module(&program.program.script)?;
        let bound = Known::default().import("page-bound", &esbuild.leave("page-bound.js", bound)?);
        let script = program.parts.loaders(esbuild, bound)?;
        let script = esbuild.bundle("program", Format::Module, &script)?;
        let module = folder.write_hashed("program", "js", script)?;
        let wasm = folder.write_hashed("program", "wasm", &program.program.wasm)?;
        let text = esbuild.leave("program.wasm.gz", gzip_of(&program.program.wasm)?)?;
        let packed = Known::default()
            .import("page-program.wasm.gz", &text)
            .import("page-program", &folder.path(&module.name)?);
        let packed = esbuild.bundle("packed", Format::Script, &packed)?;
        let packed = folder.write_hashed("packed-program", "js", packed)?;
        let (mut parts, mut packed_parts) = (Vec::new(), Vec::new());
        for (name, wasm) in &program.files {
            let text = esbuild.leave("part.wasm.gz", gzip_of(wasm)?)?;
            let known = Known::default()
                .import("part.wasm.gz", &text)
                .text("part", name);
            let script = esbuild.bundle("packed_part", Format::Script, &known)?;
            let packed = folder.write_hashed(&format!("packed-{name}"), "js", script)?;
            packed_parts.push((name.clone(), packed));
            let file = folder.write_hashed(&format!("part-{name}"), "wasm", wasm)?;
            parts.push((name.clone(), file));
        }
        let known = Known::default()
            .program("page", &module, &wasm, &parts)
            .text("packed", &format!("./{}", packed.name))
            .files("packedParts", &packed_parts);
        Ok(Self {
            program,
            module,
            wasm,
            parts,
            packed,
            packed_parts,
            known,
        })
    }

    /// The names of the files of its parts.
    pub(super) fn part_names(&self) -> BTreeMap<String, String> {
        let parts = self.parts.iter();
        let parts = parts.map(|(name, file)| (name.clone(), file.name.clone()));
        parts.collect()
    }

    /// The files of the program and of some of its parts, for pages and for frames.
    pub(super) fn files_with<'a>(&'a self, parts: &[&str]) -> Vec<&'a Hashed> {
        let needed = parts.iter().flat_map(|part| self.file_names_of(part));
        let needed: BTreeSet<&String> = needed.collect();
        let parts = self.parts.iter().chain(&self.packed_parts);
        let parts = parts.filter(|(name, _)| needed.contains(name));
        let parts = parts.map(|(_, file)| file);
        [&self.module, &self.wasm, &self.packed]
            .into_iter()
            .chain(parts)
            .collect()
    }

    /// The facts that a script needs to start the program together with the parts that its pages
    /// always need.
    pub(super) fn starting(&self, parts: &[&str]) -> Known {
        let files = parts.iter().flat_map(|part| self.file_names_of(part));
        let files: BTreeSet<String> = files.cloned().collect();
        let files: Vec<String> = files.into_iter().collect();
        self.known.clone().list("early", &files)
    }

    /// The scripts that start the program together with these parts.
    pub(super) fn scripts(&self, esbuild: &Esbuild, parts: &[&str]) -> Result<Starting> {
        let known = self.starting(parts);
        Ok(Starting {
            page: esbuild.bundle("page", Format::Module, &known)?,
            frame: esbuild.bundle("frame", Format::Script, &known)?,
        })
    }

    /// The names of the files of a part.
    pub(super) fn file_names_of(&self, part: &str) -> &[String] {
        self.program.parts.files_of(part)
    }
}
