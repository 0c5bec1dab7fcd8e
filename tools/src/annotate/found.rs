//! `cargo xtask annotate`: writes findings as drafts to correct or as lines to score.

use std::collections::HashMap;
use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use annotate::Rule;
use annotate::{Annotations, Tagger, annotate_text};
use anyhow::{Context as _, Result, bail};
use formats::news_label;
use model::{EntityId, EntityKind, Mention, Provenance, TextRange};
use serde_json::{Value, json};

use super::examples::{Offsets, read_lines, text_of};
use super::train::WEIGHTS;
use crate::project;

/// The tagger with the repository's weights.
pub(crate) fn tagger() -> Result<Tagger> {
    load(&project::root().join(WEIGHTS))
}

/// The tagger with the weights of `--weights=FILE` or, by default, the repository's; and
/// the other arguments.
pub(super) fn tagger_of(arguments: &[String]) -> Result<(Vec<&str>, Tagger)> {
    let weights = arguments
        .iter()
        .find_map(|argument| argument.strip_prefix("--weights="));
    let others = arguments
        .iter()
        .map(String::as_str)
        .filter(|argument| !argument.starts_with("--weights="));
    let tagger = weights.map_or_else(tagger, |file| load(Path::new(file)))?;
    Ok((others.collect(), tagger))
}

fn load(file: &Path) -> Result<Tagger> {
    let bytes = fs::read(file)
        .with_context(|| format!("{} cannot be read; run `cargo xtask train`", file.display()))?;
    Ok(Tagger::load(&bytes)?)
}

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (arguments, tagger) = tagger_of(arguments)?;
    let [file] = arguments.as_slice() else {
        bail!("usage: cargo xtask annotate FILE [--weights=FILE]");
    };
    let file = Path::new(file);
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("jsonl") => print_lines(file, &tagger),
        _ => super::draft::write(file, &tagger),
    }
}

fn print_lines(file: &Path, tagger: &Tagger) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in read_lines(file)? {
        let text = text_of(&line, "text");
        let found = annotate_text(&text, None, Some(tagger));
        writeln!(out, "{}", as_line(&text_of(&line, "id"), &text, &found))?;
    }
    out.flush()?;
    Ok(())
}

/// The scorer's labels for the mentions, in order. Percentages and quantities have no kind
/// in an article but do have labels there; "the commission" has no label.
pub(super) fn labels(found: &Annotations) -> Vec<Option<&'static str>> {
    let entities = found.entities.iter();
    let kinds: HashMap<&EntityId, EntityKind> =
        entities.map(|entity| (&entity.id, entity.kind)).collect();
    let label = |mention: &Mention| {
        if let Provenance::Found { rule, .. } = &mention.provenance {
            match Rule::of_finding(rule).next() {
                Some(Rule::Percentage) => return Some("PERCENT"),
                Some(Rule::Quantity) => return Some("QUANTITY"),
                Some(Rule::ShortName) => return None,
                _ => {}
            }
        }
        kinds.get(&mention.entity).copied().map(news_label)
    };
    found.mentions.iter().map(label).collect()
}

/// A line in the scorer's format, with offsets in code points.
pub(super) fn as_line(id: &str, text: &str, found: &Annotations) -> Value {
    let offsets = Offsets::of(text);
    let place = |range: TextRange| (offsets.point(range.start), offsets.point(range.end));
    let entities: Vec<Value> = found
        .mentions
        .iter()
        .zip(labels(found))
        .filter_map(|(mention, label)| {
            let (start, end) = place(mention.range);
            Some(json!({ "start": start, "end": end, "type": label? }))
        })
        .collect();
    let quotes: Vec<Value> = found
        .claims
        .iter()
        .zip(&found.speakers)
        .map(|(claim, speaker)| {
            let spans: Vec<[u32; 2]> = claim
                .content
                .iter()
                .map(|range| place(*range).into())
                .collect();
            let (start, end) = place(claim.extent());
            let cue = claim.cue.map(place);
            let (confidence, rule) = match &claim.provenance {
                Provenance::Found { confidence, rule } => (Some(*confidence), Some(&**rule)),
                Provenance::Curated => (None, None),
            };
            let speaker = speaker.map(|range| {
                let (start, end) = place(range);
                json!({ "start": start, "end": end, "text": range.of(text) })
            });
            json!({
                "start": start,
                "end": end,
                "spans": spans,
                "kind": claim.form.as_str(),
                "cue": cue.map(|(start, end)| json!({ "start": start, "end": end })),
                "speaker": speaker,
                "rule": rule,
                "confidence": confidence,
            })
        })
        .collect();
    json!({ "id": id, "text": text, "entities": entities, "quotes": quotes })
}
