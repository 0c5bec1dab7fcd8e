//! Running the reader's commands, one at a time.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::pin::pin;
use std::rc::Rc;

use futures::channel::mpsc::unbounded;
use futures::{FutureExt, StreamExt};
use gloo::utils::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::edit_lock::EditLock;
use super::job_runner::{Answer, JobError, JobRunner};
use super::kept::{Opened, OpenedArticle};
use super::shown::Shown;
use super::source::{Source, edits_in, fitting};
use super::state::{Action, OpenedList, Undo, WorkspaceState};
use super::task::{next_task, until};
use crate::messages::{EditorMessages, LoadingMessages, WorkspaceMessages};
use crate::ui::address::hash_of_address;
use crate::ui::editor::{EditedArticle, Saved};
use crate::ui::editor_part::EditorLoader;
use crate::ui::focus_return::focus_anyway;
use crate::ui::host::Host;
use crate::ui::scroll::show_beginning;
use explore::from_hash;
use jobs::{Note, Reply, Request};

/// With more characters of JSON than this, articles are shown as an archive: the worker indexes
/// them, and the page reads them as it lists them.
const AT_ONCE: usize = 300_000;

/// The amount of text from an archive that is listed at once, in bytes.
const FIRST: usize = 64_000;

/// A command of the reader.
pub(super) enum Command {
    /// Open files and texts in addition to the open articles.
    Open(Vec<Source>),
    /// Remove the entry with this key.
    Remove(u64),
    RemoveAll,
    /// Undo a removal.
    Undo(Undo),
    /// Save the open articles in this browser, or remove all saved ones.
    Keep(bool),
    /// Show the saved articles, if the reader has chosen to save any.
    BringBack,
    /// Edit the open article. The flag says that the right to do so is taken from another tab.
    Edit(bool),
    /// Another tab has taken over.
    LoseEditing,
    /// Save the article that is being edited.
    SaveEdits(EditedArticle),
    /// Close the editor.
    FinishEditing,
}

/// Elements that are used after rendering.
#[derive(Clone, Default, PartialEq)]
pub(super) struct WorkspaceRefs {
    pub(super) section: NodeRef,
    pub(super) text: NodeRef,
    pub(super) opened: NodeRef,
}

/// Runs the reader's commands.
pub(super) struct Session {
    pub(super) messages: &'static WorkspaceMessages,
    state: UseReducerHandle<WorkspaceState>,
    runner: Rc<JobRunner>,
    refs: WorkspaceRefs,
    /// The host of the articles.
    pub(super) host: Host,
    /// Loads the editor.
    pub(super) load_editor: EditorLoader,
    last_key: Cell<u64>,
    archives: Cell<usize>,
    /// The right to edit the article that is being edited.
    pub(super) lock: RefCell<Option<EditLock>>,
    /// Receives further commands.
    pub(super) ask: Callback<Command>,
}

/// Returns a callback that queues a command. Commands run one at a time.
#[hook]
pub(super) fn use_session(
    state: &UseReducerHandle<WorkspaceState>,
    runner: &Rc<JobRunner>,
    refs: &WorkspaceRefs,
    host: &Host,
    load_editor: &EditorLoader,
) -> Callback<Command> {
    let messages = host.language.workspace();
    let channel = use_mut_ref(|| {
        let (sender, commands) = unbounded();
        (sender, Some(commands))
    });
    let ask = {
        let channel = Rc::clone(&channel);
        use_callback((), move |command, ()| {
            // The receiver exists as long as the page does.
            let _unheard = channel.borrow().0.unbounded_send(command);
        })
    };
    {
        let ask = ask.clone();
        let (state, runner) = (state.clone(), Rc::clone(runner));
        let (refs, host) = (refs.clone(), host.clone());
        let load_editor = load_editor.clone();
        use_effect_with((), move |()| {
            let Some(commands) = channel.borrow_mut().1.take() else {
                return;
            };
            let session = Session {
                messages,
                state,
                runner,
                refs,
                host,
                load_editor,
                last_key: Cell::default(),
                archives: Cell::default(),
                lock: RefCell::default(),
                ask,
            };
            spawn_local(async move {
                let mut commands = pin!(commands.peekable());
                while let Some(mut command) = commands.next().await {
                    if is_saving(&command) {
                        session.dispatch(Action::Save(Saved::Saving));
                        // The page shows the edit before it is saved.
                        next_task().await;
                    }
                    // Edits that follow are saved together with it.
                    while is_saving(&command)
                        && let Some(Some(later)) =
                            commands.as_mut().next_if(is_saving).now_or_never()
                    {
                        command = later;
                    }
                    session.run(command).await;
                }
            });
        });
    }
    ask
}

