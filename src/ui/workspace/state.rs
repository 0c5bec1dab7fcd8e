//! What the workspace shows, and what changes it.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::kept::Opened;
use super::shown::Shown;
use crate::ui::words::counted;
use jobs::Note;
use model::ArticleId;

/// What was opened, in order.
pub(super) type OpenedList = Rc<Vec<Rc<Opened>>>;

/// What the workspace shows.
#[derive(Clone, PartialEq)]
pub(super) struct WorkspaceState {
    pub(super) opened: OpenedList,
    pub(super) shown: Shown,
    /// The article of several that is open.
    pub(super) article: Option<ArticleId>,
    pub(super) work: Work,
    pub(super) notes: Rc<Vec<Note>>,
    pub(super) notes_open: bool,
    pub(super) kept: Kept,
    pub(super) is_folded: bool,
    pub(super) is_saving: bool,
}

/// What is being done, or was done last.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Work {
    pub(super) doing: AttrValue,
    /// How many steps are done, and how many there are.
    pub(super) progress: Option<(usize, usize)>,
    pub(super) undo: Option<Undo>,
}

/// What was open before something was removed, and after.
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

/// What of it is kept in this browser.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) is_on: bool,
    pub(super) keys: Rc<BTreeSet<u64>>,
    pub(super) words: AttrValue,
    /// How often it was said, since a box that the reader has ticked is set right each time.
    pub(super) said: usize,
}

/// What changes the state.
pub(super) enum Action {
    /// Says what was done, or why nothing was.
    Say(AttrValue),
    /// Says what is being done, how many steps of it are done, and how many there are.
    Progress(String, usize, usize),
    /// Lists notes, unfolded or not.
    Note(Vec<Note>, bool),
    /// Shows what was opened.
    Show(OpenedList, Shown),
    /// Offers to take back that something was removed.
    OfferUndo(Undo),
    /// No longer offers it.
    WithdrawUndo,
    /// The form makes room, or comes back.
    Fold(bool),
    /// The reader has unfolded or folded the notes.
    ToggleNotes(bool),
    /// The reader has unfolded or folded the forms in which articles are saved.
    ToggleSaving(bool),
    /// What is kept, and what is said of it.
    Keep(bool, BTreeSet<u64>, String),
    /// Another page of this folder keeps nothing any more, and so for this one too.
    Forgotten,
    /// The article that is open.
    Open(Option<ArticleId>),
}

/// What is said of what is kept where nothing is refused.
pub(super) fn kept_words(is_on: bool) -> &'static str {
    if is_on {
        "Kept in this browser on this device until you remove it."
    } else {
        "Not kept: it is gone when you close this page."
    }
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
                words: kept_words(false).into(),
                said: 0,
            },
            is_folded: false,
            is_saving: false,
        }
    }
}

impl WorkspaceState {
    /// "2 articles of your own".
    pub(super) fn count(&self) -> String {
        let count = self.opened.len();
        counted(count, "article of your own", "articles of your own")
    }

    /// What is open and not kept.
    pub(super) fn missing(&self) -> Vec<Rc<Opened>> {
        let is_missing = |one: &&Rc<Opened>| !self.kept.keys.contains(&one.key);
        self.opened.iter().filter(is_missing).cloned().collect()
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
                self.shown = shown;
            }
            Action::OfferUndo(undo) => self.work.undo = Some(undo),
            Action::WithdrawUndo => self.work.undo = None,
            Action::Fold(is_folded) => self.is_folded = is_folded,
            Action::ToggleNotes(is_open) => self.notes_open = is_open,
            Action::ToggleSaving(is_open) => self.is_saving = is_open,
            Action::Keep(is_on, keys, words) => {
                self.kept = Kept {
                    is_on,
                    keys: Rc::new(keys),
                    words: words.into(),
                    said: self.kept.said + 1,
                };
            }
            Action::Forgotten if self.kept.is_on => {
                self.apply(Action::Keep(
                    false,
                    BTreeSet::new(),
                    kept_words(false).to_owned(),
                ));
            }
            Action::Forgotten => {}
            Action::Open(article) => self.article = article,
        }
    }
}

impl Reducible for WorkspaceState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            // The browser tells also what the page itself has changed.
            Action::ToggleNotes(is_open) if is_open == self.notes_open => self,
            Action::ToggleSaving(is_open) if is_open == self.is_saving => self,
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
    use super::*;

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
        assert_eq!(folded.count(), "2 articles of your own");
        let empty = after([show(&[1]), Action::Fold(true), show(&[])]);
        assert!(!empty.is_folded);
    }

    #[test]
    fn what_another_page_forgets_is_kept_no_more() {
        let keep = || Action::Keep(true, BTreeSet::from([1]), kept_words(true).to_owned());
        let show = || Action::Show(list(&[1, 2]), Shown::Nothing);
        let kept = after([show(), keep()]);
        let missing: Vec<u64> = kept.missing().iter().map(|one| one.key).collect();
        assert_eq!(missing, [2]);
        let forgotten = after([show(), keep(), Action::Forgotten]);
        assert!(!forgotten.kept.is_on);
        assert_eq!(forgotten.missing().len(), 2);
        assert_eq!(forgotten.kept.words, kept_words(false));
    }
}
