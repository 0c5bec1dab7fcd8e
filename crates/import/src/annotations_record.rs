//! The file types of `NAME.annotations.json`, version 1, as written and as described in
//! `docs/annotations.schema.json`. [`super::annotations`] reads these files leniently,
//! because people write them.

use super::quote::Quote;
use model::{ClaimId, Entity, EntityId, Form, Stance};
use schemars::{JsonSchema, Schema, json_schema};
use serde::Serialize;
use serde_json::Number;
use ts_rs::TS;

/// The annotations of an article as quotations: version 1, the content of
/// `NAME.annotations.json`.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[schemars(title = "Annotations of an article")]
#[ts(rename = "QuoteAnnotations")]
pub struct AnnotationsRecord<'a> {
    /// The version of this form.
    #[schemars(extend("const" = 1))]
    #[ts(type = "1")]
    pub(super) version: u32,
    /// The names in the text.
    #[schemars(default)]
    #[ts(optional, as = "Option<_>")]
    pub(super) entities: Vec<EntityRecord<'a>>,
    /// The claims in the text.
    #[schemars(default)]
    #[ts(optional, as = "Option<_>")]
    pub(super) claims: Vec<ClaimRecord<'a>>,
    /// The words of the text that an editor changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    #[ts(optional, as = "Option<_>")]
    pub(super) corrections: Vec<CorrectionRecord<'a>>,
}

/// Words of the text that an editor changed: a quotation of the words as they are now.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[ts(rename = "QuoteCorrection")]
pub(super) struct CorrectionRecord<'a> {
    #[serde(flatten)]
    pub(super) quote: Quote,
    /// The words of the original; empty if there were none.
    pub(super) original: &'a str,
}

/// A person or thing that the article names.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "QuoteEntity")]
pub(super) struct EntityRecord<'a> {
    #[serde(flatten)]
    pub(super) entity: &'a Entity,
    /// The only places that name it; without them, every occurrence of its name or an alias.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "Array<string | Quote>")]
    pub(super) mentions: Option<Vec<QuoteRecord<'a>>>,
}

/// A claim: a statement and its speaker.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "QuoteClaim")]
pub(super) struct ClaimRecord<'a> {
    /// The id of the claim, which no other claim of the article has.
    pub(super) id: &'a ClaimId,
    /// Who makes the claim. Only an automatic finding may lack a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) speaker: Option<SpeakerRecord<'a>>,
    /// Whether the words are the speaker’s own; by default, the quotation marks around them
    /// decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<Form>,
    /// The speaker’s stance towards the claim, as the cue expresses it; by default “states”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stance: Option<Stance>,
    /// The word that attributes the claim, such as “said”.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string | Quote")]
    pub(super) cue: Option<QuoteRecord<'a>>,
    /// The words of the claim. An interrupted claim has more than one quotation.
    #[schemars(length(min = 1))]
    #[ts(type = "Array<string | Quote>")]
    pub(super) content: Vec<QuoteRecord<'a>>,
    /// The ids of the entities that the claim is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<&'a [EntityId]>,
    /// How the claim was detected; absent if an editor marked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) found: Option<FoundRecord<'a>>,
    /// Who wrote or checked the claim, if they said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) checked_by: Option<&'a str>,
}

/// The speaker of a claim: the id of an entity, or a quotation.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[serde(untagged)]
#[ts(rename = "QuoteSpeaker")]
pub(super) enum SpeakerRecord<'a> {
    /// The id of an entity.
    Entity(&'a EntityId),
    /// Words for an unnamed speaker.
    Words(QuoteRecord<'a>),
}

/// A quotation from the text. If the words occur only once, the words alone are enough;
/// otherwise the words before and after them tell which occurrence is meant.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[schemars(transform = or_words)]
#[ts(optional_fields, rename = "Quote")]
pub(super) struct QuoteRecord<'a> {
    #[serde(flatten)]
    pub(super) quote: Quote,
    /// How the passage was detected; absent if an editor marked it.
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

/// How something was detected.
#[derive(Debug, Serialize, JsonSchema, TS)]
#[ts(rename = "Detection")]
pub(super) struct FoundRecord<'a> {
    /// The confidence, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(required, range(min = 0, max = 1))]
    #[ts(type = "number")]
    pub(super) confidence: Option<Number>,
    /// The rule, such as “quote–cue–name”.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[schemars(default)]
    #[ts(optional, as = "Option<String>")]
    pub(super) rule: &'a str,
}
