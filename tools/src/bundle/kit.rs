//! Makes the kit, from which bundles are made: everything in a bundle that does not depend on its
//! articles. It needs esbuild; making a bundle from it needs no other program.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use article_explorer::LanguageTag;
use pack::{COLLECTION, KIT, Kit, OneFilePrograms, Scripts, Sheet, language_part};
use publish::Template;

use super::assets::Folder;
use super::esbuild::{Esbuild, Format, Known};
use super::programs::Programs;
use super::published::Published;
use super::sources::{STYLES, style_sheet};
use super::{headless, package, places, site};
use crate::project;

/// The folder of the kit of release builds or of others.
pub(super) fn folder(is_release: bool) -> PathBuf {
    let name = if is_release { "kit" } else { "kit-debug" };
    project::target().join(name)
}

/// Replaces the kit in a folder.
pub(super) fn write(path: &Path, programs: &Programs) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path)
            .with_context(|| format!("{} cannot be emptied", path.display()))?;
    }
    fs::create_dir_all(path).with_context(|| format!("{} cannot be made", path.display()))?;
    let folder = &Folder::at(path);
    let esbuild = &Esbuild::ready()?;
    let page = Published::of(folder, esbuild, &programs.page)?;
    let headless = headless::write(folder, esbuild, &programs.headless)?;
    let weights = fs::read(project::root().join("weights/ner.bin"))
        .context("weights/ner.bin cannot be read; run `cargo xtask train`")?;
    let weights = folder.write_hashed("names", "bin", weights)?;
    let bundle = |entry, known: &Known| esbuild.bundle(entry, Format::Module, known);
    let pdf = folder.write_hashed("pdf", "js", bundle("pdf", &Known::default())?)?;
    let places = places::known(esbuild, &page, &headless, &weights, &pdf)?;

    let plain = style_sheet(esbuild, &STYLES)?;
    let sheet = plain.clone() + &style_sheet(esbuild, &["collection", "found"])?;
    let of_workspace = sheet.clone() + &style_sheet(esbuild, &["workspace", "editor"])?;
    let workspace_styles = folder.write_hashed("workspace", "css", of_workspace)?;
    let element = esbuild.leave("element.css", &sheet)?;
    let element = places.clone().import("element.css", &element);
    folder.write("article-explorer.js", bundle("element", &element)?)?;
    let embed = esbuild.bundle("embed", Format::Script, &Known::default())?;
    folder.write("embed.js", embed)?;
    folder.write("command.js", bundle("command", &places)?)?;
    let worker = bundle("workspace_worker", &places)?;
    let worker = folder.write_hashed("workspace-worker", "js", worker)?;
    let desk = bundle("desk", &Known::default())?;
    let program = Known::default()
        .import("page-program", &folder.path(&page.module.name)?)
        .value("skeleton", &Template::of(&programs.template)?);
    let kit = Kit {
        skeleton: programs.template.clone(),
        form: read("js/workspace.html")?,
        plain: Sheet {
            file: folder.write_hashed("styles", "css", &plain)?,
            text: plain,
        },
        editable: sheet.clone() + &style_sheet(esbuild, &["editor", "own_file"])?,
        sheet: Sheet {
            file: folder.write_hashed("styles", "css", &sheet)?,
            text: sheet,
        },
        single: bundle("single", &program)?,
        program: page.wasm.name.clone(),
        parts: programs.page.parts.by_name().clone(),
        part_files: page.part_names(),
        workspace_styles,
        former_workspace: folder.write_hashed("desk", "js", desk)?,
        ..Kit::default()
    };
    let bookmarklet = esbuild.bundle("bookmarklet", Format::Script, &Known::default())?;
    let of_workspace = places
        .text("worker", &format!("./{}", worker.name))
        .text("bookmarklet", &bookmarklet);
    let languages = Languages {
        esbuild,
        page: &page,
        kit: &kit,
        programs: OneFilePrograms::of(&kit, folder)?,
        of_workspace,
    };
    let languages = languages.all()?;
    finish(folder, Kit { languages, ..kit })
}

/// Adds the npm package and the description of the kit.
fn finish(folder: &Folder, mut kit: Kit) -> Result<()> {
    package::copy(folder)?;
    kit.files = folder.names()?;
    kit.files.extend([KIT, package::NAME].map(str::to_owned));
    kit.files.sort();
    package::write(folder, &kit.files)?;
    folder.write(KIT, serde_json::to_string(&kit)?)
}

/// What the scripts of pages in each language are made from.
struct Languages<'a> {
    esbuild: &'a Esbuild,
    page: &'a Published<'a>,
    kit: &'a Kit,
    programs: OneFilePrograms<'a>,
    /// What the page for a reader’s own articles needs in every language.
    of_workspace: Known,
}

impl Languages<'_> {
    fn all(&self) -> Result<BTreeMap<String, Scripts>> {
        let tags = LanguageTag::ALL.into_iter();
        tags.map(|tag| Ok((tag.as_str().to_owned(), self.scripts(tag)?)))
            .collect()
    }

    fn scripts(&self, tag: LanguageTag) -> Result<Scripts> {
        let of_language: Vec<&str> = language_part(tag).into_iter().collect();
        let with = |part| [&[part], of_language.as_slice()].concat();
        let mut scripts = Scripts {
            one: self.page.scripts(self.esbuild, &of_language)?,
            several: self.page.scripts(self.esbuild, &with(COLLECTION))?,
            ..Scripts::default()
        };
        let template = self.programs.template(tag)?;
        let template = pack::hashed("template", "txt", template.as_bytes());
        let known = self.page.starting(&with("workspace"));
        let known = known
            .and(&self.of_workspace)
            .text("template", &format!("./{}", template.name))
            .text("templateIntegrity", &template.integrity)
            .value("site", &site::of(self.page, self.kit, &scripts, tag));
        scripts.workspace = self.esbuild.bundle("workspace", Format::Module, &known)?;
        Ok(scripts)
    }
}

/// A text of the project.
fn read(name: &str) -> Result<String> {
    let file = project::root().join(name);
    fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}
