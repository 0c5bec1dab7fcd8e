//! The compiled programs of a bundle, kept so that other articles need no compiler.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::compile::HEADLESS;
use super::program::Program;
use crate::project;

/// All that a bundle has beside its content.
pub(super) struct Programs {
    /// The page, with places for what it holds.
    pub(super) template: String,
    /// For one article.
    pub(super) article: Program,
    /// For several articles.
    pub(super) collection: Program,
    /// What works without a page, as [`HEADLESS`] lists it.
    pub(super) headless: Vec<Program>,
}

const TEMPLATE: &str = "index.html";

impl Programs {
    /// Leaves them where [`Self::kept`] finds them.
    pub(super) fn keep(&self) -> Result<()> {
        let folder = folder();
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(TEMPLATE), &self.template)?;
        let headless = HEADLESS.iter().map(|binary| binary.name);
        let programs = [("article", &self.article), ("collection", &self.collection)];
        for (name, program) in programs.into_iter().chain(headless.zip(&self.headless)) {
            fs::write(folder.join(format!("{name}.wasm")), &program.wasm)?;
            fs::write(folder.join(format!("{name}.js")), &program.script)?;
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
        Ok(Self {
            template: text(TEMPLATE.to_owned())?,
            article: program("article")?,
            collection: program("collection")?,
            headless: HEADLESS
                .iter()
                .map(|binary| program(binary.name))
                .collect::<Result<_>>()?,
        })
    }
}

fn folder() -> PathBuf {
    project::target().join("programs")
}
