//! Carries out edits on an article, and undoes them.

use crate::ranges::in_text;
use crate::step::{Splice, Step};
use crate::{Edit, EditProblem, MentionKey};
use model::{Article, Claim, ClaimId, Entity, EntityId, Mention};

/// How deep bulk edits may contain each other.
const DEEPEST: usize = 8;

/// What undoes an edit: exactly what it removed, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo(Vec<Step>);

impl Undo {
    /// Makes the article what it was before the edit. It must be as it was right after it.
    pub fn revert(self, article: &mut Article) {
        for step in self.0.into_iter().rev() {
            step.apply(article);
        }
    }

    /// Also reverts another edit, which was made after this one, before it.
    pub(crate) fn after(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    /// The steps that undo the edit, the last one first.
    pub(crate) fn steps(&self) -> &[Step] {
        &self.0
    }
}

/// Makes an edit. Returns what undoes it.
///
/// An article that is [valid](crate::check) stays valid.
///
/// # Errors
///
/// If the edit does not fit the article or would not change it. The article is then as before.
pub fn apply(article: &mut Article, edit: &Edit) -> Result<Undo, EditProblem> {
    let mut editor = Editor {
        article,
        undo: Vec::new(),
    };
    let result = editor.edit(edit, 0);
    let undo = Undo(editor.undo);
    match result {
        Ok(()) if undo.0.is_empty() => Err(EditProblem::NoChange),
        Ok(()) => Ok(undo),
        Err(problem) => {
            undo.revert(article);
            Err(problem)
        }
    }
}

/// An article while an edit is carried out. Every change goes through its methods, which record
/// how to undo it.
pub(crate) struct Editor<'a> {
    article: &'a mut Article,
    undo: Vec<Step>,
}

impl Editor<'_> {
    fn edit(&mut self, edit: &Edit, depth: usize) -> Result<(), EditProblem> {
        match edit {
            Edit::AddEntity(entity) => self.add_entity(entity, None),
            Edit::ChangeEntity { entity, change } => self.change_entity(entity, change),
            Edit::RemoveEntity { entity, claims } => self.remove_entity(entity, *claims),
            Edit::MergeEntities { from, into } => self.merge_entities(from, into),
            Edit::SplitEntity {
                from,
                new,
                mentions,
            } => self.split_entity(from, new, mentions),
            Edit::AddMention(mention) => self.add_mention(mention),
            Edit::ChangeMention { mention, change } => self.change_mention(mention, change),
            Edit::RemoveMention(mention) => {
                let at = self.mention(mention)?;
                self.remove_mention(at);
                Ok(())
            }
            Edit::AddClaim(claim) => self.add_claim(claim),
            Edit::ChangeClaim { claim, change } => self.change_claim(claim, change),
            Edit::RemoveClaim(claim) => {
                let at = self.claim(claim)?;
                self.run(Step::Claims(Splice::remove(at)));
                Ok(())
            }
            Edit::Keep(items) => self.keep(items),
            Edit::Reject(items) => self.reject(items),
            Edit::ChangeMetadata(change) => self.change_metadata(change),
            Edit::ChangeBlockKind { block, kind } => self.change_block_kind(*block, *kind),
            Edit::JoinBlocks { first } => self.join_blocks(*first),
            Edit::SplitBlock { at } => self.split_block(*at),
            Edit::RemoveBlock { block } => self.remove_block(*block),
            Edit::ChangeText { range, words } => self.change_text(*range, words),
            Edit::All(_) if depth >= DEEPEST => Err(EditProblem::TooDeep),
            Edit::All(edits) => {
                let mut edits = edits.iter();
                edits.try_for_each(|edit| self.edit(edit, depth + 1))
            }
        }
    }

    /// The article as it is now.
    pub(crate) fn article(&self) -> &Article {
        self.article
    }

    /// Makes a step.
    pub(crate) fn run(&mut self, step: Step) {
        self.undo.push(step.apply(self.article));
    }

    /// The position of an entity.
    pub(crate) fn entity(&self, id: &EntityId) -> Result<usize, EditProblem> {
        let place = self.article.entities.iter().position(|it| it.id == *id);
        place.ok_or_else(|| EditProblem::NoSuchEntity(id.clone()))
    }

    /// The position of a claim.
    pub(crate) fn claim(&self, id: &ClaimId) -> Result<usize, EditProblem> {
        let place = self.article.claims.iter().position(|it| it.id == *id);
        place.ok_or_else(|| EditProblem::NoSuchClaim(id.clone()))
    }

    /// The position of a mention.
    pub(crate) fn mention(&self, key: &MentionKey) -> Result<usize, EditProblem> {
        let mentions = &self.article.mentions;
        let first = mentions.partition_point(|it| in_text(it.range, key.range).is_lt());
        let same = mentions.get(first..).unwrap_or_default().iter();
        let mut same = same.take_while(|it| it.range == key.range);
        let place = same.position(|it| it.entity == key.entity);
        place
            .map(|place| first + place)
            .ok_or(EditProblem::NoSuchMention)
    }

    /// Replaces an entity, if the other one differs.
    pub(crate) fn set_entity(&mut self, at: usize, entity: Entity) {
        if self.article.entities.get(at) != Some(&entity) {
            self.run(Step::Entities(Splice::replace(at, 1, vec![entity])));
        }
    }

    /// Replaces a claim, if the other one differs.
    pub(crate) fn set_claim(&mut self, at: usize, claim: Claim) {
        if self.article.claims.get(at) != Some(&claim) {
            self.run(Step::Claims(Splice::replace(at, 1, vec![claim])));
        }
    }

    /// Replaces the list of mentions by one in the same order.
    pub(crate) fn set_mentions(&mut self, mentions: Vec<Mention>) {
        if let Some(splice) = Splice::between(&self.article.mentions, mentions) {
            self.run(Step::Mentions(splice));
        }
    }

    /// Replaces the list of claims.
    pub(crate) fn set_claims(&mut self, claims: Vec<Claim>) {
        if let Some(splice) = Splice::between(&self.article.claims, claims) {
            self.run(Step::Claims(splice));
        }
    }

    /// Removes a mention.
    pub(crate) fn remove_mention(&mut self, at: usize) {
        self.run(Step::Mentions(Splice::remove(at)));
    }

    /// Inserts a mention in its place. Returns whether it was new.
    pub(crate) fn insert_mention(&mut self, mention: Mention) -> bool {
        let is_new = self.mention(&MentionKey::of(&mention)).is_err();
        if is_new {
            let mentions = &self.article.mentions;
            let at = mentions.partition_point(|it| in_text(it.range, mention.range).is_le());
            self.run(Step::Mentions(Splice::insert(at, mention)));
        }
        is_new
    }
}
