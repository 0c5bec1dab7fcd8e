//! Editing an opened article, and saving it after each edit.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::edit_lock::lock;
use super::job_runner::JobError;
use super::kept::{self, Opened, keep_entries};
use super::session::{Command, Session, bundle_with};
use super::shown::read;
use super::state::{Action, Editing};
use crate::ui::editor::{EditedArticle, KeptEdits, Saved, Start};
use crate::ui::editor_part::EditorPart;
use crate::ui::ptr_eq_rc::PtrEqRc;
use import::ArticleRecord;
use model::Article;

/// The number of edited articles whose decisions also hold for other articles.
const EDITED_BEFORE: usize = 50;

impl Session {
    /// Opens the editor for the open article. Another tab that edits it keeps the right to do so,
    /// unless this one takes over.
    pub(super) async fn edit(&self, takes_over: bool) -> Result<(), JobError> {
        let Some((key, id)) = self.state().editable() else {
            return Ok(());
        };
        let loaded = self.load_editor.emit(()).await;
        let part = loaded.map_err(JobError::Failed)?;
        let lost = self.ask.reform(|()| Command::LoseEditing);
        let Some(right) = lock(key, takes_over, lost).await else {
            self.dispatch(Action::OfferToTakeOver);
            return Ok(());
        };
        self.read_edited(key).await;
        let state = self.state();
        let Some(entry) = state.opened.iter().find(|one| one.key == key) else {
            return Ok(());
        };
        let Some(opened) = entry.articles.iter().find(|it| it.id == id.as_str()) else {
            return Ok(());
        };
        let article = self.article_of(&opened.json).map_err(JobError::Failed)?;
        // Edits that came with a file are anybody's.
        let is_trusted = state.kept.keys.contains(&key);
        let edits = match &opened.edits {
            Some(edits) => Some((
                self.article_of(&edits.original).map_err(JobError::Failed)?,
                &edits.log,
            )),
            None => None,
        };
        let fits = |(original, log): &(Article, &String)| {
            is_trusted || (part.leads_to)(original, log, &article)
        };
        let edits = edits.filter(fits);
        let are_left_out = edits.is_none() && opened.edits.is_some();
        let others = state.opened.iter().filter(|one| one.key != key);
        let edited_before = self.edited_before(others.clone());
        let copies = self.copies_of(&article, others, part);
        let (mut original, log) = match edits {
            Some((original, log)) => (original, Some(log.clone())),
            None => (article, None),
        };
        if are_left_out {
            let mut entry = Opened::clone(entry);
            let articles = entry.articles.iter_mut();
            for article in articles.filter(|it| it.id == id.as_str()) {
                article.edits = None;
            }
            self.dispatch(Action::Replace(Rc::new(entry)));
        }
        (part.repair)(&mut original).map_err(JobError::Failed)?;
        let start = Start {
            original,
            log,
            problem: are_left_out.then(|| self.host.language.own_file().edits_left_out),
            edited_before,
            copies,
        };
        self.lock.replace(Some(right));
        self.dispatch(Action::Edit(Some(Editing {
            key,
            id,
            part,
            start: PtrEqRc::new(start),
            saved: Saved::default(),
        })));
        Ok(())
    }

