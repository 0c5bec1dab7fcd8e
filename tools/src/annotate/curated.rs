//! The curated claims of the repository's own articles, looked for in their text alone: what
//! readers filter by.

use std::fmt;
use std::fs;
use std::path::Path;

use annotate::{Annotations, Tagger, annotate_text};
use anyhow::Result;
use import::annotations::annotate_from_str;
use import::article_from_markdown;
use model::{Article, Claim, Entity, EntityId, Speaker};

use super::names::percent;
use crate::project;

/// The folders with articles whose claims an editor marked.
const FOLDERS: [&str; 2] = ["articles", "examples/detained-in-russia"];
const ANNOTATIONS: &str = ".annotations.json";

/// The number of curated claims, and of those of which each property was found.
#[derive(Debug, Default)]
struct Figures {
    there: usize,
    found: usize,
    speaker: usize,
    stance: usize,
    about: usize,
    about_there: usize,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part| percent(part, self.there);
        write!(
            f,
            "{} curated claims: {:.0} % found, {:.0} % with their speaker, {:.0} % with their stance; \
             {:.0} % of {} entities that they are about",
            self.there,
            share(self.found),
            share(self.speaker),
            share(self.stance),
            percent(self.about, self.about_there),
            self.about_there
        )
    }
}

/// Prints the figures of each folder.
pub(super) fn print(tagger: &Tagger) -> Result<()> {
    for folder in FOLDERS {
        let mut files: Vec<_> = fs::read_dir(project::root().join(folder))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        files.retain(|file| file.to_string_lossy().ends_with(ANNOTATIONS));
        files.sort();
        let mut figures = Figures::default();
        for file in files {
            add_article(&file, tagger, &mut figures)?;
        }
        println!("{folder}: {figures}");
    }
    Ok(())
}

fn add_article(file: &Path, tagger: &Tagger, figures: &mut Figures) -> Result<()> {
    let name = file.to_string_lossy();
    let stem = name.trim_end_matches(ANNOTATIONS);
    let markdown = fs::read_to_string(format!("{stem}.md"))?;
    let json = fs::read_to_string(file)?;
    let id = Path::new(stem)
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    let (mut article, _) = article_from_markdown(&id, &id, &markdown);
    annotate_from_str(&mut article, &id, &json);
    let found = annotate_text(&article.text, article.metadata.published, Some(tagger));
    for claim in &article.claims {
        figures.there += 1;
        figures.about_there += claim.about.len();
        let hits: Vec<&Claim> = found
            .claims
            .iter()
            .filter(|other| is_alike(claim, other))
            .collect();
        let Some(best) = hits
            .iter()
            .find(|other| same_speaker(&article, claim, &found, other))
            .or(hits.first())
        else {
            continue;
        };
        figures.found += 1;
        figures.speaker += usize::from(same_speaker(&article, claim, &found, best));
        figures.stance += usize::from(claim.stance == best.stance);
        figures.about += claim
            .about
            .iter()
            .filter(|id| {
                best.about
                    .iter()
                    .any(|other| same_entity(&article, id, &found, other))
            })
            .count();
    }
    Ok(())
}

/// Whether two claims share at least half of their words.
fn is_alike(claim: &Claim, other: &Claim) -> bool {
    let pairs = claim
        .content
        .iter()
        .flat_map(|a| other.content.iter().map(move |b| (a, b)));
    let both: u32 = pairs
        .map(|(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
        .sum();
    let length = |claim: &Claim| -> u32 { claim.content.iter().map(|range| range.len()).sum() };
    2 * both >= length(claim) + length(other) - both
}

fn same_speaker(article: &Article, claim: &Claim, found: &Annotations, other: &Claim) -> bool {
    match (&claim.speaker, &other.speaker) {
        (Speaker::Entity(a), Speaker::Entity(b)) => same_entity(article, a, found, b),
        (Speaker::Words(a), Speaker::Words(b)) => a.overlaps(*b),
        _ => false,
    }
}

/// Whether two entities share a name.
fn same_entity(article: &Article, a: &EntityId, found: &Annotations, b: &EntityId) -> bool {
    let names = |entity: &Entity| -> Vec<String> {
        let all = std::iter::once(&entity.name).chain(&entity.aliases);
        all.map(|name| name.to_lowercase()).collect()
    };
    let b = found.entities.iter().find(|entity| entity.id == *b);
    article
        .entity(a)
        .zip(b)
        .is_some_and(|(a, b)| names(a).iter().any(|name| names(b).contains(name)))
}
