//! The page where a reader brings articles, its script and its worker.

use std::fs;

use anyhow::{Context as _, Result};

use super::assets::Folder;
use super::pages::{DESK, Pages};
use super::published::Published;
use super::sources::{scripts, style_sheet};
use crate::project;

/// Writes the page, in a bundle of one article or of several. `placed` puts the names of the
/// programs without a page into a script.
pub(super) fn write(
    folder: &Folder,
    template: &str,
    sheet: &str,
    several: &Published,
    placed: &dyn Fn(&str) -> String,
    bundle_of_one: bool,
) -> Result<()> {
    let worker = placed(&scripts(&["desk_jobs", "desk_worker"])?);
    let worker = folder.write_hashed("desk-worker", "js", worker)?;
    let script = scripts(&[
        "load_script",
        "served",
        "desk_jobs",
        "desk_work",
        "keeping",
        "desk",
    ])?;
    let script = placed(&several.placed(&script));
    let script = script.replace("%WORKER%", &format!("./{}", worker.name));
    let script = folder.write_hashed("desk", "js", script)?;
    let styles = sheet.to_owned() + &style_sheet(&["desk"])?;
    let styles = folder.write_hashed("desk", "css", styles)?;
    let markup = project::root().join("src/web/desk.html");
    let markup = fs::read_to_string(&markup)
        .with_context(|| format!("{} cannot be read", markup.display()))?;
    let page = Pages::desk(template, markup, bundle_of_one, &script, &styles)?;
    folder.write(DESK, page)
}
