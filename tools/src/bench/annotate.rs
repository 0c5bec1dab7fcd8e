//! `cargo xtask bench annotate`: the speed of detecting names and claims, natively and in a
//! browser, compared with compromise.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ::annotate::{Tagger, annotate_text};
use anyhow::{Context as _, Result, bail};
use import::read;

use crate::{annotate, process, project};

const USAGE: &str = "usage: cargo xtask bench annotate [DIR]; DIR holds articles \
                     of any kind, else those of examples/ and articles/ are taken";

/// The duration of the native measurement.
const BUDGET: Duration = Duration::from_secs(5);

/// Measures how many words per second are annotated, the time for an article of 1,000
/// words, and what a page loads.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let folders: Vec<PathBuf> = match arguments {
        [] => ["articles", "examples"]
            .map(|name| project::root().join(name))
            .into(),
        [folder] => vec![PathBuf::from(folder)],
        _ => bail!(USAGE),
    };
    let mut texts = Vec::new();
    for folder in &folders {
        texts_of(folder, &mut texts)?;
    }
    if texts.is_empty() {
        bail!("there is no article; {USAGE}");
    }
    natively(&texts, &annotate::tagger()?);
    let data = project::target().join("bench/annotate.json");
    fs::create_dir_all(data.parent().unwrap_or(Path::new(".")))?;
    fs::write(&data, serde_json::to_string(&texts)?)?;
    let mut node = process::program("node");
    node.arg(project::root().join("tests/e2e/bench/annotate/run.mjs"))
        .env("DIST", project::root().join("dist"))
        .env("DATA", &data);
    process::run(&mut node)
}

/// Adds the texts of all articles in a folder and its subfolders, by name.
fn texts_of(folder: &Path, texts: &mut Vec<String>) -> Result<()> {
    let unreadable = || format!("{} cannot be read", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        paths.push(entry.with_context(unreadable)?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts_of(&path, texts)?;
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_article = [".md", ".txt", ".html", ".htm"]
            .iter()
            .any(|ending| name.ends_with(ending));
        if is_article && !name.starts_with("README") && name != "intro.md" {
            let (articles, _) = read(&name, &fs::read(&path)?);
            texts.extend(articles.into_iter().map(|article| article.text));
        }
    }
    Ok(())
}

fn natively(texts: &[String], tagger: &Tagger) {
    let words: usize = texts
        .iter()
        .map(|text| text.split_whitespace().count())
        .sum();
    let article = first_words(texts, 1_000);
    let mut times = Vec::new();
    let (mut done, mut found) = (0, (0, 0));
    let mut spent = Duration::ZERO;
    while spent < BUDGET {
        let start = Instant::now();
        let annotations = annotate_text(&article, None, Some(tagger));
        times.push(start.elapsed());
        found = (annotations.entities.len(), annotations.claims.len());
        let start = Instant::now();
        for text in texts {
            std::hint::black_box(annotate_text(text, None, Some(tagger)));
        }
        spent += start.elapsed();
        done += words;
    }
    times.sort();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    println!(
        "{} texts, {words} words\nnatively: {:.0} words/s; 1,000 words in {:.2} ms (median), with {} names and {} claims",
        texts.len(),
        done as f64 / spent.as_secs_f64(),
        median.as_secs_f64() * 1000.0,
        found.0,
        found.1,
    );
}

/// The first `count` words of the texts, which are repeated if they have fewer.
fn first_words(texts: &[String], count: usize) -> String {
    let words = texts
        .iter()
        .cycle()
        .flat_map(|text| text.split_inclusive(char::is_whitespace));
    let mut left = count;
    let taken = words.take_while(|word| {
        let more = left > 0;
        left -= usize::from(more && !word.trim().is_empty());
        more
    });
    taken.collect()
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn words_are_counted_and_repeated() {
        let texts = ["One two.\n\n".to_owned(), "Three ".to_owned()];
        for (count, expected) in [
            (1, "One "),
            (2, "One two.\n"),
            (4, "One two.\n\nThree One "),
        ] {
            assert_eq!(first_words(&texts, count), expected);
        }
    }
}
