//! Sharing: a link to the view, citations, and the code that embeds it in another page.

use yew::prelude::*;

use super::copy_button::CopyButton;
use super::dialog_head::DialogHead;
use super::exports::Savable;
use super::host::Host;
use super::links;
use super::opened_dialog::use_opened_dialog;
use super::page_context::{PageContext, use_page};
use super::save_as::SaveAs;
use super::scene::Scene;
use super::share_sheet::ShareSheet;
use crate::messages::OnDemandMessages;
use explore::{View, link_to};
use formats::embed_code::{self, Flags};
use formats::{cite, cite_article};

/// The file that contains the program and the article.
const ONE_FILE: &str = "article-explorer.html";

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub(super) struct ShareProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The articles that can be saved from the page.
    pub(super) savable: Savable,
    /// What else can be saved.
    #[prop_or_default]
    pub(super) children: Html,
}

/// A dialog with the link to this view, citations, embed codes, and the form for saving articles.
#[component]
pub(super) fn Share(props: &ShareProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let dialog = use_opened_dialog();
    let address = use_memo(page.host.clone(), links::page);
    let scene = &props.scene;
    let shared = Shared::of(scene, &address, &page.host);
    html! {
        <dialog class="help share" ref={&dialog} aria-labelledby="share-heading">
            <DialogHead id="share-heading" heading={on_demand.share_view} {dialog} />
            <Code label={on_demand.link} note={on_demand.link_note} code={shared.link.clone()}>
                <ShareSheet title={title_of(scene)} url={shared.link.clone()} />
            </Code>
            { shared.citation(&page, scene, props.savable.is_one()) }
            <details class="embed">
                <summary><h3>{ on_demand.embed }</h3></summary>
                { shared.codes(on_demand, scene, &page.host) }
            </details>
            if let Some(exporter) = &page.host.exporter {
                <SaveAs savable={props.savable.clone()} exporter={exporter.clone()} />
            }
            { props.children.clone() }
        </dialog>
    }
}

/// The addresses that are shared.
struct Shared {
    /// The link to the view.
    link: String,
    /// The link to the selected claim alone, or to the article.
    permalink: String,
    /// The view, with the article that it shows.
    view: View,
    /// The folder of the bundle, if the page comes from a server.
    folder: Option<String>,
}

impl Shared {
    /// `page` is the address of the page, or empty if it is not known.
    fn of(scene: &Scene, page: &str, host: &Host) -> Self {
        let mut view = scene.state.view.clone();
        let id = &scene.indexed.article.id;
        let link = link_to(page, &view);
        let alone = View {
            article: view.article.clone(),
            claim: view.claim.clone(),
            ..View::default()
        };
        let permalink = link_to(&links::absolute(host, ""), &alone);
        let folder = page.starts_with("http").then(|| folder_of(page));
        let folder = folder.map(|folder| {
            let (folder, is_of_article) = bundle_of(page, folder, id.as_str());
            if is_of_article {
                view.article = Some(id.clone());
            }
            folder
        });
        Self {
            link,
            permalink,
            view,
            folder,
        }
    }

    /// The citation of the selected claim, also as HTML, or else of the article.
    fn citation(&self, page: &PageContext, scene: &Scene, is_one: bool) -> Html {
        let on_demand = page.on_demand_messages();
        let words = &page.claims_messages().citation_words;
        let indexed = &scene.indexed;
        let Some(claim) = scene.selected() else {
            let cited = cite_article(&indexed.article.metadata, &self.permalink, words);
            return html! {
                if is_one {
                    <Code label={on_demand.citation} note={on_demand.citation_note} code={cited.as_str().to_owned()} />
                }
            };
        };
        let cited = cite(indexed, claim, &self.permalink, words);
        let cited = cited.map(|cited| cited.as_str().to_owned());
        let quoted = embed_code::quotation(indexed, claim, &self.permalink, words);
        html! { <>
            <Code label={on_demand.citation} note={on_demand.claim_citation_note} code={cited.unwrap_or_default()} />
            <Code label={on_demand.quotation} note={on_demand.quotation_note} code={quoted.unwrap_or_default()} />
        </> }
    }

