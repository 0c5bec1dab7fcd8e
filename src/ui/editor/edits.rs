//! The article that is being edited, with its history.

use std::cell::RefCell;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::editor_name::{keep_name, kept_name};
use crate::messages::EditorMessages;
use edit::{Decision, Edit, EditProblem, Entry, History, Origin, Progress, consequences};
use import::BundleRecord;
use model::Article;

/// What an editor starts from.
#[derive(Debug)]
pub(in crate::ui) struct Start {
    /// The article before the first edit.
    pub(in crate::ui) original: Article,
    /// The edits so far, as JSON.
    pub(in crate::ui) log: Option<String>,
    /// A sentence about edits that are left out.
    pub(in crate::ui) problem: Option<&'static str>,
    /// The originals and logs of other articles that were edited here. What was decided in them
    /// also holds for the suggestions of an article that was not edited before.
    pub(in crate::ui) edited_before: Vec<(Article, String)>,
    /// Other copies of the article, with somebody else’s annotations of the same text.
    pub(in crate::ui) copies: Vec<Article>,
}

impl Start {
    /// An article that was not edited before.
    pub(in crate::ui) fn of(original: Article) -> Self {
        Self {
            original,
            log: None,
            problem: None,
            edited_before: Vec::new(),
            copies: Vec::new(),
        }
    }
}

/// The edits of an article, as they are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::ui) struct KeptEdits {
    /// The article before the first edit, as a bundle holds it.
    pub(in crate::ui) original: String,
    /// The log of the edits, as JSON.
    pub(in crate::ui) log: String,
}

impl KeptEdits {
    /// The article before the first edit.
    pub(in crate::ui) fn original(&self) -> Option<Article> {
        let bundle = format!("{{\"version\":2,\"articles\":[{}]}}", self.original);
        let (_, articles) = BundleRecord::read(&bundle).ok()?;
        articles.into_iter().next()
    }
}

/// An article after an edit.
#[derive(Clone, Debug)]
pub(in crate::ui) struct EditedArticle {
    /// The article before the first edit.
    pub(in crate::ui) original: Rc<Article>,
    /// The article as it is now.
    pub(in crate::ui) article: Rc<Article>,
    /// All edits, as JSON.
    pub(in crate::ui) log: String,
}

/// The history of the article, shared by the parts of the editor.
#[derive(Clone)]
pub(super) struct Edits {
    history: Rc<RefCell<History>>,
    /// The article as readers will see it.
    article: Rc<RefCell<Rc<Article>>>,
    /// The name of the editor; empty if they gave none.
    by: Rc<RefCell<String>>,
    save: Callback<EditedArticle>,
    update: UseForceUpdateHandle,
}

impl Edits {
    /// The article as it is now, as readers will see it.
    pub(super) fn article(&self) -> Rc<Article> {
        Rc::clone(&self.article.borrow())
    }

    /// How much is checked.
    pub(super) fn progress(&self) -> Progress {
        Progress::of(&self.history.borrow())
    }

    /// Whether there is an edit to undo, and one to redo.
    pub(super) fn has_steps(&self) -> (bool, bool) {
        let history = self.history.borrow();
        (history.entries().len() > 0, !history.undone().is_empty())
    }

    /// Makes an edit, and what follows from it for other suggestions. Returns the number of
    /// suggestions that this has changed.
    pub(super) fn make(&self, edit: Edit) -> Result<usize, EditProblem> {
        let changed = {
            let mut history = self.history.borrow_mut();
            let by = self.by.borrow();
            history.record(Entry {
                by: (!by.is_empty()).then(|| by.as_str().into()),
                ..Entry::from(edit)
            })?;
            let decisions = history.last_decisions().to_vec();
            follow(&mut history, &decisions)
        };
        self.changed();
        Ok(changed)
    }

    /// Adds somebody else’s annotations as suggestions.
    ///
    /// # Errors
    ///
    /// If they do not fit the article.
    pub(super) fn add_others(&self, edit: Edit) -> Result<(), EditProblem> {
        self.history.borrow_mut().record(Entry {
            origin: Origin::Others,
            ..Entry::from(edit)
        })?;
        self.changed();
        Ok(())
    }

