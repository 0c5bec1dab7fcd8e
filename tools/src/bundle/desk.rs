//! The page where a reader brings articles, its script and its worker.

use std::fs;

use anyhow::{Context as _, Result};

use super::assets::Folder;
use super::esbuild::{Esbuild, Format, Known};
use super::pages::{DESK, Pages};
use super::sources::style_sheet;
use crate::project;

/// Writes the page, in a bundle of one article or of several. `known` has the program that it
/// loads.
pub(super) fn write(
    folder: &Folder,
    esbuild: &Esbuild,
    template: &str,
    sheet: &str,
    known: &Known,
    bundle_of_one: bool,
) -> Result<()> {
    let worker = esbuild.bundle("desk/desk_worker", Format::Module, known)?;
    let worker = folder.write_hashed("desk-worker", "js", worker)?;
    let known = known.clone().text("worker", &format!("./{}", worker.name));
    let script = esbuild.bundle("desk/desk", Format::Module, &known)?;
    let script = folder.write_hashed("desk", "js", script)?;
    let styles = sheet.to_owned() + &style_sheet(esbuild, &["desk"])?;
    let styles = folder.write_hashed("desk", "css", styles)?;
    let markup = project::root().join("js/desk/desk.html");
    let markup = fs::read_to_string(&markup)
        .with_context(|| format!("{} cannot be read", markup.display()))?;
    let page = Pages::desk(template, markup, bundle_of_one, &script, &styles)?;
    folder.write(DESK, page)
}