    /// The embed codes, which look as this page does. The selected claim is embedded alone.
    fn codes(&self, on_demand: &'static OnDemandMessages, scene: &Scene, host: &Host) -> Html {
        let title = &title_of(scene);
        let view = &self.view;
        let Some(folder) = &self.folder else {
            return html! { <Code label={on_demand.one_file} note={on_demand.this_file_note} code={embed_code::file(view, title)} /> };
        };
        let alone = scene.selected().is_some();
        let flags = Flags::parse(&host.flags).in_language(host.language.tag().as_str());
        let flags = if alone { flags.compact() } else { flags };
        let frame = embed_code::frame(folder, view, title, &flags);
        let element = embed_code::element(folder, view, &flags);
        let frame = [frame, embed_code::frame_script(folder)].join("\n");
        let file = html! {
            <a class="outward" href={[folder, ONE_FILE].concat()} download={ONE_FILE}>{ ONE_FILE }</a>
        };
        html! { <>
            if alone { <p>{ on_demand.embed_claim }</p> }
            <Code label={on_demand.frame} note={on_demand.frame_note} code={frame} />
            <Code label={on_demand.element} note={on_demand.element_note} code={element} />
            <Code label={on_demand.one_file} note={(on_demand.one_file_note)(file)} code={embed_code::file(view, title)} />
        </> }
    }
}

/// The title of the article, or of the page that shows several.
fn title_of(scene: &Scene) -> String {
    let title = &scene.indexed.article.metadata.title;
    if title.is_empty() {
        gloo::utils::document().title()
    } else {
        title.clone()
    }
}

/// Properties of [`Code`].
#[derive(Properties, PartialEq)]
struct CodeProps {
    label: &'static str,
    /// The purpose of the text.
    note: Html,
    /// The text.
    code: String,
    /// What is beside the button that copies it.
    #[prop_or_default]
    children: Html,
}

/// A text to copy, with its purpose.
#[component]
fn Code(props: &CodeProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let CodeProps {
        label, note, code, ..
    } = props;
    let copied = code.clone();
    html! {
        <>
            <h3>{ *label }</h3>
            <p>{ note.clone() }</p>
            <pre tabindex="0" aria-label={*label}>{ code }</pre>
            <CopyButton label={on_demand.copy} text={Callback::from(move |()| copied.clone())} />
            { props.children.clone() }
        </>
    }
}

/// The address of the folder that contains a page, with its last slash.
fn folder_of(page: &str) -> String {
    let path = page.split('?').next().unwrap_or_default();
    match path.rfind('/') {
        Some(at) => path.get(..=at).unwrap_or_default().to_owned(),
        None => String::new(),
    }
}

/// The folder of the bundle that a page belongs to, and whether the page belongs to one article,
/// `articles/ID.html`.
fn bundle_of(page: &str, folder: String, id: &str) -> (String, bool) {
    let path = page.split('?').next().unwrap_or_default();
    let own = path.ends_with(&format!("/articles/{id}.html"));
    match folder.strip_suffix("articles/").filter(|_| own) {
        Some(bundle) => (bundle.to_owned(), true),
        None => (folder, false),
    }
}

#[cfg(test)]
mod tests {
    use super::{bundle_of, folder_of};

    #[test]
    fn the_page_of_an_article_belongs_to_the_bundle_above_it() {
        for (page, bundle, is_own) in [
            (
                "https://a.example/b/articles/one.html",
                "https://a.example/b/",
                true,
            ),
            (
                "https://a.example/articles/two.html",
                "https://a.example/articles/",
                false,
            ),
            ("https://a.example/b/", "https://a.example/b/", false),
        ] {
            let found = bundle_of(page, folder_of(page), "one");
            assert_eq!(found, (bundle.to_owned(), is_own));
        }
    }

    #[test]
    fn the_folder_of_a_page_ends_in_a_slash() {
        for (page, folder) in [
            ("https://a.example/", "https://a.example/"),
            ("https://a.example/b/index.html", "https://a.example/b/"),
            (
                "https://a.example/b/embed.html?hide=a/b",
                "https://a.example/b/",
            ),
        ] {
            assert_eq!(folder_of(page), folder);
        }
    }
}
