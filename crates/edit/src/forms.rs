//! What the forms for a claim and for a name hold, how they are prefilled, and the edits that they
//! make.

use std::collections::HashSet;

use model::{
    Article, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Mention, Provenance, Speaker,
    Stance, TextRange, WikidataId,
};
use text::fold::fold;
use text::phrase::occurrences;
use text::quotation_marks::quoted;
use text::sentences::sentences;

use crate::ranges::block_at;
use crate::{ClaimChange, Edit, EntityChange, Item, mark_places, new_claim_id, new_entity_id};

/// The maximum number of subjects that are proposed for a claim.
const MOST_ABOUT: usize = 6;

/// Who makes a claim, as an editor says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody is named.
    Nobody,
    /// An entity of the article.
    Entity(EntityId),
    /// Words of the text that stand for a speaker.
    Words(TextRange),
    /// Somebody whom the article does not have yet. An entity with the same name is used if there
    /// is one.
    New {
        /// The name.
        name: String,
        /// The kind.
        kind: EntityKind,
    },
}

/// The form for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimForm {
    /// The pieces of the claim.
    pub content: Vec<TextRange>,
    /// Who makes it.
    pub who: Who,
    /// The word that attributes it to them.
    pub cue: Option<TextRange>,
    /// Whether the words are the speaker’s own.
    pub form: Form,
    /// The speaker’s stance.
    pub stance: Stance,
    /// The entities that it is about.
    pub about: Vec<EntityId>,
}

impl ClaimForm {
    /// The form for a claim of the article.
    #[must_use]
    pub fn of(claim: &Claim) -> Self {
        Self {
            content: claim.content.clone(),
            who: match &claim.speaker {
                Speaker::Entity(id) => Who::Entity(id.clone()),
                Speaker::Words(range) => Who::Words(*range),
                Speaker::Unnamed => Who::Nobody,
            },
            cue: claim.cue,
            form: claim.form,
            stance: claim.stance,
            about: claim.about.clone(),
        }
    }

    /// The form for a claim that was detected in the text of the article with other entities, such
    /// as by the annotator for words that were selected. Entities are the same if their names are.
    #[must_use]
    pub fn detected(article: &Article, claim: &Claim, entities: &[Entity]) -> Self {
        let entity = |id: &EntityId| entities.iter().find(|entity| entity.id == *id);
        let known = |id: &EntityId| entity_called(article, &entity(id)?.name);
        let who = match &claim.speaker {
            Speaker::Entity(id) => match (known(id), entity(id)) {
                (Some(known), _) => Who::Entity(known.id.clone()),
                (None, Some(new)) => Who::New {
                    name: new.name.clone(),
                    kind: new.kind,
                },
                (None, None) => Who::Nobody,
            },
            Speaker::Words(range) => Who::Words(*range),
            Speaker::Unnamed => Who::Nobody,
        };
        let about = claim.about.iter().filter_map(known);
        Self {
            who,
            about: about.map(|entity| entity.id.clone()).collect(),
            ..Self::of(claim)
        }
    }

    /// The form for words that were selected. It guesses from what the article already has: the
    /// cue and its stance are those of another claim with such a cue, and the speaker is the
    /// nearest name in the sentence.
    #[must_use]
    pub fn guessed(article: &Article, content: Vec<TextRange>) -> Self {
        let first = content.first().copied();
        let sentence = first.map_or_else(TextRange::default, |_| sentence_of(article, &content));
        let cue = nearest_cue(article, sentence, &content);
        let near = cue.as_ref().map(|(range, _)| *range).or(first);
        let who = near.and_then(|near| nearest_speaker(article, sentence, &content, near));
        let form = import::form_of(&content, &quoted(&article.text));
        let about = subjects(article, &content, who.as_ref());
        Self {
            content,
            who: who.map_or(Who::Nobody, Who::Entity),
            cue: cue.as_ref().map(|(range, _)| *range),
            form,
            stance: cue.map_or(Stance::States, |(_, stance)| stance),
            about,
        }
    }

