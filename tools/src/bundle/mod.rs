//! `cargo xtask bundle`: Trunk runs this after each build. Turns the compiled program and a
//! folder of articles into the published files.

mod assets;
mod compile;
mod esbuild;
mod headless;
mod kit;
mod optimise;
mod out;
mod package;
mod places;
mod program;
mod programs;
mod published;
mod site;
mod sources;
mod split;

use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use anyhow::{Context as _, Result, bail};
use folder::{SETTINGS, Source, read_folder};
use import::Bundle;
use pack::{KIT, Settings};
use tokio::runtime::Builder;
use tokio::task::LocalSet;

use crate::annotate::tagger;
use crate::project;
use assets::Folder;
use out::Out;
use programs::Programs;

/// Finishes the build in Trunk’s staging directory. The articles come from the folder in
/// `ARTICLES`, or else from `articles/`.
///
/// # Errors
///
/// If an article or its annotations cannot be shown as intended, with one line per problem; if
/// `index.html` lacks a placeholder.
pub(crate) fn run(_arguments: &[String]) -> Result<()> {
    let path = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`bundle` is called by Trunk; use `cargo xtask build`")?;
    let articles = env::var_os("ARTICLES")
        .filter(|folder| !folder.is_empty())
        .map_or_else(|| project::root().join("articles"), PathBuf::from);
    let (bundle, settings) = read(&articles)?;
    let index = path.join("index.html");
    let template =
        fs::read_to_string(&index).with_context(|| format!("{} is not there", index.display()))?;
    let is_release = env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release");
    let (page, headless) = thread::scope(|scope| {
        let page = scope.spawn(|| compile::page(&path, is_release));
        let headless = compile::headless(is_release);
        let page = page.join();
        let page = page.unwrap_or_else(|_| bail!("the program could not be finished"));
        (page, headless)
    });
    let programs = Programs {
        template,
        page: page?,
        headless: headless?,
    };
    let kit = kit::folder(is_release);
    kit::write(&kit, &programs)?;
    write(&kit, &bundle, settings, &mut Out::beside_others(&path))?;
    if is_release {
        Folder::at(&path).pack()?;
    }
    Ok(())
}

/// Bundles a folder of articles with the programs of the last release build.
///
/// # Errors
///
/// Those of [`run`]; also if there was no release build.
pub(crate) fn pack(arguments: &[String]) -> Result<()> {
    let (in_parts, arguments) = match arguments {
        [rest @ .., last] if last == "--parts" => (true, rest),
        all => (false, all),
    };
    let (folder, to) = match arguments {
        [folder] => (folder, "dist".into()),
        [folder, to] => (folder, PathBuf::from(to)),
        _ => bail!(
            "usage: cargo xtask pack DIR [OUT] [--parts]; OUT is dist if it is not named; \
             --parts makes files of a few articles too that are fetched one by one"
        ),
    };
    let count = make(Path::new(folder), &to, in_parts)?;
    Folder::at(&to).pack()?;
    let articles = if count == 1 { "article" } else { "articles" };
    println!(
        "{count} {articles} of {folder}: written to {}",
        to.display()
    );
    Ok(())
}

/// Bundles a folder of articles with the programs of the last release build, without compressed
/// copies. Returns the number of articles.
pub(crate) fn make(folder: &Path, to: &Path, in_parts: bool) -> Result<usize> {
    let kit = kit::folder(true);
    if !kit.join(KIT).exists() {
        bail!(
            "{} is not there; run `cargo xtask build` once",
            kit.join(KIT).display()
        );
    }
    let mut out = Out::replacing(to, folder)?;
    let (bundle, settings) = read(folder)?;
    let settings = Settings {
        in_parts,
        ..settings
    };
    write(&kit, &bundle, settings, &mut out)?;
    Ok(bundle.articles().len())
}

/// The files of a folder of articles, and the messages about them.
struct OnDisk<'a>(&'a Path);

impl Source for OnDisk<'_> {
    fn read(&mut self, name: &str) -> Result<Vec<u8>, String> {
        fs::read(self.0.join(name)).map_err(|error| error.to_string())
    }

    fn tell(&mut self, line: &str) {
        eprintln!("{line}");
    }
}

/// Reads a folder of articles with its settings.
fn read(folder: &Path) -> Result<(Bundle, Settings)> {
    let names = project::names_in(folder)?;
    let bundle = read_folder(&names, &mut OnDisk(folder), Some(&tagger()?))?;
    let settings = if names.iter().any(|name| name == SETTINGS) {
        let json = fs::read_to_string(folder.join(SETTINGS));
        Settings::parse(&json.with_context(|| format!("{SETTINGS} cannot be read"))?)?
    } else {
        Settings::default()
    };
    Ok((bundle, settings))
}

/// Writes the files of a bundle.
fn write(kit: &Path, bundle: &Bundle, settings: Settings, to: &mut Out) -> Result<()> {
    let runtime = Builder::new_current_thread()
        .build()
        .context("the runtime that renders pages could not be started")?;
    let kit = Folder::at(kit);
    LocalSet::new().block_on(&runtime, pack::pack(&kit, bundle, settings, to))?;
    Ok(())
}
