//! The state of the workspace, and its actions.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::kept::Opened;
use super::shown::Shown;
use crate::ui::editor::{Saved, Start};
use crate::ui::editor_part::EditorPart;
use crate::ui::ptr_eq_rc::PtrEqRc;
use jobs::Note;
use model::ArticleId;

/// The opened articles, in order.
pub(super) type OpenedList = Rc<Vec<Rc<Opened>>>;

/// The state of the workspace.
#[derive(Clone, PartialEq)]
pub(super) struct WorkspaceState {
    pub(super) opened: OpenedList,
    pub(super) shown: Shown,
    /// The open article, if there are several.
    pub(super) article: Option<ArticleId>,
    pub(super) work: Work,
    pub(super) notes: Rc<Vec<Note>>,
    pub(super) notes_open: bool,
    pub(super) kept: Kept,
    pub(super) is_folded: bool,
    pub(super) is_saving: bool,
    /// The explanation of the bookmarklet is unfolded.
    pub(super) is_bookmarklet_open: bool,
    pub(super) editing: Option<Editing>,
    /// Another tab edits the open article.
    pub(super) is_edited_elsewhere: bool,
}

/// The article that is being edited.
#[derive(Clone, PartialEq)]
pub(super) struct Editing {
    /// Its entry in the list of opened articles, and its id.
    pub(super) key: u64,
    pub(super) id: ArticleId,
    pub(super) part: EditorPart,
    pub(super) start: PtrEqRc<Start>,
    pub(super) saved: Saved,
}

/// The current or last work.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Work {
    pub(super) doing: AttrValue,
    /// The number of finished steps, and of all steps.
    pub(super) progress: Option<(usize, usize)>,
    pub(super) undo: Option<Undo>,
}

/// The articles that were open before and after a removal.
#[derive(Clone)]
pub(super) struct Undo {
    pub(super) before: OpenedList,
    pub(super) after: OpenedList,
}

impl PartialEq for Undo {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.before, &other.before) && Rc::ptr_eq(&self.after, &other.after)
    }
}

/// The articles that are saved in this browser.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) is_on: bool,
    pub(super) keys: Rc<BTreeSet<u64>>,
    /// A sentence about what the browser refuses.
    pub(super) refusal: Option<AttrValue>,
    /// How often this was reported. Each report rerenders the box, which the reader may have
    /// ticked, in its real state.
    pub(super) reports: usize,
}

/// A change of the state.
pub(super) enum Action {
    /// Says what was done, or why nothing was done.
    Say(AttrValue),
    /// Describes the current work, with the number of finished steps and of all steps.
    Progress(String, usize, usize),
    /// Lists notes, folded or unfolded.
    Note(Vec<Note>, bool),
    /// Shows the opened articles.
    Show(OpenedList, Shown),
    /// Offers to undo a removal.
    OfferUndo(Undo),
    /// Withdraws this offer.
    WithdrawUndo,
    /// Folds or unfolds the form.
    Fold(bool),
    /// The reader has unfolded or folded the notes.
    ToggleNotes(bool),
    /// The reader has unfolded or folded the form for saving articles.
    ToggleSaving(bool),
    /// The reader has unfolded or folded the explanation of the bookmarklet.
    ToggleBookmarklet(bool),
    /// The articles that are saved, and what the browser refuses.
    Keep(bool, BTreeSet<u64>, Option<String>),
    /// Another page of this folder has removed all saved articles, including those of this page.
    Forgotten,
    /// The open article.
    Open(Option<ArticleId>),
    /// Opens or closes the editor.
    Edit(Option<Editing>),
    /// Another tab edits the open article.
    OfferToTakeOver,
    /// An article of the list was edited.
    Replace(Rc<Opened>),
    /// Whether the edits are saved.
    Save(Saved),
}

impl Default for WorkspaceState {
    fn default() -> Self {
        Self {
            opened: Rc::default(),
            shown: Shown::Nothing,
            article: None,
            work: Work::default(),
            notes: Rc::default(),
            notes_open: true,
            kept: Kept {
                is_on: false,
                keys: Rc::default(),
                refusal: None,
                reports: 0,
            },
            is_folded: false,
            is_saving: false,
            is_bookmarklet_open: false,
            editing: None,
            is_edited_elsewhere: false,
        }
    }
}

impl WorkspaceState {
    /// The open articles that are not saved.
    pub(super) fn missing(&self) -> Vec<Rc<Opened>> {
        let is_missing = |one: &&Rc<Opened>| !self.kept.keys.contains(&one.key);
        self.opened.iter().filter(is_missing).cloned().collect()
    }

