//! `cargo xtask bundle`: Trunk runs this after each build. Turns the compiled program and a
//! folder of articles into the published files.

mod archive;
mod articles;
mod assets;
mod compile;
mod esbuild;
mod hash;
mod headless;
mod optimise;
mod package;
mod pages;
mod places;
mod prerender;
mod program;
mod programs;
mod published;
mod settings;
mod site;
mod sources;
mod split;
mod web_app;
mod workspace;

use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use anyhow::{Context as _, Result, bail};
use article_explorer::Language;
use article_explorer::contents::{Listed, Totals};
use explore::collection::Collection;
use import::Bundle;
use model::Article;
use publish::{ArticleLinks, Template};

use crate::project;
use assets::Folder;
use esbuild::{Esbuild, Format, Known};
use pages::Pages;
use programs::Programs;
use published::Published;
use settings::Settings;
use sources::{STYLES, style_sheet};

#[cfg(test)]
pub(crate) use archive::AT_ONCE;

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
    let settings = Settings::beside(&articles)?;
    let (articles, data) = articles::read_folder(&articles)?;
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
    if is_release {
        programs.keep()?;
    }
    let folder = Folder::at(&path);
    write(&folder, &programs, articles, &data, settings)?;
    if is_release {
        folder.pack()?;
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
    println!("{count} articles of {folder} are in {}", to.display());
    Ok(())
}

/// Bundles a folder of articles with the programs of the last release build, without compressed
/// copies. Returns the number of articles.
pub(crate) fn make(folder: &Path, to: &Path, in_parts: bool) -> Result<usize> {
    let programs = Programs::kept()?;
    let settings = Settings {
        in_parts,
        ..Settings::beside(folder)?
    };
    let (articles, data) = articles::read_folder(folder)?;
    let count = articles.len();
    if to.exists() && fs::read_dir(to)?.next().is_some() && !is_bundle(to)? {
        bail!(
            "{} holds other files, which would be lost; name an empty folder, or one that was \
             packed before",
            to.display()
        );
    }
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("{} cannot be emptied", to.display()))?;
    }
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    write(&Folder::at(to), &programs, articles, &data, settings)?;
    Ok(count)
}

/// Whether a folder contains a bundle and no other page, so that it may be replaced.
fn is_bundle(folder: &Path) -> Result<bool> {
    const PAGES: [&str; 5] = [
        "index.html",
        "embed.html",
        "workspace.html",
        "desk.html",
        "article-explorer.html",
    ];
    let mut others = false;
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        others |= name.ends_with(".html") && !PAGES.contains(&name.as_ref());
    }
    let of_bundle = ["index.html", "article-explorer.d.ts"].map(|name| folder.join(name).exists());
    Ok(!others && of_bundle == [true, true])
}

