//! The page for a reader's own articles as one component.

use std::rc::Rc;

use web_sys::{File, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::arrivals::{Arrivals, use_arrivals};
use super::articles::Articles;
use super::bookmarklet::Bookmarklet;
use super::detection::use_detected;
use super::form::Form;
use super::host::WorkspaceHost;
use super::job_runner::use_worker;
use super::keep_option::KeepOption;
use super::kept::use_kept;
use super::notes::Notes;
use super::opened_list::OpenedList;
use super::publish::Publish;
use super::save_forms::SaveForms;
use super::session::{Command, WorkspaceRefs, use_session};
use super::source::Source;
use super::state::{Action, WorkspaceState};
use super::window_input::use_window_input;
use super::work_status::WorkStatus;
use crate::messages::{Language, WorkspaceMessages};
use crate::ui::editor::EditorPageProps;
use crate::ui::editor_part::EditorLoader;
use crate::ui::exports::Exporter;
use crate::ui::hit_highlight::has_highlights;
use crate::ui::host::Host;
use crate::ui::on_demand_parts::OnDemandLoader;
use crate::ui::page_context::{PageContext, use_host_context};
use explore::from_hash;

/// Properties of [`WorkspacePage`].
#[derive(Clone, Properties, PartialEq)]
pub struct WorkspaceProps {
    /// Functions that the script of the page provides.
    pub host: WorkspaceHost,
    /// The language of the interface.
    #[prop_or_default]
    pub language: Language,
    /// Writes articles as files.
    #[prop_or_default]
    pub exporter: Option<Exporter>,
    /// Loads the parts of a page that open on demand.
    pub on_demand: Option<OnDemandLoader>,
    /// Loads the editor.
    pub load_editor: EditorLoader,
    /// What the reader did before the program had loaded.
    #[prop_or_default]
    pub draft: Draft,
    /// The page has room beside the text of an article, as far as is known.
    #[prop_or(true)]
    pub has_margin: bool,
}

/// What a reader did in the form before the program had loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The text written or pasted into the field.
    pub text: String,
    /// The selection in the field, if the field has the focus.
    pub selection: Option<(u32, u32)>,
    /// The id of the element that has the focus; empty if there is none.
    pub focused: String,
    /// Files that were chosen or dropped.
    pub files: Vec<File>,
    /// The reader has submitted the text.
    pub is_sent: bool,
    /// The reader has chosen to save opened articles.
    pub is_kept: bool,
    /// The reader has unfolded the explanation of the bookmarklet.
    pub is_bookmarklet_open: bool,
    /// What other pages and apps hand over.
    pub arrivals: Arrivals,
}

/// The form, the list of opened articles, and the articles.
#[component]
pub fn WorkspacePage(props: &WorkspaceProps) -> Html {
    let messages = props.language.workspace();
    let editor_messages = props.language.editor();
    let state = use_reducer(WorkspaceState::default);
    let refs = (*use_memo((), |()| WorkspaceRefs::default())).clone();
    let articles_host = use_articles_host(&state, props);
    let runner = use_worker(&props.host, messages);
    let ask = use_session(&state, &runner, &refs, &articles_host, &props.load_editor);
    let loading = props.language.loading();
    let detected = use_detected(&runner, state.editing.as_ref(), loading);
    let dispatch = state.dispatcher().to_callback();
    {
        let dispatch = dispatch.clone();
        use_kept(Callback::from(move |()| dispatch.emit(Action::Forgotten)));
    }
    let give = {
        let ask = ask.clone();
        use_callback((), move |files: Vec<File>, ()| {
            let sources = files.into_iter().map(Source::of_file);
            ask.emit(Command::Open(sources.collect()));
        })
    };
    let read = use_read(messages, &ask, &dispatch);
    let is_dropping = use_window_input(&refs.text, &give, &read);
    use_draft(&props.draft, &refs, &ask, &give, &read, &dispatch);
    use_arrivals(&props.draft.arrivals, messages, &ask, &read, &dispatch);

    let is_empty = state.opened.is_empty();
    // The articles have their own main part and first heading.
    let role = if is_empty { "main" } else { "region" };
    let class = classes!(
        "workspace",
        (!is_empty && state.editing.is_none()).then_some("with-articles"),
        is_dropping.then_some("dropping")
    );
    let edit = ask.reform(|_: MouseEvent| Command::Edit(false));
    let take_over = ask.reform(|_: MouseEvent| Command::Edit(true));
    let fold = {
        let (dispatch, is_folded) = (dispatch.clone(), state.is_folded);
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Fold(!is_folded)))
    };
    let read_field = {
        let (read, text) = (read.clone(), refs.text.clone());
        Callback::from(move |()| read.emit(written(&text)))
    };
    let undo = {
        let (ask, dispatch, refs) = (ask.clone(), dispatch.clone(), refs.clone());
        Callback::from(move |undo| {
            dispatch.emit(Action::WithdrawUndo);
            focus(&refs.text);
            ask.emit(Command::Undo(undo));
        })
    };
    let cancel = {
        let runner = Rc::clone(&runner);
        Callback::from(move |()| runner.cancel())
    };
    let context = use_host_context(&articles_host);
    let save_edits = use_callback(ask.clone(), |edited, ask| {
        ask.emit(Command::SaveEdits(edited))
    });
    let finish = use_callback(ask.clone(), |(), ask| ask.emit(Command::FinishEditing));
    html! {
        <ContextProvider<PageContext> {context}>
            <section id="workspace" {class} {role} aria-label={messages.title} ref={&refs.section} hidden={state.editing.is_some()}>
                <h1 id="workspace-title" hidden={!is_empty}>{ messages.heading }</h1>
                <p id="workspace-lead" hidden={!is_empty}>
                    { messages.lead }
                </p>
                <div id="workspace-head" class="workspace-head" hidden={is_empty}>
                    <b id="workspace-count">{ (!is_empty).then(|| (messages.own_articles)(state.opened.len())) }</b>{ " " }
                    <button type="button" id="workspace-fold" aria-controls="workspace-panel"
                        aria-expanded={(!state.is_folded).to_string()} onclick={fold}>{ messages.add_or_remove }</button>
                    if state.editable().is_some() {
                        { " " }<button type="button" id="workspace-edit" onclick={edit}>{ editor_messages.edit }</button>
                    }
                    if state.is_edited_elsewhere {
                        <span id="workspace-elsewhere" role="status">{ editor_messages.edited_elsewhere }</span>
                        <button type="button" id="workspace-take-over" onclick={take_over}>{ editor_messages.take_over }</button>
                    }
                    <SaveForms exporter={props.exporter.clone()} opened={Rc::clone(&state.opened)}
                        shown={state.shown.clone()} article={state.article.clone()} is_open={state.is_saving} dispatch={dispatch.clone()} />
                    <Publish host={props.host.clone()} exporter={props.exporter.clone()} opened={Rc::clone(&state.opened)}
                        shown={state.shown.clone()} article={state.article.clone()} />
                </div>
                <div id="workspace-panel" hidden={state.is_folded}>
                    <Form text={refs.text.clone()} read={read_field} {give} />
                    <Bookmarklet script={props.host.bookmarklet().map(AttrValue::from)} is_open={state.is_bookmarklet_open} dispatch={dispatch.clone()} />
                    <OpenedList opened={Rc::clone(&state.opened)} list={refs.opened.clone()} ask={ask.clone()} />
                    <KeepOption kept={state.kept.clone()} has_edited={state.opened.iter().any(|one| one.is_edited())} ask={ask.clone()} />
                </div>
                <WorkStatus work={state.work.clone()} {cancel} {undo} />
                <Notes notes={Rc::clone(&state.notes)} is_open={state.notes_open} {dispatch} />
            </section>
            if let Some(editing) = &state.editing {
                <key={format!("{} {}", editing.key, editing.id)}>
                    { (editing.part.draw)(EditorPageProps {
                        start: editing.start.clone(),
                        detected,
                        saved: editing.saved.clone(),
                        save: save_edits,
                        save_file: None,
                        finish,
                    }) }
                </>
            } else {
                <Articles shown={state.shown.clone()} />
            }
        </ContextProvider<PageContext>>
    }
}

