//! The programs beside the one that Trunk builds: compiled, bound to JavaScript and made
//! small in the same way.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context as _, Result};

use super::program::Program;
use crate::tools::{Tool, Tools};
use crate::{process, project};

/// The program for several articles.
pub(super) const COLLECTION: Binary = Binary {
    name: "collection",
    release: "release",
    optimise: &["-Oz", "--converge"],
    features: &["found"],
};

/// The programs without a page, which are loaded only when they are needed.
pub(super) const HEADLESS: [Binary; 4] = [
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

/// A binary of the package and how it is built.
pub(super) struct Binary {
    pub(super) name: &'static str,
    /// The profile of Cargo for a release.
    release: &'static str,
    /// How `wasm-opt` is to work.
    optimise: &'static [&'static str],
    /// The features of the package that it has.
    features: &'static [&'static str],
}

/// What `wasm-opt` may use, leaves out, and joins: as `index.html` says for Trunk.
const FEATURES: [&str; 11] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--low-memory-unused",
    "--zero-filled-memory",
    // Large functions in one piece are compressed worse than what they are made of.
    "--one-caller-inline-max-function-size=100",
];

impl Binary {
    /// One whose work is counted in milliseconds.
    const fn headless(name: &'static str) -> Self {
        Self {
            name,
            release: "headless",
            optimise: &["-O3"],
            features: &[],
        }
    }

    /// Builds it; as a release it is optimised.
    pub(super) fn build(&self, is_release: bool) -> Result<Program> {
        let mut tools = Tools::locate()?;
        tools.ensure(&[Tool::Target, Tool::WasmBindgen])?;
        let (profile, built) = if is_release {
            (self.release, self.release)
        } else {
            ("dev", "debug")
        };
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut cargo = tools.command(&cargo.to_string_lossy());
        cargo
            .args(["build", "--package", "article-explorer"])
            .args(["--bin", self.name, "--profile", profile])
            .args(["--target", "wasm32-unknown-unknown"])
            .args(["--features", &self.features.join(",")]);
        process::run(&mut cargo)?;
        let target = project::target();
        let compiled = target
            .join("wasm32-unknown-unknown")
            .join(built)
            .join(self.name)
            .with_extension("wasm");
        let folder = target.join("bound").join(built);
        let mut bind = tools.command("wasm-bindgen");
        bind.args([
            "--target",
            "web",
            "--no-typescript",
            "--out-name",
            self.name,
        ])
        .arg("--out-dir")
        .arg(&folder)
        .arg(&compiled);
        process::run(&mut bind)?;
        let mut wasm = folder.join(format!("{}_bg.wasm", self.name));
        if is_release {
            let small = folder.join(format!("{}_opt.wasm", self.name));
            optimise(&mut tools, self.optimise, &wasm, &small)?;
            wasm = small;
        }
        let script = folder.join(format!("{}.js", self.name));
        let script = fs::read_to_string(&script)
            .with_context(|| format!("{} cannot be read", script.display()))?;
        let wasm = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        Ok(Program::of(&script, wasm))
    }
}

/// Makes the program that Trunk has optimised smaller once more: its control flow taken
/// apart and put together again, twice, saves some hundred bytes of what is transferred.
pub(super) fn smaller(program: &[u8]) -> Result<Vec<u8>> {
    let folder = project::target().join("bound");
    fs::create_dir_all(&folder)?;
    let (from, to) = (folder.join("program.wasm"), folder.join("program_opt.wasm"));
    fs::write(&from, program)?;
    let passes = ["--flatten", "--rereloop", "-O1", "-Oz"].repeat(2);
    optimise(&mut Tools::locate()?, &passes, &from, &to)?;
    fs::read(&to).with_context(|| format!("{} cannot be read", to.display()))
}

fn optimise(tools: &mut Tools, passes: &[&str], from: &Path, to: &Path) -> Result<()> {
    tools.ensure(&[Tool::WasmOpt])?;
    let mut command = tools.command("wasm-opt");
    command
        .args(FEATURES)
        .args(passes)
        .arg("--output")
        .args([to, from]);
    process::run(&mut command)
}
