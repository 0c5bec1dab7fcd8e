//! Compiles the programs, runs wasm-bindgen and optimises the result. Trunk has Cargo compile the
//! program of pages.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, thread};

use anyhow::{Context as _, Result, bail};
use rayon::prelude::*;

use super::optimise::optimise;
use super::program::{PageProgram, Program};
use super::split::{Parts, is_for_splitting, part, split};
use crate::{process, project};

/// The program of pages, which Trunk has Cargo compile.
static PAGE: Binary = Binary {
    package: "article-explorer",
    name: "article-explorer",
    release: "release",
    optimise: &[
        SMALL,
        // Converting the control flow twice saves several hundred bytes after compression.
        &[
            "--flatten",
            "--rereloop",
            "-O1",
            "-Oz",
            "--flatten",
            "--rereloop",
            "-O1",
            "-Oz",
        ],
    ],
};

/// The passes of `wasm-opt` for a small program.
const SMALL: &[&str] = &["-Oz", "--converge"];

/// The programs without a page, which are loaded only when needed.
pub(super) static HEADLESS: [Binary; 5] = [
    Binary::headless("search"),
    // Size matters as much as speed.
    Binary {
        release: "annotator",
        ..Binary::headless("annotator")
    },
    Binary::headless("files"),
    // It runs once per save, so size matters more than speed.
    Binary {
        release: "release",
        optimise: &[SMALL],
        ..Binary::headless("exports")
    },
    Binary {
        package: "article-explorer-publisher",
        release: "release",
        optimise: &[SMALL],
        ..Binary::headless("publisher")
    },
];

/// A program and the settings for its build.
pub(super) struct Binary {
    /// The package in the workspace.
    package: &'static str,
    pub(super) name: &'static str,
    /// The Cargo profile of a release.
    release: &'static str,
    /// Lists of passes for `wasm-opt`, each for a separate run.
    optimise: &'static [&'static [&'static str]],
}

impl Binary {
    /// A program that must be fast.
    const fn headless(name: &'static str) -> Self {
        Self {
            package: "article-explorer-workers",
            name,
            release: "headless",
            optimise: &[&["-O3"]],
        }
    }

    /// The Cargo profile, and its folder.
    fn profile(&self, is_release: bool) -> (&'static str, &'static str) {
        if is_release {
            (self.release, self.release)
        } else {
            ("dev", "debug")
        }
    }

    /// The file that Cargo writes.
    fn compiled(&self, is_release: bool) -> PathBuf {
        let target = project::target().join("wasm32-unknown-unknown");
        let file = target.join(self.profile(is_release).1).join(self.name);
        file.with_extension("wasm")
    }

    /// The folder of the files made from it.
    fn folder(&self, is_release: bool) -> PathBuf {
        let (_, built) = self.profile(is_release);
        project::target().join("bound").join(built)
    }

    /// Runs wasm-bindgen with an output folder. Returns the paths of the WebAssembly and its
    /// script.
    fn bind(&self, compiled: &Path, folder: &Path, arguments: &[&str]) -> Result<[PathBuf; 2]> {
        let mut bind = process::program("wasm-bindgen");
        bind.args(["--target", "web", "--no-typescript"])
            .args(arguments)
            .args(["--out-name", self.name, "--out-dir"])
            .args([folder, compiled]);
        process::run(&mut bind)?;
        Ok(self.bound(folder))
    }

    /// The files that [`Self::bind`] writes.
    fn bound(&self, folder: &Path) -> [PathBuf; 2] {
        [
            format!("{}_bg.wasm", self.name),
            format!("{}.js", self.name),
        ]
        .map(|name| folder.join(name))
    }

