//! `cargo xtask pack`: bundles a folder of articles with the programs of the last release build.

use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use folder::{Articles, SETTINGS, Source, read_folder};
use import::sha256;
use pack::{KIT, Settings, Target};
use tokio::runtime::Builder;
use tokio::task::LocalSet;

use super::assets::Folder;
use super::kit;
use super::out::Out;
use super::progress::Progress;
use crate::annotate::tagger;
use crate::project;

const USAGE: &str = "usage: cargo xtask pack DIR [OUT] [--parts] [--compress]; OUT is dist if it is \
                     not named; --parts makes files of a few articles too that are fetched one by \
                     one; --compress adds copies compressed with Brotli and gzip";

/// Bundles a folder of articles with the programs of the last release build.
///
/// # Errors
///
/// If an article or its annotations cannot be shown as intended, with one line per problem; if there
/// was no release build.
pub(crate) fn pack(arguments: &[String]) -> Result<()> {
    let begun = Instant::now();
    let (options, folders): (Vec<&str>, Vec<&str>) = arguments
        .iter()
        .map(String::as_str)
        .partition(|argument| argument.starts_with('-'));
    let has = |option: &str| options.contains(&option);
    let is_known = |option: &&str| ["--parts", "--compress"].contains(option);
    let (folder, to) = match folders.as_slice() {
        [folder] => (*folder, "dist"),
        [folder, to] => (*folder, *to),
        _ => bail!(USAGE),
    };
    if !options.iter().all(is_known) {
        bail!(USAGE);
    }
    let to = Path::new(to);
    let (made, out) = make(Path::new(folder), to, has("--parts"), has("--compress"))?;
    if has("--compress") {
        Folder::at(to).compress()?;
    }
    let (files, bytes) = out.size()?;
    println!(
        "{} {} of {folder}: written to {} ({files} files, {:.1} MB, {:.1} s{})",
        made.articles,
        plural(made.articles, "article"),
        to.display(),
        bytes as f64 / 1e6,
        begun.elapsed().as_secs_f64(),
        match made.unchanged {
            0 => String::new(),
            count => format!(", {count} unchanged"),
        }
    );
    Ok(())
}

fn plural(count: usize, what: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{what}{end}")
}

/// What was bundled.
pub(super) struct Made {
    articles: usize,
    /// How many of them have the pages of the earlier bundle.
    unchanged: usize,
}

/// Bundles a folder of articles with the programs of the last release build. Compressed copies of an
/// earlier bundle stay if `copies_stay`.
pub(super) fn make(
    folder: &Path,
    to: &Path,
    in_parts: bool,
    copies_stay: bool,
) -> Result<(Made, Out)> {
    let kit = kit::folder(true);
    if !kit.join(KIT).exists() {
        bail!(
            "{} is not there; run `cargo xtask build` once",
            kit.join(KIT).display()
        );
    }
    let mut out = Out::replacing(to, folder)?;
    let (articles, settings) = read(folder, &mut out, Some(&kit))?;
    let settings = Settings {
        in_parts,
        ..settings
    };
    let count = articles.bundle.articles().len();
    let unchanged = write(&kit, &articles, settings, &mut out)?;
    out.remove_others(copies_stay)?;
    let made = Made {
        articles: count,
        unchanged,
    };
    Ok((made, out))
}

/// The files of a folder of articles, the messages about them, and the earlier bundle.
struct OnDisk<'a> {
    folder: &'a Path,
    out: &'a mut Out,
    progress: Progress,
}

impl Source for OnDisk<'_> {
    fn read(&mut self, name: &str) -> Result<Vec<u8>, String> {
        if name.ends_with(".md") {
            self.progress.step();
        }
        fs::read(self.folder.join(name)).map_err(|error| error.to_string())
    }

    fn tell(&mut self, line: &str) {
        eprintln!("{line}");
    }

    fn packed(&mut self, name: &str) -> Option<Vec<u8>> {
        self.out.packed(name)
    }
}

/// Reads a folder of articles with its settings. Articles of an earlier bundle that was made with
/// this kit are not read again.
pub(super) fn read(
    folder: &Path,
    out: &mut Out,
    kit: Option<&Path>,
) -> Result<(Articles, Settings)> {
    let names = project::names_in(folder)?;
    let mut json = None;
    if names.iter().any(|name| name == SETTINGS) {
        let read = fs::read_to_string(folder.join(SETTINGS));
        json = Some(read.with_context(|| format!("{SETTINGS} cannot be read"))?);
    }
    let count = names.iter().filter(|name| name.ends_with(".md")).count();
    let mut source = OnDisk {
        folder,
        out,
        progress: Progress::of(count, "articles read"),
    };
    let program = kit.map_or(Ok(String::new()), |kit| program(kit, json.as_deref()))?;
    let articles = read_folder(&names, &mut source, Some(&tagger()?), &program)?;
    let settings = json.map_or(Ok(Settings::default()), |json| Settings::parse(&json))?;
    Ok((articles, settings))
}

/// Identifies everything but the articles that pages depend on: this program, its weights, the kit
/// and the settings.
fn program(kit: &Path, settings: Option<&str>) -> Result<String> {
    let weights = project::root().join("weights/ner.bin");
    let mut hashes = settings
        .map(|json| sha256(json.as_bytes()))
        .unwrap_or_default();
    for file in [env::current_exe()?, kit.join(KIT), weights] {
        let bytes = fs::read(&file);
        let bytes = bytes.with_context(|| format!("{} cannot be read", file.display()))?;
        hashes.push_str(&sha256(&bytes));
    }
    Ok(sha256(hashes.as_bytes()))
}

/// Writes the files of a bundle. Returns how many pages were there already.
pub(super) fn write(
    kit: &Path,
    articles: &Articles,
    settings: Settings,
    to: &mut impl Target,
) -> Result<usize> {
    let runtime = Builder::new_current_thread()
        .build()
        .context("the runtime that renders pages could not be started")?;
    let mut to = Counted {
        progress: Progress::of(articles.bundle.articles().len(), "pages written"),
        target: to,
    };
    let kit = Folder::at(kit);
    Ok(LocalSet::new().block_on(&runtime, pack::pack(&kit, articles, settings, &mut to))?)
}

/// Counts the pages that are written.
struct Counted<'a, T> {
    progress: Progress,
    target: &'a mut T,
}

impl<T: Target> Target for Counted<'_, T> {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), String> {
        if name.starts_with("articles/") {
            self.progress.step();
        }
        self.target.write(name, content)
    }

    fn packed(&mut self, name: &str) -> Option<Vec<u8>> {
        self.target.packed(name)
    }
}

/// Bundles a folder of articles for tests.
pub(crate) fn make_for_tests(folder: &Path, to: &Path) -> Result<()> {
    make(folder, to, false, false).map(|_| ())
}
