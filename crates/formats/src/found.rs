//! Automatic findings for scripts: ranges in code points with their words.

use std::collections::HashMap;

use annotate::{Annotations, Limitation};
use model::{
    Claim, ClaimId, Entity, EntityId, EntityKind, Form, Provenance, Speaker, Stance, TextRange,
};
use serde::Serialize;
use text::code_points::CodePointIndex;

/// The automatic findings of a text.
#[derive(Debug, Serialize)]
pub struct FoundRecord<'a> {
    claims: Vec<FoundClaim<'a>>,
    entities: Vec<FoundEntity<'a>>,
    /// The reason why names may be missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'a str>,
}

/// A range in code points, with its words.
#[derive(Debug, Serialize)]
struct Place<'a> {
    end: u32,
    start: u32,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct FoundEntity<'a> {
    aliases: &'a [String],
    id: &'a EntityId,
    kind: EntityKind,
    mentions: Vec<Place<'a>>,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct FoundClaim<'a> {
    about: &'a [EntityId],
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
    content: Vec<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<Place<'a>>,
    form: Form,
    id: &'a ClaimId,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<FoundSpeaker<'a>>,
    stance: Stance,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum FoundSpeaker<'a> {
    Entity {
        entity: &'a EntityId,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<&'a str>,
    },
    Words(Place<'a>),
}

/// The findings as `{entities, claims}`. Entities are
/// `{id, kind, name, aliases, mentions}`; claims are
/// `{id, speaker, cue, content, form, stance, about, confidence, rule}`. A range is
/// `{start, end, text}` in code points of `text`. A speaker is `{entity, name}`, or
/// `{text}` with its range. `notice` is the reason why names may be missing. Unknown
/// values are omitted.
#[must_use]
pub fn found_record<'a>(text: &'a str, found: &'a Annotations) -> FoundRecord<'a> {
    let index = CodePointIndex::of(text);
    let place = |range: TextRange| {
        let at = index.from_bytes(range);
        Place {
            end: at.end,
            start: at.start,
            text: range.of(text),
        }
    };
    let mut mentions: HashMap<&str, Vec<Place<'a>>> = HashMap::new();
    for mention in &found.mentions {
        let own = mentions.entry(mention.entity.as_str()).or_default();
        own.push(place(mention.range));
    }
    let names = found.entities.iter();
    let names: HashMap<&str, &'a str> = names
        .map(|entity| (entity.id.as_str(), entity.name.as_str()))
        .collect();
    let mut entity = |entity: &'a Entity| FoundEntity {
        aliases: &entity.aliases,
        id: &entity.id,
        kind: entity.kind,
        mentions: mentions.remove(entity.id.as_str()).unwrap_or_default(),
        name: &entity.name,
    };
    let claim = |claim: &'a Claim| {
        let (confidence, rule) = match &claim.provenance {
            Provenance::Curated => (None, None),
            Provenance::Found { confidence, rule } => {
                (Some(f64::from(*confidence)), Some(rule.as_ref()))
            }
        };
        FoundClaim {
            about: &claim.about,
            confidence,
            content: claim.content.iter().copied().map(place).collect(),
            cue: claim.cue.map(place),
            form: claim.form,
            id: &claim.id,
            rule,
            speaker: match &claim.speaker {
                Speaker::Entity(id) => Some(FoundSpeaker::Entity {
                    entity: id,
                    name: names.get(id.as_str()).copied(),
                }),
                Speaker::Words(range) => Some(FoundSpeaker::Words(place(*range))),
                Speaker::Unnamed => None,
            },
            stance: claim.stance,
        }
    };
    FoundRecord {
        claims: found.claims.iter().map(claim).collect(),
        entities: found.entities.iter().map(&mut entity).collect(),
        notice: found.limitation.map(Limitation::sentence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use annotate::annotate_text;

    #[test]
    fn ranges_count_code_points_and_include_their_words() {
        let text = "«Né» – “It will rain,” she said.";
        let found = annotate_text(text, None, None);
        let json = serde_json::to_value(found_record(text, &found)).unwrap();
        let content = &json["claims"][0]["content"][0];
        let number = |key: &str| content[key].as_u64().unwrap() as usize;
        let words: String = text
            .chars()
            .skip(number("start"))
            .take(number("end") - number("start"))
            .collect();
        assert_eq!(content["text"], words);
        assert!(words.contains("It will rain"), "{words}");
    }
}
