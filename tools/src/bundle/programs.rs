//! Keeps the compiled programs of a bundle, so that other articles can be bundled without a
//! compiler.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::compile::HEADLESS;
use super::program::{PageProgram, Program};
use super::split::Parts;
use crate::project;

/// All parts of a bundle except its content.
pub(super) struct Programs {
    /// The page with placeholders.
    pub(super) template: String,
    /// The program of pages.
    pub(super) page: PageProgram,
    /// The programs without a page, in the order of [`HEADLESS`].
    pub(super) headless: Vec<Program>,
}

const TEMPLATE: &str = "index.html";
const PAGE: &str = "page";
/// The file that describes the parts of the program of pages.
const PARTS: &str = "page.json";

impl Programs {
    /// Writes the files that [`Self::kept`] reads.
    pub(super) fn keep(&self) -> Result<()> {
        let folder = folder();
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(TEMPLATE), &self.template)?;
        let headless = HEADLESS.iter().map(|binary| binary.name);
        let programs = headless.zip(&self.headless);
        for (name, program) in programs.chain([(PAGE, &self.page.program)]) {
            fs::write(folder.join(format!("{name}.wasm")), &program.wasm)?;
            fs::write(folder.join(format!("{name}.js")), &program.script)?;
        }
        fs::write(folder.join(PARTS), serde_json::to_vec(&self.page.parts)?)?;
        for (name, wasm) in &self.page.files {
            fs::write(folder.join(part(name)), wasm)?;
        }
        Ok(())
    }

    /// Reads the programs of the last release build.
    pub(super) fn kept() -> Result<Self> {
        let read = |name: String| {
            let file = folder().join(&name);
            fs::read(&file).with_context(|| {
                format!(
                    "{} is not there; run `cargo xtask build` once",
                    file.display()
                )
            })
        };
        let text = |name: String| {
            String::from_utf8(read(name.clone())?).with_context(|| format!("{name} is not UTF-8"))
        };
        let program = |name: &str| -> Result<Program> {
            Ok(Program {
                wasm: read(format!("{name}.wasm"))?,
                script: text(format!("{name}.js"))?,
            })
        };
        let parts: Parts = serde_json::from_slice(&read(PARTS.to_owned())?)?;
        let files = parts.files().into_iter();
        let files = files.map(|name| Ok((name.to_owned(), read(part(name))?)));
        Ok(Self {
            template: text(TEMPLATE.to_owned())?,
            page: PageProgram {
                program: program(PAGE)?,
                files: files.collect::<Result<_>>()?,
                parts,
            },
            headless: HEADLESS
                .iter()
                .map(|binary| program(binary.name))
                .collect::<Result<_>>()?,
        })
    }
}

/// The file name of a part.
fn part(name: &str) -> String {
    format!("part-{name}.wasm")
}

fn folder() -> PathBuf {
    project::target().join("programs")
}
