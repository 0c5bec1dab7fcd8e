//! The programs beside the one that Trunk builds: compiled, bound to JavaScript and made
//! small in the same way.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;
use std::{env, fs, thread};

use anyhow::{Context as _, Result, bail};

use super::optimise::optimise;
use super::program::Program;
use crate::{process, project};

/// The program for several articles.
pub(super) static COLLECTION: Binary = Binary {
    package: "article-explorer",
    name: "collection",
    release: "release",
    optimise: &["-Oz", "--converge"],
};

/// The programs without a page, which are loaded only when they are needed.
pub(super) static HEADLESS: [Binary; 4] = [
    Binary::headless("search"),
    // What it weighs counts as much as how quick it is.
    Binary {
        release: "annotator",
        ..Binary::headless("annotator")
    },
    Binary::headless("files"),
    // Its work is done once, when somebody saves: it is made small.
    Binary {
        release: "release",
        optimise: &["-Oz", "--converge"],
        ..Binary::headless("exports")
    },
];

/// A program and how it is built.
pub(super) struct Binary {
    /// Its package in the workspace.
    package: &'static str,
    pub(super) name: &'static str,
    /// The profile of Cargo for a release.
    release: &'static str,
    /// How `wasm-opt` is to work.
    optimise: &'static [&'static str],
}

impl Binary {
    /// One whose work is counted in milliseconds.
    const fn headless(name: &'static str) -> Self {
        Self {
            package: "article-explorer-workers",
            name,
            release: "headless",
            optimise: &["-O3"],
        }
    }

    /// The profile of Cargo, and the folder in which it builds.
    fn profile(&self, is_release: bool) -> (&'static str, &'static str) {
        if is_release {
            (self.release, self.release)
        } else {
            ("dev", "debug")
        }
    }

    /// Binds the compiled program to JavaScript; as a release it is optimised.
    fn finish(&self, is_release: bool) -> Result<Program> {
        let (_, built) = self.profile(is_release);
        let target = project::target();
        let compiled = target
            .join("wasm32-unknown-unknown")
            .join(built)
            .join(self.name)
            .with_extension("wasm");
        let folder = target.join("bound").join(built);
        let mut wasm = folder.join(format!("{}_bg.wasm", self.name));
        if is_release || !is_newer(&wasm, &compiled) {
            let mut bind = process::program("wasm-bindgen");
            bind.args(["--target", "web", "--no-typescript"])
                .args(["--out-name", self.name, "--out-dir"])
                .args([&folder, &compiled]);
            process::run(&mut bind)?;
        }
        if is_release {
            let small = folder.join(format!("{}_opt.wasm", self.name));
            optimise(self.optimise, &wasm, &small)?;
            wasm = small;
        }
        let script = folder.join(format!("{}.js", self.name));
        let script = fs::read_to_string(&script)
            .with_context(|| format!("{} cannot be read", script.display()))?;
        let wasm = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        Ok(Program::of(&script, wasm))
    }
}

/// Whether the first file was written after the second.
fn is_newer(file: &Path, source: &Path) -> bool {
    let written = |file: &Path| file.metadata().and_then(|metadata| metadata.modified());
    matches!((written(file), written(source)), (Ok(file), Ok(source)) if file > source)
}

/// Compiles [`COLLECTION`] and [`HEADLESS`]. Those of one profile are compiled together, and
/// finished while the next are compiled.
pub(super) fn build(is_release: bool) -> Result<(Program, Vec<Program>)> {
    let profile = |binary: &Binary| binary.profile(is_release).0;
    let mut groups: Vec<Vec<&'static Binary>> = Vec::new();
    for binary in std::iter::once(&COLLECTION).chain(&HEADLESS) {
        let same = |group: &&mut Vec<&'static Binary>| {
            group.first().map(|first| profile(first)) == Some(profile(binary))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(binary),
            None => groups.push(vec![binary]),
        }
    }
    let mut finished = thread::scope(|scope| {
        let mut threads = Vec::new();
        for group in &groups {
            compile(group, is_release)?;
            for &binary in group {
                let work = scope.spawn(move || binary.finish(is_release));
                threads.push((binary.name, work));
            }
        }
        threads
            .into_iter()
            .map(|(name, work)| {
                let program = work.join();
                let program = program.unwrap_or_else(|_| bail!("{name} could not be finished"))?;
                Ok((name, program))
            })
            .collect::<Result<HashMap<_, _>>>()
    })?;
    let mut take = |binary: &Binary| {
        let program = finished.remove(binary.name);
        program.with_context(|| format!("{} was not built", binary.name))
    };
    let collection = take(&COLLECTION)?;
    Ok((
        collection,
        HEADLESS.iter().map(take).collect::<Result<_>>()?,
    ))
}

/// Compiles binaries that have the profile in common.
fn compile(group: &[&Binary], is_release: bool) -> Result<()> {
    let Some(first) = group.first() else {
        return Ok(());
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut cargo = Command::new(cargo);
    cargo
        .current_dir(project::root())
        .arg("build")
        .args(["--profile", first.profile(is_release).0])
        .args(["--target", "wasm32-unknown-unknown"]);
    for binary in group {
        cargo.args(["--package", binary.package, "--bin", binary.name]);
    }
    process::run(&mut cargo)
}
