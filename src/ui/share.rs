//! Sharing: a link to the view, and the code that embeds it in another page.

use yew::prelude::*;

use super::copy_button::CopyButton;
use super::dialog_head::DialogHead;
use super::exports::Savable;
use super::links;
use super::page_context::use_page;
use super::save_as::SaveAs;
use super::scene::Scene;
use crate::messages::ArticleMessages;
use explore::link_to;
use formats::embed_code;

/// The file that contains the program and the article.
const ONE_FILE: &str = "article-explorer.html";

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub(super) struct ShareProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// How often the dialog was opened. It is empty before the first time.
    pub(super) opened: usize,
    /// The articles that can be saved from the page.
    pub(super) savable: Savable,
    /// What else can be saved.
    #[prop_or_default]
    pub(super) children: Html,
}

/// A dialog with the link to this view, its embed codes, and the form for saving articles.
#[component]
pub(super) fn Share(props: &ShareProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let dialog = &page.refs.share;
    let address = use_state_eq(|| None::<String>);
    {
        let address = address.clone();
        let asked = (props.opened > 0, page.host.clone());
        use_effect_with(asked, move |(is_filled, host)| {
            address.set(is_filled.then(|| links::page(host)));
        });
    }
    html! {
        <dialog class="help share" ref={dialog} aria-labelledby="share-heading">
            <DialogHead id="share-heading" heading={messages.share_view} dialog={dialog.clone()} />
            if let Some(address) = &*address {
                { codes(messages, &props.scene, address) }
                if let Some(exporter) = &page.host.exporter {
                    <SaveAs key={props.opened} savable={props.savable.clone()} exporter={exporter.clone()} />
                }
                { props.children.clone() }
            }
        </dialog>
    }
}

/// The link and the embed codes. `page` is the address of the page, or empty if it is not known.
fn codes(messages: &'static ArticleMessages, scene: &Scene, page: &str) -> Html {
    let mut view = scene.state.view.clone();
    let article = &scene.indexed.article;
    let title = &article.metadata.title;
    let row = |label: &'static str, why: &'static str, text: String| {
        let copied = text.clone();
        html! {
            <>
                <h3>{ label }</h3>
                <p>{ why }</p>
                <pre tabindex="0" aria-label={label}>{ text }</pre>
                <CopyButton label={messages.copy} text={Callback::from(move |()| copied.clone())} />
            </>
        }
    };
    let link = link_to(page, &view);
    let served = page.starts_with("http").then(|| folder_of(page));
    let served = served.map(
        |folder| match bundle_of(page, folder, article.id.as_str()) {
            (folder, false) => folder,
            (folder, true) => {
                view.article = Some(article.id.clone());
                folder
            }
        },
    );
    let view = &view;
    html! {
        <>
            { row(messages.link, messages.link_note, link) }
            if let Some(folder) = served {
                { row(messages.frame, messages.frame_note,
                    format!("{}\n{}", embed_code::frame(&folder, view, title), embed_code::frame_script(&folder))) }
                { row(messages.element, messages.element_note, embed_code::element(&folder, view)) }
                <h3>{ messages.one_file }</h3>
                <p>{ (messages.one_file_note)(html! {
                    <a class="outward" href={format!("{folder}{ONE_FILE}")} download={ONE_FILE}>{ ONE_FILE }</a>
                }) }</p>
            } else {
                <h3>{ messages.one_file }</h3>
                <p>{ messages.this_file_note }</p>
            }
            <pre tabindex="0" aria-label={messages.one_file}>{ embed_code::file(view, title) }</pre>
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
    let own = page.ends_with(&format!("/articles/{id}.html"));
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
