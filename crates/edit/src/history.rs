//! An article with the edits that were made, to undo and redo them.

use std::collections::HashMap;
use std::rc::Rc;

use model::{Article, ClaimId};

use crate::editor::{Undo, apply};
use crate::log::{self, Entry, Origin, Replay};
use crate::text_change::{Differences, TextChange};
use crate::{Decision, Edit, EditProblem, EditRecord, Item, LogProblem};

/// An article, its original, and the edits between them.
#[derive(Debug)]
pub struct History {
    original: Rc<Article>,
    article: Rc<Article>,
    done: Vec<Done>,
    /// The last one is redone first.
    undone: Vec<Entry>,
}

/// An edit that was made.
#[derive(Debug)]
struct Done {
    entry: Entry,
    undo: Undo,
    decisions: Vec<Decision>,
}

impl History {
    /// An article without edits. [Repair](crate::repair) it first if it is from elsewhere.
    #[must_use]
    pub fn of(original: impl Into<Rc<Article>>) -> Self {
        let original = original.into();
        Self {
            article: Rc::clone(&original),
            original,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// An article with the edits of a log, which may be anybody’s. It stops at the first edit that
    /// does not fit, and says where.
    ///
    /// # Errors
    ///
    /// If the log has another version or form, or belongs to another text, or if the article is
    /// not [valid](crate::check).
    pub fn from_json(original: Article, log: &str) -> Result<Replay, LogProblem> {
        log::replay(original, log)
    }

    /// The log as JSON: with the original article it is all that has to be kept.
    #[must_use]
    pub fn to_json(&self) -> String {
        log::to_json(self)
    }

    /// The article as it is now.
    #[must_use]
    pub fn article(&self) -> &Rc<Article> {
        &self.article
    }

    /// The article as it was before the first edit.
    #[must_use]
    pub fn original(&self) -> &Rc<Article> {
        &self.original
    }

    /// The edits that were made, in order.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.done.iter().map(|done| &done.entry)
    }

    /// The edits that were undone; the last one is redone first.
    #[must_use]
    pub fn undone(&self) -> &[Entry] {
        &self.undone
    }

    pub(crate) fn set_undone(&mut self, undone: Vec<Entry>) {
        self.undone = undone;
    }

    /// Makes an edit of the editor. What was undone can no longer be redone.
    ///
    /// # Errors
    ///
    /// If the edit does not fit the article or would not change it. Nothing changes then.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditProblem> {
        self.record(edit.into())
    }

    /// Makes an edit, as [`Self::apply`] does, with what is known about it.
    ///
    /// # Errors
    ///
    /// As [`Self::apply`].
    pub fn record(&mut self, entry: Entry) -> Result<(), EditProblem> {
        self.make(entry)?;
        self.undone.clear();
        Ok(())
    }

    /// Makes an edit of the editor as a part of the last one, so that both are undone together,
    /// such as further steps of moving an end.
    ///
    /// # Errors
    ///
    /// As [`Self::apply`].
    pub fn extend(&mut self, edit: Edit) -> Result<(), EditProblem> {
        self.apply(edit)?;
        let Some(last) = self.done.pop() else {
            return Ok(());
        };
        match self.done.last_mut() {
            Some(before) => {
                let edit = match std::mem::replace(&mut before.entry.edit, Edit::All(Vec::new())) {
                    Edit::All(mut edits) => {
                        edits.push(last.entry.edit);
                        Edit::All(edits)
                    }
                    edit => Edit::All(vec![edit, last.entry.edit]),
                };
                before.entry.edit = edit;
                before.undo.after(last.undo);
                before.decisions.extend(last.decisions);
            }
            None => self.done.push(last),
        }
        Ok(())
    }

    /// Takes back the last edit. Returns it, if there is one.
    pub fn undo(&mut self) -> Option<&Edit> {
        let Done { entry, undo, .. } = self.done.pop()?;
        undo.revert(Rc::make_mut(&mut self.article));
        self.undone.push(entry);
        self.undone.last().map(|entry| &entry.edit)
    }

    /// Makes the last edit that was undone again. Returns it, if there is one.
    ///
    /// # Errors
    ///
    /// If the edit does not fit, because it is from a log that somebody changed. Nothing changes
    /// then, and it can no longer be redone.
    pub fn redo(&mut self) -> Result<Option<&Edit>, EditProblem> {
        match self.undone.pop() {
            Some(entry) => {
                self.make(entry)?;
                Ok(self.done.last().map(|done| &done.entry.edit))
            }
            None => Ok(None),
        }
    }

    fn make(&mut self, entry: Entry) -> Result<(), EditProblem> {
        let decisions = match entry.origin {
            Origin::Editor => Decision::of(&self.article, &entry.edit),
            Origin::Decisions | Origin::Others => Vec::new(),
        };
        let undo = apply(Rc::make_mut(&mut self.article), &entry.edit)?;
        self.done.push(Done {
            entry,
            undo,
            decisions,
        });
        Ok(())
    }

    /// What the editor decided with the last edit.
    #[must_use]
    pub fn last_decisions(&self) -> &[Decision] {
        self.done.last().map_or(&[], |done| &done.decisions)
    }

    /// Everything the editor decided, in order.
    #[must_use]
    pub fn decisions(&self) -> Vec<Decision> {
        let all = self.done.iter().flat_map(|done| &done.decisions);
        all.cloned().collect()
    }

    /// Where the text differs from the original, with the words of the original.
    #[must_use]
    pub fn text_changes(&self) -> Vec<TextChange> {
        let mut differences = Differences::default();
        for done in &self.done {
            differences.note(done.undo.steps());
        }
        differences.changes(&self.original, &self.article)
    }

    /// What was changed, step by step, in words.
    #[must_use]
    pub fn records(&self) -> Vec<EditRecord> {
        EditRecord::list(&self.original, self.entries())
    }

    /// The claims that an editor kept, added or changed, with who did so last, if they said.
    #[must_use]
    pub fn checked_claims(&self) -> HashMap<&ClaimId, Option<&str>> {
        let mut checked = HashMap::new();
        let entries = self.entries();
        for entry in entries.filter(|entry| entry.origin == Origin::Editor) {
            for part in entry.edit.parts() {
                let mut note = |claim| checked.insert(claim, entry.by.as_deref());
                match part {
                    Edit::AddClaim(claim) => {
                        note(&claim.id);
                    }
                    Edit::ChangeClaim { claim, .. } => {
                        note(claim);
                    }
                    Edit::Keep(items) => {
                        for item in items {
                            if let Item::Claim(claim) = item {
                                note(claim);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        checked
    }
}