/// The host of the articles. It reports the open article to the state.
#[hook]
fn use_articles_host(state: &UseReducerHandle<WorkspaceState>, props: &WorkspaceProps) -> Host {
    let dispatcher = state.dispatcher();
    let (language, has_margin) = (props.language, props.has_margin);
    let on_demand = props.on_demand.clone();
    let host = use_memo((), move |()| Host {
        language,
        on_demand,
        has_margin,
        has_highlights: has_highlights(),
        on_view: Some(Callback::from(move |hash: String| {
            dispatcher.dispatch(Action::Open(from_hash(&hash).0.article));
        })),
        ..Host::default()
    });
    (*host).clone()
}

/// Opens a text under a numbered name.
#[hook]
fn use_read(
    messages: &'static WorkspaceMessages,
    ask: &Callback<Command>,
    dispatch: &Callback<Action>,
) -> Callback<String> {
    let count = use_mut_ref(|| 0_usize);
    let (ask, dispatch) = (ask.clone(), dispatch.clone());
    use_callback((), move |text: String, ()| {
        if text.trim().is_empty() {
            dispatch.emit(Action::Say(messages.no_text.into()));
            return;
        }
        let mut count = count.borrow_mut();
        *count += 1;
        let source = Source::of_text((messages.pasted_text)(*count), &text);
        ask.emit(Command::Open(vec![source]));
    })
}

/// Continues with what the reader did before the program had loaded, and restores saved articles.
#[hook]
fn use_draft(
    draft: &Draft,
    refs: &WorkspaceRefs,
    ask: &Callback<Command>,
    give: &Callback<Vec<File>>,
    read: &Callback<String>,
    dispatch: &Callback<Action>,
) {
    let (draft, text) = (draft.clone(), refs.text.clone());
    let (ask, give, read) = (ask.clone(), give.clone(), read.clone());
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        dispatch.emit(Action::ToggleBookmarklet(draft.is_bookmarklet_open));
        if let Some(field) = text.cast::<HtmlTextAreaElement>() {
            field.set_value(&draft.text);
            if let Some((start, end)) = draft.selection {
                focus(&text);
                let _refused = field.set_selection_range(start, end);
            }
        }
        let focused = gloo::utils::document().get_element_by_id(&draft.focused);
        if let Some(element) = focused.filter(|_| draft.selection.is_none()) {
            focus_element(element);
        }
        ask.emit(Command::BringBack);
        if draft.is_kept {
            ask.emit(Command::Keep(true));
        }
        if !draft.files.is_empty() {
            give.emit(draft.files);
        }
        if draft.is_sent {
            read.emit(draft.text);
        }
    });
}

fn written(text: &NodeRef) -> String {
    let field = text.cast::<HtmlTextAreaElement>();
    field.map(|field| field.value()).unwrap_or_default()
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<web_sys::Element>() {
        focus_element(element);
    }
}

fn focus_element(element: web_sys::Element) {
    use wasm_bindgen::JsCast;
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _unfocusable = element.focus();
    }
}
