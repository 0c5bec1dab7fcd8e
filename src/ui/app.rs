//! The page of one article. It is recreated for another article or another host.

use yew::prelude::*;

use super::address::Arrival;
use super::app_props::AppProps;
use super::article_page::ArticlePage;
use super::latest::use_change_count;

/// The page of one article.
#[component]
pub fn App(props: &AppProps) -> Html {
    let key = use_change_count(props);
    let first = use_memo(key, |_| Arrival::first(&props.host));
    html! { <ArticlePage {key} app={props.clone()} first={(*first).clone()} /> }
}
