//! Reads the articles of a folder, with their annotations.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use import::annotations::annotate as mark;
use import::{Bundle, Diagnostic, Severity, article_from_markdown, widened};
use model::Article;
use serde_json::Value;

use crate::annotate::tagger;

/// The end of the name of a file with annotations.
const ANNOTATIONS: &str = ".annotations.json";

/// The articles of a folder, newest first, then by name.
pub(super) fn read_folder(folder: &Path) -> Result<(Vec<Article>, Bundle)> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = Vec::new();
    let mut others: Vec<PathBuf> = Vec::new();
    for entry in entries {
        let path = entry?.path();
        // A README describes the folder and is not an article.
        let is_readme = path.file_stem().is_some_and(|name| name == "README");
        if is_readme {
            continue;
        }
        if path.extension().is_some_and(|ending| ending == "md") {
            files.push(path);
        } else {
            others.push(path);
        }
    }
    files.sort();
    others.sort();
    others.iter().for_each(|file| tell_other(file));
    let mut read = Vec::new();
    let mut diagnostics = Vec::new();
    for file in &files {
        let (article, mut told) = read_article(file)?;
        diagnostics.append(&mut told);
        read.push(article);
    }
    read.sort_by_key(|article: &Article| std::cmp::Reverse(article.metadata.published));
    for diagnostic in &diagnostics {
        let word = match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Advice => "note",
        };
        eprintln!("{word}: {diagnostic}");
    }
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .count();
    if errors > 0 {
        bail!(
            "{errors} faults in the articles of {}; mend them and build again",
            folder.display()
        );
    }
    let mut bundle = Bundle::called(title_of(folder));
    for article in &read {
        bundle.push(article);
    }
    Ok((read, bundle))
}

/// Reports why a file was skipped, if the reason is not obvious.
fn tell_other(file: &Path) {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let why = if let Some(id) = name.strip_suffix(ANNOTATIONS) {
        if file.with_file_name(format!("{id}.md")).exists() {
            return;
        }
        format!("there is no {id}.md that it belongs to")
    } else if name.starts_with('.') {
        return;
    } else {
        "articles are read from Markdown, NAME.md; open it in workspace.html and save it \
         as Markdown to have it here"
            .to_owned()
    };
    eprintln!("note: {name}: passed over; {why}");
}

/// The title of the collection: the first heading of README.md.
fn title_of(folder: &Path) -> Option<String> {
    let text = fs::read_to_string(folder.join("README.md")).ok()?;
    let heading = text.lines().find_map(|line| line.strip_prefix("# "))?;
    Some(heading.trim().to_owned()).filter(|title| !title.is_empty())
}

fn read_article(file: &Path) -> Result<(Article, Vec<Diagnostic>)> {
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let id = name.trim_end_matches(".md");
    let markdown =
        fs::read_to_string(file).with_context(|| format!("{name} cannot be read as UTF-8"))?;
    let (mut article, mut diagnostics) = article_from_markdown(id, &name, &markdown);
    let beside = file.with_file_name(format!("{id}{ANNOTATIONS}"));
    // Without annotations, names and claims are detected and marked as automatic.
    if !beside.exists() {
        annotate::annotate(&mut article, Some(&tagger()?));
        return Ok((article, diagnostics));
    }
    let shown = format!("{id}{ANNOTATIONS}");
    let json =
        fs::read_to_string(&beside).with_context(|| format!("{shown} cannot be read as UTF-8"))?;
    let annotations: Value =
        serde_json::from_str(&json).with_context(|| format!("{shown} is not JSON"))?;
    let told = mark(&mut article, &shown, &annotations);
    diagnostics.append(&mut widened(told));
    Ok((article, diagnostics))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    const GOOD: &str = "---\ntitle: A & B\nlanguage: en\n---\n<i>x</i> Guo said “no” & left.\n";

    #[test]
    fn faults_stop_the_build() {
        for (name, annotations) in [
            (
                "missing",
                r#"{"version":1,"claims":[{"id":"c","content":["nowhere"]}]}"#,
            ),
            ("syntax", "{"),
        ] {
            let folder =
                env::temp_dir().join(format!("article-explorer-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("a.md"), GOOD).unwrap();
            fs::write(folder.join("a.annotations.json"), annotations).unwrap();
            assert!(read_folder(&folder).is_err(), "{name}");
            fs::remove_dir_all(folder).unwrap();
        }
    }
}
