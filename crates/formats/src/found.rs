//! Automatic findings for scripts: ranges in code points with their words.

use std::collections::HashMap;

use annotate::{Annotations, Limitation};
use model::{
    Claim, ClaimId, Entity, EntityId, EntityKind, Form, Provenance, Speaker, Stance, TextRange,
};
use serde::Serialize;
use text::code_points::CodePointIndex;
use ts_rs::TS;

/// The automatic findings of a text.
#[derive(Debug, Serialize, TS)]
#[ts(optional_fields, rename = "Found")]
pub struct FoundRecord<'a> {
    /// Who claims what.
    claims: Vec<FoundClaim<'a>>,
    /// Who and what is named.
    entities: Vec<FoundEntity<'a>>,
    /// The reason why names may be missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'a str>,
}

/// Words of a text, with their range in code points.
#[derive(Debug, Serialize, TS)]
struct Place<'a> {
    /// The offset of the end.
    end: u32,
    /// The offset of the start.
    start: u32,
    /// The words.
    text: &'a str,
}

/// A person or thing that the text names.
#[derive(Debug, Serialize, TS)]
struct FoundEntity<'a> {
    /// Other names used in the text.
    aliases: &'a [String],
    /// The id of the entity.
    id: &'a EntityId,
    /// The kind of entity.
    kind: EntityKind,
    /// Where it is named, in the order of the text.
    mentions: Vec<Place<'a>>,
    /// The canonical name.
    name: &'a str,
}

/// A claim: a statement and its speaker.
#[derive(Debug, Serialize, TS)]
#[ts(optional_fields)]
struct FoundClaim<'a> {
    /// The ids of the entities that the claim is about.
    about: &'a [EntityId],
    /// The confidence, from 0 to 1.
    confidence: f64,
    /// The words of the claim. An interrupted claim has more than one place.
    content: Vec<Place<'a>>,
    /// The word that attributes the claim, such as “said”.
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<Place<'a>>,
    /// Whether the words are the speaker’s own.
    form: Form,
    /// The id of the claim.
    id: &'a ClaimId,
    /// The rule that matched.
    rule: &'a str,
    /// Who makes the claim; absent if no speaker was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<FoundSpeaker<'a>>,
    /// The speaker’s stance towards the claim.
    stance: Stance,
}

/// The speaker of a claim: an entity, or words for an unnamed speaker.
#[derive(Debug, Serialize, TS)]
#[serde(untagged)]
enum FoundSpeaker<'a> {
    Entity(NamedSpeaker<'a>),
    Words(Place<'a>),
}

/// A speaker that is an entity.
#[derive(Debug, Serialize, TS)]
struct NamedSpeaker<'a> {
    /// The id of the entity.
    entity: &'a EntityId,
    /// Its canonical name.
    name: &'a str,
}

/// The findings for scripts; `text` is the text that they were found in. Unknown values are
/// omitted.
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
            Provenance::Curated => (1.0, ""),
            Provenance::Found { confidence, rule } => (f64::from(*confidence), rule.as_ref()),
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
                Speaker::Entity(id) => Some(FoundSpeaker::Entity(NamedSpeaker {
                    entity: id,
                    name: names.get(id.as_str()).copied().unwrap_or_default(),
                })),
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