    /// An edit that adds the claim, and its speaker if they are new.
    #[must_use]
    pub fn edit_to_add(self, article: &Article) -> Edit {
        let (speaker, added) = speaker_of(article, self.who);
        let claim = Edit::AddClaim(Claim {
            id: new_claim_id(article),
            speaker,
            cue: self.cue,
            content: self.content,
            form: self.form,
            stance: self.stance,
            about: self.about,
            provenance: Provenance::Curated,
            checked_by: None,
        });
        match added {
            Some(added) => Edit::All(vec![added, claim]),
            None => claim,
        }
    }

    /// An edit that makes a claim what the form says, and curated; `None` if it is so already.
    #[must_use]
    pub fn edit_to_change(self, article: &Article, claim: &ClaimId) -> Option<Edit> {
        let old = article.claims.iter().find(|it| it.id == *claim)?;
        let (speaker, added) = speaker_of(article, self.who);
        let mut edits: Vec<Edit> = added.into_iter().collect();
        let mut changes = Vec::new();
        if speaker != old.speaker {
            changes.push(ClaimChange::Speaker(speaker));
        }
        if self.cue != old.cue {
            changes.push(ClaimChange::Cue(self.cue));
        }
        if self.form != old.form {
            changes.push(ClaimChange::Form(self.form));
        }
        if self.stance != old.stance {
            changes.push(ClaimChange::Stance(self.stance));
        }
        if self.about != old.about {
            changes.push(ClaimChange::About(self.about));
        }
        // Old pieces make room for new ones; one stays until its successor comes.
        let (kept, gone): (Vec<TextRange>, Vec<TextRange>) = old
            .content
            .iter()
            .partition(|piece| self.content.contains(piece));
        let come = self
            .content
            .iter()
            .filter(|piece| !kept.contains(piece))
            .copied();
        let (mut gone, mut come) = (gone.into_iter(), come);
        let moved = if kept.is_empty() {
            gone.next().zip(come.next())
        } else {
            None
        };
        changes.extend(gone.map(ClaimChange::RemovePiece));
        changes.extend(moved.map(|(from, to)| ClaimChange::MovePiece { from, to }));
        changes.extend(come.map(ClaimChange::AddPiece));
        edits.extend(changes.into_iter().map(|change| Edit::ChangeClaim {
            claim: claim.clone(),
            change,
        }));
        if old.provenance != Provenance::Curated {
            edits.push(Edit::Keep(vec![Item::Claim(claim.clone())]));
        }
        Edit::of(edits)
    }
}

/// The entity with this name or, if there is none, with this alias.
fn entity_called<'a>(article: &'a Article, name: &str) -> Option<&'a Entity> {
    let name = fold(name);
    let entities = &article.entities;
    let named = entities.iter().find(|entity| fold(&entity.name) == name);
    named.or_else(|| {
        let is_alias = |entity: &&Entity| entity.aliases.iter().any(|it| fold(it) == name);
        entities.iter().find(is_alias)
    })
}

/// The speaker, and an edit that adds them if they are new.
fn speaker_of(article: &Article, who: Who) -> (Speaker, Option<Edit>) {
    match who {
        Who::Nobody => (Speaker::Unnamed, None),
        Who::Entity(id) => (Speaker::Entity(id), None),
        Who::Words(range) => (Speaker::Words(range), None),
        Who::New { name, kind } => {
            if let Some(known) = entity_called(article, &name) {
                return (Speaker::Entity(known.id.clone()), None);
            }
            let entity = Entity {
                id: new_entity_id(article, &name, kind),
                kind,
                name,
                aliases: Vec::new(),
                wikidata: None,
            };
            (
                Speaker::Entity(entity.id.clone()),
                Some(Edit::AddEntity(entity)),
            )
        }
    }
}

