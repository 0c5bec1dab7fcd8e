//! Publishing the open article, or all opened articles.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::host::{WorkspaceHost, words_of};
use super::save_forms::savable;
use super::shown::Shown;
use super::state::OpenedList;
use crate::messages::{OnDemandMessages, WorkspaceMessages};
use crate::ui::exports::{Exporter, Savable};
use crate::ui::latest::use_change_count;
use crate::ui::page_context::use_page;
use crate::ui::save_as::download;
use formats::{ExportedFile, Format, file_name};
use import::{BundleRecord, to_text};
use model::{Article, ArticleId};

/// The media type of a published page.
const HTML: &str = "text/html";

/// Properties of [`Publish`].
#[derive(Properties, PartialEq)]
pub(super) struct PublishProps {
    /// Writes the pages.
    pub(super) host: WorkspaceHost,
    /// Writes the other files.
    pub(super) exporter: Option<Exporter>,
    /// The opened articles.
    pub(super) opened: OpenedList,
    /// The articles, as the page shows them.
    pub(super) shown: Shown,
    /// The open article, if there are several.
    pub(super) article: Option<ArticleId>,
}

/// The folded choices. They are recreated for other articles.
#[component]
pub(super) fn Publish(props: &PublishProps) -> Html {
    let messages = use_page().workspace_messages();
    let is_open = use_state(|| false);
    let key = use_change_count(&(props.shown.clone(), props.article.clone()));
    let savable = savable(&props.shown, props.article.as_ref(), &props.opened);
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            is_open.set(details.open());
        })
    };
    html! {
        <details id="workspace-publish" hidden={props.opened.is_empty()} {ontoggle}>
            <summary>{ messages.publish }</summary>
            if let Some(savable) = savable.filter(|_| *is_open) {
                <Choices {key} {savable} host={props.host.clone()} exporter={props.exporter.clone()} />
            }
        </details>
    }
}

/// Properties of [`Choices`].
#[derive(Properties, PartialEq)]
struct ChoicesProps {
    savable: Savable,
    host: WorkspaceHost,
    exporter: Option<Exporter>,
}

/// What can be published, each with a line that says what it is for.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let page = use_page();
    let (messages, on_demand) = (page.workspace_messages(), page.on_demand_messages());
    let told = use_state(|| None::<String>);
    let is_one = props.savable.is_one();
    let page_of_all = {
        let (savable, host, told) = (props.savable.clone(), props.host.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            let (savable, host, told) = (savable.clone(), host.clone(), told.clone());
            told.set(Some(messages.publishing.to_owned()));
            spawn_local(async move {
                let page = one_file(&host, &savable, messages).await;
                told.set(Some(handed_over(page, on_demand)));
            });
        })
    };
    let file = |format: Format| {
        let (savable, exporter) = (props.savable.clone(), props.exporter.clone());
        let told = told.clone();
        Callback::from(move |_: MouseEvent| {
            let written = savable.articles();
            let written = written.map(|articles| Some(exporter.as_ref()?.emit((format, articles))));
            let told = told.clone();
            spawn_local(async move {
                let file = match written {
                    Ok(None) => return,
                    Ok(Some(file)) => file.await,
                    Err(reason) => Err(reason),
                };
                told.set(Some(handed_over(file, on_demand)));
            });
        })
    };
    html! {
        <div class="publish">
            <p class="workspace-hint">{ if is_one { messages.publish_one } else { messages.publish_all } }</p>
            <section>
                <button type="button" id="publish-file" aria-describedby="publish-file-use"
                    onclick={page_of_all}>{ messages.one_file }</button>
                <p id="publish-file-use">{ messages.one_file_use }</p>
            </section>
            <section>
                <h3 id="publish-repository">{ messages.repository }</h3>
                if is_one {
                    <div class="publish-pair" role="group" aria-labelledby="publish-repository"
                        aria-describedby="publish-repository-use">
                        <button type="button" id="publish-text" onclick={file(Format::Markdown)}>{ messages.repository_text }</button>
                        <button type="button" id="publish-annotations" onclick={file(Format::Json)}>{ messages.repository_annotations }</button>
                    </div>
                }
                <p id="publish-repository-use">{ if is_one { messages.repository_use } else { messages.repository_of_one } }</p>
            </section>
            <p class="told" role="status">{ (*told).clone() }</p>
        </div>
    }
}

/// The articles as a page in one file.
async fn one_file(
    host: &WorkspaceHost,
    savable: &Savable,
    messages: &WorkspaceMessages,
) -> Result<ExportedFile, String> {
    let articles = savable.articles()?;
    let name = match articles.as_slice() {
        [only] => file_name(&only.metadata.title, ".html"),
        _ => file_name("articles", ".html"),
    };
    let articles: Vec<Article> = articles.into_iter().map(Rc::unwrap_or_clone).collect();
    let data = to_text(&BundleRecord::of(None, &articles));
    let reason = |error: JsValue| words_of(&error, messages);
    let page = host.publish_one_file(&data).await.map_err(reason)?;
    Ok(ExportedFile {
        name,
        notices: Vec::new(),
        losses: Vec::new(),
        text: page
            .as_string()
            .ok_or_else(|| messages.no_result.to_owned())?,
        media_type: HTML,
    })
}

/// Downloads a file. Returns a sentence that says so, or why there is no file.
fn handed_over(file: Result<ExportedFile, String>, on_demand: &OnDemandMessages) -> String {
    match file {
        Ok(file) => {
            download(&file);
            (on_demand.saved)(&file.name)
        }
        Err(reason) => (on_demand.not_saved)(&reason),
    }
}
