//! `cargo xtask bundle`: what Trunk calls after each build. Puts the articles into
//! `index.html`: the first one as readable HTML, and all of them as data.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use article_explorer::explore::Reading;
use article_explorer::model::Article;
use article_explorer::source::annotations::annotate;
use article_explorer::source::{Bundle, Json, Notice, Severity, article_from_markdown};
use serde_json::Value;

use crate::prerender::{self, escaped};
use crate::project;

/// What index.html holds where the articles go.
const ARTICLE: &str = "%ARTICLE%";
const DATA: &str = "\"%DATA%\"";
const TITLE: &str = "%TITLE%";

/// Finishes the build that Trunk left in its staging directory, or the one in `dist/`.
/// The articles come from the folder that `ARTICLES` names, else from `articles/`.
///
/// # Errors
/// When an article or its annotations hold anything that cannot be shown as it was
/// meant, with one line a fault; when `index.html` has no place for them.
pub(crate) fn run(_arguments: &[String]) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = staging.unwrap_or_else(|| project::root().join("dist"));
    let articles = env::var_os("ARTICLES")
        .filter(|folder| !folder.is_empty())
        .map_or_else(|| project::root().join("articles"), PathBuf::from);
    let (articles, bundle) = read_folder(&articles)?;
    shorten_import_names(&folder)?;
    let index = folder.join("index.html");
    let page =
        fs::read_to_string(&index).with_context(|| format!("{} is not there", index.display()))?;
    let page = fill(&page, &articles, &bundle)?;
    fs::write(&index, page).with_context(|| format!("{} cannot be written", index.display()))
}

/// wasm-bindgen ends the names of imports in hashes of 16 digits, which stand in the
/// program and in its JavaScript and do not compress. Counted names of the same length do;
/// that saves about 2 kB. Names that are counted already stay as they are.
fn shorten_import_names(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?
    {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.starts_with("article-explorer-")
            && (name.ends_with(".js") || name.ends_with(".wasm"))
        {
            files.push((fs::read(&path)?, path));
        }
    }
    let Some((script, _)) = files
        .iter()
        .find(|(_, path)| path.extension().is_some_and(|end| end == "js"))
    else {
        return Ok(());
    };
    let script = String::from_utf8_lossy(script).into_owned();
    let mut hashes: Vec<&str> = script
        .match_indices("__wbg_")
        .filter_map(|(at, _)| {
            script
                .get(at..)?
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .next()
        })
        .filter_map(|name| name.rsplit_once('_').map(|(_, hash)| hash))
        .filter(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .filter(|hash| !hash.starts_with("00000000"))
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    for (mut bytes, path) in files.clone() {
        for (number, hash) in hashes.iter().enumerate() {
            let short = format!("{:016x}", number + 0x1000);
            replace(
                &mut bytes,
                format!("_{hash}").as_bytes(),
                format!("_{short}").as_bytes(),
            );
        }
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Replaces each occurrence by another of the same length.
fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let mut from = 0;
    while let Some(at) = bytes
        .get(from..)
        .and_then(|rest| rest.windows(old.len()).position(|window| window == old))
    {
        from += at;
        if let Some(place) = bytes.get_mut(from..from + old.len()) {
            place.copy_from_slice(new);
        }
    }
}

/// Puts the articles into the page.
fn fill(page: &str, articles: &[Article], bundle: &Bundle) -> Result<String> {
    let Some(first) = articles.first() else {
        bail!("there is no article; put one into the folder as NAME.md");
    };
    let title = escaped(&first.metadata.title);
    let article = prerender::article(&Reading::of(first.clone()));
    let mut parts = vec![page];
    for place in [TITLE, ARTICLE, DATA] {
        let rest = parts.pop().unwrap_or_default();
        let Some((before, after)) = rest.split_once(place) else {
            bail!("index.html has no {place}: the articles have no place in it");
        };
        parts.extend([before, after]);
    }
    let contents = [title, article, bundle.to_json(), String::new()];
    Ok(parts
        .into_iter()
        .zip(contents)
        .flat_map(|(part, content)| [part.to_owned(), content])
        .collect())
}

/// The articles of a folder, newest first, then by name.
fn read_folder(folder: &Path) -> Result<(Vec<Article>, Bundle)> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "md") {
            files.push(path);
        }
    }
    files.sort();
    let mut read = Vec::new();
    let mut notices = Vec::new();
    for file in &files {
        let (article, annotations, mut told) = read_article(file)?;
        notices.append(&mut told);
        read.push((article, annotations));
    }
    read.sort_by_key(|(article, _)| std::cmp::Reverse(article.metadata.published));
    for notice in &notices {
        let word = match notice.severity {
            Severity::Error => "error",
            Severity::Advice => "note",
        };
        eprintln!("{word}: {notice}");
    }
    let errors = notices
        .iter()
        .filter(|notice| notice.severity == Severity::Error)
        .count();
    if errors > 0 {
        bail!(
            "{errors} faults in the articles of {}; mend them and build again",
            folder.display()
        );
    }
    let mut bundle = Bundle::default();
    let mut articles = Vec::new();
    for (article, annotations) in read {
        bundle.push(&article, annotations);
        articles.push(article);
    }
    Ok((articles, bundle))
}

