//! Tables of texts with the names and claims that are right. Those that are still wrong are
//! listed; a listed case that becomes right fails too, and leaves the list.

mod claims;
mod extents;
mod names;

use crate::{Tagger, annotate_text};

fn tagger() -> Tagger {
    Tagger::load(include_bytes!("../../../../weights/ner.bin")).unwrap()
}

/// The claims of a text as `speaker | stance | content`, the pieces of content separated by
/// ` … `.
fn claims_of(text: &str) -> Vec<String> {
    let found = annotate_text(text, None, Some(&tagger()));
    let claims = found.claims.iter().zip(&found.speakers);
    claims
        .map(|(claim, speaker)| {
            let pieces: Vec<&str> = claim.content.iter().map(|range| range.of(text)).collect();
            let speaker = speaker.map_or("nobody", |words| words.of(text));
            format!(
                "{speaker} | {} | {}",
                claim.stance.as_str(),
                pieces.join(" … ")
            )
        })
        .collect()
}

/// The persons, organisations and places of a text as `kind: name`, in order.
fn names_of(text: &str) -> Vec<String> {
    let found = annotate_text(text, None, Some(&tagger()));
    let of = |mention: &model::Mention| {
        let entity = found.entities.iter().find(|it| it.id == mention.entity)?;
        matches!(entity.kind.as_str(), "person" | "organisation" | "place").then(|| {
            let short = entity.kind.as_str().get(..3).unwrap_or_default();
            format!("{short}: {}", mention.range.of(text))
        })
    };
    found.mentions.iter().filter_map(of).collect()
}

/// Checks that the cases of a table are right, except those that begin with one of `wrong`, which
/// must still be wrong.
fn check(table: &[(&str, &[&str])], wrong: &[&str], of: impl Fn(&str) -> Vec<String>) {
    let unexpected: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = of(text);
            let is_right = found == *expected;
            let known = wrong.iter().any(|start| text.starts_with(start));
            (is_right == known).then(|| {
                let change = if is_right { "now right" } else { "wrong" };
                format!("{change}: {text}\n  found {found:?}\n  right {expected:?}")
            })
        })
        .collect();
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
}
