//! Writes the page for a reader's own articles, its script and its worker, and the page with its
//! former name, which leads to it.

use std::fs;

use anyhow::{Context as _, Result};

use super::assets::{Folder, Hashed};
use super::esbuild::{Esbuild, Format, Known};
use super::pages::{FORMER_WORKSPACE, Pages, WORKSPACE};
use super::sources::style_sheet;
use crate::project;

/// Writes the pages, in a bundle of one article or of several. `known` contains the programs that
/// they load; `plain` is the style sheet of every page, and `sheet` that of several articles.
pub(super) fn write(
    folder: &Folder,
    esbuild: &Esbuild,
    template: &str,
    (sheet, plain): (&str, &Hashed),
    known: &Known,
    bundle_of_one: bool,
) -> Result<()> {
    let worker = esbuild.bundle("workspace_worker", Format::Module, known)?;
    let worker = folder.write_hashed("workspace-worker", "js", worker)?;
    let known = known.clone().text("worker", &format!("./{}", worker.name));
    let script = esbuild.bundle("workspace", Format::Module, &known)?;
    let script = folder.write_hashed("workspace", "js", script)?;
    let styles = sheet.to_owned() + &style_sheet(esbuild, &["workspace"])?;
    let styles = folder.write_hashed("workspace", "css", styles)?;
    let markup = project::root().join("js/workspace.html");
    let markup = fs::read_to_string(&markup)
        .with_context(|| format!("{} cannot be read", markup.display()))?;
    let page = Pages::workspace(template, markup, bundle_of_one, &script, &styles)?;
    folder.write(WORKSPACE, page)?;
    let script = esbuild.bundle("desk", Format::Module, &Known::default())?;
    let script = folder.write_hashed("desk", "js", script)?;
    let page = Pages::moved(template, &script, plain)?;
    folder.write(FORMER_WORKSPACE, page)
}