fn is_saving(command: &Command) -> bool {
    matches!(command, Command::SaveEdits(_))
}

impl Session {
    async fn run(&self, command: Command) {
        self.runner.begin();
        let done = match command {
            Command::Open(sources) => self.open(sources).await,
            Command::Remove(key) => self.remove(key).await,
            Command::RemoveAll => self.remove_all().await,
            Command::Undo(undo) => self.undo(undo).await,
            Command::Keep(true) => {
                self.keep_more().await;
                Ok(())
            }
            Command::Keep(false) => {
                self.remove_kept(None).await;
                Ok(())
            }
            Command::BringBack => self.bring_back().await,
            Command::Edit(takes_over) => self.edit(takes_over).await,
            Command::LoseEditing => self.lose_editing().await,
            Command::SaveEdits(edited) => {
                self.save_edits(&edited).await;
                Ok(())
            }
            Command::FinishEditing => self.finish_editing().await,
        };
        match done {
            Ok(()) => {}
            Err(JobError::Cancelled) => {
                self.say(self.messages.cancelled);
            }
            Err(JobError::Failed(reason)) => {
                self.say("");
                let what = (self.messages.not_shown)(&reason);
                let place = String::new();
                self.dispatch(Action::Note(vec![Note { place, what }], true));
            }
        }
    }

    /// The current state.
    pub(super) fn state(&self) -> WorkspaceState {
        (*self.state.clone()).clone()
    }

    pub(super) fn dispatch(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// The messages for reading articles.
    pub(super) fn loading_messages(&self) -> &'static LoadingMessages {
        self.host.language.loading()
    }

