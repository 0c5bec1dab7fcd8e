//! Edits of mentions.

use super::claims::checked_provenance;
use crate::editor::Editor;
use crate::ranges::check_in_block;
use crate::{EditProblem, MentionChange, MentionKey};
use model::Mention;

impl Editor<'_> {
    /// Adds a mention of an entity that exists.
    pub(crate) fn add_mention(&mut self, mention: &Mention) -> Result<(), EditProblem> {
        self.entity(&mention.entity)?;
        check_in_block(self.article(), mention.range)?;
        checked_provenance(&mention.provenance)?;
        let is_new = self.insert_mention(mention.clone());
        is_new.then_some(()).ok_or(EditProblem::SameMention)
    }

    /// Changes one property of a mention.
    pub(crate) fn change_mention(
        &mut self,
        key: &MentionKey,
        change: &MentionChange,
    ) -> Result<(), EditProblem> {
        let at = self.mention(key)?;
        let Some(mut mention) = self.article().mentions.get(at).cloned() else {
            return Ok(());
        };
        match change {
            MentionChange::Entity(entity) => mention.entity = entity.clone(),
            MentionChange::Range(range) => mention.range = *range,
        }
        if MentionKey::of(&mention) == *key {
            return Ok(());
        }
        self.remove_mention(at);
        self.add_mention(&mention)
    }
}
