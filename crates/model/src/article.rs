//! An article: its text in blocks, its metadata, and its annotations.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    ArticleId, Claim, Date, Entity, EntityId, Mention, Provenance, Speaker, TextRange, WebUrl, sort,
};

/// Entities indexed by id.
pub type EntitiesById<'a> = HashMap<&'a EntityId, &'a Entity>;

/// An article with its annotations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The article's id within the bundle.
    pub id: ArticleId,
    /// Title, source, language and other facts about the article.
    pub metadata: Metadata,
    /// The text of all blocks, separated by blank lines (`\n\n`). Every [`TextRange`] of
    /// the article counts bytes in this text.
    pub text: String,
    /// The blocks in reading order; their ranges do not overlap.
    pub blocks: Vec<Block>,
    /// The entities that the article names, in the order of the annotations.
    pub entities: Vec<Entity>,
    /// The passages that name an entity, sorted by start, then longest first.
    pub mentions: Vec<Mention>,
    /// The claims, in the order of the annotations.
    pub claims: Vec<Claim>,
    /// Where an editor changed the words of the text, in order; the ranges do not overlap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// Words of the text that an editor changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The range of the words as they are now.
    pub range: TextRange,
    /// The words of the original.
    pub original: String,
}

impl Correction {
    /// Corrections in the order of the text, without those that overlap one before them.
    #[must_use]
    pub fn in_order(mut all: Vec<Self>) -> Vec<Self> {
        sort(&mut all, |a, b| a.range.start.cmp(&b.range.start));
        let mut end = 0;
        all.retain(|it| {
            let follows = it.range.start >= end;
            end = end.max(it.range.end);
            follows
        });
        all
    }
}

impl Metadata {
    /// Whether the language is English; `None` if the language is unknown.
    #[must_use]
    pub fn is_english(&self) -> Option<bool> {
        let primary = self.language.split(['-', '_']).next().unwrap_or_default();
        (!primary.is_empty()).then(|| primary.eq_ignore_ascii_case("en"))
    }
}

impl Article {
    /// Whether any mention or claim was detected automatically.
    #[must_use]
    pub fn has_found(&self) -> bool {
        let found = |provenance: &Provenance| matches!(provenance, Provenance::Found { .. });
        let mut mentions = self.mentions.iter().map(|mention| &mention.provenance);
        let mut claims = self.claims.iter().map(|claim| &claim.provenance);
        claims.any(found) || mentions.any(found)
    }

    /// The separator between two blocks in [`Article::text`].
    pub const BLOCK_SEPARATOR: &'static str = "\n\n";

    /// The entity with this id.
    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == *id)
    }

    /// The name of a speaker, or the words that stand for one; `None` if no speaker is annotated.
    /// A speaker whom the article does not list has its id as name.
    #[must_use]
    pub fn speaker_name<'a>(&'a self, speaker: &'a Speaker) -> Option<&'a str> {
        match speaker {
            Speaker::Entity(id) => Some(self.entity(id).map_or(id.as_str(), |it| &it.name)),
            Speaker::Words(range) => Some(self.words(*range)),
            Speaker::Unnamed => None,
        }
    }

    /// All entities by id, for callers with many lookups. If two entities share an id, the
    /// first wins.
    #[must_use]
    pub fn entities_by_id(&self) -> EntitiesById<'_> {
        let entities = self.entities.iter().rev();
        entities.map(|entity| (&entity.id, entity)).collect()
    }

    /// The text of a range.
    #[must_use]
    pub fn words(&self, range: TextRange) -> &str {
        range.of(&self.text)
    }

    /// The text of a claim. "[…]" marks the words left out between two parts.
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

/// Facts about an article, apart from its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: String,
    /// Whether an editor, and not the publisher, wrote the headline.
    pub title_by_editor: bool,
    /// The publisher.
    pub source: Option<String>,
    /// The address of the original.
    pub url: Option<WebUrl>,
    /// The date of publication.
    pub published: Option<Date>,
    /// A BCP 47 language tag; empty if unknown.
    pub language: String,
    /// The direction of the text.
    pub direction: Direction,
    /// The author.
    pub author: Option<String>,
    /// The licence that permits publication here.
    pub licence: Option<String>,
    /// All other fields of the front matter, in their original order.
    pub extra: Vec<(String, String)>,
}

/// The direction in which text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
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
    /// The direction in which the language of a BCP 47 tag is written.
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

    /// The direction with this value of HTML's `dir` attribute.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::LeftToRight, Self::RightToLeft]
            .into_iter()
            .find(|direction| direction.as_str() == word)
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
    /// The kind of block.
    pub kind: BlockKind,
    /// The range of its text in [`Article::text`].
    pub range: TextRange,
    /// Emphasis and links within the block, sorted by start; they may nest.
    pub inlines: Vec<Inline>,
}

/// The kind of a block.
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
    /// Text whose line breaks are kept.
    Preformatted,
}

/// A styled range within a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// The range in [`Article::text`].
    pub range: TextRange,
    /// The style.
    pub style: InlineStyle,
}

/// The style of an inline range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InlineStyle {
    /// Stressed.
    Emphasis,
    /// Important.
    Strong,
    /// Code.
    Code,
    /// A link to another page.
    Link(WebUrl),
}