    /// The messages of the editor.
    pub(super) fn editor_messages(&self) -> &'static EditorMessages {
        self.host.language.editor()
    }

    pub(super) fn say(&self, words: impl Into<AttrValue>) {
        self.dispatch(Action::Say(words.into()));
    }

    /// Makes sure that later keys are greater than this one.
    pub(super) fn start_keys_after(&self, key: u64) {
        self.last_key.set(key);
    }

    /// A key greater than all previous ones, which no other page that saves articles has used.
    fn fresh_key(&self) -> u64 {
        let now = js_sys::Date::now() * 1000.0 + (js_sys::Math::random() * 1000.0).floor();
        let key = (now as u64).max(self.last_key.get() + 1);
        self.last_key.set(key);
        key
    }

    async fn open(&self, sources: Vec<Source>) -> Result<(), JobError> {
        if sources.is_empty() {
            return Ok(());
        }
        let mut notes = Vec::new();
        let fits = fitting(&sources, &mut notes, self.messages);
        let reason = match self.add(&sources, &fits, &mut notes).await {
            Err(JobError::Failed(reason)) => reason,
            other => return other,
        };
        self.say(self.messages.nothing_added);
        let names: Vec<&str> = fits.iter().map(|source| source.name.as_str()).collect();
        notes.push(Note {
            place: names.join(", "),
            what: (self.messages.not_read)(&reason),
        });
        self.dispatch(Action::Note(notes, true));
        Ok(())
    }

    /// Adds the sources in `fits` to the open articles.
    async fn add(
        &self,
        sources: &[Source],
        fits: &[Source],
        notes: &mut Vec<Note>,
    ) -> Result<(), JobError> {
        let before = self.state().opened;
        let mut faults = notes.len();
        let added = if fits.is_empty() {
            Vec::new()
        } else {
            let (added, told, missing) = self.read(fits, &before).await?;
            notes.extend(told);
            faults += missing;
            added
        };
        let twice = added.iter().enumerate().filter(|(number, one)| {
            let mut others = before.iter().chain(added.iter().take(*number));
            others.any(|other| one.is_alike(other))
        });
        for (_, one) in twice {
            let note = Note {
                place: one.title.clone(),
                what: self.messages.open_twice.to_owned(),
            };
            notes.insert(0, note);
        }
        let count = added.len();
        let first = added.first().map(|one| one.title.clone());
        if count > 0 {
            let all = before.iter().cloned().chain(added);
            self.show(Rc::new(all.collect()), false).await?;
        }
        self.dispatch(Action::Note(std::mem::take(notes), faults > 0));
        let Some(first) = first else {
            self.say(self.messages.nothing_added);
            return Ok(());
        };
        if self.state().kept.is_on {
            self.keep_more().await;
        }
        self.say((self.messages.added)(&first, count));
        if let Some(text) = self.refs.text.cast::<HtmlTextAreaElement>() {
            let written = text.value();
            if sources.iter().any(|source| source.is_text(&written)) {
                text.set_value("");
            }
        }
        self.dispatch(Action::Fold(true));
        self.focus_title().await;
        Ok(())
    }

    /// Reads files. Returns the opened entries, the notes about them, and how many notes are about
    /// problems.
    async fn read(
        &self,
        fits: &[Source],
        before: &OpenedList,
    ) -> Result<(Vec<Rc<Opened>>, Vec<Note>, usize), JobError> {
        self.dispatch(Action::Progress(self.messages.starting.to_owned(), 0, 1));
        let (mut names, mut payloads, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        let mut edits = HashMap::new();
        for (number, source) in fits.iter().enumerate() {
            let reading = (self.messages.reading)(&source.name);
            self.dispatch(Action::Progress(reading, number, fits.len()));
            if let Some(bytes) = source.bytes().await {
                edits.extend(edits_in(&source.name, &bytes));
                names.push(source.name.clone());
                payloads.push(bytes);
            } else {
                let place = source.name.clone();
                let what = self.messages.unreadable.to_owned();
                notes.push(Note { place, what });
            }
            self.runner.go_on()?;
        }
        let articles = before.iter().flat_map(|one| &one.articles);
        let taken = articles.map(|article| article.id.clone()).collect();
        let request = Request::Read { names, taken };
        let mut added: Vec<Option<Opened>> = Vec::new();
        let tell = |answer: Answer| {
            let Reply::Article {
                id,
                title,
                whole,
                report,
                done,
                all,
            } = answer.reply
            else {
                return;
            };
            let place = match fits {
                [only] => only.name.clone(),
                _ => (self.messages.quoted_title)(&title),
            };
            self.dispatch(Action::Progress((self.messages.finding)(&place), done, all));
            if added.len() <= whole {
                added.resize(whole + 1, None);
            }
            let json = answer.payloads.first().map(text_of).unwrap_or_default();
            if let Some(slot) = added.get_mut(whole) {
                let opened = slot.get_or_insert_with(|| Opened {
                    key: 0,
                    title,
                    articles: Vec::new(),
                    report: Some(*report),
                });
                let edits = edits.remove(&id);
                opened.articles.push(OpenedArticle { id, json, edits });
            }
        };
        let last = self.runner.run(&request, payloads, tell).await?;
        let mut faults = notes.len();
        if let Reply::Read {
            notes: told,
            faults: missing,
        } = last.reply
        {
            notes.extend(told);
            faults += missing;
        }
        let keyed = added.into_iter().flatten().map(|one| {
            Rc::new(Opened {
                key: self.fresh_key(),
                ..one
            })
        });
        Ok((keyed.collect(), notes, faults))
    }

    /// Opens and shows the articles in `opened`. If they cannot be shown, nothing changes. An
    /// article in the address stays open only if `is_back` says that the articles were restored;
    /// after an addition or a removal, the page shows the list.
    pub(super) async fn show(&self, opened: OpenedList, is_back: bool) -> Result<(), JobError> {
        if opened.is_empty() {
            clear_address();
            self.dispatch(Action::Show(opened, Shown::Nothing));
            return Ok(());
        }
        let (data, files) = self.data_of(&opened).await?;
        let shown = Shown::of(&data, files, self.host.clone()).map_err(JobError::Failed)?;
        let before = self.state().shown;
        // A view of one article means nothing for several articles.
        let is_other = before != Shown::Nothing && before.is_one() != shown.is_one();
        if is_other || !is_back && from_hash(&hash_of_address()).0.article.is_some() {
            clear_address();
        }
        self.dispatch(Action::Show(opened, shown.at_address()));
        next_task().await;
        Ok(())
    }

    /// The data for showing the articles, and the files of an archive.
    async fn data_of(
        &self,
        opened: &OpenedList,
    ) -> Result<(String, HashMap<String, Uint8Array>), JobError> {
        let articles: Vec<&str> = articles_of(opened).collect();
        let length: usize = articles
            .iter()
            .map(|json| json.encode_utf16().count())
            .sum();
        if length <= AT_ONCE || articles.len() == 1 {
            return Ok((bundle_of(opened), HashMap::new()));
        }
        self.archives.set(self.archives.get() + 1);
        let request = Request::Archive {
            folder: format!("./own-{}", self.archives.get()),
            bytes: FIRST,
        };
        let payloads = articles
            .iter()
            .map(|json| Uint8Array::from(json.as_bytes()));
        let tell = |answer: Answer| {
            if let Reply::Progress { done, all } = answer.reply {
                let doing = self.messages.indexing.to_owned();
                self.dispatch(Action::Progress(doing, done, all));
            }
        };
        let last = self.runner.run(&request, payloads.collect(), tell).await?;
        let Reply::Archived { files } = last.reply else {
            return Err(JobError::Failed(self.messages.no_index.to_owned()));
        };
        let mut payloads = last.payloads.into_iter();
        let data = payloads
            .next()
            .map(|bytes| text_of(&bytes))
            .unwrap_or_default();
        Ok((data, files.into_iter().zip(payloads).collect()))
    }

    async fn remove(&self, key: u64) -> Result<(), JobError> {
        let opened = self.state().opened;
        let Some(number) = opened.iter().position(|one| one.key == key) else {
            return Ok(());
        };
        let left: Vec<_> = opened
            .iter()
            .filter(|one| one.key != key)
            .cloned()
            .collect();
        let count = left.len() as u32;
        self.leave_only(Rc::new(left)).await?;
        let list = self.refs.opened.cast::<Element>();
        until(|| {
            list.as_ref()
                .is_none_or(|list| list.child_element_count() == count)
        })
        .await;
        let buttons = list.and_then(|list| list.query_selector_all("button").ok());
        let next = buttons.and_then(|buttons| {
            let last = buttons.length().checked_sub(1)?;
            buttons.get((number as u32).min(last))
        });
        match next.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            Some(button) => focus(&button),
            None => self.focus_text(),
        }
        Ok(())
    }

    async fn remove_all(&self) -> Result<(), JobError> {
        self.leave_only(Rc::default()).await?;
        self.focus_text();
        Ok(())
    }

    /// Removes the entries that are not in `after`; the reader can undo this.
    async fn leave_only(&self, after: OpenedList) -> Result<(), JobError> {
        let before = self.state().opened;
        let removed = missing_in(&after, &before);
        self.show(Rc::clone(&after), false).await?;
        self.dispatch(Action::Note(Vec::new(), true));
        if !self.state().kept.keys.is_empty() {
            self.remove_kept(Some(removed.iter().map(|one| one.key).collect()))
                .await;
        }
        let first = removed.first().map_or("", |one| &one.title);
        self.say((self.messages.removed)(first, removed.len()));
        self.dispatch(Action::OfferUndo(Undo { before, after }));
        next_task().await;
        Ok(())
    }

    async fn undo(&self, undo: Undo) -> Result<(), JobError> {
        if !Rc::ptr_eq(&self.state().opened, &undo.after) {
            return Ok(());
        }
        let restored = missing_in(&undo.after, &undo.before);
        self.show(undo.before, false).await?;
        if self.state().kept.is_on {
            self.keep_more().await;
        } else {
            self.keep_edited(&restored).await;
        }
        let first = restored.first().map_or("", |one| &one.title);
        self.say((self.messages.restored)(first, restored.len()));
        Ok(())
    }

    fn focus_text(&self) {
        if let Some(text) = self.refs.text.cast::<HtmlElement>() {
            focus(&text);
        }
    }

    /// Moves the focus to the heading of the articles, once they are shown, and scrolls to the
    /// messages about them.
    async fn focus_title(&self) {
        let title = || document().get_element_by_id("title");
        until(|| title().is_some()).await;
        let Some(title) = title().and_then(|title| title.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        focus_anyway(&title);
        if let Some(section) = self.refs.section.cast::<Element>() {
            show_beginning(&section);
        }
    }
}

