//! The head of an article: its title, date and author.

use yew::prelude::*;

use super::page_context::use_page;
use super::ptr_eq_rc::PtrEqRc;
use explore::IndexedArticle;

/// Properties of [`Masthead`].
#[derive(Properties, PartialEq)]
pub(super) struct MastheadProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
}

/// Title, date and author.
#[component]
pub(super) fn Masthead(props: &MastheadProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let about = &props.indexed.article.metadata;
    let direction = about.direction.as_str();
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    html! {
        <header class="article-head">
            <p class="dateline">
                if let Some(source) = &about.source { <span>{ source }</span> }
                if let Some(date) = about.published { <time datetime={date.to_string()}>{ (messages.date)(date) }</time> }
                if let Some(author) = &about.author { <span>{ author }</span> }
            </p>
            <h1 id="title" {lang} dir={direction}>{ &about.title }</h1>
            if about.title_by_editor { <p class="by-editor">{ messages.title_by_editor }</p> }
        </header>
    }
}