/// The sentence around the first piece of a claim.
fn sentence_of(article: &Article, content: &[TextRange]) -> TextRange {
    let first = content.first().copied().unwrap_or_default();
    let block = block_at(article, first.start).and_then(|number| article.blocks.get(number));
    let block = block.map_or_else(TextRange::default, |block| block.range);
    let sentences = sentences(article.words(block)).into_iter();
    let mut sentences = sentences.map(|sentence| TextRange {
        start: block.start + sentence.start,
        end: block.start + sentence.end,
    });
    let holds = |sentence: &TextRange| first.start < sentence.end;
    let last = content.last().map_or(first.end, |last| last.end);
    let found = sentences.find(holds).unwrap_or(block);
    // The claim itself may be several sentences; what it is attributed to follows the last one.
    let end = sentences
        .take_while(|sentence| sentence.start < last)
        .last();
    TextRange {
        start: found.start,
        end: end.map_or(found.end, |end| end.end),
    }
}

fn distance(a: TextRange, b: TextRange) -> u32 {
    let behind = a.start.saturating_sub(b.end);
    behind.max(b.start.saturating_sub(a.end))
}

fn is_outside(range: TextRange, content: &[TextRange]) -> bool {
    content.iter().all(|piece| !piece.overlaps(range))
}

/// The nearest words in a sentence that are a cue elsewhere, with their stance there.
fn nearest_cue(
    article: &Article,
    sentence: TextRange,
    content: &[TextRange],
) -> Option<(TextRange, Stance)> {
    let first = content.first().copied()?;
    let mut met = HashSet::new();
    let mut nearest: Option<(TextRange, Stance)> = None;
    for claim in &article.claims {
        let Some(words) = claim.cue.map(|cue| article.words(cue)) else {
            continue;
        };
        if !met.insert(words) {
            continue;
        }
        for place in occurrences(article.words(sentence), words) {
            let place = TextRange {
                start: sentence.start + place.start,
                end: sentence.start + place.end,
            };
            let is_nearer =
                nearest.is_none_or(|(other, _)| distance(place, first) < distance(other, first));
            if is_nearer && is_outside(place, content) {
                nearest = Some((place, claim.stance));
            }
        }
    }
    nearest
}

/// The speaker of the sentence: the name outside the claim that is nearest to the cue.
fn nearest_speaker(
    article: &Article,
    sentence: TextRange,
    content: &[TextRange],
    near: TextRange,
) -> Option<EntityId> {
    let can_speak = |mention: &&Mention| {
        let kind = article.entity(&mention.entity).map(|entity| entity.kind);
        matches!(
            kind,
            Some(EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
        )
    };
    let mentions = article.mentions.iter();
    let here = mentions
        .filter(|mention| sentence.contains(mention.range) && is_outside(mention.range, content))
        .filter(can_speak);
    let nearest = here.min_by_key(|mention| distance(mention.range, near));
    nearest.map(|mention| mention.entity.clone())
}

/// The entities that are named in a claim, except its speaker, dates, sums and nationalities.
fn subjects(article: &Article, content: &[TextRange], speaker: Option<&EntityId>) -> Vec<EntityId> {
    let mut about: Vec<EntityId> = Vec::new();
    let mentions = article.mentions.iter();
    for mention in mentions.filter(|it| content.iter().any(|piece| piece.contains(it.range))) {
        let id = &mention.entity;
        let counts = article.entity(id).is_some_and(|entity| {
            !matches!(
                entity.kind,
                EntityKind::Date | EntityKind::Money | EntityKind::Nationality
            )
        });
        if counts && about.len() < MOST_ABOUT && Some(id) != speaker && !about.contains(id) {
            about.push(id.clone());
        }
    }
    about
}

/// The form for a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameForm {
    /// The canonical name.
    pub name: String,
    /// The kind.
    pub kind: EntityKind,
    /// Other names.
    pub aliases: Vec<String>,
    /// The item of Wikidata.
    pub wikidata: Option<WikidataId>,
    /// The entity that has this name too, instead of a new one.
    pub same_as: Option<EntityId>,
    /// The places to mark.
    pub places: Vec<TextRange>,
}

