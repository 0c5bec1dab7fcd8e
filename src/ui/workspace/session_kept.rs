//! Saving the open articles in this browser, and restoring them.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::job_runner::JobError;
use super::kept::{self, Opened, Refusal, forget, forget_all, keep};
use super::session::Session;
use super::state::Action;
use jobs::Note;

impl Session {
    /// Saves all open articles that are not saved yet. If the browser refuses, saves as many as it
    /// accepts.
    pub(super) async fn keep_more(&self) {
        let state = self.state();
        let mut keys = BTreeSet::clone(&state.kept.keys);
        let mut is_on = state.kept.is_on;
        let missing = state.missing();
        let mut put = async |entries: &[Rc<Opened>]| -> Result<(), Refusal> {
            keep(entries).await?;
            is_on = true;
            keys.extend(entries.iter().map(|one| one.key));
            Ok(())
        };
        let refused = put(&missing).await.err();
        if refused.is_some() && missing.len() > 1 {
            for one in &missing {
                // Refusals are reported once, together.
                let _refused = put(std::slice::from_ref(one)).await;
            }
        }
        let left = state
            .opened
            .iter()
            .filter(|one| !keys.contains(&one.key))
            .count();
        let refusal = refused.map(|why| {
            let reason = why.reason(self.messages);
            if is_on {
                (self.messages.keeps_no_more)(&reason, left)
            } else {
                (self.messages.keeps_nothing)(&reason)
            }
        });
        self.dispatch(Action::Keep(is_on, keys, refusal));
    }

    /// Removes the saved articles with these keys, or all of them. If the browser refuses, reports
    /// it; the articles then stay saved.
    pub(super) async fn remove_kept(&self, removed: Option<Vec<u64>>) {
        let mut keys = BTreeSet::clone(&self.state().kept.keys);
        let result = match &removed {
            Some(removed) => forget(removed).await,
            None => forget_all().await,
        };
        if let Err(why) = result {
            let refusal = (self.messages.not_removed)(&why.reason(self.messages));
            let is_on = self.state().kept.is_on;
            self.dispatch(Action::Keep(is_on, keys, Some(refusal)));
            return;
        }
        match &removed {
            Some(removed) => keys.retain(|key| !removed.contains(key)),
            None => keys.clear(),
        }
        let is_on = removed.is_some() && self.state().kept.is_on;
        self.dispatch(Action::Keep(is_on, keys, None));
        // There may now be room for articles that the browser has refused.
        if is_on && !self.state().missing().is_empty() {
            self.keep_more().await;
        }
    }

    /// Restores the saved articles, if there are any.
    pub(super) async fn bring_back(&self) -> Result<(), JobError> {
        if !kept::is_kept().await {
            return Ok(());
        }
        let (found, damaged) = match kept::kept().await {
            Ok(found) => found,
            Err(why) => {
                let refusal = (self.messages.kept_unreadable)(&why.reason(self.messages));
                self.dispatch(Action::Keep(false, BTreeSet::new(), Some(refusal)));
                return Ok(());
            }
        };
        let keys: BTreeSet<u64> = found.iter().map(|one| one.key).collect();
        self.start_keys_after(keys.last().copied().unwrap_or(0));
        // Only edited articles are saved without being asked for.
        let is_on = kept::has_flag() || damaged > 0 || found.iter().any(|one| !one.is_edited());
        self.dispatch(Action::Keep(is_on, keys, None));
        if !found.is_empty() {
            self.show(Rc::new(found), true).await?;
            self.dispatch(Action::Fold(true));
            self.say("");
        }
        if damaged > 0 {
            let what = (self.messages.damaged)(damaged);
            let place = String::new();
            self.dispatch(Action::Note(vec![Note { place, what }], true));
        }
        Ok(())
    }
}
