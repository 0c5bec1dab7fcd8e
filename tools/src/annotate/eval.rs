//! `cargo xtask eval annotate DIR`: measures the quality and speed of detection.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use annotate::{Annotations, annotate_text};
use anyhow::{Context as _, Result, bail};
use import::annotations::annotate_from_str;
use import::article_from_markdown;
use model::Speaker;

use super::claims::ClaimFigures;
use super::examples::{Example, list, read_lines, text_of};
use super::found::{as_line, labels, tagger_of};
use super::names::{self, Name};
use super::train::{NEWS, is_held_out};
use crate::project;

/// Prints the results for every `.jsonl` file in the folder and its subfolders, then for
/// the bundled article, then the speed.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (arguments, tagger) = tagger_of(arguments)?;
    let [what, folder] = arguments.as_slice() else {
        bail!("usage: cargo xtask eval annotate DIR [--weights=FILE]");
    };
    if *what != "annotate" {
        bail!("`eval` knows annotate, not `{what}`");
    }
    let mut files = Vec::new();
    gather(Path::new(folder), &mut files)?;
    files.sort();
    let (mut words, mut seconds) = (0, 0.0);
    for file in files {
        let mut lines = read_lines(&file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if name == NEWS {
            let numbered = lines.into_iter().enumerate();
            let held_out = numbered.filter(|(place, _)| is_held_out(*place));
            lines = held_out.map(|(_, line)| line).collect();
        }
        let start = Instant::now();
        let found: Vec<(String, Annotations)> = lines
            .iter()
            .map(|line| {
                let text = text_of(line, "text");
                let found = annotate_text(&text, None, Some(&tagger));
                (text, found)
            })
            .collect();
        seconds += start.elapsed().as_secs_f64();
        words += found
            .iter()
            .map(|(text, _)| text.split_whitespace().count())
            .sum::<usize>();
        if lines.iter().any(|line| !list(line, "entities").is_empty()) {
            let gold: Vec<Example> = lines.iter().map(Example::of).collect();
            println!("{name:<24} names: {}", name_figures(&gold, &found));
        }
        if lines.iter().any(|line| !list(line, "quotes").is_empty()) {
            let mut figures = ClaimFigures::default();
            for (line, (text, found)) in lines.iter().zip(&found) {
                figures.add(text, line, &as_line("", text, found));
            }
            println!("{name:<24} claims: {figures}");
        }
    }
    if seconds > 0.0 {
        println!("{:.0} words a second", words as f64 / seconds);
    }
    bundled(&tagger)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "jsonl") {
            files.push(path);
        }
    }
    Ok(())
}

fn name_figures(gold: &[Example], found: &[(String, Annotations)]) -> String {
    let pairs = |types: &[&str]| {
        let texts = gold
            .iter()
            .zip(found)
            .map(|(gold, (text, found))| (text.as_str(), gold.names.as_slice(), names_of(found)));
        names::score(texts, types)
    };
    let mut line = pairs(&["PER", "ORG", "LOC"]).to_string();
    for label in ["DATE", "MONEY", "PERCENT"] {
        let there = gold.iter().flat_map(|example| &example.names);
        if there.filter(|(_, other)| other == label).count() > 0 {
            line.push_str(&format!(", {label} {:.1}", pairs(&[label]).typed.f1()));
        }
    }
    line
}

fn names_of(found: &Annotations) -> Vec<Name> {
    found
        .mentions
        .iter()
        .zip(labels(found))
        .filter_map(|(mention, label)| Some((mention.range, label?.to_owned())))
        .collect()
}

/// The number of curated claims of each bundled article that are found with their speaker,
/// from the text alone.
fn bundled(tagger: &annotate::Tagger) -> Result<()> {
    let mut curated: Vec<_> = fs::read_dir(project::root().join("articles"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    curated.retain(|file| file.to_string_lossy().ends_with(ANNOTATIONS));
    curated.sort();
    curated
        .iter()
        .try_for_each(|file| curated_claims(file, tagger))
}

const ANNOTATIONS: &str = ".annotations.json";

fn curated_claims(file: &Path, tagger: &annotate::Tagger) -> Result<()> {
    let name = file.to_string_lossy();
    let stem = name.trim_end_matches(ANNOTATIONS);
    let markdown = fs::read_to_string(format!("{stem}.md"))?;
    let json = fs::read_to_string(file)?;
    let id = Path::new(stem)
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    let id = id.as_ref();
    let (mut article, _) = article_from_markdown(id, id, &markdown);
    annotate_from_str(&mut article, id, &json);
    let found = annotate_text(&article.text, article.metadata.published, Some(tagger));
    let mut right = 0;
    let mut missed = Vec::new();
    for claim in &article.claims {
        let hit = found.claims.iter().any(|other| {
            let both: u32 = claim
                .content
                .iter()
                .flat_map(|a| {
                    other
                        .content
                        .iter()
                        .map(|b| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
                })
                .sum();
            let length = |claim: &model::Claim| -> u32 {
                claim.content.iter().map(|range| range.len()).sum()
            };
            let alike = 2 * both >= length(claim) + length(other) - both;
            alike && same_speaker(&article, claim, &found, other)
        });
        if hit {
            right += 1;
        } else {
            missed.push(claim.id.as_str().to_owned());
        }
    }
    println!(
        "{id}: {right} of {} curated claims found with their speaker; not {}",
        article.claims.len(),
        missed.join(", ")
    );
    Ok(())
}

fn same_speaker(
    article: &model::Article,
    claim: &model::Claim,
    found: &Annotations,
    other: &model::Claim,
) -> bool {
    match (&claim.speaker, &other.speaker) {
        (Speaker::Entity(a), Speaker::Entity(b)) => {
            let a = article.entity(a);
            let b = found.entities.iter().find(|entity| entity.id == *b);
            a.zip(b).is_some_and(|(a, b)| {
                let names = |entity: &model::Entity| -> Vec<String> {
                    let all = std::iter::once(&entity.name).chain(&entity.aliases);
                    all.map(|name| name.to_lowercase()).collect()
                };
                names(a).iter().any(|name| names(b).contains(name))
            })
        }
        (Speaker::Words(a), Speaker::Words(b)) => a.overlaps(*b),
        _ => false,
    }
}