    /// The name of the editor; empty if they gave none.
    pub(super) fn by(&self) -> String {
        self.by.borrow().clone()
    }

    /// Sets the name of the editor for edits from now on.
    pub(super) fn set_by(&self, name: &str) {
        keep_name(name);
        self.by.replace(name.to_owned());
    }

    /// Undoes the last edit.
    pub(super) fn undo(&self) {
        let is_undone = self.history.borrow_mut().undo().is_some();
        if is_undone {
            self.changed();
        }
    }

    /// Makes the edit again that was undone last.
    pub(super) fn redo(&self) -> Result<(), EditProblem> {
        let is_redone = self.history.borrow_mut().redo()?.is_some();
        if is_redone {
            self.changed();
        }
        Ok(())
    }

    fn changed(&self) {
        let history = self.history.borrow();
        let article = history.result();
        self.article.replace(Rc::clone(&article));
        self.save.emit(EditedArticle {
            original: Rc::clone(history.original()),
            article,
            log: history.to_json(),
        });
        self.update.force_update();
    }
}

/// What came of beginning to edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Begun {
    /// Why the log could not be read to its end.
    pub(super) problem: Option<String>,
    /// The number of suggestions that follow what was decided in other articles.
    pub(super) followed: usize,
}

/// The history of an article. `save` receives it after each edit.
#[hook]
pub(super) fn use_edits(
    start: &Start,
    save: &Callback<EditedArticle>,
    messages: &'static EditorMessages,
) -> (Edits, Begun) {
    let memo = use_memo((), |()| {
        let (mut history, problem) = begin(start, messages);
        let is_new = history.entries().len() == 0 && history.undone().is_empty();
        let followed = match is_new {
            true => follow(&mut history, &decisions_in(&start.edited_before)),
            false => 0,
        };
        let article = Rc::new(RefCell::new(history.result()));
        let by = Rc::new(RefCell::new(kept_name()));
        let begun = Begun { problem, followed };
        (Rc::new(RefCell::new(history)), article, by, begun)
    });
    let (history, article, by, begun) = &*memo;
    let edits = Edits {
        history: Rc::clone(history),
        article: Rc::clone(article),
        by: Rc::clone(by),
        save: save.clone(),
        update: use_force_update(),
    };
    (edits, begun.clone())
}

/// Makes what follows from decisions. Returns the number of suggestions that this has changed.
fn follow(history: &mut History, decisions: &[Decision]) -> usize {
    let Some(followed) = consequences(history.article(), decisions) else {
        return 0;
    };
    let entry = Entry {
        origin: Origin::Decisions,
        ..Entry::from(followed.edit)
    };
    history.record(entry).map_or(0, |()| followed.count)
}

/// What was decided in articles, given their originals and logs.
fn decisions_in(edited: &[(Article, String)]) -> Vec<Decision> {
    let replays = edited
        .iter()
        .filter_map(|(original, log)| History::from_json(original.clone(), log).ok());
    replays
        .flat_map(|replay| replay.history.decisions())
        .collect()
}

/// The history that a log describes, as far as it can be read.
fn begin(start: &Start, messages: &EditorMessages) -> (History, Option<String>) {
    let Some(log) = &start.log else {
        let problem = start.problem.map(str::to_owned);
        return (History::of(start.original.clone()), problem);
    };
    match History::from_json(start.original.clone(), log) {
        Ok(replay) => {
            let problem = replay.stopped.map(|stopped| stopped.problem.to_string());
            (
                replay.history,
                problem.map(|why| (messages.log_unreadable)(&why)),
            )
        }
        Err(why) => (
            History::of(start.original.clone()),
            Some((messages.log_unreadable)(&why.to_string())),
        ),
    }
}

/// Whether the edits of a log lead from one article to another.
pub(in crate::ui) fn leads_to(original: &Article, log: &str, article: &Article) -> bool {
    let replay = History::from_json(original.clone(), log);
    replay.is_ok_and(|replay| replay.stopped.is_none() && *replay.history.result() == *article)
}