    /// The originals and logs of the articles that were edited in this browser last.
    fn edited_before<'a>(
        &self,
        entries: impl Iterator<Item = &'a Rc<Opened>>,
    ) -> Vec<(Article, String)> {
        let kept = self.state().kept.keys;
        let edits = entries
            .filter(|one| kept.contains(&one.key))
            .flat_map(|one| &one.articles)
            .filter_map(|article| article.edits.as_ref());
        let edits: Vec<&KeptEdits> = edits.collect();
        let last = edits.iter().skip(edits.len().saturating_sub(EDITED_BEFORE));
        last.filter_map(|edits| Some((edits.original()?, edits.log.clone())))
            .collect()
    }

    /// The other articles with the same text.
    fn copies_of<'a>(
        &self,
        article: &Article,
        entries: impl Iterator<Item = &'a Rc<Opened>>,
        part: EditorPart,
    ) -> Vec<Article> {
        let first = article.blocks.first().map(|it| article.words(it.range));
        let Some(Ok(first)) = first.map(serde_json::to_string) else {
            return Vec::new();
        };
        entries
            .flat_map(|one| &one.articles)
            .filter(|other| other.json.contains(&first))
            .filter_map(|other| self.article_of(&other.json).ok())
            .filter(|other| other.text == article.text)
            .filter_map(|mut other| (part.repair)(&mut other).is_ok().then_some(other))
            .collect()
    }

    /// Replaces an entry by what this browser has saved: another tab may have edited it.
    async fn read_edited(&self, key: u64) {
        if !self.state().kept.keys.contains(&key) {
            return;
        }
        if let Ok((found, _)) = kept::kept().await
            && let Some(saved) = found
                .into_iter()
                .find(|one| one.key == key && one.is_edited())
        {
            self.dispatch(Action::Replace(saved));
        }
    }

    /// The article in a JSON text.
    fn article_of(&self, json: &str) -> Result<Article, String> {
        let (_, articles) = read(&bundle_with(&[json]), self.loading_messages())?;
        let article = articles.into_iter().next();
        article.ok_or_else(|| self.messages.no_result.to_owned())
    }

    /// Puts the edited article in the place of the former one, and saves it in this browser.
    pub(super) async fn save_edits(&self, edited: &EditedArticle) {
        let state = self.state();
        let Some(editing) = &state.editing else {
            return;
        };
        let Some(entry) = state.opened.iter().find(|one| one.key == editing.key) else {
            return;
        };
        let mut entry = Opened::clone(entry);
        let article = entry
            .articles
            .iter_mut()
            .find(|it| it.id == editing.id.as_str());
        let Some(article) = article else { return };
        let json = |article: &Article| serde_json::to_string(&ArticleRecord::of(article));
        // The original stays what it was when the first edit was saved.
        let original = match article.edits.take() {
            Some(edits) => Ok(edits.original),
            None => json(&edited.original),
        };
        let (Ok(now), Ok(original)) = (json(&edited.article), original) else {
            return;
        };
        article.json = now;
        article.edits = Some(KeptEdits {
            original,
            log: edited.log.clone(),
        });
        if let [_] = entry.articles.as_slice() {
            entry.title.clone_from(&edited.article.metadata.title);
        }
        let entry = Rc::new(entry);
        self.dispatch(Action::Replace(Rc::clone(&entry)));
        let saved = match self.keep_edited(&[entry]).await {
            None => Saved::At(time_of_day().into()),
            Some(reason) => Saved::Refused(reason.into()),
        };
        self.dispatch(Action::Save(saved));
    }

    /// Saves the edited ones of some entries. Returns the reason if the browser refuses.
    pub(super) async fn keep_edited(&self, entries: &[Rc<Opened>]) -> Option<String> {
        let edited = entries.iter().filter(|one| one.is_edited());
        let edited: Vec<Rc<Opened>> = edited.cloned().collect();
        if edited.is_empty() {
            return None;
        }
        if let Err(refusal) = keep_entries(&edited).await {
            return Some(refusal.reason(self.messages));
        }
        let kept = self.state().kept;
        let mut keys = BTreeSet::clone(&kept.keys);
        keys.extend(edited.iter().map(|one| one.key));
        self.dispatch(Action::Keep(kept.is_on, keys, None));
        None
    }

    /// Closes the editor, and shows the article as it is now.
    pub(super) async fn finish_editing(&self) -> Result<(), JobError> {
        self.lock.take();
        self.dispatch(Action::Edit(None));
        self.show(self.state().opened, true).await
    }

    /// Closes the editor because another tab has taken over.
    pub(super) async fn lose_editing(&self) -> Result<(), JobError> {
        if self.state().editing.is_none() {
            return Ok(());
        }
        self.finish_editing().await?;
        self.say(self.editor_messages().taken_over);
        Ok(())
    }
}

/// The time of day, as the reader's language writes it.
fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
