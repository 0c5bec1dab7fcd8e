//! The article or its editor, and below the article what can be done with the file.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::super::app::App;
use super::super::editor::{EditedArticle, EditorPage, Saved, Start, leads_to, use_leaving};
use super::super::host::Host;
use super::super::latest::use_latest;
use super::super::page_context::{PageContext, use_host_context};
use super::super::ptr_eq_rc::PtrEqRc;
use super::super::view_handle::ViewHandle;
use super::content::{EditsInDocument, content_of, edits_in_document};
use super::disk::{Disk, NotWritten, Written};
use super::parts::FileParts;
use super::state::{FileState, OwnFileAction, OwnFileState};
use crate::messages::OwnFileMessages;
use edit::repair;
use formats::file_name;
use model::Article;

/// Properties of [`OwnFilePage`].
#[derive(Properties, PartialEq)]
pub(super) struct OwnFilePageProps {
    /// The article in the file.
    pub(super) article: PtrEqRc<Article>,
    /// Problems with the data.
    pub(super) notices: Vec<String>,
    /// The skeleton of the file.
    pub(super) skeleton: Rc<str>,
    /// The settings of the host.
    pub(super) host: Host,
    /// Lets scripts read and change the view.
    pub(super) handle: ViewHandle,
}

/// The page. Its properties never change.
#[component]
pub(super) fn OwnFilePage(props: &OwnFilePageProps) -> Html {
    let language = props.host.language;
    let messages = language.own_file();
    let state = use_reducer(OwnFileState::default);
    let dispatch = state.dispatcher().to_callback();
    let save = use_save(props, &state, messages);
    use_save_key(&save);
    let saved = saved_of(&state.file, messages);
    use_leaving(&saved);
    let context = use_host_context(&props.host);
    let change = use_callback(dispatch.clone(), |edited: EditedArticle, dispatch| {
        dispatch.emit(OwnFileAction::Change(Rc::new(edited)));
    });
    let finish = use_callback(dispatch.clone(), |(), dispatch| {
        dispatch.emit(OwnFileAction::Finish);
    });
    let shown = match &state.edited {
        Some(edited) => Rc::clone(&edited.article).into(),
        None => props.article.clone(),
    };
    if let Some(start) = &state.editing {
        return html! {
            <ContextProvider<PageContext> {context}>
                <EditorPage start={start.clone()} {saved} save={change} save_file={Some(save)} {finish} />
            </ContextProvider<PageContext>>
        };
    }
    let edit = {
        let (edited, shown) = (state.edited.clone(), shown.clone());
        dispatch.reform(move |_: MouseEvent| {
            let start = start_of(&shown, edited.as_deref(), messages);
            OwnFileAction::Edit(PtrEqRc::new(start))
        })
    };
    let has_edits = state.edited.is_some();
    let (said, class) = match &saved {
        Saved::Told(said, true) => (Some(said.clone()), "hint"),
        Saved::Told(said, false) => (Some(said.clone()), "failure"),
        _ => (None, "hint"),
    };
    html! {
        <>
            <ArticleInFile article={shown} notices={props.notices.clone()} host={props.host.clone()} handle={props.handle.clone()} />
            <footer class="own-file" lang={language.tag().as_str()}>
                <p>{ messages.about }</p>
                <p>
                    <button type="button" id="own-file-edit" onclick={edit}>{ messages.edit }</button>
                    if has_edits {
                        { " " }
                        <button type="button" id="own-file-save" class="primary" onclick={save.reform(|_: MouseEvent| ())}>{ messages.save }</button>
                    }
                </p>
                <p {class} role="status" id="own-file-said">{ said }</p>
            </footer>
        </>
    }
}

/// Properties of [`ArticleInFile`].
#[derive(Properties, PartialEq)]
struct ArticleInFileProps {
    /// The article with its edits.
    article: PtrEqRc<Article>,
    /// Problems with the data.
    notices: Vec<String>,
    /// The settings of the host.
    host: Host,
    /// Lets scripts read and change the view.
    handle: ViewHandle,
}

/// The article, to be read. It is prepared for reading only when the editor is closed.
#[component]
fn ArticleInFile(props: &ArticleInFileProps) -> Html {
    let ArticleInFileProps {
        article,
        notices,
        host,
        handle,
    } = props;
    let language = host.language;
    let indexed = use_memo(article.clone(), move |article: &PtrEqRc<Article>| {
        language.indexed(article.to_rc())
    });
    html! {
        <App indexed={PtrEqRc::from(indexed)} notices={notices.clone()} host={host.clone()} handle={handle.clone()} />
    }
}

