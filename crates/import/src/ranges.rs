//! Annotations as ranges: version 2 of the annotations in a bundle. The program that wrote
//! them has found their places, so a reader does not search. Ranges count code points of the
//! article's text.

use std::fmt;
use std::rc::Rc;

use schemars::JsonSchema;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::diagnostic::{BundleProblem, DataProblem, Diagnostics};
use model::{
    Article, Claim, ClaimId, CodePointRange, Correction, Entity, EntityId, Form, Mention,
    Provenance, Speaker, Stance, TextRange, sort,
};
use text::code_points::CodePointIndex;

/// The version that is written.
pub(super) const VERSION: u32 = 2;

/// The first code point, and the one after the last.
type Range = (u32, u32);

/// The confidence of an automatic finding, from 0 to 1, and its rule.
type Found = (f32, Rc<str>);

/// The annotations of an article as ranges: version 2. A range is a pair of offsets, its start
/// and its end, in code points of the text: the texts of all blocks, joined by blank lines.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(rename = "RangeAnnotations")]
pub struct Marks {
    /// The version of this form.
    // It is absent in annotations from before there was a version.
    #[serde(default)]
    #[schemars(required, extend("const" = 2))]
    #[ts(type = "2")]
    version: u32,
    /// The length of the text, in code points.
    length: usize,
    /// Who and what is named.
    entities: Vec<Entity>,
    /// Where they are named, in the order of the text.
    mentions: Vec<MentionRecord>,
    /// Who claims what.
    claims: Vec<ClaimRecord>,
    /// The words of the text that an editor changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    corrections: Vec<CorrectionRecord>,
}

/// Words of the text that an editor changed.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(rename = "RangeCorrection")]
struct CorrectionRecord {
    /// The range of the words as they are now.
    at: Range,
    /// The words of the original; empty if there were none.
    original: String,
}

/// A passage that names an entity.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "RangeMention")]
struct MentionRecord {
    /// The id of the entity.
    entity: EntityId,
    /// The range of the name.
    at: Range,
    /// The confidence, from 0 to 1, and the rule of an automatic finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    found: Option<Found>,
}

/// A claim: a statement and its speaker.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "RangeClaim")]
struct ClaimRecord {
    /// The id of the claim, which no other claim of the article has.
    id: ClaimId,
    /// Who makes the claim; `null` if the speaker is not annotated.
    #[serde(default)]
    #[ts(optional = nullable)]
    speaker: Option<SpeakerRecord>,
    /// The range of the word that attributes the claim, such as “said”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cue: Option<Range>,
    /// The ranges of its words, in order. An interrupted claim has more than one.
    content: Vec<Range>,
    /// Whether the words are the speaker’s own.
    form: Form,
    /// The speaker’s stance towards the claim.
    stance: Stance,
    /// The ids of the entities that the claim is about.
    about: Vec<EntityId>,
    /// The confidence, from 0 to 1, and the rule of an automatic finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    found: Option<Found>,
    /// Who wrote or checked the claim, if they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checked_by: Option<Rc<str>>,
}

/// The speaker of a claim: the id of an entity, or words of the text.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[serde(untagged)]
#[ts(rename = "RangeSpeaker")]
enum SpeakerRecord {
    /// The id of an entity.
    Entity(EntityId),
    /// Words for an unnamed speaker.
    Words(WordsRecord),
    /// The form of [`Self::Words`] from before there was a version.
    #[schemars(skip)]
    #[ts(skip)]
    Range(Range),
}

/// Words for an unnamed speaker, with their range in code points.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(rename = "SpeakerWords")]
struct WordsRecord {
    /// The offset of the start.
    start: u32,
    /// The offset of the end.
    end: u32,
    /// The words.
    text: String,
}

/// A derived implementation would copy the value and try one variant after the other.
impl<'de> Deserialize<'de> for SpeakerRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyForm;

        impl<'de> Visitor<'de> for AnyForm {
            type Value = SpeakerRecord;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of an entity, or words with their range")
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<SpeakerRecord, E> {
                Ok(SpeakerRecord::Entity(EntityId::new(id)))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<SpeakerRecord, A::Error> {
                WordsRecord::deserialize(MapAccessDeserializer::new(map)).map(SpeakerRecord::Words)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<SpeakerRecord, A::Error> {
                Range::deserialize(SeqAccessDeserializer::new(list)).map(SpeakerRecord::Range)
            }
        }

        deserializer.deserialize_any(AnyForm)
    }
}

