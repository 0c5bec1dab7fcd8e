//! The article that is being edited, with its history.

use std::cell::RefCell;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::editor_name::{keep_name, kept_name};
use crate::messages::EditorMessages;
use edit::{Edit, EditProblem, Entry, History, Origin, Progress, consequences};
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
            let followed = consequences(history.article(), history.last_decisions());
            followed.map_or(0, |followed| {
                let entry = Entry {
                    origin: Origin::Decisions,
                    ..Entry::from(followed.edit)
                };
                history.record(entry).map_or(0, |()| followed.count)
            })
        };
        self.changed();
        Ok(changed)
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

/// The history of an article. `save` receives it after each edit. If the log cannot be read to its
/// end, the second value says why.
#[hook]
pub(super) fn use_edits(
    start: &Start,
    save: &Callback<EditedArticle>,
    messages: &'static EditorMessages,
) -> (Edits, Option<String>) {
    let begun = use_memo((), |()| {
        let (history, problem) = begin(start, messages);
        let article = Rc::new(RefCell::new(history.result()));
        let by = Rc::new(RefCell::new(kept_name()));
        (Rc::new(RefCell::new(history)), article, by, problem)
    });
    let (history, article, by, problem) = &*begun;
    let edits = Edits {
        history: Rc::clone(history),
        article: Rc::clone(article),
        by: Rc::clone(by),
        save: save.clone(),
        update: use_force_update(),
    };
    (edits, problem.clone())
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
