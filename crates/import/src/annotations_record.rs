//! The file types of annotations, version 1: the content of `NAME.annotations.json`, as it is
//! written and as `docs/annotations.schema.json` describes it. What people write there is read
//! leniently by [`super::annotations`].

use super::quote::Quote;
use model::{ClaimId, Entity, EntityId, Form, Stance};
use schemars::{JsonSchema, Schema, json_schema};
use serde::Serialize;
use serde_json::Number;

/// NAME.annotations.json beside NAME.md: who is named and who claims what, addressed by
/// quotation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Annotations of an article")]
pub struct AnnotationsRecord<'a> {
    #[schemars(extend("const" = 1))]
    pub(super) version: u32,
    /// Who and what is named.
    #[schemars(default)]
    pub(super) entities: Vec<EntityRecord<'a>>,
    /// Who claims what.
    #[schemars(default)]
    pub(super) claims: Vec<ClaimRecord<'a>>,
}

/// Somebody or something that the article names.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EntityRecord<'a> {
    #[serde(flatten)]
    pub(super) entity: &'a Entity,
    /// The only places where it is named; by default wherever its name or an alias stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mentions: Option<Vec<QuoteRecord<'a>>>,
}

/// Something that somebody asserts.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ClaimRecord<'a> {
    /// Its name within the annotations.
    pub(super) id: &'a ClaimId,
    /// Who asserts it. Only a claim that the program found may be without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) speaker: Option<SpeakerRecord<'a>>,
    /// Whether the words are the speaker’s own; by default what the quotation marks around
    /// them tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<Form>,
    /// How the speaker stands to it, as the cue expresses it; by default “states”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stance: Option<Stance>,
    /// The word that attributes it, as “said”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cue: Option<QuoteRecord<'a>>,
    /// The words of the claim; several where it is interrupted.
    #[schemars(length(min = 1))]
    pub(super) content: Vec<QuoteRecord<'a>>,
    /// The ids of the entities that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<&'a [EntityId]>,
    /// That the program found it; absent where somebody marked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) found: Option<FoundRecord<'a>>,
}

/// Who asserts a claim.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum SpeakerRecord<'a> {
    /// The id of an entity.
    Entity(&'a EntityId),
    /// The words that stand for somebody.
    Words(QuoteRecord<'a>),
}

/// Words of the text; prefix and suffix tell one place from another. Where these words stand in
/// one place only, they may stand alone.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(transform = or_words)]
pub(super) struct QuoteRecord<'a> {
    #[serde(flatten)]
    pub(super) quote: Quote,
    /// That the program found it; absent where somebody marked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) found: Option<FoundRecord<'a>>,
}

/// Adds to the schema of an object that a text may take its place.
fn or_words(schema: &mut Schema) {
    let description = schema.remove("description");
    let object = std::mem::take(schema);
    *schema = json_schema!({
        "description": description,
        "oneOf": [{ "type": "string", "minLength": 1 }, object],
    });
}

/// How sure the program is and by which rule.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FoundRecord<'a> {
    /// How sure the program is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(required, range(min = 0, max = 1))]
    pub(super) confidence: Option<Number>,
    /// The rule that found it, as in “quote–cue–name”.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(default)]
    pub(super) rule: &'a str,
}
