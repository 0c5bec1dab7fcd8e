//! What other pages and apps hand over to the workspace.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

use super::passed_page::file_of;
use super::session::Command;
use super::shared_text::Shared;
use super::source::Source;
use super::state::Action;
use crate::messages::WorkspaceMessages;
use jobs::Note;

/// What was handed over when the page was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrivals {
    /// The page that the bookmarklet passes in the address, packed, or `wait` for one in a message.
    pub page: Option<String>,
    /// The query of the address by which another app shares something.
    pub shared: Option<String>,
    /// A promise of the files with which the reader opened the installed app; undefined where no
    /// browser offers that.
    pub launched: JsValue,
}

/// Opens what was handed over.
#[hook]
pub(super) fn use_arrivals(
    arrivals: &Arrivals,
    messages: &'static WorkspaceMessages,
    ask: &Callback<Command>,
    read: &Callback<String>,
    dispatch: &Callback<Action>,
) {
    let (arrivals, ask, read) = (arrivals.clone(), ask.clone(), read.clone());
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        if let Some(page) = arrivals.page {
            let ask = ask.clone();
            let dispatch = dispatch.clone();
            spawn_local(async move {
                dispatch.emit(Action::Say(messages.receiving.into()));
                match file_of(&page, messages.passed_page).await {
                    Ok(file) => ask.emit(Command::Open(vec![Source::of_file(file)])),
                    Err(problem) => {
                        dispatch.emit(Action::Say(messages.nothing_added.into()));
                        let place = messages.passed_page.to_owned();
                        let what = problem.sentence(messages);
                        dispatch.emit(Action::Note(vec![Note { place, what }], true));
                    }
                }
            });
        }
        match arrivals.shared.as_deref().map(Shared::in_query) {
            Some(Shared::Text(text)) => read.emit(text),
            Some(Shared::Address(address)) => {
                dispatch.emit(Action::Say((messages.shared_address)(&address).into()));
                dispatch.emit(Action::ToggleBookmarklet(true));
            }
            Some(Shared::Nothing) => dispatch.emit(Action::Say(messages.shared_nothing.into())),
            None => {}
        }
        if let Ok(launched) = arrivals.launched.dyn_into::<Promise>() {
            spawn_local(async move {
                // A file that the browser cannot read any more is not handed over.
                let files = JsFuture::from(launched).await.unwrap_or_default();
                let files: Vec<File> = Array::from(&files)
                    .iter()
                    .filter_map(|file| file.dyn_into().ok())
                    .collect();
                ask.emit(Command::Open(
                    files.into_iter().map(Source::of_file).collect(),
                ));
            });
        }
    });
}
