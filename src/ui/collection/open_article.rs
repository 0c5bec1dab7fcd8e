//! The article that is open in a collection.

use yew::prelude::*;

use crate::ui::address::Arrival;
use crate::ui::app_props::AppProps;
use crate::ui::article_page::ArticlePage;
use crate::ui::host::Host;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::{Action, IndexedArticle, View, to_hash};

/// Properties of [`OpenArticle`].
#[derive(Properties, PartialEq)]
pub(super) struct OpenArticleProps {
    /// The element that contains the article.
    pub(super) page: NodeRef,
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The first view that is requested. Later changes of this value have no effect.
    pub(super) first: Arrival,
    /// The settings that the collection passes to it.
    pub(super) host: Host,
    /// Problems with the data.
    pub(super) notices: Vec<String>,
    /// The list that the reader returns to, if there is one.
    pub(super) list: Option<View>,
    /// Receives the action that leads back to the list.
    pub(super) dispatch: Callback<Action>,
}

/// The open article, and the way back to the list. It is recreated for another article.
#[component]
pub(super) fn OpenArticle(props: &OpenArticleProps) -> Html {
    let messages = props.host.language.collection();
    let first = use_memo((), |()| props.first.clone());
    let app = AppProps {
        indexed: props.indexed.clone(),
        notices: props.notices.clone(),
        host: props.host.clone(),
        handle: None,
    };
    let back = |list: &View| {
        let view = list.clone();
        let onclick = props.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::Restore(Box::new(view.clone()))
        });
        html! {
            <nav class="back" aria-label={messages.collection}>
                <a href={format!("#{}", to_hash(list))} {onclick}>{ messages.all_articles }</a>
            </nav>
        }
    };
    html! {
        <div class="opened" ref={&props.page}>
            <ArticlePage {app} first={(*first).clone()} />
            // The skip links of the article come first; the style sheet shows this above it.
            { props.list.as_ref().filter(|_| !props.host.compact).map(back) }
        </div>
    }
}