    /// Runs wasm-bindgen and, for a release, wasm-opt.
    fn finish(&self, is_release: bool) -> Result<Program> {
        let (compiled, folder) = (self.compiled(is_release), self.folder(is_release));
        let [wasm, script] = self.bound(&folder);
        if is_release || !is_newer(&wasm, &compiled) {
            self.bind(&compiled, &folder, &[])?;
        }
        if is_release {
            optimise(self.optimise, &wasm)?;
        }
        read(&wasm, &script)
    }
}

/// Reads a program from its two files.
fn read(wasm: &Path, script: &Path) -> Result<Program> {
    let unreadable = |file: &Path| format!("{} cannot be read", file.display());
    let script = fs::read_to_string(script).with_context(|| unreadable(script))?;
    let wasm = fs::read(wasm).with_context(|| unreadable(wasm))?;
    Ok(Program::of(&script, wasm))
}

/// Finishes the program of pages, and removes the unfinished copy that Trunk left in `staging`.
/// If the linker kept relocations, the parts become separate files.
///
/// # Errors
///
/// If parts were requested for a build that is not a release. There, parts also import the check
/// that files belong together, which the loader does not provide.
pub(super) fn page(staging: &Path, is_release: bool) -> Result<PageProgram> {
    let [wasm, script] = ["_bg.wasm", ".js"].map(|ending| built_file(staging, ending));
    let (wasm, script) = (wasm?, script?);
    let compiled = PAGE.compiled(is_release);
    let compiled =
        fs::read(&compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;
    let page = if is_for_splitting(&compiled) {
        if !is_release {
            bail!("the feature `split` is for release builds; build without it");
        }
        in_parts(&compiled)?
    } else {
        if is_release {
            optimise(PAGE.optimise, &wasm)?;
        }
        PageProgram {
            program: read(&wasm, &script)?,
            files: BTreeMap::new(),
            parts: Parts::default(),
        }
    };
    for file in [wasm, script] {
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
    }
    Ok(page)
}

/// Splits the program of pages, then runs wasm-bindgen and wasm-opt on the results.
fn in_parts(compiled: &[u8]) -> Result<PageProgram> {
    let folder = PAGE.folder(true).join("parts");
    let parts = split(compiled, &folder, PAGE.name)?;
    let main = folder.join(PAGE.name).with_extension("wasm");
    // Parts import the names that the linker wrote.
    let [wasm, script] = PAGE.bind(&main, &folder, &["--keep-lld-exports"])?;
    let names = parts.files();
    let written: Vec<PathBuf> = names.iter().map(|name| part(&folder, name)).collect();
    let all: Vec<&PathBuf> = [&wasm].into_iter().chain(&written).collect();
    all.par_iter()
        .with_max_len(1)
        .try_for_each(|file| optimise(PAGE.optimise, file))?;
    let mut files = BTreeMap::new();
    for (name, file) in names.into_iter().zip(written) {
        let bytes =
            fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        files.insert(name.to_owned(), bytes);
    }
    Ok(PageProgram {
        program: read(&wasm, &script)?,
        files,
        parts,
    })
}

/// The path of a file that Trunk wrote for the program of pages.
fn built_file(folder: &Path, ending: &str) -> Result<PathBuf> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("article-explorer-") && name.ends_with(ending) {
            return Ok(path.clone());
        }
    }
    bail!(
        "{} holds no article-explorer-…{ending}; is `filehash` on in Trunk.toml?",
        folder.display()
    )
}

/// Whether the first file is newer than the second.
fn is_newer(file: &Path, source: &Path) -> bool {
    let written = |file: &Path| file.metadata().and_then(|metadata| metadata.modified());
    matches!((written(file), written(source)), (Ok(file), Ok(source)) if file > source)
}

/// Compiles [`HEADLESS`]. Programs with the same profile are compiled together, and finished
/// while the next are compiled.
pub(super) fn headless(is_release: bool) -> Result<Vec<Program>> {
    let profile = |binary: &Binary| binary.profile(is_release).0;
    let mut groups: Vec<Vec<&'static Binary>> = Vec::new();
    for binary in &HEADLESS {
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
    let take = |binary: &Binary| {
        let program = finished.remove(binary.name);
        program.with_context(|| format!("{} was not built", binary.name))
    };
    HEADLESS.iter().map(take).collect()
}

/// Compiles binaries with the same profile.
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
