//! What the workspace needs to publish a folder of static files.

use anyhow::Result;
use publish::Site;

use super::assets::Folder;
use super::esbuild::{Esbuild, Format};
use super::published::Published;

/// Writes the scripts and the style sheet of such a folder, and describes its files. The interface has
/// the language in `language_part`.
pub(super) fn of(
    folder: &Folder,
    esbuild: &Esbuild,
    page: &Published,
    (template, sheet): (&str, &str),
    language_part: Option<&str>,
) -> Result<Site> {
    let list: Vec<&str> = ["collection"].into_iter().chain(language_part).collect();
    let styles = folder.write_hashed("styles", "css", sheet)?;
    let article = page.boot(folder, esbuild, "boot-article", language_part.as_slice())?;
    let boot = page.boot(folder, esbuild, "boot-list", &list)?;
    let frame = esbuild.bundle("frame", Format::Script, &page.starting(&list))?;
    let frame = folder.write_hashed("frame", "js", frame)?;
    let parts = ["on_demand", "upgrade", "exports"];
    let files = page.files_with(&[&parts[..], &list].concat());
    let files = files.into_iter().chain([&styles, &article, &boot, &frame]);
    Ok(Site {
        skeleton: template.to_owned(),
        files: files.cloned().collect(),
        styles,
        article,
        list: boot,
        frame,
    })
}
