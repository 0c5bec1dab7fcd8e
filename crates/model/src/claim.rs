//! Claims: who asserts what, in which words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use super::{ClaimId, EntityId, Provenance, TextRange};

/// Something that somebody asserts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its name within the annotations.
    pub id: ClaimId,
    /// Who asserts it.
    pub speaker: Speaker,
    /// The word that attributes it ("said", "accused").
    pub cue: Option<TextRange>,
    /// The words of the claim, in order; more than one range where it is interrupted.
    pub content: Vec<TextRange>,
    /// Whether the words are the speaker's own.
    pub form: Form,
    /// How the speaker stands to it, as the cue expresses it.
    pub stance: Stance,
    /// Whom and what it is about.
    pub about: Vec<EntityId>,
    /// Who says that this is a claim.
    pub provenance: Provenance,
}

impl Claim {
    /// From the first word of the content to the last.
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

/// Who asserts a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// An entity.
    Entity(EntityId),
    /// Nobody by name: the words that stand for one ("widely seen").
    Words(TextRange),
    /// The annotations name nobody.
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
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Form {
    /// Quoted.
    Direct,
    /// Reported in the writer's words.
    Indirect,
    /// Reported, with words of the speaker in it.
    Mixed,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];

    /// The word for it in files and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The form of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// How a speaker stands to a claim, as the cue expresses it.
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
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Stance {
    /// Says that it is so.
    States,
    /// Says that it is not so.
    Denies,
    /// Speaks against.
    Criticises,
    /// Speaks for.
    Supports,
    /// Warns of it.
    Warns,
    /// Announces to do it.
    Promises,
    /// Asks for it, or whether it is so.
    Asks,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 7] = [
        Self::States,
        Self::Denies,
        Self::Criticises,
        Self::Supports,
        Self::Warns,
        Self::Promises,
        Self::Asks,
    ];

    /// The word for it in files and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The stance of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}
