//! `cargo xtask bench`: measures the size of the page, the time per keystroke, the time
//! until the page is usable, our search against others, and how times grow with the input.

mod annotate;
mod archive;
mod growth;
mod search;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use import::{Bundle, article_from_markdown};
use serde_json::{Value, json};

use crate::compression::brotli_of;
use crate::synthetic::Random;
use crate::{process, project};

/// The article for measuring keystrokes: its number of paragraphs, and the names and claims
/// in each.
const PARAGRAPHS: usize = 400;
const NAMES: usize = 26;
const CLAIMS: usize = 4;

/// Measures the build in `dist/`: `size`, `keys`, `edits`, `open`, `elements`, or all of them.
/// `annotate`, `search` and `archive` take folders and run alone, and so does `growth`, which
/// needs no build.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [first, rest @ ..] if first == "annotate" => return annotate::run(rest),
        [first, rest @ ..] if first == "search" => return search::run(rest),
        [first, rest @ ..] if first == "archive" => return archive::run(rest),
        [first, rest @ ..] if first == "growth" => return growth::run(rest),
        _ => {}
    }
    let known = ["size", "keys", "edits", "open", "elements"];
    let mut wanted: Vec<&str> = Vec::new();
    for argument in arguments {
        match known.iter().find(|name| *name == argument) {
            Some(name) => wanted.push(name),
            None => bail!(
                "`bench` knows {}, and by itself `annotate [DIR]`, `search DIR`, `archive PACKED DIR` or `growth`, not `{argument}`",
                known.join(", ")
            ),
        }
    }
    if wanted.is_empty() {
        wanted.extend(known);
    }
    let dist = project::root().join("dist");
    if wanted.contains(&"size") {
        print_size(&dist)?;
    }
    let in_browser: Vec<&str> = wanted.into_iter().filter(|name| *name != "size").collect();
    if in_browser.is_empty() {
        return Ok(());
    }
    let long = project::target().join("bench/long.json");
    fs::create_dir_all(long.parent().unwrap_or(Path::new(".")))?;
    fs::write(&long, long_article())?;
    for name in in_browser {
        let script = project::root().join(format!("tests/e2e/bench/{name}.mjs"));
        let mut node = process::program("node");
        process::run(node.arg(script).env("DIST", &dist).env("LONG", &long))?;
    }
    Ok(())
}

/// Prints the files of the default page and of the other ways to use it, with their sizes
/// uncompressed and as Brotli 11.
fn print_size(dist: &Path) -> Result<()> {
    let mut others = Vec::new();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_file() && !name.ends_with(".br") && !name.ends_with(".gz") {
            others.push(name);
        }
    }
    others.sort();
    let mut first = vec!["index.html".to_owned()];
    let mut read = 0;
    // The page names its files, and they name further ones. A part of the program is loaded
    // only when it is needed.
    while let Some(name) = first.get(read) {
        let file = dist.join(name);
        let text = fs::read(&file).with_context(|| format!("{} is not there", file.display()))?;
        let text = String::from_utf8_lossy(&text).into_owned();
        read += 1;
        others.retain(|other| {
            let is_named = !other.starts_with("part-") && text.contains(&format!("\"./{other}\""));
            if is_named {
                first.push(other.clone());
            }
            !is_named && other != "index.html"
        });
    }
    println!(
        "what the default page transfers, in bytes\n{:>10} {:>10}  file",
        "raw", "brotli"
    );
    let (mut raw, mut packed) = (0, 0);
    for name in first {
        let (bytes, small) = print_file(dist, &name)?;
        raw += bytes;
        packed += small;
    }
    println!("{raw:>10} {packed:>10}  all\nwhat stands beside it");
    for name in others {
        print_file(dist, &name)?;
    }
    Ok(())
}

fn print_file(dist: &Path, name: &str) -> Result<(usize, usize)> {
    let bytes = fs::read(dist.join(name))?;
    let packed = brotli_of(&bytes)?.len();
    println!("{:>10} {packed:>10}  {name}", bytes.len());
    Ok((bytes.len(), packed))
}

/// A generated article with the names and claims that the benchmark needs, as the data of a
/// page. It is the same on every run.
fn long_article() -> String {
    let mut random = Random::new();
    let words: Vec<String> = (0..900)
        .map(|_| random.word(2 + random.last_below(3)))
        .collect();
    let names: Vec<String> = (0..60)
        .map(|_| {
            let word = random.word(3);
            let (first, rest) = word.split_at_checked(1).unwrap_or((&word, ""));
            format!("{}{rest}", first.to_uppercase())
        })
        .collect();
    let pick = |random: &mut Random, list: &[String]| {
        let number = random.below(list.len());
        list.get(number).cloned().unwrap_or_default()
    };
    let mut markdown = String::from("---\ntitle: A long article\nlanguage: en\n---\n");
    let mut claims: Vec<Value> = Vec::new();
    for paragraph in 0..PARAGRAPHS {
        markdown.push('\n');
        for claim in 0..CLAIMS {
            let number = paragraph * CLAIMS + claim;
            let mut content = format!("Item {number}");
            for place in 0..NAMES / CLAIMS + usize::from(claim < NAMES % CLAIMS) {
                let (name, one, other) = (
                    pick(&mut random, &names),
                    pick(&mut random, &words),
                    pick(&mut random, &words),
                );
                let name = if place == 0 {
                    &name
                } else {
                    &pick(&mut random, &names)
                };
                // Writing to a string cannot fail.
                let _infallible = write!(content, " {one} {name} {other}");
            }
            let _infallible = write!(markdown, "“{content},” somebody said. ");
            claims.push(json!({
                "id": format!("c{number}"), "speaker": format!("n{}", number % 12),
                "content": [{ "exact": content }], "stance": "states",
                "about": [format!("n{}", number % 60)]
            }));
        }
        markdown.push('\n');
    }
    let kinds = ["person", "organisation", "place", "law", "date"];
    let entities: Vec<Value> = names
        .iter()
        .zip(kinds.iter().cycle())
        .enumerate()
        .map(|(number, (name, kind))| json!({ "id": format!("n{number}"), "kind": kind, "name": name }))
        .collect();
    let (mut article, _) = article_from_markdown("long", "long.md", &markdown);
    let mut bundle = Bundle::default();
    let annotations = json!({ "version": 1, "entities": entities, "claims": claims });
    import::annotations::annotate(&mut article, "long.annotations.json", &annotations);
    bundle.push(&article);
    bundle.to_json()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_article_has_its_length_and_is_the_same_each_time() {
        let json = long_article();
        assert_eq!(json, long_article());
        let value: Value = serde_json::from_str(&json).unwrap();
        let (articles, _) = import::bundle::read("long", &value);
        assert_eq!(articles[0].blocks.len(), PARAGRAPHS);
        assert_eq!(articles[0].claims.len(), PARAGRAPHS * CLAIMS);
        assert!(articles[0].mentions.len() >= PARAGRAPHS * NAMES);
        // Results of different versions are comparable only if the words stay the same.
        assert!(
            articles[0]
                .text
                .contains("Item 0 findeci Gemestor rermaber")
        );
    }
}