/// The entries of `before` that are not in `after`.
fn missing_in(after: &OpenedList, before: &OpenedList) -> Vec<Rc<Opened>> {
    let is_missing = |one: &&Rc<Opened>| !after.iter().any(|other| other.key == one.key);
    before.iter().filter(is_missing).cloned().collect()
}

/// The JSON of each article.
fn articles_of(opened: &OpenedList) -> impl Iterator<Item = &str> {
    let articles = opened.iter().flat_map(|one| &one.articles);
    articles.map(|article| article.json.as_str())
}

/// The articles as the data of a page.
pub(super) fn bundle_of(opened: &OpenedList) -> String {
    let articles: Vec<&str> = articles_of(opened).collect();
    bundle_with(&articles)
}

/// Articles in JSON as the data of a page.
pub(super) fn bundle_with(articles: &[&str]) -> String {
    format!("{{\"version\":2,\"articles\":[{}]}}", articles.join(","))
}

fn text_of(bytes: &Uint8Array) -> String {
    String::from_utf8(bytes.to_vec()).unwrap_or_default()
}

fn focus(element: &HtmlElement) {
    let _unfocusable = element.focus();
}

fn clear_address() {
    let location = window().location();
    if hash_of_address().is_empty() {
        return;
    }
    let (path, search) = (location.pathname(), location.search());
    let address = path.unwrap_or_default() + &search.unwrap_or_default();
    if let Ok(history) = window().history() {
        // A sandboxed frame may refuse this; the articles are shown anyway.
        let _refused = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}
