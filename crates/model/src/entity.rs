//! Entities, their mentions, and the origin of annotations.

use std::fmt;
use std::rc::Rc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr};
use ts_rs::TS;

use super::{EntityId, TextRange, WebUrl};

/// A person or thing that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct Entity {
    /// The id of the entity, which no other entity of the article has.
    pub id: EntityId,
    /// The kind of entity.
    pub kind: EntityKind,
    /// The canonical name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Other names used in the text.
    #[schemars(inner(length(min = 1)))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub aliases: Vec<String>,
    /// The Wikidata item, if it is certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<WikidataId>,
}

/// The kind of an entity.
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
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, an authority, a party, a government.
    Organisation,
    /// A country, a city, a region.
    Place,
    /// A law, an agreement, a bill.
    Law,
    /// A day, a month, a year.
    Date,
    /// A sum of money.
    Money,
    /// A nationality, a religion, a political group.
    Nationality,
    /// An event.
    Event,
    /// Any other named thing.
    Other,
}

impl EntityKind {
    /// Every kind, in the order of the legend.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Law,
        Self::Date,
        Self::Money,
        Self::Nationality,
        Self::Event,
        Self::Other,
    ];

    /// The name of this kind in files, addresses and the `data-kind` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The kind with this name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// An item of Wikidata: `Q` and a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, extend("pattern" = "^Q[1-9][0-9]*$"))]
#[ts(as = "String")]
pub struct WikidataId(u64);

impl WikidataId {
    /// Parses an id such as `Q8880`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('Q')?;
        if digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().map(Self)
    }

    /// The address of the item’s page.
    #[must_use]
    pub fn url(&self) -> Option<WebUrl> {
        WebUrl::parse(&format!("https://www.wikidata.org/wiki/{self}"))
    }
}

impl TryFrom<String> for WikidataId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
            .ok_or_else(|| format!("“{text}” is not a Wikidata item, which is Q and a number"))
    }
}

impl From<WikidataId> for String {
    fn from(value: WikidataId) -> Self {
        value.to_string()
    }
}

impl fmt::Display for WikidataId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Q{}", self.0)
    }
}

/// A passage that names an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The entity.
    pub entity: EntityId,
    /// The range of the name in the text.
    pub range: TextRange,
    /// The origin of the annotation.
    pub provenance: Provenance,
}

/// The origin of a mention or a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// Written by an editor.
    Curated,
    /// Detected automatically.
    Found {
        /// The confidence of the detection, from 0 to 1.
        confidence: f32,
        /// The rule that matched; empty if it was not recorded.
        rule: Rc<str>,
    },
}

/// What the rule of a [moved](Provenance::moved) annotation begins with.
const WAS: &str = "was: ";

/// The confidence of an annotation that was moved to a passage in which nothing differs.
const MOVED: f32 = 0.75;

impl Provenance {
    /// The origin of an annotation that somebody made of words that are no longer in the text, and
    /// that the program moved to a similar passage. `score` says how similar it is, from 0 to 1.
    #[must_use]
    pub fn moved(words: &str, score: f32) -> Self {
        Self::Found {
            confidence: MOVED * score,
            rule: format!("{WAS}{words}").into(),
        }
    }

    /// The words that an annotation had before it was [moved](Self::moved).
    #[must_use]
    pub fn was(&self) -> Option<&str> {
        match self {
            Self::Found { rule, .. } => words_before(rule),
            Self::Curated => None,
        }
    }
}

/// The words that an annotation had before it was [moved](Provenance::moved), from its rule.
#[must_use]
pub fn words_before(rule: &str) -> Option<&str> {
    rule.strip_prefix(WAS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_annotation_has_its_words_before() {
        let moved = Provenance::moved("ten years", 0.8);
        assert_eq!(moved.was(), Some("ten years"));
        assert!(matches!(moved, Provenance::Found { confidence, .. } if confidence < 0.8));
        let found = Provenance::Found {
            confidence: 0.8,
            rule: "cue–that".into(),
        };
        assert_eq!((found.was(), Provenance::Curated.was()), (None, None));
    }

    #[test]
    fn wikidata_ids_are_q_and_a_number() {
        for (text, expected) in [
            ("Q8880", Some("Q8880")),
            ("Q1", Some("Q1")),
            ("q8880", None),
            ("Q", None),
            ("Q08", None),
            ("Q8/../x", None),
            ("P31", None),
            ("Q99999999999999999999999", None),
        ] {
            let read = WikidataId::parse(text).map(|id| id.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn kinds_are_parsed_from_their_names() {
        for kind in EntityKind::ALL {
            assert_eq!(EntityKind::parse(kind.as_str()), Some(kind));
        }
    }
}
