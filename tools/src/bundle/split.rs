//! Cutting the parts of the page's program out of the compiler's output, and telling the scripts
//! that load them where they are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use serde_json::{Value, json};
use wasm_split_cli_support::{Options, transform};

use super::esbuild::{Esbuild, Known};
use crate::project;

/// The module from which the main program imports the loader of its parts.
const LOADERS: &str = "page-parts";

/// The parts of a program, and the files that each needs.
#[derive(Default)]
pub(super) struct Parts(BTreeMap<String, Vec<String>>);

impl Parts {
    /// The names of all files.
    pub(super) fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = self.0.values().flatten().map(String::as_str).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// The files of a part, or none if it is in the main program.
    pub(super) fn files_of(&self, part: &str) -> &[String] {
        self.0.get(part).map_or(&[], Vec::as_slice)
    }

    /// The names of the files of each part.
    pub(super) fn by_name(&self) -> &BTreeMap<String, Vec<String>> {
        &self.0
    }

    /// Adds the module that loads the parts, for the script of the program.
    pub(super) fn loaders(&self, esbuild: &Esbuild, known: Known) -> Result<Known> {
        let loader = std::path::absolute(project::root().join("js/parts.js"))?;
        let mut script = format!("import {{ part }} from {};\n", Value::from(loader.to_str()));
        for (part, files) in &self.0 {
            let files = json!(files);
            script += &format!("export const __wasm_split_load_{part} = part({files});\n");
        }
        Ok(known.import(LOADERS, &esbuild.leave(&format!("{LOADERS}.js"), script)?))
    }
}

/// Whether a compiled program can be split, because the linker left relocations in it.
pub(super) fn is_for_splitting(compiled: &[u8]) -> bool {
    const SECTION: &[u8] = b"reloc.CODE";
    compiled.windows(SECTION.len()).any(|name| name == SECTION)
}

/// Writes the main program as `NAME.wasm` into a folder, and the files of its parts as
/// `part-FILE.wasm`.
pub(super) fn split(compiled: &[u8], folder: &Path, name: &str) -> Result<Parts> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let main = folder.join(name).with_extension("wasm");
    let mut options = Options::new(compiled);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let split = transform(options);
    let split = split.map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
    let mut parts = Parts(split.prefetch_map.into_iter().collect());
    for written in parts.files() {
        let (from, to) = (
            folder.join(format!("{written}.wasm")),
            part(folder, &named(written)),
        );
        fs::rename(&from, to).with_context(|| format!("{} cannot be renamed", from.display()))?;
    }
    for file in parts.0.values_mut().flatten() {
        *file = named(file);
    }
    Ok(parts)
}

/// Where [`split`] wrote a file of a part.
pub(super) fn part(folder: &Path, file: &str) -> PathBuf {
    folder.join(format!("part-{file}.wasm"))
}

/// Our name for a file of the splitter: the name of its part, or `shared-1` and so on.
fn named(file: &str) -> String {
    match file.strip_prefix("split_") {
        Some(part) => part.to_owned(),
        None => file.replace("chunk_", "shared-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_two_parts_need_is_there_once() {
        let parts = |part: &str, files: &[&str]| {
            (
                part.to_owned(),
                files.iter().map(ToString::to_string).collect(),
            )
        };
        let parts = Parts([parts("a", &["shared", "a"]), parts("b", &["shared", "b"])].into());
        assert_eq!(parts.files(), ["a", "b", "shared"]);
        assert_eq!(parts.files_of("b"), ["shared", "b"]);
        assert!(parts.files_of("c").is_empty());
    }

    #[test]
    fn only_relocations_tell_that_a_program_is_to_be_split() {
        assert!(is_for_splitting(b"\0asm\x01\0\0\0\0\x0b\x0areloc.CODE"));
        assert!(!is_for_splitting(b"\0asm\x01\0\0\0\0\x05\x04name"));
    }
}
