//! The footer of the text: its source, its terms, and who annotated it.

use yew::prelude::*;

use super::page_context::use_page;
use super::ptr_eq_rc::PtrEqRc;
use crate::messages::ArticleMessages;
use explore::IndexedArticle;
use model::{Article, Correction};

/// Who annotated an article. `None` if it has no annotations.
fn marked_by(messages: &ArticleMessages, article: &Article) -> Option<&'static str> {
    if article.mentions.is_empty() && article.claims.is_empty() {
        return None;
    }
    Some(match (article.has_found(), article.metadata.is_english()) {
        (false, _) => messages.marked_by_editor,
        (true, Some(false)) => messages.marked_by_program_in_others,
        (true, _) => messages.marked_by_program,
    })
}

/// Properties of [`Imprint`].
#[derive(Properties, PartialEq)]
pub(super) struct ImprintProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
}

/// The words that an editor changed, each with the words of the original; nothing if there are none.
fn corrections(messages: &ArticleMessages, article: &Article) -> Html {
    if article.corrections.is_empty() {
        return Html::default();
    }
    let item = |correction: &Correction| {
        html! {
            <li><span dir="auto">{ article.words(correction.range).to_owned() }</span>
                { " — " }{ (messages.corrected)(&correction.original) }</li>
        }
    };
    html! {
        <details class="corrections">
            <summary>{ (messages.corrections)(article.corrections.len()) }</summary>
            <ul>{ for article.corrections.iter().map(item) }</ul>
        </details>
    }
}

/// The source of the text, and who annotated it.
#[component]
pub(super) fn Imprint(props: &ImprintProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let indexed = &props.indexed;
    let about = &indexed.article.metadata;
    html! {
        <footer class="source" part="footer">
            if let Some(url) = &about.url {
                <p>{ messages.original }<a class="outward" href={url.to_string()} rel="noopener">{ url.host().to_owned() }</a></p>
            }
            <p>{ about.licence.as_deref().unwrap_or(messages.rights).to_owned() }</p>
            { corrections(messages, &indexed.article) }
            if let Some(marked_by) = marked_by(messages, &indexed.article) {
                <p>{ marked_by }</p>
            }
        </footer>
    }
}
