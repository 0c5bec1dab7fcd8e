//! An article: its text in blocks, what is known of it, and what was marked in it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{ArticleId, Claim, Date, Entity, EntityId, Mention, Provenance, TextRange, WebUrl};

/// Entities by their ids.
pub type EntitiesById<'a> = HashMap<&'a EntityId, &'a Entity>;

/// An article with everything that is marked in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its name within the bundle.
    pub id: ArticleId,
    /// What is known of it.
    pub metadata: Metadata,
    /// The text of all blocks, one blank line (`\n\n`) between two blocks. Every
    /// [`TextRange`] of the article counts bytes in it.
    pub text: String,
    /// The blocks in reading order; their ranges do not overlap.
    pub blocks: Vec<Block>,
    /// Who and what is named, in the order of the annotations.
    pub entities: Vec<Entity>,
    /// Where they are named, by start, then longest first.
    pub mentions: Vec<Mention>,
    /// Who asserts what, in the order of the annotations.
    pub claims: Vec<Claim>,
}

impl Metadata {
    /// Whether its language is English; `None` where that is not known.
    #[must_use]
    pub fn is_english(&self) -> Option<bool> {
        let primary = self.language.split(['-', '_']).next().unwrap_or_default();
        (!primary.is_empty()).then(|| primary.eq_ignore_ascii_case("en"))
    }
}

impl Article {
    /// Whether the program found any of its names or claims.
    #[must_use]
    pub fn has_found(&self) -> bool {
        let found = |provenance: &Provenance| matches!(provenance, Provenance::Found { .. });
        let mut mentions = self.mentions.iter().map(|mention| &mention.provenance);
        let mut claims = self.claims.iter().map(|claim| &claim.provenance);
        claims.any(found) || mentions.any(found)
    }

    /// What stands between two blocks in [`Article::text`].
    pub const BLOCK_SEPARATOR: &'static str = "\n\n";

    /// The entity of that id.
    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == *id)
    }

    /// The entities by their ids, for who looks up many; of two with one id the first.
    #[must_use]
    pub fn entities_by_id(&self) -> EntitiesById<'_> {
        let entities = self.entities.iter().rev();
        entities.map(|entity| (&entity.id, entity)).collect()
    }

    /// The words of a range.
    #[must_use]
    pub fn words(&self, range: TextRange) -> &str {
        range.of(&self.text)
    }

    /// The words of a claim; what was left out between two parts is marked "[…]".
    #[must_use]
    pub fn words_of(&self, claim: &Claim) -> String {
        let parts: Vec<&str> = claim
            .content
            .iter()
            .map(|range| self.words(*range))
            .collect();
        parts.join(" […] ")
    }
}

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: String,
    /// The headline is an editor's and not the publisher's.
    pub title_by_editor: bool,
    /// Who published it.
    pub source: Option<String>,
    /// Where it was published.
    pub url: Option<WebUrl>,
    /// When it was published.
    pub published: Option<Date>,
    /// A BCP 47 language tag; empty when not known.
    pub language: String,
    /// Which way its text runs.
    pub direction: Direction,
    /// Who wrote it.
    pub author: Option<String>,
    /// Under which terms it stands here.
    pub licence: Option<String>,
    /// Whatever else the front matter said, in its order.
    pub extra: Vec<(String, String)>,
}

/// Which way text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Left to right.
    #[default]
    #[serde(rename = "ltr")]
    LeftToRight,
    /// Right to left.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl Direction {
    /// The direction in which a language is written, by its BCP 47 tag.
    #[must_use]
    pub fn of_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let right_to_left = [
            "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
        ];
        if right_to_left
            .iter()
            .any(|language| language.eq_ignore_ascii_case(primary))
        {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }

    /// The value of HTML's `dir` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// One block of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where its text stands in [`Article::text`].
    pub range: TextRange,
    /// Emphasis and links within it, in order of their start; they may nest.
    pub inlines: Vec<Inline>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// A heading of level 2 to 6; level 1 is the article's title.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A block quotation.
    Quote,
    /// An item of a list.
    #[serde(rename = "item")]
    ListItem,
    /// Text whose lines are kept as they are.
    Preformatted,
}

/// A stretch of a block that is set apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// Where it stands in [`Article::text`].
    pub range: TextRange,
    /// How it is set.
    pub style: InlineStyle,
}

/// How a stretch of text is set apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InlineStyle {
    /// Stressed.
    Emphasis,
    /// Important.
    Strong,
    /// Code.
    Code,
    /// A link elsewhere.
    Link(WebUrl),
}
