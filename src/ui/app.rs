//! The page of one article, drawn anew for other articles or another host.

use yew::prelude::*;

use super::app_props::AppProps;
use super::article_page::ArticlePage;

/// The page of one article.
#[component]
pub fn App(props: &AppProps) -> Html {
    let before = use_mut_ref(|| (props.clone(), 0_usize));
    let mut before = before.borrow_mut();
    if before.0 != *props {
        *before = (props.clone(), before.1 + 1);
    }
    let key = before.1;
    html! { <ArticlePage {key} ..props.clone() /> }
}