fn write(
    folder: &Folder,
    programs: &Programs,
    articles: Vec<Article>,
    data: &Bundle,
    settings: Settings,
) -> Result<()> {
    let language = Language::of_tag(settings.language);
    let language_part = settings.language_part();
    let esbuild = &Esbuild::ready()?;
    let plain = style_sheet(esbuild, &STYLES)?;
    let plain_styles = folder.write_hashed("styles", "css", &plain)?;
    let sheet = plain.clone() + &style_sheet(esbuild, &["collection", "found"])?;
    let page = Published::of(folder, esbuild, &programs.page)?;
    let mut json = data.to_json();
    let in_parts = articles.len() > 1 && (settings.in_parts || json.len() > archive::AT_ONCE);
    let headless = headless::write(folder, esbuild, &programs.headless)?;
    let template = &programs.template;
    let bundle_of_one = articles.len() == 1;
    let (part, pages, sheet_of_page) = match articles.as_slice() {
        [] => bail!("there is no article; put one into the folder as NAME.md"),
        [only] => {
            let pages = Pages::of_article(template, only, &json, language)?;
            (None, pages, if only.has_found() { &sheet } else { &plain })
        }
        _ => {
            let boot = page.boot(folder, esbuild, "boot-article", language_part.as_slice())?;
            let with_found = folder.write_hashed("styles", "css", &sheet)?;
            folder.make("articles")?;
            for (article, data) in articles.iter().zip(data.each()) {
                let page = Pages::of_article(template, article, &data, language)?.in_collection();
                let styles = if article.has_found() {
                    &with_found
                } else {
                    &plain_styles
                };
                let html = page.served(&boot, styles);
                folder.write(&format!("articles/{}.html", article.id), html)?;
            }
            let totals = Totals::of(&articles);
            let (collection, told) = Collection::of(data.title.clone(), articles.clone());
            if let Some(fault) = told.first() {
                bail!("{fault}");
            }
            let (collection, charts) = if in_parts {
                let (parts, collection, charts) = archive::write(folder, &articles, data)?;
                json = parts;
                (collection, Some(charts))
            } else {
                (collection, None)
            };
            let list = Listed {
                collection,
                charts,
                intro: data.intro.as_ref(),
                totals,
                links: ArticleLinks::Pages,
            };
            let pages = Pages::of_collection(template, list, (&json, language))?;
            (Some("collection"), pages, &sheet)
        }
    };
    let styles = folder.write_hashed("styles", "css", sheet_of_page)?;
    let parts: Vec<&str> = part.into_iter().chain(language_part).collect();
    let boot = page.boot(folder, esbuild, "boot", &parts)?;
    folder.write("index.html", pages.served(&boot, &styles))?;
    let frame = esbuild.bundle("frame", Format::Script, &page.starting(&parts))?;
    let frame = folder.write_hashed("frame", "js", frame)?;
    folder.write("embed.html", pages.framed(&frame, &styles))?;
    let known = Known::default()
        .import("page-program", &folder.path(&page.module.name)?)
        .value("skeleton", &Template::of(template)?);
    let script = esbuild.bundle("single", Format::Module, &known)?;
    // A page that was opened from a file cannot fetch anything.
    if !in_parts {
        // One part reads data that people may have written into the page.
        let parts = ["on_demand", "upgrade", "exports"].into_iter().chain(parts);
        let programs = page.in_one_file(parts, &[])?;
        folder.write(
            "article-explorer.html",
            pages.single(sheet_of_page, &script, &programs),
        )?;
    }

    let weights = fs::read(project::root().join("weights/ner.bin"))
        .context("weights/ner.bin cannot be read; run `cargo xtask train`")?;
    let weights = folder.write_hashed("names", "bin", weights)?;
    let notice = fs::read(project::root().join("weights/NOTICE.md"))?;
    folder.write("names-NOTICE.md", notice)?;
    let with_places = |known| places::known(known, esbuild, &page, &headless, &weights);
    let of_readers = Pages::without_articles(template, language)?;
    let parts = ["on_demand", "exports", "editor"]
        .into_iter()
        .chain(language_part);
    let programs = page.in_one_file(parts, &["collection"])?;
    let editable = sheet.clone() + &style_sheet(esbuild, &["editor", "own_file"])?;
    let of_readers = of_readers.single(&editable, &script, &programs);
    let of_readers = folder.write_hashed("template", "txt", of_readers)?;
    let site = site::of(folder, esbuild, &page, (template, &sheet), language_part)?;
    let of_workspace =
        with_places(page.starting(&[&["workspace"], language_part.as_slice()].concat()))?
            .text("template", &format!("./{}", of_readers.name))
            .text("templateIntegrity", &of_readers.integrity)
            .value("site", &site);
    let sheets = (sheet.as_str(), &plain_styles);
    workspace::write(
        folder,
        esbuild,
        template,
        sheets,
        &of_workspace,
        (bundle_of_one, language),
    )?;
    let known = with_places(Known::default())?
        .import("element.css", &esbuild.leave("element.css", &sheet)?);
    let element = esbuild.bundle("element", Format::Module, &known)?;
    folder.write("article-explorer.js", element)?;
    let embed = esbuild.bundle("embed", Format::Script, &Known::default())?;
    folder.write("embed.js", embed)?;
    folder.write("articles.json", &json)?;
    let files = page.files().chain([&weights]).chain(headless.files());
    let files: Vec<&str> = files.map(|file| file.name.as_str()).collect();
    package::write(folder, &files)
}
