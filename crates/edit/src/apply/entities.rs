//! Edits of entities.

use crate::editor::Editor;
use crate::step::{Splice, Step};
use crate::{EditProblem, EntityChange, MentionKey, OrphanedClaims};
use model::{Claim, Entity, EntityId, Mention, Provenance, Speaker, TextRange};

/// A name that is not empty.
fn checked_name(name: &str) -> Result<&str, EditProblem> {
    let is_blank = name.trim().is_empty();
    (!is_blank).then_some(name).ok_or(EditProblem::BlankName)
}

impl Editor<'_> {
    /// Adds an entity at a position of the list, or at its end.
    pub(crate) fn add_entity(
        &mut self,
        entity: &Entity,
        at: Option<usize>,
    ) -> Result<(), EditProblem> {
        if entity.id.as_str().is_empty() {
            return Err(EditProblem::BlankId);
        }
        if self.entity(&entity.id).is_ok() {
            return Err(EditProblem::TakenId(entity.id.to_string()));
        }
        checked_name(&entity.name)?;
        let mut aliases = entity.aliases.iter();
        aliases.try_for_each(|alias| checked_name(alias).map(|_| ()))?;
        let at = at.unwrap_or(self.article().entities.len());
        self.run(Step::Entities(Splice::insert(at, entity.clone())));
        Ok(())
    }

    /// Changes one property of an entity.
    pub(crate) fn change_entity(
        &mut self,
        id: &EntityId,
        change: &EntityChange,
    ) -> Result<(), EditProblem> {
        let at = self.entity(id)?;
        let Some(mut entity) = self.article().entities.get(at).cloned() else {
            return Ok(());
        };
        match change {
            EntityChange::Name(name) => checked_name(name)?.clone_into(&mut entity.name),
            EntityChange::Kind(kind) => entity.kind = *kind,
            EntityChange::Wikidata(item) => entity.wikidata.clone_from(item),
            EntityChange::AddAlias(alias) => {
                add_name(&mut entity, checked_name(alias)?);
            }
            EntityChange::RemoveAlias(alias) => entity.aliases.retain(|it| it != alias),
        }
        self.set_entity(at, entity);
        Ok(())
    }

    /// Removes an entity with its mentions.
    pub(crate) fn remove_entity(
        &mut self,
        id: &EntityId,
        orphaned: OrphanedClaims,
    ) -> Result<(), EditProblem> {
        let at = self.entity(id)?;
        let claims = &self.article().claims;
        let count = claims.iter().filter(|claim| refers_to(claim, id)).count();
        if count > 0 {
            if orphaned == OrphanedClaims::Refuse {
                return Err(EditProblem::UsedByClaims { count });
            }
            self.release_claims(id, orphaned == OrphanedClaims::Words, |_| true);
        }
        let mentions = self.article().mentions.iter();
        let others = mentions.filter(|mention| mention.entity != *id);
        self.set_mentions(others.cloned().collect());
        self.run(Step::Entities(Splice::remove(at)));
        Ok(())
    }

    /// Takes an entity out of some claims. Its place as speaker is taken by the words of a
    /// mention, if asked and possible.
    pub(crate) fn release_claims(
        &mut self,
        id: &EntityId,
        use_words: bool,
        is_meant: impl Fn(&Claim) -> bool,
    ) {
        let article = self.article();
        let own = article.mentions.iter().filter(|it| it.entity == *id);
        let places: Vec<TextRange> = own.map(|mention| mention.range).collect();
        let words_for = |claim: &Claim| {
            let near = claim.cue.unwrap_or_else(|| claim.extent());
            let distance = |place: &&TextRange| {
                let behind = place.start.saturating_sub(near.end);
                behind.max(near.start.saturating_sub(place.end))
            };
            let nearest = places.iter().min_by_key(distance);
            nearest.filter(|_| use_words).copied()
        };
        let release = |claim: &Claim| {
            let mut claim = claim.clone();
            if refers_to(&claim, id) && is_meant(&claim) {
                if claim.speaker == Speaker::Entity(id.clone()) {
                    claim.speaker = words_for(&claim).map_or(Speaker::Unnamed, Speaker::Words);
                }
                claim.about.retain(|about| about != id);
            }
            claim
        };
        let released = article.claims.iter().map(release).collect();
        self.set_claims(released);
    }

    /// Gives mentions, names and claims of one entity to another.
    pub(crate) fn merge_entities(
        &mut self,
        from: &EntityId,
        into: &EntityId,
    ) -> Result<(), EditProblem> {
        if from == into {
            return Err(EditProblem::SameEntity);
        }
        let (at, to) = (self.entity(from)?, self.entity(into)?);
        let article = self.article();
        let both = article.entities.get(at).zip(article.entities.get(to));
        let Some((old, merged)) = both else {
            return Ok(());
        };
        let mut merged = merged.clone();
        for name in std::iter::once(&old.name).chain(&old.aliases) {
            add_name(&mut merged, name);
        }
        merged.wikidata = merged.wikidata.or_else(|| old.wikidata.clone());
        let mentions = mentions_of_one(&article.mentions, from, into);
        let claims = article.claims.iter();
        let claims = claims
            .map(|claim| claim_of_one(claim, from, into))
            .collect();
        self.set_entity(to, merged);
        self.set_mentions(mentions);
        self.set_claims(claims);
        self.run(Step::Entities(Splice::remove(at)));
        Ok(())
    }

    /// Makes some mentions of an entity mentions of a new one, which follows it in the list.
    pub(crate) fn split_entity(
        &mut self,
        from: &EntityId,
        new: &Entity,
        ranges: &[TextRange],
    ) -> Result<(), EditProblem> {
        let at = self.entity(from)?;
        self.add_entity(new, Some(at + 1))?;
        let mut mentions = self.article().mentions.clone();
        for range in ranges {
            let entity = from.clone();
            let place = self.mention(&MentionKey {
                entity,
                range: *range,
            })?;
            if let Some(mention) = mentions.get_mut(place) {
                mention.entity = new.id.clone();
            }
        }
        self.set_mentions(mentions);
        Ok(())
    }
}

