//! Reads the articles of a folder, with their annotations.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use article_explorer::ui::LONG_INTRO;
use import::annotations::annotate as mark;
use import::{Bundle, Diagnostic, Severity, article_from_markdown, intro_from_markdown, widened};
use model::Article;
use serde_json::Value;

use super::settings::SETTINGS;
use crate::annotate::tagger;

/// The end of the name of a file with annotations.
const ANNOTATIONS: &str = ".annotations.json";

/// The introduction to the articles of a folder.
const INTRO: &str = "intro.md";

/// The articles of a folder, newest first, then by name.
pub(super) fn read_folder(folder: &Path) -> Result<(Vec<Article>, Bundle)> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = Vec::new();
    let mut others: Vec<PathBuf> = Vec::new();
    let mut intro = None;
    for entry in entries {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name == INTRO) {
            intro = Some(path);
            continue;
        }
        // A README describes the folder and is not an article.
        let is_readme = path.file_stem().is_some_and(|name| name == "README");
        if is_readme || path.file_name().is_some_and(|name| name == SETTINGS) {
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
    let mut title = title_of(folder);
    let mut introduction = None;
    if let Some(file) = intro {
        let (intro, called, mut told) = read_intro(&file, read.len())?;
        diagnostics.append(&mut told);
        title = called.or(title);
        introduction = intro;
    }
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
    let mut bundle = Bundle::called(title, introduction);
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

/// The introduction to the collection, and the title of the collection if it gives one. `count` is
/// the number of articles.
fn read_intro(
    file: &Path,
    count: usize,
) -> Result<(Option<Article>, Option<String>, Vec<Diagnostic>)> {
    let markdown = fs::read_to_string(file)
        .with_context(|| format!("{INTRO} cannot be read as UTF-8 text"))?;
    let (intro, title, diagnostics) = intro_from_markdown(INTRO, &markdown);
    let note = match &intro {
        _ if count < 2 => Some("it is shown only above a list of several articles".to_owned()),
        None => Some("it has no text, so the collection has no introduction".to_owned()),
        Some(intro) => {
            let length = intro.text.chars().count();
            let is_long = length > LONG_INTRO;
            is_long.then(|| {
                format!(
                    "it has {length} characters; after about {LONG_INTRO}, readers have to ask \
                     for the rest"
                )
            })
        }
    };
    if let Some(note) = note {
        eprintln!("note: {INTRO}: {note}");
    }
    let title = Some(title).filter(|title| !title.is_empty());
    Ok((intro, title, diagnostics))
}

/// The title of the collection, if its introduction gives none: the first heading of README.md.
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

    /// Reads a folder with an article or two, a README and an introduction of these bytes.
    fn with_intro(name: &str, intro: &[u8]) -> Result<(Vec<Article>, Bundle)> {
        let folder =
            env::temp_dir().join(format!("article-explorer-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for id in ["a", "b"] {
            fs::write(folder.join(format!("{id}.md")), GOOD).unwrap();
        }
        fs::write(folder.join("README.md"), "# Readme\n").unwrap();
        fs::write(folder.join(INTRO), intro).unwrap();
        let read = read_folder(&folder);
        fs::remove_dir_all(folder).unwrap();
        read
    }

    #[test]
    fn an_introduction_is_no_article_and_may_name_the_collection() {
        let read = |name, intro: &str| with_intro(name, intro.as_bytes()).unwrap();
        let (articles, bundle) = read("titled", "---\ntitle: Called\n---\nOne *side* speaks.");
        assert_eq!(articles.len(), 2);
        assert_eq!(bundle.title.as_deref(), Some("Called"));
        assert_eq!(bundle.intro.unwrap().text, "One side speaks.");
        let (_, bundle) = read("untitled", "One side speaks.");
        assert_eq!(bundle.title.as_deref(), Some("Readme"));
        let (_, bundle) = read("empty", "---\ntitle: Called\n---\n\n");
        assert_eq!(
            (bundle.title.as_deref(), bundle.intro),
            (Some("Called"), None)
        );
    }

    #[test]
    fn an_introduction_with_faults_stops_the_build() {
        assert!(with_intro("bytes", b"\xff\xfe\x00").is_err());
        assert!(with_intro("front", b"---\ntitle: open\n").is_err());
        assert!(with_intro("link", b"[x](javascript:alert)").is_err());
    }

    #[test]
    fn markup_in_an_introduction_is_left_out() {
        let text = b"One <b>side</b> <script>alert(1)</script>";
        let (_, bundle) = with_intro("html", text).unwrap();
        let intro = bundle.intro.unwrap();
        assert!(!intro.text.contains('<'), "{}", intro.text);
        assert!(intro.blocks.iter().all(|block| block.inlines.is_empty()));
    }
}