/// What the editor starts from. Edits in the file that do not lead to its article are somebody
/// else's, or damaged.
fn start_of(shown: &Article, edited: Option<&EditedArticle>, messages: &OwnFileMessages) -> Start {
    if let Some(edited) = edited {
        return Start {
            log: Some(edited.log.clone()),
            ..Start::of((*edited.original).clone())
        };
    }
    let mut article = shown.clone();
    // An article that cannot be repaired refuses all edits, and the editor says so.
    let _fault = repair(&mut article);
    match edits_in_document() {
        EditsInDocument::Read(original, log) if leads_to(&original, &log, &article) => Start {
            log: Some(log),
            ..Start::of(*original)
        },
        EditsInDocument::None => Start::of(article),
        EditsInDocument::Read(..) | EditsInDocument::Damaged => Start {
            problem: Some(messages.edits_left_out),
            ..Start::of(article)
        },
    }
}

/// The state of the file as the editor shows it.
fn saved_of(file: &FileState, messages: &OwnFileMessages) -> Saved {
    match file {
        FileState::Unchanged => Saved::Unchanged,
        FileState::Unsaved => Saved::Told(messages.unsaved.into(), false),
        FileState::Saving => Saved::Told(messages.saving.into(), false),
        FileState::Saved(said) => Saved::Told(said.clone(), true),
        FileState::Failed(said) => Saved::Told(said.clone(), false),
    }
}

/// Returns a callback that saves the file, if there is something to save.
#[hook]
fn use_save(
    props: &OwnFilePageProps,
    state: &UseReducerHandle<OwnFileState>,
    messages: &'static OwnFileMessages,
) -> Callback<()> {
    // There is none while the file is being written.
    let disk = use_mut_ref(|| Some(Disk::default()));
    let (host, skeleton) = (props.host.clone(), Rc::clone(&props.skeleton));
    let (dispatch, edited) = (state.dispatcher(), state.edited.clone());
    use_latest(move |()| {
        let Some(edited) = edited.clone() else { return };
        let Some(mut chosen) = disk.take() else {
            return;
        };
        let (disk, host, skeleton) = (Rc::clone(&disk), host.clone(), Rc::clone(&skeleton));
        let dispatch = dispatch.clone();
        dispatch.dispatch(OwnFileAction::Save);
        spawn_local(async move {
            let done = saved(&mut chosen, &host, &skeleton, &edited, messages).await;
            disk.replace(Some(chosen));
            dispatch.dispatch(match done {
                Ok(said) => OwnFileAction::Saved(edited, said),
                Err(said) => OwnFileAction::Failed(said),
            });
        });
    })
}

/// Saves the file. Returns a sentence, also as an error.
async fn saved(
    disk: &mut Disk,
    host: &Host,
    skeleton: &str,
    edited: &EditedArticle,
    messages: &OwnFileMessages,
) -> Result<String, String> {
    let name = file_name(&edited.article.metadata.title, ".html");
    let page = written(host, skeleton, edited);
    match disk.save(page, &name, messages.web_page).await {
        Ok(Written::Saved(name)) => Ok((messages.saved)(&name)),
        Ok(Written::Downloaded(name)) => Ok((messages.downloaded)(&name)),
        Err(NotWritten::NoneChosen) => Err(messages.none_chosen.to_owned()),
        Err(NotWritten::ChangedMeanwhile) => Err(messages.changed_meanwhile.to_owned()),
        Err(NotWritten::Refused(error)) => {
            let reason = error.dyn_ref::<js_sys::Error>();
            let reason = reason.map(|error| String::from(error.message()));
            Err((messages.not_saved)(&reason.unwrap_or_default()))
        }
    }
}

/// The text of the file.
async fn written(host: &Host, skeleton: &str, edited: &EditedArticle) -> Result<String, JsValue> {
    let on_demand = host.on_demand.clone().ok_or(JsValue::NULL)?;
    on_demand.load.emit(()).await?;
    let content = content_of(edited, host.language, on_demand).await?;
    let parts = FileParts::of_document(skeleton).ok_or(JsValue::NULL)?;
    Ok(parts.with(&content))
}

/// Ctrl+S saves the file.
#[hook]
fn use_save_key(save: &Callback<()>) {
    let save = save.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&document(), "keydown", options, move |event| {
                let is_save = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| {
                    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
                    is_command && !event.shift_key() && event.key().eq_ignore_ascii_case("s")
                });
                if is_save {
                    event.prevent_default();
                    save.emit(());
                }
            });
        move || drop(listener)
    });
}
