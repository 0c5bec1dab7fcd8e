//! An article with the edits that were made, to undo and redo them.

use std::collections::HashMap;
use std::rc::Rc;

use model::{Article, Claim, ClaimId, Correction, Provenance};

use crate::editor::{Undo, apply};
use crate::log::{self, Entry, Origin, Replay};
use crate::text_change::Differences;
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
        let original: Rc<Article> = original.into();
        let mut article = Rc::clone(&original);
        if !article.corrections.is_empty() {
            Rc::make_mut(&mut article).corrections.clear();
        }
        Self {
            article,
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

    /// The article as it is now, without its corrections: edits move no ranges in them.
    #[must_use]
    pub fn article(&self) -> &Rc<Article> {
        &self.article
    }

    /// The article as it was before the first edit.
    #[must_use]
    pub fn original(&self) -> &Rc<Article> {
        &self.original
    }

    /// The article as it is now for readers: with the places where the text differs from the one
    /// that was published, and with who checked which claim.
    #[must_use]
    pub fn result(&self) -> Rc<Article> {
        let mut article = Rc::clone(&self.article);
        let corrections = self.text_changes();
        if !corrections.is_empty() {
            Rc::make_mut(&mut article).corrections = corrections;
        }
        let checked = self.checked_claims();
        let by = |claim: &Claim| {
            let by = checked.get(&claim.id).copied()?;
            let by = by.filter(|_| claim.provenance == Provenance::Curated);
            (by != claim.checked_by.as_deref()).then_some(by)
        };
        if article.claims.iter().any(|claim| by(claim).is_some()) {
            for claim in &mut Rc::make_mut(&mut article).claims {
                if let Some(by) = by(claim) {
                    claim.checked_by = by.map(Rc::from);
                }
            }
        }
        article
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

    /// Undoes the last edit. Returns it, if there is one.
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

    /// Where the text differs from the one that was published, with the words there. The original
    /// of this history may already have corrections.
    #[must_use]
    pub fn text_changes(&self) -> Vec<Correction> {
        let (mut differences, published) = Differences::opened_with(&self.original);
        for done in &self.done {
            differences.note(done.undo.steps());
        }
        differences.changes(&published, &self.article)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, difference, entity, range};
    use crate::{ClaimChange, EntityChange, MetadataChange, Origin};
    use model::{EntityId, EntityKind, Stance};

    fn kind(kind: EntityKind) -> Edit {
        Edit::ChangeEntity {
            entity: EntityId::new("report"),
            change: EntityChange::Kind(kind),
        }
    }

    #[test]
    fn what_was_undone_is_redone_until_something_else_is_done() {
        let mut history = History::of(article());
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo(), Ok(None));
        history.apply(kind(EntityKind::Law)).unwrap();
        history.apply(kind(EntityKind::Event)).unwrap();
        assert_eq!(history.undo(), Some(&kind(EntityKind::Event)));
        assert_eq!(history.redo(), Ok(Some(&kind(EntityKind::Event))));
        history.undo();
        history.undo();
        assert_eq!(history.article(), history.original());
        assert_eq!(history.undone().len(), 2);
        // An edit that is refused changes nothing.
        let problem = history.apply(kind(EntityKind::Other));
        assert_eq!(problem, Err(EditProblem::NoChange));
        assert_eq!(history.undone().len(), 2);
        history.apply(kind(EntityKind::Place)).unwrap();
        assert_eq!(history.redo(), Ok(None));
        assert_eq!(history.entries().len(), 1);
    }

    #[test]
    fn steps_that_belong_together_are_undone_together() {
        let mut history = History::of(article());
        let title = MetadataChange::Title {
            title: "Storm".to_owned(),
            by_editor: true,
        };
        history.extend(kind(EntityKind::Law)).unwrap();
        history.extend(Edit::ChangeMetadata(title)).unwrap();
        history
            .extend(Edit::RemoveClaim(ClaimId::new("c1")))
            .unwrap();
        assert_eq!(history.entries().len(), 1);
        let now = std::rc::Rc::clone(history.article());
        history.undo();
        assert_eq!(history.article(), history.original());
        history.redo().unwrap();
        assert_eq!(history.article(), &now);
        assert_eq!(difference(history.original(), &now).len(), 5);
    }

    #[test]
    fn an_article_that_is_shown_elsewhere_stays_as_it_is() {
        let mut history = History::of(article());
        let shown = std::rc::Rc::clone(history.article());
        history.apply(kind(EntityKind::Law)).unwrap();
        assert_eq!(*shown, article());
        assert_ne!(shown, *history.article());
    }

    #[test]
    fn whoever_checked_a_claim_last_is_known() {
        let mut history = History::of(article());
        let claim = |id: &str| ClaimId::new(id);
        let by = |edit, by: Option<&str>| Entry {
            by: by.map(Into::into),
            ..Entry::from(edit)
        };
        let keep = Edit::Keep(vec![Item::Claim(claim("c1"))]);
        let stance = |id: &str, stance| Edit::ChangeClaim {
            claim: claim(id),
            change: ClaimChange::Stance(stance),
        };
        history.record(by(keep, Some("Bo"))).unwrap();
        history
            .record(by(stance("c2", Stance::Warns), None))
            .unwrap();
        let [c1, c2] = [claim("c1"), claim("c2")];
        let checked = history.checked_claims();
        assert_eq!(checked.get(&c1), Some(&Some("Bo")));
        assert_eq!(checked.get(&c2), Some(&None));
        let entry = by(stance("c1", Stance::Denies), Some("Cy"));
        let automatic = Entry {
            origin: Origin::Decisions,
            ..entry.clone()
        };
        history.record(automatic).unwrap();
        assert_eq!(history.checked_claims().get(&c1), Some(&Some("Bo")));
        history.undo();
        history.record(entry).unwrap();
        assert_eq!(history.checked_claims().get(&c1), Some(&Some("Cy")));
    }

    #[test]
    fn readers_get_the_published_words_of_every_correction() {
        let change = |history: &mut History, old: &str, new: &str| {
            let edit = Edit::ChangeText {
                range: range(history.article(), old),
                words: new.to_owned(),
            };
            history.apply(edit).unwrap();
        };
        let originals = |article: &Article| -> Vec<(String, String)> {
            let corrections = article.corrections.iter();
            corrections
                .map(|it| (article.words(it.range).to_owned(), it.original.clone()))
                .collect()
        };
        let pair = |now: &str, before: &str| (now.to_owned(), before.to_owned());
        let mut history = History::of(article());
        assert_eq!(history.result(), *history.article());
        change(&mut history, "Monday", "Tuesday");
        change(&mut history, "rain.", "snow.");
        let once = [pair("Tuesday", "Monday"), pair("snow", "rain")];
        assert_eq!(originals(&history.result()), once);
        // The corrected article is opened and edited again.
        let mut history = History::of(history.result());
        assert_eq!(history.article().corrections, []);
        assert_eq!(originals(&history.result()), once);
        change(&mut history, "Ann Lee", "Lee");
        change(&mut history, "Tuesday", "Sunday");
        change(&mut history, "snow", "rain");
        let twice = [pair("Lee", "Ann Lee"), pair("Sunday", "Monday")];
        assert_eq!(originals(&history.result()), twice);
        history.undo();
        history.undo();
        history.undo();
        assert_eq!(history.result(), *history.original());
    }

    #[test]
    fn readers_see_who_checked_a_curated_claim() {
        let mut original = article();
        original.claims[1].checked_by = Some("Al".into());
        let mut history = History::of(original);
        let by = |edit, by: &str| Entry {
            by: Some(by.into()),
            ..Entry::from(edit)
        };
        let names = |history: &History| -> Vec<Option<String>> {
            let article = history.result();
            let names = article.claims.iter().map(|claim| &claim.checked_by);
            names.map(|it| it.as_deref().map(str::to_owned)).collect()
        };
        let some = |name: &str| Some(name.to_owned());
        assert_eq!(names(&history), [None, some("Al")]);
        let stance = ClaimChange::Stance(Stance::Warns);
        let change = Edit::ChangeClaim {
            claim: ClaimId::new("c1"),
            change: stance,
        };
        history.record(by(change, "Bo")).unwrap();
        assert_eq!(names(&history), [None, some("Al")], "it is still detected");
        let keep = Edit::Keep(vec![Item::Claim(ClaimId::new("c1"))]);
        history.record(by(keep, "Bo")).unwrap();
        assert_eq!(names(&history), [some("Bo"), some("Al")]);
    }

    #[test]
    fn records_say_what_was_changed() {
        let mut history = History::of(article());
        let bob = entity("bob", EntityKind::Person, "Bob", &[]);
        let change = Edit::ChangeText {
            range: range(history.article(), "Monday"),
            words: "Sunday".to_owned(),
        };
        let speaker = ClaimChange::Speaker(model::Speaker::Entity(bob.id.clone()));
        let speaker = Edit::ChangeClaim {
            claim: ClaimId::new("c2"),
            change: speaker,
        };
        history
            .apply(Edit::All(vec![Edit::AddEntity(bob), speaker]))
            .unwrap();
        let entry = Entry {
            by: Some("Bo".into()),
            ..Entry::from(change)
        };
        history.record(entry).unwrap();
        let records = history.records();
        let json: Vec<String> = records.iter().map(import::to_text).collect();
        assert_eq!(
            json,
            [
                r#"{"number":1,"what":"add-entity","to":"Bob","after":"person"}"#,
                r#"{"number":1,"what":"change-claim","to":"c2","before":"A report","after":"Bob"}"#,
                r#"{"number":2,"what":"change-text","before":"Monday","after":"Sunday","by":"Bo"}"#,
            ]
        );
    }
}
