//! Pages as HTML, for readers before any script runs.
//!
//! Yew writes the HTML from the components of [`ui`](crate::ui). Futures of this module run in a
//! Tokio `LocalSet` or in a WebAssembly program.

use yew::{BaseComponent, LocalServerRenderer};

use crate::Language;
use crate::ui::{
    PtrEqRc, StaticArticle, StaticArticleProps, StaticList, StaticListProps, loaded_parts,
};
use explore::{IndexedArticle, View};

/// The page of an article as `view` shows it: all of its text, and its claims as a list.
pub async fn article(indexed: PtrEqRc<IndexedArticle>, view: View, language: Language) -> String {
    page::<StaticArticle>(StaticArticleProps {
        indexed,
        view,
        language,
        on_demand: loaded_parts(),
    })
    .await
}

/// The page that lists articles, each with a link to its own page.
pub async fn list(properties: StaticListProps) -> String {
    page::<StaticList>(properties).await
}

/// The link to the list of articles.
#[must_use]
pub fn all_articles(language: Language) -> &'static str {
    language.collection().all_articles
}

/// The title of the page for a reader's own articles.
#[must_use]
pub fn own_article(language: Language) -> &'static str {
    language.workspace().heading
}

/// The form of the page for a reader's own articles, in which `%name%` stands for a message.
#[must_use]
pub fn workspace_form(form: &str, language: Language) -> String {
    let messages = language.workspace();
    let texts = [
        ("title", messages.title),
        ("heading", messages.heading),
        ("lead", messages.lead),
        ("add-or-remove", messages.add_or_remove),
        ("needs-scripts", language.publishing().needs_scripts),
        ("paste", messages.paste),
        ("read-text", messages.read_text),
        ("open-files", messages.open_files),
        ("kinds-of-files", messages.kinds_of_files),
        ("bring", messages.bring),
        ("opened", messages.opened),
        ("remove-all", messages.remove_all),
        ("save-as", messages.save_as),
        ("publish", messages.publish),
        ("keep", messages.keep),
        ("not-kept", messages.not_kept),
        ("cancel", messages.cancel),
        ("undo", messages.undo),
        ("notes", messages.notes),
    ];
    let filled =
        |form: String, (name, text): (&str, &str)| form.replace(&format!("%{name}%"), text);
    texts.into_iter().fold(form.to_owned(), filled)
}

/// A page as the program first renders it. It is not interactive.
pub async fn page<P: BaseComponent>(properties: P::Properties) -> String {
    LocalServerRenderer::<P>::with_props(properties)
        .hydratable(false)
        .render()
        .await
}