fn read_article(file: &Path) -> Result<(Article, Option<Value>, Vec<Notice>)> {
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let id = name.trim_end_matches(".md");
    let markdown =
        fs::read_to_string(file).with_context(|| format!("{name} cannot be read as UTF-8"))?;
    let (mut article, mut notices) = article_from_markdown(id, &name, &markdown);
    let beside = file.with_file_name(format!("{id}.annotations.json"));
    if !beside.exists() {
        return Ok((article, None, notices));
    }
    let shown = format!("{id}.annotations.json");
    let json =
        fs::read_to_string(&beside).with_context(|| format!("{shown} cannot be read as UTF-8"))?;
    let annotations: Value =
        serde_json::from_str(&json).with_context(|| format!("{shown} is not JSON"))?;
    notices.extend(annotate(&mut article, &shown, &Json::from(&annotations)));
    Ok((article, Some(annotations), notices))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder =
            env::temp_dir().join(format!("article-explorer-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (file, text) in files {
            fs::write(folder.join(file), text).unwrap();
        }
        folder
    }

    const GOOD: &str = "---\ntitle: A & B\nlanguage: en\n---\n<i>x</i> Guo said “no” & left.\n";

    #[test]
    fn an_article_becomes_readable_html_and_data() {
        let folder = folder(
            "good",
            &[
                ("a.md", GOOD),
                (
                    "a.annotations.json",
                    r#"{"version":1,"entities":[{"id":"g","kind":"person","name":"Guo"}]}"#,
                ),
            ],
        );
        let (articles, bundle) = read_folder(&folder).unwrap();
        let page = fill(
            &format!("<title>{TITLE}</title>{ARTICLE}{DATA}</script>"),
            &articles,
            &bundle,
        )
        .unwrap();
        assert!(page.contains("<title>A &amp; B</title>"));
        assert!(page.contains("said “no” &amp; left."), "{page}");
        assert_eq!(page.matches("</script>").count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn faults_stop_the_build() {
        for (name, annotations) in [
            (
                "missing",
                r#"{"version":1,"claims":[{"id":"c","content":["nowhere"]}]}"#,
            ),
            ("syntax", "{"),
        ] {
            let folder = folder(name, &[("a.md", GOOD), ("a.annotations.json", annotations)]);
            assert!(read_folder(&folder).is_err(), "{name}");
            fs::remove_dir_all(folder).unwrap();
        }
    }

    #[test]
    fn a_page_without_a_place_is_an_error() {
        let (article, _) = article_from_markdown("a", "a.md", GOOD);
        assert!(fill("<html></html>", &[article], &Bundle::default()).is_err());
    }
}
