//! What was changed, as a list for people and other programs.

use model::{Article, BlockKind, Claim, ClaimId, EntityId, Speaker, TextRange};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::log::{Entry, Origin};
use crate::ranges::block_at;
use crate::{ClaimChange, Edit, EntityChange, Item, MentionChange, MetadataChange, apply};

/// One change of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EditRecord {
    /// The number of the step, from 1. Changes that were made at once have the same number.
    pub number: usize,
    /// What was done, such as `change-text` or `add-claim`.
    pub what: String,
    /// What it was done to: a name, the id of a claim, or a fact about the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The value or the words before; absent if there were none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value or the words afterwards; absent if there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Who made the change, if they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Whether the change followed from others, instead of being made by hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub automatic: bool,
}

/// What a change was made to, and the values before and after it.
#[derive(Default)]
struct Change {
    to: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

impl Change {
    fn of(to: impl Into<String>) -> Self {
        Self {
            to: Some(to.into()),
            ..Self::default()
        }
    }

    fn from(mut self, before: impl Into<Option<String>>) -> Self {
        self.before = before.into();
        self
    }

    fn into(mut self, after: impl Into<Option<String>>) -> Self {
        self.after = after.into();
        self
    }
}

impl EditRecord {
    /// The changes of all entries, made again from the original.
    pub(crate) fn list<'e>(
        original: &Article,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Vec<Self> {
        let mut article = original.clone();
        let mut records = Vec::new();
        for (number, entry) in entries.enumerate() {
            for part in entry.edit.parts() {
                let Change { to, before, after } = change(&article, part);
                let what: &'static str = part.into();
                records.push(Self {
                    number: number + 1,
                    what: what.to_owned(),
                    to,
                    before,
                    after,
                    by: entry.by.as_deref().map(str::to_owned),
                    automatic: entry.origin != Origin::Editor,
                });
                // A part may change nothing by itself.
                let _ = apply(&mut article, part);
            }
        }
        records
    }
}

fn change(article: &Article, edit: &Edit) -> Change {
    let words = |range: TextRange| article.words(range).to_owned();
    match edit {
        Edit::AddEntity(entity) => Change::of(&entity.name).into(entity.kind.as_str().to_owned()),
        Edit::ChangeEntity { entity, change } => entity_change(article, entity, change),
        Edit::RemoveEntity { entity, .. } => {
            let known = article.entity(entity);
            let kind = known.map(|entity| entity.kind.as_str().to_owned());
            Change::of(name(article, entity)).from(kind)
        }
        Edit::MergeEntities { from, into } => {
            Change::of(name(article, into)).from(name(article, from))
        }
        Edit::SplitEntity { from, new, .. } => {
            Change::of(name(article, from)).into(new.name.clone())
        }
        Edit::AddMention(mention) => {
            Change::of(name(article, &mention.entity)).into(words(mention.range))
        }
        Edit::ChangeMention { mention, change } => match change {
            MentionChange::Entity(entity) => Change::of(words(mention.range))
                .from(name(article, &mention.entity))
                .into(name(article, entity)),
            MentionChange::Range(range) => Change::of(name(article, &mention.entity))
                .from(words(mention.range))
                .into(words(*range)),
        },
        Edit::RemoveMention(mention) => {
            Change::of(name(article, &mention.entity)).from(words(mention.range))
        }
        Edit::AddClaim(claim) => Change::of(claim.id.as_str()).into(article.words_of(claim)),
        Edit::ChangeClaim { claim, change } => claim_change(article, claim, change),
        Edit::RemoveClaim(id) => {
            let words = claim(article, id).map(|claim| article.words_of(claim));
            Change::of(id.as_str()).from(words)
        }
        Edit::Keep(items) | Edit::Reject(items) => {
            let items: Vec<String> = items.iter().map(|item| item_words(article, item)).collect();
            Change::of(items.join(", "))
        }
        Edit::ChangeMetadata(change) => metadata_change(article, change),
        Edit::ChangeBlockKind { block, kind } => {
            let old = article.blocks.get(*block);
            let old = old.map(|block| kind_words(block.kind));
            block_change(article, *block)
                .from(old)
                .into(kind_words(*kind))
        }
        Edit::JoinBlocks { first } => block_change(article, *first),
        Edit::RemoveBlock { block } => {
            let old = article.blocks.get(*block);
            Change::default().from(old.map(|block| words(block.range)))
        }
        Edit::SplitBlock { at } => match block_at(article, *at) {
            Some(block) => block_change(article, block),
            None => Change::default(),
        },
        Edit::ChangeText { range, words: new } => {
            let some = |words: String| Some(words).filter(|words| !words.is_empty());
            Change::default()
                .from(some(words(*range)))
                .into(some(new.clone()))
        }
        Edit::All(_) => Change::default(),
    }
}

/// A change of a block, which its first words identify.
fn block_change(article: &Article, number: usize) -> Change {
    const SHOWN: usize = 40;
    let block = article.blocks.get(number);
    let words = block.map_or("", |block| article.words(block.range));
    Change::of(text::words::beginning(words, SHOWN))
}

fn kind_words(kind: BlockKind) -> String {
    match kind {
        BlockKind::Heading(level) => format!("heading {level}"),
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::ListItem => "item".to_owned(),
        BlockKind::Preformatted => "preformatted".to_owned(),
    }
}

fn name(article: &Article, id: &EntityId) -> String {
    let entity = article.entity(id);
    entity.map_or(id.as_str(), |entity| &entity.name).to_owned()
}

fn names(article: &Article, ids: &[EntityId]) -> Option<String> {
    let names: Vec<String> = ids.iter().map(|id| name(article, id)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn claim<'a>(article: &'a Article, id: &ClaimId) -> Option<&'a Claim> {
    article.claims.iter().find(|claim| claim.id == *id)
}

fn item_words(article: &Article, item: &Item) -> String {
    match item {
        Item::Claim(id) => id.to_string(),
        Item::Name(id) => name(article, id),
        Item::Mention(mention) => article.words(mention.range).to_owned(),
    }
}

fn entity_change(article: &Article, id: &EntityId, change: &EntityChange) -> Change {
    let entity = article.entity(id);
    let this = Change::of(name(article, id));
    match change {
        EntityChange::Name(new) => Change::of(id.as_str())
            .from(entity.map(|entity| entity.name.clone()))
            .into(new.clone()),
        EntityChange::Kind(kind) => this
            .from(entity.map(|entity| entity.kind.as_str().to_owned()))
            .into(kind.as_str().to_owned()),
        EntityChange::Wikidata(item) => {
            let old = entity.and_then(|entity| entity.wikidata.as_ref());
            this.from(old.map(ToString::to_string))
                .into(item.as_ref().map(ToString::to_string))
        }
        EntityChange::AddAlias(alias) => this.into(alias.clone()),
        EntityChange::RemoveAlias(alias) => this.from(alias.clone()),
    }
}

fn claim_change(article: &Article, id: &ClaimId, change: &ClaimChange) -> Change {
    let this = Change::of(id.as_str());
    let Some(claim) = claim(article, id) else {
        return this;
    };
    let words = |range: TextRange| article.words(range).to_owned();
    let speaker = |speaker: &Speaker| article.speaker_name(speaker).map(str::to_owned);
    match change {
        ClaimChange::Speaker(new) => this.from(speaker(&claim.speaker)).into(speaker(new)),
        ClaimChange::Cue(cue) => this.from(claim.cue.map(words)).into(cue.map(words)),
        ClaimChange::Form(form) => this
            .from(claim.form.as_str().to_owned())
            .into(form.as_str().to_owned()),
        ClaimChange::Stance(stance) => this
            .from(claim.stance.as_str().to_owned())
            .into(stance.as_str().to_owned()),
        ClaimChange::About(about) => this
            .from(names(article, &claim.about))
            .into(names(article, about)),
        ClaimChange::AddPiece(piece) => this.into(words(*piece)),
        ClaimChange::RemovePiece(piece) => this.from(words(*piece)),
        ClaimChange::MovePiece { from, to } => this.from(words(*from)).into(words(*to)),
        ClaimChange::Confidence(confidence) => {
            let old = import::confidence(&claim.provenance);
            this.from(old.map(|old| old.to_string()))
                .into(confidence.to_string())
        }
    }
}

fn metadata_change(article: &Article, change: &MetadataChange) -> Change {
    let about = &article.metadata;
    let text = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
    match change {
        MetadataChange::Title { title, .. } => Change::of("title")
            .from(text(&about.title))
            .into(text(title)),
        MetadataChange::Author(author) => Change::of("author")
            .from(about.author.clone())
            .into(author.clone()),
        MetadataChange::Published(date) => Change::of("published")
            .from(about.published.map(|date| date.to_string()))
            .into(date.map(|date| date.to_string())),
        MetadataChange::Source(source) => Change::of("source")
            .from(about.source.clone())
            .into(source.clone()),
        MetadataChange::Url(url) => Change::of("url")
            .from(about.url.as_ref().map(ToString::to_string))
            .into(url.as_ref().map(ToString::to_string)),
        MetadataChange::Language(tag) => Change::of("language")
            .from(text(&about.language))
            .into(text(tag)),
        MetadataChange::Licence(licence) => Change::of("licence")
            .from(about.licence.clone())
            .into(licence.clone()),
        MetadataChange::Direction(direction) => Change::of("direction")
            .from(about.direction.as_str().to_owned())
            .into(direction.as_str().to_owned()),
    }
}