    /// The open article, if one is: the key of its entry, and its id.
    pub(super) fn editable(&self) -> Option<(u64, ArticleId)> {
        let mut articles = self
            .opened
            .iter()
            .flat_map(|one| one.articles.iter().map(move |article| (one.key, article)));
        let (key, article) = match &self.article {
            Some(id) => articles.find(|(_, article)| article.id == id.as_str())?,
            None if self.shown.is_one() => articles.next()?,
            None => return None,
        };
        Some((key, ArticleId::new(&article.id)))
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Say(doing) => {
                self.work = Work {
                    doing,
                    ..Work::default()
                };
            }
            Action::Progress(doing, done, all) => {
                self.work = Work {
                    doing: doing.into(),
                    progress: Some((done, all)),
                    undo: None,
                };
            }
            Action::Note(notes, is_open) => {
                self.notes = Rc::new(notes);
                self.notes_open = is_open;
            }
            Action::Show(opened, shown) => {
                self.is_saving = false;
                self.is_folded = self.is_folded && !opened.is_empty();
                self.opened = opened;
                self.article = shown.article();
                self.shown = shown;
            }
            Action::OfferUndo(undo) => self.work.undo = Some(undo),
            Action::WithdrawUndo => self.work.undo = None,
            Action::Fold(is_folded) => self.is_folded = is_folded,
            Action::ToggleNotes(is_open) => self.notes_open = is_open,
            Action::ToggleSaving(is_open) => self.is_saving = is_open,
            Action::ToggleBookmarklet(is_open) => self.is_bookmarklet_open = is_open,
            Action::Keep(is_on, keys, refusal) => {
                self.kept = Kept {
                    is_on,
                    keys: Rc::new(keys),
                    refusal: refusal.map(Into::into),
                    reports: self.kept.reports + 1,
                };
            }
            Action::Forgotten if self.kept.is_on => {
                self.apply(Action::Keep(false, BTreeSet::new(), None));
            }
            Action::Forgotten => {}
            Action::Open(article) => {
                self.article = article;
                self.is_edited_elsewhere = false;
            }
            Action::Edit(editing) => {
                self.editing = editing;
                self.is_edited_elsewhere = false;
            }
            Action::OfferToTakeOver => self.is_edited_elsewhere = true,
            Action::Replace(edited) => {
                let opened = self.opened.iter().map(|one| match one.key == edited.key {
                    true => Rc::clone(&edited),
                    false => Rc::clone(one),
                });
                self.opened = Rc::new(opened.collect());
            }
            Action::Save(saved) => {
                if let Some(editing) = &mut self.editing {
                    editing.saved = saved;
                }
            }
        }
    }
}

impl Reducible for WorkspaceState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            // The browser also reports changes that the page itself has made.
            Action::ToggleNotes(is_open) if is_open == self.notes_open => self,
            Action::ToggleSaving(is_open) if is_open == self.is_saving => self,
            Action::ToggleBookmarklet(is_open) if is_open == self.is_bookmarklet_open => self,
            Action::Open(article) if article == self.article => self,
            action => {
                let mut state = (*self).clone();
                state.apply(action);
                Rc::new(state)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::ui::host::Host;

    fn after(actions: impl IntoIterator<Item = Action>) -> WorkspaceState {
        let state = actions
            .into_iter()
            .fold(Rc::new(WorkspaceState::default()), Reducible::reduce);
        (*state).clone()
    }

    fn list(keys: &[u64]) -> OpenedList {
        let one = |key: &u64| {
            Rc::new(Opened {
                key: *key,
                title: key.to_string(),
                articles: Vec::new(),
                report: None,
            })
        };
        Rc::new(keys.iter().map(one).collect())
    }

    #[test]
    fn saying_something_withdraws_progress_and_undo() {
        let undo = Undo {
            before: list(&[1]),
            after: list(&[]),
        };
        let state = after([
            Action::Progress("Reading.".to_owned(), 1, 2),
            Action::OfferUndo(undo),
            Action::Say("Cancelled.".into()),
        ]);
        assert_eq!(state.work.doing, "Cancelled.");
        assert!(state.work.progress.is_none() && state.work.undo.is_none());
    }

    #[test]
    fn an_empty_list_unfolds_the_form() {
        let show = |keys: &[u64]| Action::Show(list(keys), Shown::Nothing);
        let folded = after([show(&[1]), Action::Fold(true), show(&[1, 2])]);
        assert!(folded.is_folded);
        assert_eq!(folded.opened.len(), 2);
        let empty = after([show(&[1]), Action::Fold(true), show(&[])]);
        assert!(!empty.is_folded);
    }

    #[test]
    fn what_is_shown_says_which_article_is_open() {
        let opened = || Action::Open(Some(ArticleId::new("a")));
        let stale = after([opened(), Action::Show(list(&[1, 2]), Shown::Nothing)]);
        assert_eq!(stale.article, None);
        let data = r#"{"version":1,"articles":[
            {"id":"a","title":"A","blocks":[{"kind":"paragraph","text":"It rains."}]},
            {"id":"b","title":"B","blocks":[{"kind":"paragraph","text":"It snows."}]}]}"#;
        let host = Host {
            view: "#a=b".into(),
            ..Host::default()
        };
        let shown = Shown::of(data, HashMap::new(), host).unwrap();
        let state = after([opened(), Action::Show(list(&[1]), shown)]);
        assert_eq!(state.article, Some(ArticleId::new("b")));
    }

    #[test]
    fn what_another_page_forgets_is_kept_no_more() {
        let keep = || Action::Keep(true, BTreeSet::from([1]), Some("No more room.".to_owned()));
        let show = || Action::Show(list(&[1, 2]), Shown::Nothing);
        let kept = after([show(), keep()]);
        let missing: Vec<u64> = kept.missing().iter().map(|one| one.key).collect();
        assert_eq!(missing, [2]);
        let forgotten = after([show(), keep(), Action::Forgotten]);
        assert!(!forgotten.kept.is_on);
        assert_eq!(forgotten.missing().len(), 2);
        assert_eq!(forgotten.kept.refusal, None);
    }
}
