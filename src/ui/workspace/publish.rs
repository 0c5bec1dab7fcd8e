//! Publishing the open article, or all opened articles.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, HtmlDetailsElement};
use yew::prelude::*;

use super::host::{WorkspaceHost, words_of};
use super::save_forms::savable;
use super::shown::Shown;
use super::state::OpenedList;
use crate::messages::{OnDemandMessages, WorkspaceMessages};
use crate::ui::exports::{Exporter, Savable};
use crate::ui::latest::use_change_count;
use crate::ui::page_context::use_page;
use crate::ui::save_as::{download, download_bytes};
use formats::{Format, file_name};
use import::{BundleRecord, to_text};
use model::{Article, ArticleId};

/// The media types of published files.
const HTML: &str = "text/html;charset=utf-8";
const ZIP: &str = "application/zip";

/// The name of a file with several articles.
const SEVERAL: &str = "articles";

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
        <details id="workspace-publish" {ontoggle}>
            <summary>{ messages.publish }</summary>
            if let Some(savable) = savable.filter(|_| *is_open) {
                <Choices {key} {savable} opened={Rc::clone(&props.opened)} host={props.host.clone()} exporter={props.exporter.clone()} />
            }
        </details>
    }
}

/// Properties of [`Choices`].
#[derive(Properties, PartialEq)]
struct ChoicesProps {
    savable: Savable,
    opened: OpenedList,
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
    let page_as = |form: Form| {
        let (savable, host, told) = (props.savable.clone(), props.host.clone(), told.clone());
        let opened = Rc::clone(&props.opened);
        Callback::from(move |_: MouseEvent| {
            let (savable, host, told) = (savable.clone(), host.clone(), told.clone());
            let opened = Rc::clone(&opened);
            told.set(Some(messages.publishing.to_owned()));
            spawn_local(async move {
                let name = published(form, &host, &savable, &opened, messages).await;
                told.set(Some(outcome(name, on_demand)));
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
                let name = file.map(|file| {
                    download(&file);
                    file.name
                });
                told.set(Some(outcome(name, on_demand)));
            });
        })
    };
    html! {
        <div class="publish">
            <p class="workspace-hint">{ if is_one { messages.publish_one } else { messages.publish_all } }</p>
            <section>
                <button type="button" id="publish-file" aria-describedby="publish-file-use"
                    onclick={page_as(Form::OneFile)}>{ messages.one_file }</button>
                <p id="publish-file-use">{ messages.one_file_use }</p>
            </section>
            <section>
                <button type="button" id="publish-zip" aria-describedby="publish-zip-use"
                    onclick={page_as(Form::Zip)}>{ messages.zip }</button>
                <p id="publish-zip-use">{ messages.zip_use }</p>
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

/// A page with the articles, or a folder of pages.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    OneFile,
    Zip,
}

/// Downloads the articles in a form. Returns the name of the file.
async fn published(
    form: Form,
    host: &WorkspaceHost,
    savable: &Savable,
    opened: &OpenedList,
    messages: &WorkspaceMessages,
) -> Result<String, String> {
    let articles = savable.articles()?;
    let title = match articles.as_slice() {
        [only] => only.metadata.title.clone(),
        _ => SEVERAL.to_owned(),
    };
    let articles: Vec<Article> = articles.into_iter().map(Rc::unwrap_or_clone).collect();
    let data = to_text(&BundleRecord::of(None, &articles));
    let (made, ending, media_type) = match form {
        Form::OneFile => {
            let edits = edits_of(&articles, opened);
            (host.publish_one_file(&data, &edits).await, ".html", HTML)
        }
        Form::Zip => (host.publish_site(&data).await, ".zip", ZIP),
    };
    let content = made.map_err(|error| words_of(&error, messages))?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let content = Array::of1(&content);
    let blob = Blob::new_with_str_sequence_and_options(&content, &options);
    let blob = blob.map_err(|error| words_of(&error, messages))?;
    let name = file_name(&title, ending);
    download_bytes(&name, blob.into());
    Ok(name)
}

/// The edits that led to the only article, as JSON; empty if there are several articles, or no
/// edits.
fn edits_of(articles: &[Article], opened: &OpenedList) -> String {
    let [only] = articles else {
        return String::new();
    };
    let mut opened = opened.iter().flat_map(|one| &one.articles);
    let opened = opened.find(|article| article.id == only.id.as_str());
    let edits = opened.and_then(|article| article.edits.as_ref());
    edits.map(to_text).unwrap_or_default()
}

/// A sentence about a file that was downloaded, or why there is none.
fn outcome(name: Result<String, String>, on_demand: &OnDemandMessages) -> String {
    match name {
        Ok(name) => (on_demand.saved)(&name),
        Err(reason) => (on_demand.not_saved)(&reason),
    }
}