impl NameForm {
    /// The form for words that were selected. If an entity has this name, it is proposed.
    #[must_use]
    pub fn guessed(article: &Article, range: TextRange) -> Self {
        let words = article.words(range);
        let known = entity_called(article, words);
        Self {
            places: vec![range],
            same_as: known.map(|known| known.id.clone()),
            ..known.map_or_else(
                || Self {
                    name: words.to_owned(),
                    kind: EntityKind::Person,
                    aliases: Vec::new(),
                    wikidata: None,
                    same_as: None,
                    places: Vec::new(),
                },
                Self::of,
            )
        }
    }

    /// The form for an entity.
    #[must_use]
    pub fn of(entity: &Entity) -> Self {
        Self {
            name: entity.name.clone(),
            kind: entity.kind,
            aliases: entity.aliases.clone(),
            wikidata: entity.wikidata.clone(),
            same_as: None,
            places: Vec::new(),
        }
    }

    /// An edit that adds the name and marks its places. If it is the same as an entity of the
    /// article, that one gets the name as an alias, unless it has it.
    #[must_use]
    pub fn edit_to_add(self, article: &Article) -> Edit {
        let (entity, first) = match self.same_as {
            Some(entity) => {
                let known = article.entity(&entity);
                let is_known =
                    known.is_some_and(|it| it.name == self.name || it.aliases.contains(&self.name));
                let alias = (!is_known).then(|| Edit::ChangeEntity {
                    entity: entity.clone(),
                    change: EntityChange::AddAlias(self.name),
                });
                (entity, alias)
            }
            None => {
                let entity = Entity {
                    id: new_entity_id(article, &self.name, self.kind),
                    kind: self.kind,
                    name: self.name,
                    aliases: self.aliases,
                    wikidata: self.wikidata,
                };
                (entity.id.clone(), Some(Edit::AddEntity(entity)))
            }
        };
        let mut edits: Vec<Edit> = first.into_iter().collect();
        edits.extend(mark_places(&entity, &self.places));
        Edit::of(edits).unwrap_or(Edit::All(Vec::new()))
    }

    /// An edit that makes an entity what the form says, and keeps its detected mentions; `None` if
    /// it is so already.
    #[must_use]
    pub fn edit_to_change(self, article: &Article, id: &EntityId) -> Option<Edit> {
        let old = article.entity(id)?;
        let mut changes = Vec::new();
        if self.name != old.name {
            changes.push(EntityChange::Name(self.name));
        }
        if self.kind != old.kind {
            changes.push(EntityChange::Kind(self.kind));
        }
        if self.wikidata != old.wikidata {
            changes.push(EntityChange::Wikidata(self.wikidata));
        }
        let gone = old
            .aliases
            .iter()
            .filter(|alias| !self.aliases.contains(alias));
        changes.extend(gone.cloned().map(EntityChange::RemoveAlias));
        let come = self
            .aliases
            .iter()
            .filter(|alias| !old.aliases.contains(alias));
        changes.extend(come.cloned().map(EntityChange::AddAlias));
        let edits = changes.into_iter().map(|change| Edit::ChangeEntity {
            entity: id.clone(),
            change,
        });
        let mut edits: Vec<Edit> = edits.collect();
        let is_detected =
            |mention: &Mention| mention.entity == *id && mention.provenance != Provenance::Curated;
        if article.mentions.iter().any(is_detected) {
            edits.push(Edit::Keep(vec![Item::Name(id.clone())]));
        }
        match self.same_as {
            Some(into) if into != *id => {
                let from = id.clone();
                edits.push(Edit::MergeEntities { from, into });
            }
            _ => {}
        }
        Edit::of(edits)
    }
}

#[cfg(test)]
mod tests;
