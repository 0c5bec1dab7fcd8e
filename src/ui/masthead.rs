//! What stands above the text: its title and date, and the way to the other articles.

use yew::prelude::*;

use super::page_context::use_page;
use super::ptr_eq_rc::PtrEqRc;
use explore::{Action, IndexedArticle, View, to_hash};
use model::ArticleId;

/// Properties of [`Masthead`].
#[derive(Properties, PartialEq)]
pub(super) struct MastheadProps {
    /// The article that is shown.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// All articles of the page.
    pub(super) articles: Vec<PtrEqRc<IndexedArticle>>,
}

/// Title, date and author; and all articles, where there are several.
#[component]
pub(super) fn Masthead(props: &MastheadProps) -> Html {
    let page = use_page();
    let MastheadProps { indexed, articles } = props;
    let about = &indexed.article.metadata;
    let open = |id: ArticleId| {
        page.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::Open(id.clone())
        })
    };
    let direction = about.direction.as_str();
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    html! {
        <header class="article-head">
            if articles.len() > 1 {
                <nav aria-label="Articles"><ul class="articles">
                    { for articles.iter().map(|other| {
                        let id = other.article.id.clone();
                        let alone = View { article: Some(id.clone()), ..View::default() };
                        let current = (other == indexed).then_some("page");
                        html! { <li><a href={format!("#{}", to_hash(&alone))} aria-current={current} onclick={open(id)}>{ other.article.metadata.title.clone() }</a></li> }
                    }) }
                </ul></nav>
            }
            <p class="dateline">
                if let Some(source) = &about.source { <span>{ source }</span> }
                if let Some(date) = about.published { <time datetime={date.to_string()}>{ date.in_words() }</time> }
                if let Some(author) = &about.author { <span>{ author }</span> }
            </p>
            <h1 id="title" {lang} dir={direction}>{ &about.title }</h1>
            if about.title_by_editor { <p class="by-editor">{ "Title by the editor; the text came without one." }</p> }
        </header>
    }
}
