//! The programs without a page as they are published, and the script that saves by one of
//! them.

use anyhow::{Context as _, Result};

use super::assets::{Folder, Hashed};
use super::compact;
use super::compile::HEADLESS;
use super::program::Program;
use super::sources::{scripts, without_exports};
use crate::compression::gzip_as_text;

/// The program that writes articles in the formats of others.
const EXPORTS: &str = "exports";

/// The programs without a page, in the order of [`HEADLESS`]: module and program of each.
pub(super) struct Headless<'p> {
    programs: &'p [Program],
    files: Vec<[Hashed; 2]>,
}

/// Writes them.
pub(super) fn write<'p>(folder: &Folder, programs: &'p [Program]) -> Result<Headless<'p>> {
    let mut files = Vec::new();
    for (binary, program) in HEADLESS.iter().zip(programs) {
        let script = compact::script(&program.script);
        let module = folder.write_hashed(binary.name, "js", script)?;
        let wasm = folder.write_hashed(binary.name, "wasm", &program.wasm)?;
        files.push([module, wasm]);
    }
    Ok(Headless { programs, files })
}

impl Headless<'_> {
    /// Every file.
    pub(super) fn files(&self) -> impl Iterator<Item = &Hashed> {
        self.files.iter().flatten()
    }

    /// A script with their names and hashes in it.
    pub(super) fn placed(&self, script: &str) -> String {
        let mut placed = script.to_owned();
        for (binary, [module, wasm]) in HEADLESS.iter().zip(&self.files) {
            let name = binary.name.to_uppercase();
            for (place, value) in [
                ("MODULE", format!("./{}", module.name)),
                ("WASM", format!("./{}", wasm.name)),
                ("INTEGRITY", wasm.integrity.clone()),
                ("INTEGRITY_OF_MODULE", module.integrity.clone()),
            ] {
                placed = placed.replace(&format!("%{place}_OF_{name}%"), &value);
            }
        }
        placed
    }

    /// Writes the script that saves.
    pub(super) fn saving(&self, folder: &Folder) -> Result<Saving> {
        let script = scripts(&["save", "save_served"])?;
        let script = folder.write_hashed("save", "js", self.placed(&script))?;
        Ok(Saving(script))
    }

    /// The program that saves, for the page in one file: a script that can start it, and it
    /// as text.
    pub(super) fn exports_inlined(&self) -> Result<(String, String)> {
        let mut all = HEADLESS.iter().zip(self.programs);
        let found = all.find(|(binary, _)| binary.name == EXPORTS);
        let (_, program) = found.context("no program writes other formats")?;
        let script = without_exports(&compact::script(&program.script));
        let start = format!(
            "async function exportsInFile(program) {{\n{script}await __wbg_init({{ module_or_path: program }});\nreturn {{ exportArticle }};\n}}\n"
        );
        Ok((start, gzip_as_text(&program.wasm)?))
    }
}

/// The script that saves, which pages load when it is asked for.
pub(super) struct Saving(Hashed);

impl Saving {
    /// A script with its name and hash in it. It is no file that a page transfers by
    /// itself, and is not named as one.
    pub(super) fn placed(&self, script: &str) -> String {
        script
            .replace("%SAVE%", &self.0.name)
            .replace("%SAVE_INTEGRITY%", &self.0.integrity)
    }
}
