//! What the program detects in the article that is being edited, whatever its annotations are: the
//! form for a new claim is filled in from it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::job_runner::{Answer, JobRunner};
use super::session::bundle_with;
use super::shown::read;
use super::state::Editing;
use crate::messages::LoadingMessages;
use crate::ui::ptr_eq_rc::PtrEqRc;
use import::{ArticleRecord, Marks, to_text};
use jobs::{Reply, Request};
use model::Article;

/// An article as the worker returns it: with everything that it detects, a long one in parts.
pub(super) type Detected = Option<PtrEqRc<Vec<Article>>>;

/// What is detected in the article that is being edited, once the worker has answered.
#[hook]
pub(super) fn use_detected(
    runner: &Rc<JobRunner>,
    editing: Option<&Editing>,
    messages: &'static LoadingMessages,
) -> Detected {
    let detected = use_state(|| None);
    {
        let (runner, detected) = (Rc::clone(runner), detected.clone());
        let start = editing.map(|editing| editing.start.clone());
        use_effect_with(start, move |start| {
            let is_current = Rc::new(Cell::new(true));
            if let Some(start) = start.clone() {
                let is_current = Rc::clone(&is_current);
                spawn_local(async move {
                    let found = detect(&runner, &start.original, messages).await;
                    if is_current.get() {
                        detected.set(found.map(PtrEqRc::new));
                    }
                });
            } else {
                detected.set(None);
            }
            move || is_current.set(false)
        });
    }
    (*detected).clone()
}

/// Detects names and claims in the text of an article. `None` if the worker cannot; the form is then
/// filled in from the article alone.
async fn detect(
    runner: &JobRunner,
    article: &Article,
    messages: &LoadingMessages,
) -> Option<Vec<Article>> {
    let bare = to_text(&ArticleRecord::<Marks>::with(article, None));
    let request = Request::Read {
        names: vec![format!("{}.json", article.id)],
        taken: Vec::new(),
    };
    let mut parts = Vec::new();
    let tell = |answer: Answer| {
        let is_article = matches!(answer.reply, Reply::Article { .. });
        let payload = answer.payloads.first().filter(|_| is_article);
        parts.extend(payload.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()));
    };
    let payload = Uint8Array::from(bare.as_bytes());
    runner.run(&request, vec![payload], tell).await.ok()?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (_, articles) = read(&bundle_with(&parts), messages).ok()?;
    Some(articles)
}
