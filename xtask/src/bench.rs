//! `cargo xtask bench`: what the page weighs, how long a key takes, how soon it can be used.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use anyhow::{Context as _, Result, bail};
use article_explorer::source::{Bundle, article_from_markdown};
use serde_json::{Value, json};

use crate::tools::{Tool, Tools};
use crate::{build, process, project};

/// The article of the key bench: paragraphs, and names and claims in each.
const PARAGRAPHS: usize = 400;
const NAMES: usize = 26;
const CLAIMS: usize = 4;

/// Measures: `size`, `keys`, `open`, or all of them. Builds `dist/` first, unless
/// `--no-build` says to measure the one that is there.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let known = ["size", "keys", "open"];
    let mut wanted: Vec<&str> = Vec::new();
    for argument in arguments
        .iter()
        .filter(|argument| *argument != "--no-build")
    {
        match known.iter().find(|name| *name == argument) {
            Some(name) => wanted.push(name),
            None => bail!(
                "`bench` knows {} and --no-build, not `{argument}`",
                known.join(", ")
            ),
        }
    }
    if wanted.is_empty() {
        wanted.extend(known);
    }
    let mut tools = Tools::locate()?;
    let dist = project::root().join("dist");
    if !arguments.iter().any(|argument| argument == "--no-build") {
        tools.ensure(&[Tool::Target, Tool::Trunk, Tool::WasmBindgen, Tool::WasmOpt])?;
        build::release(&tools, &[])?;
    }
    if wanted.contains(&"size") {
        print_size(&dist)?;
    }
    let in_browser: Vec<&str> = wanted.into_iter().filter(|name| *name != "size").collect();
    if in_browser.is_empty() {
        return Ok(());
    }
    tools.ensure(&[Tool::Browser, Tool::Packages])?;
    let long = project::root().join("target/bench/long.json");
    fs::create_dir_all(long.parent().unwrap_or(Path::new(".")))?;
    fs::write(&long, long_article())?;
    for name in in_browser {
        let script = project::root().join(format!("tests/e2e/bench/{name}.mjs"));
        let mut node = tools.command("node");
        node.arg(script).env("DIST", &dist).env("LONG", &long);
        if let Some(chromium) = tools.chromium() {
            node.env("CHROMIUM", chromium);
        }
        process::run(&mut node)?;
    }
    Ok(())
}

/// Prints the files of the default page with their bytes as they are and by brotli 11.
fn print_size(dist: &Path) -> Result<()> {
    let entries = fs::read_dir(dist).with_context(|| format!("{} is not there", dist.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    println!(
        "what the default page transfers, in bytes\n{:>10} {:>10}  file",
        "raw", "brotli"
    );
    let (mut raw, mut packed) = (0, 0);
    for file in files {
        let bytes = fs::read(&file)?;
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: 11,
            ..Default::default()
        };
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut io::Cursor::new(&bytes), &mut out, &parameters)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("{:>10} {:>10}  {name}", bytes.len(), out.len());
        raw += bytes.len();
        packed += out.len();
    }
    println!("{raw:>10} {packed:>10}  all");
    Ok(())
}

/// A made-up article with as many names and claims as the bench asks for, as the data of a
/// page. The same at each run.
fn long_article() -> String {
    let mut random = Random(0x9E37_79B9);
    let words: Vec<String> = (0..900)
        .map(|_| random.word(2 + random.0 as usize % 3))
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
                // Writing into a string does not fail.
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
    let (article, _) = article_from_markdown("long", "long.md", &markdown);
    let mut bundle = Bundle::default();
    let annotations = json!({ "version": 1, "entities": entities, "claims": claims });
    bundle.push(&article, Some(annotations));
    bundle.to_json()
}

/// A small generator of numbers that are the same at each run (xorshift32, Marsaglia 2003).
struct Random(u32);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % bound.max(1)
    }

    fn word(&mut self, syllables: usize) -> String {
        const STARTS: [&str; 14] = [
            "b", "c", "d", "f", "g", "l", "m", "n", "p", "pr", "r", "s", "st", "t",
        ];
        const ENDS: [&str; 10] = ["a", "e", "i", "o", "u", "an", "er", "in", "or", "ent"];
        let mut word = String::new();
        for _ in 0..syllables {
            let (start, end) = (self.below(STARTS.len()), self.below(ENDS.len()));
            word.extend(STARTS.get(start).into_iter().chain(ENDS.get(end)).copied());
        }
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_article_is_as_long_as_it_says_and_the_same_each_time() {
        let json = long_article();
        assert_eq!(json, long_article());
        let value: Value = serde_json::from_str(&json).unwrap();
        let (articles, _) = article_explorer::source::bundle::read("long", &(&value).into());
        assert_eq!(articles[0].blocks.len(), PARAGRAPHS);
        assert_eq!(articles[0].claims.len(), PARAGRAPHS * CLAIMS);
        assert!(articles[0].mentions.len() >= PARAGRAPHS * NAMES);
    }
}
