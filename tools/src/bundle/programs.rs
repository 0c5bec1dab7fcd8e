//! The compiled programs of a bundle, kept so that other articles need no compiler.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::compile::HEADLESS;
use super::program::{PageProgram, Program};
use super::split::Parts;
use crate::project;

/// All that a bundle has beside its content.
pub(super) struct Programs {
    /// The page, with places for what it holds.
    pub(super) template: String,
    /// The program of pages.
    pub(super) page: PageProgram,
    /// What works without a page, as [`HEADLESS`] lists it.
    pub(super) headless: Vec<Program>,
}

const TEMPLATE: &str = "index.html";
const PAGE: &str = "page";
/// The parts of the page's program.
const PARTS: &str = "page.json";

impl Programs {
    /// Leaves them where [`Self::kept`] finds them.
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

    /// Those of the last release build.
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

/// The name of the file of a part.
fn part(name: &str) -> String {
    format!("part-{name}.wasm")
}

fn folder() -> PathBuf {
    project::target().join("programs")
}