/// Whether a claim has an entity as its speaker or among its subjects.
pub(super) fn refers_to(claim: &Claim, id: &EntityId) -> bool {
    matches!(&claim.speaker, Speaker::Entity(speaker) if speaker == id) || claim.about.contains(id)
}

/// Adds a name to an entity that does not have it.
fn add_name(entity: &mut Entity, name: &str) {
    if entity.name != name && entity.aliases.iter().all(|alias| alias != name) {
        entity.aliases.push(name.to_owned());
    }
}

/// The mentions, with those of one entity as another’s. Of two in one place, a curated one
/// stays.
fn mentions_of_one(mentions: &[Mention], from: &EntityId, into: &EntityId) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let mut mention = mention.clone();
        if mention.entity == *from {
            mention.entity = into.clone();
        }
        let here = merged.iter_mut().rev();
        let mut here = here.take_while(|other| other.range == mention.range);
        match here.find(|other| other.entity == mention.entity) {
            Some(other) if mention.provenance == Provenance::Curated => *other = mention,
            Some(_) => {}
            None => merged.push(mention),
        }
    }
    merged
}

fn claim_of_one(claim: &Claim, from: &EntityId, into: &EntityId) -> Claim {
    let mut claim = claim.clone();
    if claim.speaker == Speaker::Entity(from.clone()) {
        claim.speaker = Speaker::Entity(into.clone());
    }
    if claim.about.contains(from) {
        let mut about: Vec<EntityId> = Vec::with_capacity(claim.about.len());
        for id in claim.about {
            let id = if id == *from { into.clone() } else { id };
            if !about.contains(&id) {
                about.push(id);
            }
        }
        claim.about = about;
    }
    claim
}
