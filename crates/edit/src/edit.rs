//! The commands of an editor, as plain data.
//!
//! Ranges count bytes of the text as it is when the command is carried out.

use model::{
    BlockKind, Claim, ClaimId, Date, Direction, Entity, EntityId, EntityKind, Form, Mention,
    Speaker, Stance, TextRange, WebUrl, WikidataId,
};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// One change of an article. [`apply`](crate::apply()) carries it out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Edit {
    /// Adds an entity, with or without mentions, at the end of the list.
    AddEntity(Entity),
    /// Changes one property of an entity.
    ChangeEntity {
        /// The entity.
        entity: EntityId,
        /// The change.
        change: EntityChange,
    },
    /// Removes an entity and its mentions.
    RemoveEntity {
        /// The entity.
        entity: EntityId,
        /// What becomes of the claims that refer to it.
        claims: OrphanedClaims,
    },
    /// Gives everything of one entity to another: mentions, names and claims.
    MergeEntities {
        /// The entity that disappears.
        from: EntityId,
        /// The entity that stays.
        into: EntityId,
    },
    /// Makes some mentions of an entity mentions of a new one.
    SplitEntity {
        /// The entity that loses mentions.
        from: EntityId,
        /// The new entity.
        new: Entity,
        /// The ranges of the mentions.
        mentions: Vec<TextRange>,
    },
    /// Adds a mention of an entity that exists.
    AddMention(Mention),
    /// Changes one property of a mention.
    ChangeMention {
        /// The mention.
        mention: MentionKey,
        /// The change.
        change: MentionChange,
    },
    /// Removes a mention; its entity stays.
    RemoveMention(MentionKey),
    /// Adds a claim at the end of the list.
    AddClaim(Claim),
    /// Changes one property of a claim.
    ChangeClaim {
        /// The claim.
        claim: ClaimId,
        /// The change.
        change: ClaimChange,
    },
    /// Removes a claim.
    RemoveClaim(ClaimId),
    /// Makes detected annotations curated; curated ones stay as they are.
    Keep(Vec<Item>),
    /// Removes detected annotations; curated ones stay as they are.
    Reject(Vec<Item>),
    /// Changes one fact about the article.
    ChangeMetadata(MetadataChange),
    /// Changes the kind of a block.
    ChangeBlockKind {
        /// The number of the block, from 0.
        block: usize,
        /// The new kind.
        kind: BlockKind,
    },
    /// Appends the next block to a block.
    JoinBlocks {
        /// The number of the first block, from 0.
        first: usize,
    },
    /// Divides a block. White space at that place disappears.
    SplitBlock {
        /// The place, in bytes of the text.
        at: u32,
    },
    /// Removes a block with its text.
    RemoveBlock {
        /// The number of the block, from 0.
        block: usize,
    },
    /// Replaces words within a block.
    ChangeText {
        /// The range to replace; an empty one inserts.
        range: TextRange,
        /// The new words; empty to delete.
        words: String,
    },
    /// Several edits as one, in this order: all of them, or none.
    All(Vec<Edit>),
}

/// A change of one property of an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityChange {
    /// A new canonical name.
    Name(String),
    /// A new kind.
    Kind(EntityKind),
    /// A new item of Wikidata, or none.
    Wikidata(Option<WikidataId>),
    /// One more name.
    AddAlias(String),
    /// One name less.
    RemoveAlias(String),
}

/// What becomes of claims whose speaker or subject is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrphanedClaims {
    /// If there are any, the entity is not removed.
    Refuse,
    /// The speaker becomes the words of the nearest mention of the entity, or unnamed if there
    /// is none. Subjects are dropped.
    Words,
    /// The speaker becomes unnamed. Subjects are dropped.
    Unnamed,
}

/// What identifies a mention: no other mention has the same entity and the same range.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MentionKey {
    /// The entity.
    pub entity: EntityId,
    /// The range of the name.
    pub range: TextRange,
}

impl MentionKey {
    /// The key of a mention.
    #[must_use]
    pub fn of(mention: &Mention) -> Self {
        Self {
            entity: mention.entity.clone(),
            range: mention.range,
        }
    }
}

/// A change of one property of a mention.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MentionChange {
    /// It mentions another entity.
    Entity(EntityId),
    /// It has another range.
    Range(TextRange),
}

/// A change of one property of a claim. It leaves a detected claim detected; only
/// [`Edit::Keep`] makes it curated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimChange {
    /// A new speaker.
    Speaker(Speaker),
    /// A new cue, or none.
    Cue(Option<TextRange>),
    /// A new form.
    Form(Form),
    /// A new stance.
    Stance(Stance),
    /// New subjects.
    About(Vec<EntityId>),
    /// One more piece. It absorbs pieces that it overlaps or touches.
    AddPiece(TextRange),
    /// One piece less. The last one cannot be removed.
    RemovePiece(TextRange),
    /// Other ends of a piece. It absorbs pieces that it overlaps or touches.
    MovePiece {
        /// The piece.
        from: TextRange,
        /// Its new range.
        to: TextRange,
    },
    /// Another confidence of a detected claim, from 0 to 1.
    Confidence(f32),
}

/// A change of one fact about an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MetadataChange {
    /// A new headline.
    Title {
        /// The headline.
        title: String,
        /// Whether an editor, and not the publisher, wrote it.
        by_editor: bool,
    },
    /// A new author, or none.
    Author(Option<String>),
    /// A new date of publication, or none.
    Published(Option<Date>),
    /// A new publisher, or none.
    Source(Option<String>),
    /// A new address of the original, or none.
    Url(Option<WebUrl>),
    /// A new BCP 47 language tag; empty if unknown.
    Language(String),
    /// A new licence, or none.
    Licence(Option<String>),
    /// A new direction of the text.
    Direction(Direction),
}

/// An annotation that an editor checks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// A claim.
    Claim(ClaimId),
    /// An entity with all its mentions.
    Name(EntityId),
    /// A single mention.
    Mention(MentionKey),
}

impl Edit {
    /// One edit that makes these: the only one itself, otherwise all as one. `None` if there are
    /// none.
    #[must_use]
    pub fn of(mut edits: Vec<Self>) -> Option<Self> {
        match edits.len() {
            0 => None,
            1 => edits.pop(),
            _ => Some(Self::All(edits)),
        }
    }

    /// The edits that this one consists of, in order; itself if it is not [`Edit::All`].
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        let mut parts = Vec::new();
        let mut waiting = vec![self];
        while let Some(edit) = waiting.pop() {
            match edit {
                Self::All(edits) => waiting.extend(edits.iter().rev()),
                _ => parts.push(edit),
            }
        }
        parts
    }
}
