//! `cargo xtask eval annotate DIR`: measures the quality and speed of detection.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use annotate::{Annotations, annotate_text};
use anyhow::{Context as _, Result, bail};
use model::Provenance;

use super::calibration::Tenths;
use super::claims::ClaimFigures;
use super::curated;
use super::examples::{Example, list, read_lines, text_of};
use super::found::{as_line, labels, tagger_of};
use super::names::{self, Name};
use super::train::{NEWS, is_held_out};

/// Prints the results for every `.jsonl` file in the folder and its subfolders, then the speed,
/// how often names of each confidence are right, and the curated claims of the repository.
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
    let mut tenths = Tenths::default();
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
            if name == NEWS || name.ends_with("-dev") {
                add_confidences(&gold, &found, &mut tenths);
            }
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
    println!("\nnames by confidence, in texts that people or a larger tagger marked:\n{tenths}");
    curated::print(&tagger)
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

/// Counts the persons, organisations and places that are right, by their confidence.
fn add_confidences(gold: &[Example], found: &[(String, Annotations)], tenths: &mut Tenths) {
    for (gold, (text, found)) in gold.iter().zip(found) {
        let there: Vec<Name> = gold
            .names
            .iter()
            .map(|(range, label)| (names::trimmed(text, *range), label.clone()))
            .collect();
        for (mention, label) in found.mentions.iter().zip(labels(found)) {
            let label = label.filter(|label| ["PER", "ORG", "LOC"].contains(label));
            if let (Some(label), Provenance::Found { confidence, .. }) =
                (label, &mention.provenance)
            {
                let range = names::trimmed(text, mention.range);
                let is_right = there.iter().any(|name| name.0 == range && name.1 == label);
                tenths.add(*confidence, is_right);
            }
        }
    }
}

fn names_of(found: &Annotations) -> Vec<Name> {
    found
        .mentions
        .iter()
        .zip(labels(found))
        .filter_map(|(mention, label)| Some((mention.range, label?.to_owned())))
        .collect()
}
