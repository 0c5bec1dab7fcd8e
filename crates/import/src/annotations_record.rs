//! The file types of `NAME.annotations.json`, version 1, as written and as described in
//! `docs/annotations.schema.json`. [`super::annotations`] reads these files leniently,
//! because people write them.

use super::quote::Quote;
use model::{ClaimId, Entity, EntityId, Form, Stance};
use schemars::{JsonSchema, Schema, json_schema};
use serde::Serialize;
use serde_json::Number;

/// NAME.annotations.json beside NAME.md: the names and claims in an article, located by
/// quotation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Annotations of an article")]
pub struct AnnotationsRecord<'a> {
    #[schemars(extend("const" = 1))]
    pub(super) version: u32,
    /// The names in the text.
    #[schemars(default)]
    pub(super) entities: Vec<EntityRecord<'a>>,
    /// The claims in the text.
    #[schemars(default)]
    pub(super) claims: Vec<ClaimRecord<'a>>,
}

/// A person or thing that the article names.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EntityRecord<'a> {
    #[serde(flatten)]
    pub(super) entity: &'a Entity,
    /// The only mentions; by default, every occurrence of its name or an alias.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mentions: Option<Vec<QuoteRecord<'a>>>,
}

/// A statement by somebody.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ClaimRecord<'a> {
    /// An id that is unique among the claims.
    pub(super) id: &'a ClaimId,
    /// The speaker. Only a claim that was detected automatically may lack one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) speaker: Option<SpeakerRecord<'a>>,
    /// Whether the words are the speaker’s own; by default, derived from the quotation marks
    /// around them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<Form>,
    /// The speaker’s attitude, as the cue expresses it; by default “states”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stance: Option<Stance>,
    /// The word that attributes the claim, such as “said”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cue: Option<QuoteRecord<'a>>,
    /// The words of the claim; several quotations if it is interrupted.
    #[schemars(length(min = 1))]
    pub(super) content: Vec<QuoteRecord<'a>>,
    /// The ids of the entities that the claim is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<&'a [EntityId]>,
    /// Marks an automatic finding; absent if an editor made the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) found: Option<FoundRecord<'a>>,
}

/// The speaker of a claim.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum SpeakerRecord<'a> {
    /// The id of an entity.
    Entity(&'a EntityId),
    /// Words that refer to somebody.
    Words(QuoteRecord<'a>),
}

/// Words of the text. If they occur more than once, `prefix` and `suffix` identify the
/// occurrence; otherwise a string is enough.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(transform = or_words)]
pub(super) struct QuoteRecord<'a> {
    #[serde(flatten)]
    pub(super) quote: Quote,
    /// Marks an automatic finding; absent if an editor made the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) found: Option<FoundRecord<'a>>,
}

/// Allows a string in place of the object in the schema.
fn or_words(schema: &mut Schema) {
    let description = schema.remove("description");
    let object = std::mem::take(schema);
    *schema = json_schema!({
        "description": description,
        "oneOf": [{ "type": "string", "minLength": 1 }, object],
    });
}

/// The confidence of an automatic finding, and its rule.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FoundRecord<'a> {
    /// The confidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(required, range(min = 0, max = 1))]
    pub(super) confidence: Option<Number>,
    /// The name of the rule, such as “quote–cue–name”.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(default)]
    pub(super) rule: &'a str,
}
