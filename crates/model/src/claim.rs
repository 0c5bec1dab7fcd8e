//! Claims: who said what, and in which words.

use std::rc::Rc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr};
use ts_rs::TS;

use super::{ClaimId, EntityId, Provenance, TextRange};

/// A claim: a statement and its speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The claim's id within the annotations.
    pub id: ClaimId,
    /// The speaker.
    pub speaker: Speaker,
    /// The word that attributes the claim to the speaker ("said", "accused").
    pub cue: Option<TextRange>,
    /// The words of the claim, in order. An interrupted claim has more than one range.
    pub content: Vec<TextRange>,
    /// Whether the words are the speaker's own.
    pub form: Form,
    /// The speaker's stance, as the cue expresses it.
    pub stance: Stance,
    /// The entities that the claim is about.
    pub about: Vec<EntityId>,
    /// The origin of the annotation.
    pub provenance: Provenance,
    /// Who wrote or checked the claim, if they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<Rc<str>>,
}

impl Claim {
    /// The range from the first word of the content to the last.
    #[must_use]
    pub fn extent(&self) -> TextRange {
        TextRange {
            start: self
                .content
                .iter()
                .map(|range| range.start)
                .min()
                .unwrap_or(0),
            end: self
                .content
                .iter()
                .map(|range| range.end)
                .max()
                .unwrap_or(0),
        }
    }
}

/// The speaker of a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// A named entity.
    Entity(EntityId),
    /// An unnamed speaker, given as words of the text ("widely seen").
    Words(TextRange),
    /// No speaker is annotated.
    Unnamed,
}

/// Whether the words of a claim are the speaker's own.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumString,
    IntoStaticStr,
    TS,
    EnumCount,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Form {
    /// Quoted word for word.
    Direct,
    /// Paraphrased by the writer.
    Indirect,
    /// Paraphrased, with some of the speaker's own words.
    Mixed,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; Self::COUNT] = [Self::Direct, Self::Indirect, Self::Mixed];

    /// The name of this form in files and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The form with this name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// The speaker's stance towards a claim, as the cue expresses it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumString,
    IntoStaticStr,
    TS,
    EnumCount,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Stance {
    /// The speaker states it.
    States,
    /// The speaker denies it.
    Denies,
    /// The speaker criticises it.
    Criticises,
    /// The speaker supports it.
    Supports,
    /// The speaker warns of it.
    Warns,
    /// The speaker promises to do it.
    Promises,
    /// The speaker asks for it, or asks whether it is true.
    Asks,
    /// The speaker declines to say it, or to comment on it.
    Declines,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; Self::COUNT] = [
        Self::States,
        Self::Denies,
        Self::Criticises,
        Self::Supports,
        Self::Warns,
        Self::Promises,
        Self::Asks,
        Self::Declines,
    ];

    /// The name of this stance in files and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The stance with this name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}