impl Marks {
    /// The annotations of this article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let index = CodePointIndex::of(&article.text);
        let range = |range: TextRange| {
            let at = index.from_bytes(range);
            (at.start, at.end)
        };
        let mention = |mention: &Mention| MentionRecord {
            entity: mention.entity.clone(),
            at: range(mention.range),
            found: found(&mention.provenance),
        };
        let claim = |claim: &Claim| ClaimRecord {
            id: claim.id.clone(),
            speaker: match &claim.speaker {
                Speaker::Entity(id) => Some(SpeakerRecord::Entity(id.clone())),
                Speaker::Words(words) => {
                    let (start, end) = range(*words);
                    let text = article.words(*words).to_owned();
                    Some(SpeakerRecord::Words(WordsRecord { start, end, text }))
                }
                Speaker::Unnamed => None,
            },
            cue: claim.cue.map(range),
            content: claim.content.iter().copied().map(range).collect(),
            form: claim.form,
            stance: claim.stance,
            about: claim.about.clone(),
            found: found(&claim.provenance),
            checked_by: claim.checked_by.clone(),
        };
        let correction = |correction: &Correction| CorrectionRecord {
            at: range(correction.range),
            original: correction.original.clone(),
        };
        Self {
            version: VERSION,
            length: article.text.chars().count(),
            entities: article.entities.clone(),
            mentions: article.mentions.iter().map(mention).collect(),
            claims: article.claims.iter().map(claim).collect(),
            corrections: article.corrections.iter().map(correction).collect(),
        }
    }

    /// Whether these annotations are ranges rather than quotations.
    pub(super) fn are_in(annotations: &Value) -> bool {
        annotations.get("version").and_then(Value::as_u64) == Some(u64::from(VERSION))
    }

    /// Replaces the annotations of the article if these belong to its text. Problems are
    /// reported.
    pub(super) fn put(
        json: &Value,
        article: &mut Article,
        field: &str,
        diagnostics: &mut Diagnostics<DataProblem>,
    ) {
        let id = article.id.clone();
        match Self::deserialize(json) {
            Ok(marks) if marks.length == article.text.chars().count() => {
                let lost = marks.mark(article);
                if lost > 0 {
                    let problem = BundleProblem::LostRanges { count: lost };
                    diagnostics.report(field, problem, id.as_str());
                }
            }
            Ok(_) => {
                diagnostics.report(field, BundleProblem::OtherText, id.as_str());
            }
            Err(error) => {
                let reason = error.to_string();
                diagnostics.report(field, BundleProblem::Unreadable { reason }, id.as_str());
            }
        }
    }

    /// Annotates the article. Returns whether all annotations fit its text.
    pub(super) fn mark_all(self, article: &mut Article) -> bool {
        let is_of_text = self.length == article.text.chars().count();
        self.version == VERSION && is_of_text && self.mark(article) == 0
    }

    /// Annotates the article. Returns the number of ranges that do not fit its text.
    fn mark(self, article: &mut Article) -> usize {
        let index = CodePointIndex::of(&article.text);
        let lost = std::cell::Cell::new(0);
        let range = |(start, end): Range| {
            let range = index.to_bytes(CodePointRange { start, end });
            let fits = !range.is_empty();
            lost.set(lost.get() + usize::from(!fits));
            fits.then_some(range)
        };
        let mention = |mention: MentionRecord| {
            Some(Mention {
                entity: mention.entity,
                range: range(mention.at)?,
                provenance: provenance(mention.found),
            })
        };
        let claim = |claim: ClaimRecord| {
            let content: Vec<TextRange> = claim.content.into_iter().filter_map(range).collect();
            (!content.is_empty()).then_some(())?;
            let words = |words| range(words).map_or(Speaker::Unnamed, Speaker::Words);
            Some(Claim {
                id: claim.id,
                speaker: match claim.speaker {
                    Some(SpeakerRecord::Entity(id)) => Speaker::Entity(id),
                    Some(SpeakerRecord::Words(at)) => words((at.start, at.end)),
                    Some(SpeakerRecord::Range(range)) => words(range),
                    None => Speaker::Unnamed,
                },
                cue: claim.cue.and_then(range),
                content,
                form: claim.form,
                stance: claim.stance,
                about: claim.about,
                provenance: provenance(claim.found),
                checked_by: claim.checked_by,
            })
        };
        let correction = |correction: CorrectionRecord| {
            Some(Correction {
                range: range(correction.at)?,
                original: correction.original,
            })
        };
        let mut mentions: Vec<Mention> = self.mentions.into_iter().filter_map(mention).collect();
        let claims: Vec<Claim> = self.claims.into_iter().filter_map(claim).collect();
        sort(&mut mentions, |a, b| {
            let (a, b) = (a.range, b.range);
            a.start.cmp(&b.start).then(b.end.cmp(&a.end))
        });
        let corrections = self.corrections.into_iter().filter_map(correction);
        article.corrections = Correction::in_order(corrections.collect());
        article.entities = self.entities;
        article.mentions = mentions;
        article.claims = claims;
        lost.get()
    }
}

fn found(provenance: &Provenance) -> Option<Found> {
    match provenance {
        Provenance::Curated => None,
        Provenance::Found { confidence, rule } => Some((*confidence, Rc::clone(rule))),
    }
}

fn provenance(found: Option<Found>) -> Provenance {
    found.map_or(Provenance::Curated, |(confidence, rule)| {
        Provenance::Found {
            confidence: confidence.clamp(0.0, 1.0),
            rule,
        }
    })
}
