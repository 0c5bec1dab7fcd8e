//! Writes the page for a reader's own articles, its script and its worker, and the page with its
//! former name, which leads to it.

use std::fs;

use anyhow::{Context as _, Result};
use article_explorer::Language;

use super::assets::{Folder, Hashed};
use super::esbuild::{Esbuild, Format, Known};
use super::pages::{FORMER_WORKSPACE, Pages, WORKSPACE};
use super::sources::style_sheet;
use super::web_app;
use crate::project;

/// Writes the pages in a language, in a bundle of one article or of several. `known` contains the programs that
/// they load; `plain` is the style sheet of every page, and `sheet` that of several articles.
pub(super) fn write(
    folder: &Folder,
    esbuild: &Esbuild,
    template: &str,
    (sheet, plain): (&str, &Hashed),
    known: &Known,
    (bundle_of_one, language): (bool, Language),
) -> Result<()> {
    let worker = esbuild.bundle("workspace_worker", Format::Module, known)?;
    let worker = folder.write_hashed("workspace-worker", "js", worker)?;
    let bookmarklet = esbuild.bundle("bookmarklet", Format::Script, &Known::default())?;
    let known = known.clone().text("worker", &format!("./{}", worker.name));
    let known = known.text("bookmarklet", &bookmarklet);
    let script = esbuild.bundle("workspace", Format::Module, &known)?;
    let script = folder.write_hashed("workspace", "js", script)?;
    let styles = sheet.to_owned() + &style_sheet(esbuild, &["workspace", "editor"])?;
    let styles = folder.write_hashed("workspace", "css", styles)?;
    let form = project::root().join("js/workspace.html");
    let form =
        fs::read_to_string(&form).with_context(|| format!("{} cannot be read", form.display()))?;
    let manifest = web_app::write(folder, language)?;
    let page = Pages::workspace(
        template,
        &form,
        (bundle_of_one, language),
        &script,
        &styles,
        &manifest,
    )?;
    folder.write(WORKSPACE, page)?;
    let script = esbuild.bundle("desk", Format::Module, &Known::default())?;
    let script = folder.write_hashed("desk", "js", script)?;
    let page = Pages::moved(template, language, &script, plain)?;
    folder.write(FORMER_WORKSPACE, page)
}
