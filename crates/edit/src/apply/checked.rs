//! Detected annotations that an editor keeps or rejects.

use std::collections::HashSet;

use super::entities::refers_to;
use crate::editor::Editor;
use crate::step::{Splice, Step};
use crate::{EditProblem, Item, MentionKey};
use model::{Claim, ClaimId, EntityId, Mention, Provenance};

/// Which annotations an edit means.
struct Chosen<'i> {
    claims: HashSet<&'i ClaimId>,
    names: HashSet<&'i EntityId>,
    mentions: HashSet<&'i MentionKey>,
}

impl<'i> Chosen<'i> {
    /// The annotations, which all have to exist.
    fn of(items: &'i [Item], editor: &Editor<'_>) -> Result<Self, EditProblem> {
        let article = editor.article();
        let claims: HashSet<&ClaimId> = article.claims.iter().map(|it| &it.id).collect();
        let entities: HashSet<&EntityId> = article.entities.iter().map(|it| &it.id).collect();
        let mut chosen = Self {
            claims: HashSet::new(),
            names: HashSet::new(),
            mentions: HashSet::new(),
        };
        for item in items {
            match item {
                Item::Claim(id) if !claims.contains(id) => {
                    return Err(EditProblem::NoSuchClaim(id.clone()));
                }
                Item::Name(id) if !entities.contains(id) => {
                    return Err(EditProblem::NoSuchEntity(id.clone()));
                }
                Item::Claim(id) => {
                    chosen.claims.insert(id);
                }
                Item::Name(id) => {
                    chosen.names.insert(id);
                }
                Item::Mention(key) => {
                    editor.mention(key)?;
                    chosen.mentions.insert(key);
                }
            }
        }
        Ok(chosen)
    }

    fn has_claim(&self, claim: &Claim) -> bool {
        is_found(&claim.provenance) && self.claims.contains(&claim.id)
    }

    fn has_mentions(&self) -> bool {
        !self.names.is_empty() || !self.mentions.is_empty()
    }

    fn has_mention(&self, mention: &Mention) -> bool {
        is_found(&mention.provenance)
            && (self.names.contains(&mention.entity)
                || self.mentions.contains(&MentionKey::of(mention)))
    }
}

fn is_found(provenance: &Provenance) -> bool {
    matches!(provenance, Provenance::Found { .. })
}

impl Editor<'_> {
    /// Makes detected annotations curated.
    pub(crate) fn keep(&mut self, items: &[Item]) -> Result<(), EditProblem> {
        let chosen = Chosen::of(items, self)?;
        if chosen.has_mentions() {
            let mut mentions = self.article().mentions.clone();
            for mention in mentions.iter_mut().filter(|it| chosen.has_mention(it)) {
                mention.provenance = Provenance::Curated;
            }
            self.set_mentions(mentions);
        }
        if !chosen.claims.is_empty() {
            let mut claims = self.article().claims.clone();
            for claim in claims.iter_mut().filter(|it| chosen.has_claim(it)) {
                claim.provenance = Provenance::Curated;
            }
            self.set_claims(claims);
        }
        Ok(())
    }

    /// Removes detected annotations. An entity goes with them unless something curated refers to
    /// it; the words of its nearest mention take its place as the speaker of detected claims.
    pub(crate) fn reject(&mut self, items: &[Item]) -> Result<(), EditProblem> {
        let chosen = Chosen::of(items, self)?;
        let claims = self.article().claims.iter();
        let others = claims.filter(|claim| !chosen.has_claim(claim));
        self.set_claims(others.cloned().collect());
        // In the order of the article, so that the result does not depend on hashing.
        let entities = self.article().entities.iter();
        let names = entities.filter(|it| chosen.names.contains(&it.id));
        let names: Vec<EntityId> = names.map(|entity| entity.id.clone()).collect();
        for name in &names {
            self.release_claims(name, true, |claim| is_found(&claim.provenance));
        }
        let mentions = self.article().mentions.iter();
        let others = mentions.filter(|mention| !chosen.has_mention(mention));
        self.set_mentions(others.cloned().collect());
        for name in &names {
            let article = self.article();
            let is_used = article.mentions.iter().any(|it| it.entity == *name)
                || article.claims.iter().any(|it| refers_to(it, name));
            if !is_used {
                let at = self.entity(name)?;
                self.run(Step::Entities(Splice::remove(at)));
            }
        }
        Ok(())
    }
}
