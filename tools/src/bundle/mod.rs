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
mod packing;
mod places;
mod program;
mod programs;
mod progress;
mod published;
mod site;
mod sources;
mod split;

use std::path::PathBuf;
use std::{env, fs, thread};

use anyhow::{Context as _, Result, bail};

use crate::project;
use assets::Folder;
use out::Out;
use programs::Programs;

pub(crate) use packing::{make_for_tests, pack};

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
    let mut out = Out::beside_others(&path);
    let (articles, settings) = packing::read(&articles, &mut out, None)?;
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
    packing::write(&kit, &articles, settings, &mut out)?;
    if is_release {
        Folder::at(&path).compress()?;
    }
    Ok(())
}
