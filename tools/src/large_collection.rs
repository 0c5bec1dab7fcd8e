//! A generated collection that is large enough to be packed in parts.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::synthetic::Random;

/// The number of articles; `tests/e2e/archive.test.mjs` relies on these numbers.
const ARTICLES: usize = 500;
const PARAGRAPHS: usize = 6;
const WORDS: usize = 55;

/// Writes the articles. Each contains a unique word (`mark17`), a word shared by every
/// fifth article (`group2`), and a claim by one of twelve speakers. Articles with higher
/// numbers are newer.
pub(crate) fn write(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut random = Random::new();
    let words: Vec<String> = (0..4_000).map(|_| random.word(3)).collect();
    let speakers: Vec<String> = (0..12)
        .map(|_| {
            let word = random.word(2);
            let (first, rest) = word.split_at_checked(1).unwrap_or((&word, ""));
            format!("{} Speaker", first.to_uppercase() + rest)
        })
        .collect();
    for number in 0..ARTICLES {
        let (year, day) = (2020 + number / 100, number % 100);
        let source = if number.is_multiple_of(4) {
            "The Quarterly"
        } else {
            "The Daily"
        };
        let speaker = speakers.get(number % 12).context("there are twelve")?;
        let mut sentence = |length: usize| {
            // Small numbers are more frequent, like common words in a language.
            let pick = |random: &mut Random| random.below(4_000) * random.below(1_000) / 1_000;
            let picked = (0..length).map(|_| words.get(pick(&mut random)));
            let picked: Vec<&str> = picked.flatten().map(String::as_str).collect();
            picked.join(" ")
        };
        let content = format!("mark{number} {}", sentence(8));
        let mut text = format!(
            "---\ntitle: Report {number} {}\nsource: {source}\npublished: {year}-{:02}-{:02}\nlanguage: en\n---\n\
             “{content},” said {speaker} of group{}.\n",
            sentence(3),
            1 + day / 25,
            1 + day % 25,
            number % 5
        );
        for _ in 0..PARAGRAPHS {
            // Writing to a string cannot fail.
            let _infallible = write!(text, "\n{}.\n", sentence(WORDS));
        }
        let id = format!("s{}", number % 12);
        let annotations = json!({"version": 1,
            "entities": [{"id": id, "kind": "person", "name": speaker}],
            "claims": [{"id": "c1", "speaker": id, "form": "direct", "stance": "states", "content": [content]}]});
        fs::write(folder.join(format!("report-{number}.md")), text)?;
        fs::write(
            folder.join(format!("report-{number}.annotations.json")),
            annotations.to_string(),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;
    use pack::AT_ONCE;

    #[test]
    fn the_collection_is_too_large_for_a_single_page() {
        let folder = project::target().join("large-collection");
        write(&folder).unwrap();
        let files = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let articles = files.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
        let sizes: Vec<u64> = articles
            .map(|path| path.metadata().unwrap().len())
            .collect();
        assert_eq!(sizes.len(), ARTICLES);
        assert!(sizes.iter().sum::<u64>() > AT_ONCE as u64);
    }
}
